"""What stands above a story in a text that has a frame: words to editors, menus, and among them the headline."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from articles.text.instructions.furniture.page_words import speaks_of_a_page, speaks_of_an_office
from articles.text.instructions.furniture.reader_words import addresses, speaks_to_readers
from articles.text.instructions.mail import begins_with_greeting
from articles.text.people.organisations import is_organisation
from articles.text.wire.frame.furniture import FURNITURE, INSTRUCTION, UNSPACED, is_path, is_told, stems
from articles.text.wire.line_shapes import ends_sentence, is_all_caps, is_name_like, is_title_case, is_title_like, words
from articles.text.wire.paragraphs import Para

SAID = 25  # words of a sentence to readers, at most
A_DEK = 300  # characters
_COVER = 80  # words of what a mail says of its text, above the headline
_COVER_SENTENCES = 4
_NAME = 6  # words of the name of an office
_NOTE = 40  # words of one of these paragraphs
_BLOCK = 6  # lines that touch
_HOUR = re.compile(r"\b\d{1,2}[:.h]\d\d\b")


@dataclass
class Frame:
    """A text whose frame is looked for: its paragraphs, those that tell the story, and where it comes from."""

    paras: list[Para]
    body: list[int]
    names: set[str]
    is_page: bool
    is_mail: bool
    language: str
    above: int = 0  # where the text begins below a cover note

    @property
    def role(self) -> str:
        """The role of what is no part of the story."""
        return FURNITURE if self.is_page else INSTRUCTION

    def beginnings(self, body: Sequence[int]) -> str:
        """The beginnings of a story's first paragraphs."""
        return " ".join(self.paras[at].text[:600] for at in body[:4])

    def words(self, body: Sequence[int]) -> int:
        """How many words these paragraphs have."""
        return sum(len(self.paras[at].text[:5000].split()) for at in body)


def take_forewords(frame: Frame, is_about_writer: bool) -> bool:
    """Takes the first told paragraph off a story where it is its dek or is said to editors; whether it was taken."""
    paras, body = frame.paras, frame.body
    if frame.is_page and _is_told_dek(frame):
        body.pop(0)
        return True
    if is_about_writer:
        is_foreword = any(each.role for each in paras[body[0] + 1 : body[1]])
    else:
        greets = begins_with_greeting(paras[body[0]].text)
        is_foreword = _is_foreword(frame) or ((greets or not frame.is_page) and _is_cover(frame))
        frame.above = body[0] if is_foreword else frame.above
    if is_foreword:
        paras[body.pop(0)].role = frame.role
    return is_foreword


def _is_told_dek(frame: Frame) -> bool:
    """Whether the first sentences of a page stand over its byline or its date, and under nothing of the kind."""
    paras, body = frame.paras, frame.body
    marks = [at for at in range(body[1]) if paras[at].role == "date" or paras[at].role.startswith("byline")]
    return bool(marks) and marks[0] > body[0] and len(paras[body[0]].text) <= A_DEK


def _is_foreword(frame: Frame) -> bool:
    """Whether the first sentences of a text are said to whoever reads it, over a title."""
    para, under = frame.paras[frame.body[0]], frame.paras[frame.body[0] + 1 : frame.body[1]]
    said = len(para.text.split()) <= SAID and not speaks(para.text)
    is_said = said and (speaks_of_a_page(para.text) if frame.is_page else speaks_to_readers(para.text))
    return is_said and any(not each.role and is_title_like(each.text) for each in under)


def _is_cover(frame: Frame) -> bool:
    """Whether the first paragraph goes with a text and is none of it: a title stands below it and none above.

    It is so below a greeting or a mail's head, right below a line for editors, and where somebody addresses whoever
    reads it.
    """
    paras, body = frame.paras, frame.body
    text = paras[body[0]].text
    title = _title_below(frame)
    if title is None or len(text.split()) > _NOTE or speaks(text) or paras[body[0]].bullet:
        return False
    if any(_may_be_title(paras, at) for at in range(body[0])):
        return False
    above = paras[: body[0]]
    below_notes = bool(above) and all(para.role for para in above) and above[-1].role == INSTRUCTION
    return frame.is_mail or below_notes or addresses(text, frame.language)


def _title_below(frame: Frame) -> int | None:
    """The title over the larger part of a text, below a few told paragraphs at most."""
    paras, body = frame.paras, frame.body
    for count, at in enumerate(body[1 : _COVER_SENTENCES + 1], start=1):
        title = next((above for above in range(body[count - 1] + 1, at) if _may_be_title(paras, above)), None)
        if title is not None:
            cover = frame.words(body[:count])
            return title if cover <= _COVER and cover * 3 <= frame.words(body[count:]) * 2 else None
    return None


def _may_be_title(paras: Sequence[Para], at: int) -> bool:
    """Whether a line may be the headline over a text that came by mail: no sentence, not even one that calls."""
    para = paras[at]
    is_line = not (para.role or para.bullet or para.quoted) and is_title_like(para.text) and para.text[-1] not in "!"
    count = len(para.text) // 2 if UNSPACED.search(para.text) else len(words(para.text))
    return para.level == 1 or (is_line and count > 3 and not _may_be_sender(paras, at) and not is_told(para.text))


def speaks(text: str) -> bool:
    """Whether words of somebody stand in a text."""
    return text[:1] in "-–—" or any(mark in text for mark in '“”„«»"')


def mark_head(frame: Frame) -> Para | None:
    """Marks what stands above the headline, and on a page what under it is neither dek nor byline; the headline."""
    paras, body, role = frame.paras, frame.body, frame.role
    free = [at for at in range(body[0]) if not paras[at].role]
    headline = _headline_at(frame, [at for at in free if at >= frame.above])
    if headline is None:
        return None
    last_note = max((at for at in range(headline) if paras[at].role in ("embargo", INSTRUCTION)), default=-1)
    below = {para.text for para in paras[body[0] :]}
    for at in free:
        para = paras[at]
        if at < headline and role == FURNITURE:
            para.role = "" if _is_kicker(paras, at, headline) else role
        elif at < headline:
            para.role = role if at < last_note or _is_above(frame, at) else ""
        elif at > headline and (_is_repeated(para.text, below) or (frame.is_page and _is_no_head(paras, at, headline))):
            para.role = role
    return paras[headline]


def _is_no_head(paras: Sequence[Para], at: int, headline: int) -> bool:
    """Whether a line of a page under its headline is neither its dek nor its writer."""
    return not (_may_be_dek(paras, at, headline) or may_be_name(paras[at].text))


def _is_repeated(text: str, below: Collection[str]) -> bool:
    """Whether a line under the headline stands once more below: who sends the text, and is reached there."""
    is_office = len(text.split()) <= _NAME and (is_organisation(text) or not may_be_name(text))
    return is_office and text in below


def _is_kicker(paras: Sequence[Para], at: int, headline: int) -> bool:
    """Whether a line of a page is a topic of the story: it stands over the headline, with blank lines around it."""
    text = paras[at].text
    is_apart = at + 1 == headline and not paras[headline].close
    return (
        is_apart and 1 < len(text.split()) < 6 and is_title_like(text) and not (speaks_of_a_page(text) or is_path(text))
    )


def _may_be_dek(paras: Sequence[Para], at: int, headline: int) -> bool:
    """Whether a line under the headline of a page may be its dek: no line of the page stands between.

    A sentence may stand below such a line.
    """
    text = paras[at].text
    between = [para.role for para in paras[headline + 1 : at]]
    is_under = all(role and (role != FURNITURE or is_told(text)) for role in between)
    is_line = speaks_of_a_page(text) or is_path(text) or (_HOUR.search(text) and not ends_sentence(text))
    return is_under and len(words(text)) >= 3 and not is_line


def may_be_name(text: str) -> bool:
    """Whether a line of a page may be its writer's name."""
    return not speaks_of_a_page(text) and is_name_like(text) and 1 < len(text.split()) < 5


def _headline_at(frame: Frame, free: Sequence[int]) -> int | None:
    """Where the headline is: the first line above the body that may be one, or that shares words with the body."""
    paras = frame.paras
    told = stems(frame.beginnings(frame.body))
    sender: int | None = None
    for at in free:
        text = paras[at].text
        if paras[at].level == 1:
            return at
        count = len(text) // 2 if UNSPACED.search(text) else len(words(text))
        if paras[at].bullet or is_path(text) or not is_title_like(text) or count < 3:
            continue
        if (count > 3 and not speaks_of_a_page(text)) or len(stems(text) & told) > speaks_of_a_page(text):
            if not (frame.role == INSTRUCTION and (_may_be_sender(paras, at) or (frame.is_mail and text[-1] == "!"))):
                return at
            sender = at if sender is None else sender
    return sender


def _may_be_sender(paras: Sequence[Para], at: int) -> bool:
    """Whether a line names who sends the text: nothing but capitals or an office's words, touching one for editors."""
    text = paras[at].text
    first, last = at, at + 1
    while first > max(at - _BLOCK, 0) and paras[first].close:
        first -= 1
    while last < min(at + _BLOCK, len(paras)) and paras[last].close:
        last += 1
    touches = any(para.role for para in paras[first:last])
    names = text[0] == "[" or is_title_case(text) or is_all_caps(text) or speaks_of_an_office(text)
    return touches and len(text.split()) <= 8 and names


def _is_above(frame: Frame, at: int) -> bool:
    """Whether a line over the headline is for editors: it touches one that is, is a sentence, or says nothing."""
    para = frame.paras[at]
    if at < frame.above or is_path(para.text):
        return True
    touches = para.close and at > 0 and bool(frame.paras[at - 1].role)
    return touches or ends_sentence(para.text) or (frame.is_mail and len(para.text) < 3)
