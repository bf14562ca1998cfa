"""What stands above a story in a text that has a frame: words to editors, menus, and among them the headline."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.text.instructions.furniture.page_words import speaks_of_a_page
from articles.text.instructions.furniture.reader_words import addresses, speaks_to_readers
from articles.text.instructions.mail import begins_with_greeting
from articles.text.wire.frame import evidence
from articles.text.wire.frame.furniture import FURNITURE, INSTRUCTION, UNSPACED, is_path, is_told, stems
from articles.text.wire.line_shapes import ends_sentence, is_all_caps, is_name_like, is_title_case, is_title_like, words
from articles.text.wire.paragraphs import Para

SAID = 25  # words of a sentence to readers, at most
A_DEK = 300  # characters
_A_TITLE = 4  # how much must speak for a line that shares nothing with the text under it
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
    calls = para.text[-1] == "!" or is_told(para.text) or bool(para.role)
    return para.level == 1 or (evidence.weight(para, ()) - touches(paras, at) >= _A_TITLE and not calls)


def touches(paras: Sequence[Para], at: int) -> int:
    """What speaks against a line right under one for editors: most where it has capitals throughout, as names do."""
    is_under = at > 0 and paras[at].close and paras[at - 1].role == INSTRUCTION
    is_name = is_title_case(paras[at].text) or is_all_caps(paras[at].text)
    return 3 if is_under and is_name else int(is_under)


def speaks(text: str) -> bool:
    """Whether words of somebody stand in a text."""
    return text[:1] in "-–—" or any(mark in text for mark in '“”„«»"')


def mark_head(frame: Frame) -> Para | None:
    """Marks what stands above the headline of a page, and what under it is neither dek nor byline; the headline."""
    paras, body = frame.paras, frame.body
    free = [at for at in range(body[0]) if not paras[at].role]
    headline = _headline_at(frame, [at for at in free if at >= frame.above])
    if headline is None:
        return None
    for at in free:
        if (at < headline and not _is_kicker(paras, at, headline)) or (
            at > headline and _is_no_head(paras, at, headline)
        ):
            paras[at].role = FURNITURE
    return paras[headline]


def _is_no_head(paras: Sequence[Para], at: int, headline: int) -> bool:
    """Whether a line of a page under its headline is neither its dek nor its writer."""
    return not (_may_be_dek(paras, at, headline) or may_be_name(paras[at].text))


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
    for at in free:
        text = paras[at].text
        if paras[at].level == 1:
            return at
        count = len(text) // 2 if UNSPACED.search(text) else len(words(text))
        if paras[at].bullet or is_path(text) or not is_title_like(text) or count < 3:
            continue
        if (count > 3 and not speaks_of_a_page(text)) or len(stems(text) & told) > speaks_of_a_page(text):
            return at
    return None
