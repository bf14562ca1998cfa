"""Where a story ends in a text that has a frame: who its writer is, how to reach somebody, comments, other stories."""

import re
from collections.abc import Collection, Sequence

from articles.text.instructions.furniture.page_words import ENDS_PAGE, is_pages_sentence, speaks_of_a_page
from articles.text.instructions.furniture.reader_words import addresses
from articles.text.instructions.patterns import small
from articles.text.wire.frame.furniture import FURNITURE, stems
from articles.text.wire.frame.head import SAID, Frame, speaks
from articles.text.wire.paragraphs import Para

_TAIL = 15  # words of a sentence to them in another language than the story's
_ABOUT = 25  # words of a sentence about the writer
_RIGHTS = 60  # characters of a line that says whose they are
_RUN = 2  # lines that touch no story, behind which a lone sentence is none
_LEAST = 30  # words of a story above lines that end it

_ENDS_PAGE = re.compile(ENDS_PAGE)


def take_afterwords(frame: Frame) -> None:
    """Takes what stands below a story off it, and gives it its role."""
    _cut(frame, _below_signature(frame))
    _cut(frame, _below_end(frame))
    while len(frame.body) > 1 and _is_afterword(frame):
        frame.paras[frame.body.pop()].role = frame.role


def _cut(frame: Frame, end: int | None) -> None:
    """Ends the story above a paragraph."""
    if end is None:
        return
    frame.body[:] = [at for at in frame.body if at < end]
    for para in frame.paras[end:]:
        para.role = para.role or frame.role


def _below_signature(frame: Frame) -> int | None:
    """The line that holds a name of the byline and nothing else; what stands below it is about the writer."""
    paras, body = frame.paras, frame.body
    known = {name.casefold() for name in frame.names}
    for at in range(body[-1], body[0], -1):
        if not paras[at].role and paras[at].text.casefold() in known:
            above = [each for each in body if each < at]
            below = [each for each in body if each > at]
            return at if frame.words(below) <= frame.words(above) else None
    return None
    return None


def _below_end(frame: Frame) -> int | None:
    """The first line with which a page ends its story, below the larger part of it: "12 comments"."""
    paras, body = frame.paras, frame.body
    whole = frame.words(body)
    above = 0
    story = set(body)
    for at in range(body[0], body[-1]):
        if at in story:
            above += frame.words([at])
        elif above >= _LEAST and above * 2 >= whole and _ends_page(paras[at].text):
            return at
    return None


def _ends_page(text: str) -> bool:
    """Whether a line ends the story of a page by its words, or says whose the rights are."""
    return bool(_ENDS_PAGE.fullmatch(_bare(text))) or (len(text) <= _RIGHTS and text.startswith("©"))


def _bare(text: str) -> str:
    return small(text[:120]).strip(" .:…!#*_-–—»>()")


def _is_afterword(frame: Frame) -> bool:
    """Whether the last sentences of a text are no story: who the writer is, or words to whoever reads them."""
    paras, body = frame.paras, frame.body
    text = paras[body[-1]].text
    if is_about_writer(text, frame.names):
        return True
    between = paras[body[-2] + 1 : body[-1]]
    is_apart = any(para.role == FURNITURE for para in between)
    shared = stems(text) & stems(frame.beginnings(body[:-1]))
    if is_apart and len(between) >= _RUN and not shared and len(text.split()) <= SAID and not speaks(text):
        return addresses(text, frame.language) or speaks_of_a_page(text)
    return is_pages_sentence(text, apart=is_apart and not shared, language=frame.language)


def is_about_writer(text: str, names: Collection[str]) -> bool:
    """Whether a short paragraph begins with a name of the byline, or with its last part."""
    begins = {*names, *(f"{name.split()[-1]} " for name in names)}
    return len(text.split()) <= _ABOUT * 2 and not speaks(text) and text.startswith(tuple(begins))


def mark_tail(frame: Frame, paras: Sequence[Para]) -> None:
    """Gives what is left below the story of a page its role."""
    for para in paras:
        para.role = para.role or FURNITURE
