"""The shape of a sheet that came by wire or mail: an envelope, a headline, prose, a tail.

Prose runs from its first told paragraph to its last. What stands above the headline and below the prose is not for
readers unless it is plainly the story's; what stands between its paragraphs is, unless a line's words say otherwise.
"""

import re
from collections.abc import Sequence

from articles.text.instructions.agencies import is_take_mark
from articles.text.instructions.furniture.reader_words import addresses, speaks_to_readers
from articles.text.wire.frame import evidence
from articles.text.wire.frame.ends import is_about_writer
from articles.text.wire.frame.furniture import FURNITURE, INSTRUCTION, stems
from articles.text.wire.frame.head import Frame, may_be_name, touches
from articles.text.wire.headlines import is_kicker
from articles.text.wire.line_shapes import is_title_like
from articles.text.wire.paragraphs import Para

_PARTS = re.compile(r"\s*[|•·,–—]\s*")
_TITLES = 40  # lines from the top, among which a headline is looked for
_ABOUT = 2  # paragraphs under a last heading, at most, that say who sends a text
_SAID = 25  # words of a sentence that somebody says to whoever reads the text
_LEAST = 3  # how much must speak for a headline
_SENDER = 3  # what speaks against a line that may rather be the name of who sends a text
_NEAR = 2  # by how much more may speak for a line below the headline, as for a dek


def mark_sheet(frame: Frame, has_notes: bool) -> None:
    """Gives what stands around the prose of a text, other than a page's, the role of an instruction."""
    paras, body = frame.paras, frame.body
    headline = _headline(frame)
    if headline is not None:
        _mark_above(frame, headline, has_notes)
        _mark_under(frame, headline)
    has_notes = has_notes or frame.is_mail or any(para.role == INSTRUCTION for para in paras)
    end = _end(frame, has_notes)
    body[:] = [at for at in body if at < end]
    tail = [para for para in paras[end:] if not para.role]
    if not _is_storys_end(tail, has_notes):
        for para in tail:
            para.role = INSTRUCTION


def _is_storys_end(tail: Sequence[Para], has_notes: bool) -> bool:
    """Whether lines below the prose are the story's: a list, or in a text without notes no envelope's."""
    if has_notes:
        return all(para.bullet or para.quoted for para in tail)
    is_list = all(para.bullet or para.quoted or evidence.is_labelled(para.text) for para in tail[1:])
    return (is_list and len(tail) > 1) or not any(map(_is_tails, tail))


def _headline(frame: Frame) -> int | None:
    """The line over the prose for which most speaks, or the first of several in a row for which nearly as much does."""
    paras = frame.paras
    told = stems(frame.beginnings(frame.body))
    places = range(frame.above, min(frame.body[0], frame.above + _TITLES))
    found = {at: evidence.weight(paras[at], told) - touches(paras, at) for at in places if _is_free(frame, at)}
    likely = [at for at in found if found[at] >= _LEAST]
    for at in likely:
        found[at] -= _SENDER * _is_senders(frame, at, likely)
    most = max(found.values(), default=0)
    if most < _LEAST:
        return None
    best = next(at for at in found if found[at] == most)
    while found.get(best - 1, 0) >= max(most - _NEAR, _LEAST):
        best -= 1
    paras[best].role = ""
    return best


def _is_senders(frame: Frame, at: int, likely: Sequence[int]) -> bool:
    """Whether a line is rather who sends the text: another may be its headline, of other capitals or below notes."""
    paras = frame.paras
    is_name = frame.language != "de" and evidence.is_named(paras[at].text)
    if is_name and any(not evidence.is_named(paras[other].text) for other in likely):
        return True
    between = (paras[at + 1 : other] for other in likely if other > at)
    return any(any(para.role or _is_tails(para) for para in lines) for lines in between)


def _is_free(frame: Frame, at: int) -> bool:
    """Whether a line may be the headline: no rule has claimed it, but as a part of the block above the prose."""
    paras = frame.paras
    is_last = all(para.role not in ("", INSTRUCTION) for para in paras[at + 1 : frame.body[0]])
    return not paras[at].role or (paras[at].role == INSTRUCTION and is_last and not _is_tails(paras[at]))


def _mark_above(frame: Frame, headline: int, has_notes: bool) -> None:
    """What stands above the headline; a lone topic stays over it where nothing else is in the envelope."""
    paras = frame.paras
    free = [at for at in range(headline) if not paras[at].role]
    if not has_notes and len(free) == 1 and _is_topic(frame, free[0], headline):
        return
    for at in free:
        paras[at].role = INSTRUCTION


def _is_topic(frame: Frame, at: int, headline: int) -> bool:
    text = frame.paras[at].text
    is_alone = at + 1 == headline and not evidence.is_envelope(text)
    return is_alone and is_kicker(text, frame.paras[headline].text, has_dek=True)


def _mark_under(frame: Frame, headline: int) -> None:
    """What stands between the headline and the prose and can be neither dek nor byline."""
    paras, has_dek = frame.paras, False
    for at in range(headline + 1, frame.body[0]):
        para = paras[at]
        if para.role or para.bullet or para.level or para.quoted or may_be_name(para.text):
            continue
        may_be_dek = evidence.size(para.text) >= 3 and not (
            evidence.is_envelope(para.text) or evidence.is_shout(para.text)
        )
        if has_dek or not may_be_dek:
            para.role = INSTRUCTION
        has_dek = has_dek or may_be_dek


def _end(frame: Frame, has_notes: bool) -> int:
    """Where the story ends: below its last paragraph that is plainly prose of it."""
    body = list(frame.body)
    while len(body) > 1 and has_notes and _is_afterword(frame, body):
        body.pop()
    return body[-1] + 1


def _is_afterword(frame: Frame, body: list[int]) -> bool:
    """Whether the last of these paragraphs is none of the story; nobody speaks in it."""
    text = frame.paras[body[-1]].text
    if evidence.speaks(text):
        return False
    return (
        evidence.reaches(text)
        or evidence.is_labelled(text)
        or _is_said(frame, body)
        or _is_below_the_tails_first(frame, body)
        or _is_under_a_last_heading(frame, body)
        or _is_about_the_sender(frame, body)
    )


def _is_said(frame: Frame, body: list[int]) -> bool:
    """Whether somebody says the last paragraph to whoever reads the text, or closes a mail with what is no story."""
    paras, at = frame.paras, body[-1]
    text = paras[at].text
    if len(text.split()) > _SAID:
        return False
    own = any(
        addresses(paras[each].text, frame.language) for each in body[:-1] if not evidence.speaks(paras[each].text)
    )
    for language in {frame.language, ""}:
        if speaks_to_readers(text, language) or ((frame.is_mail or not own) and addresses(text, language)):
            return True
    is_loose = at + 1 < len(paras) and paras[at + 1].close and not paras[at].close
    told = [paras[each] for each in body[:-1]]
    return frame.is_mail and (is_loose or text[-1] in "!?") and not evidence.shares(text, told)


def _is_below_the_tails_first(frame: Frame, body: list[int]) -> bool:
    """Whether a line of the tail's shape stands above the last paragraph, and far more of the story above that."""
    paras, (*_, before, at) = frame.paras, body
    between = paras[before + 1 : at]
    if any(is_take_mark(para.text) and para.text[-1] != ":" for para in between) or len(body) <= _ABOUT:
        return False
    is_below = any(para.role == INSTRUCTION or _is_tails(para) for para in between)
    return is_below or evidence.is_labelled(paras[before].text)


def _is_tails(para: Para) -> bool:
    is_line = not (para.level or para.bullet or para.quoted)
    return is_line and (evidence.is_envelope(para.text) or evidence.is_shout(para.text))


def _is_under_a_last_heading(frame: Frame, body: list[int]) -> bool:
    """Whether a paragraph or two stand under the last heading, over what is for editors, and nobody speaks there."""
    paras, at = frame.paras, body[-1]
    for above in range(at - 1, max(at - 1 - _ABOUT, body[0]), -1):
        heading = paras[above]
        if evidence.speaks(heading.text):
            return False
        if is_take_mark(heading.text) or evidence.is_code(heading.text):
            return False
        if is_title_like(heading.text) and not heading.bullet:
            is_over_notes = at + 1 < len(paras) and bool(paras[at + 1].role or _is_tails(paras[at + 1]))
            return evidence.heads_background(heading.text) or is_over_notes or heading.text in _senders(frame)
    return False


def _is_about_the_sender(frame: Frame, body: list[int]) -> bool:
    """Whether a paragraph says what a body is: its founding or standing, or it begins with the name in the envelope."""
    paras, at = frame.paras, body[-1]
    text = paras[at].text
    above = " ".join(para.text[:200] for para in paras[: at - 1][:60])
    if evidence.is_about_a_body(text, above):
        return True
    is_writers = is_about_writer(text, frame.names)
    return is_writers or any(evidence.begins_with_name(text, sender) for sender in _senders(frame))


def _senders(frame: Frame) -> list[str]:
    """The names in the envelope of who may have sent a text."""
    lines = [para.text for para in frame.paras[: frame.body[0]] if para.role in (INSTRUCTION, FURNITURE)]
    parts = [*lines, *(part for line in lines for part in _PARTS.split(line))]
    return [part.strip() for part in parts if evidence.may_be_office(part)]
