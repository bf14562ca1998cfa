"""What a page says of itself between the sentences of a story."""

import re
from collections.abc import Sequence

from articles.text.instructions.furniture.page_words import is_pages_sentence, speaks_of_a_page
from articles.text.instructions.furniture.reader_words import addresses
from articles.text.wire.frame.furniture import FURNITURE, is_path, stems
from articles.text.wire.frame.head import SAID, Frame
from articles.text.wire.line_shapes import ends_sentence, words
from articles.text.wire.paragraphs import Para

_INTRODUCED = re.compile(r"[^\W\d_][^:：.!?\"“„«]{1,28}[:：]\s*\S")  # "Recommended: Gull steals keys"
_A_TITLE = 5  # words of a line that is rather another story's title than a subhead
_LINES = 20  # under it, at most
_SECTION = 900  # characters under a subhead, which speaks of what they say


def mark_gaps(frame: Frame) -> None:
    """Gives lines of a page between the sentences of a story its role; subheads stay."""
    paras, body = frame.paras, frame.body
    story = set(body)
    inside = range(body[0], body[-1])
    for at in inside:
        if at not in story and not paras[at].role and _is_pages_line(paras[at]):
            paras[at].role = FURNITURE
    for at in inside:
        para = paras[at]
        if para.role or _opens_speech(para.text):
            continue
        if _is_pages_own(frame, at) if at in story else _is_gap(frame, at):
            para.role = FURNITURE


def _opens_speech(text: str) -> bool:
    return text[:1] in '-–—"“„«‘‹»›'


def _is_pages_line(para: Para) -> bool:
    """Whether a line is the page's by its own words."""
    text = para.text
    if _opens_speech(text):
        return False
    return speaks_of_a_page(text) or is_path(text) or bool(_INTRODUCED.match(text) and not ends_sentence(text))


def _is_pages_own(frame: Frame, at: int) -> bool:
    text = frame.paras[at].text
    return is_pages_sentence(text, apart=False, language=frame.language) or _is_enclosed(frame, at)


def _is_enclosed(frame: Frame, at: int) -> bool:
    """Whether a short sentence stands between two lines of the page, and speaks as they do or to whoever reads it."""
    paras, text = frame.paras, frame.paras[at].text
    is_between = at > 0 and paras[at - 1].role == FURNITURE and paras[at + 1].role == FURNITURE
    return is_between and len(text.split()) <= SAID and (speaks_of_a_page(text) or addresses(text, frame.language))


def _is_gap(frame: Frame, at: int) -> bool:
    """Whether a line without words of a page belongs to it: it stands among its lines, or is another story's title."""
    paras, text = frame.paras, frame.paras[at].text
    if paras[at].bullet or paras[at].level or ends_sentence(text):
        return False
    below_furniture = paras[at - 1].role == FURNITURE
    count = len(words(text))
    if below_furniture:
        if paras[at + 1].role == FURNITURE or paras[at - 1].text[-1] in ":：" or addresses(text, frame.language):
            return True
        return count > 3 and not stems(text) & stems(paras[at + 1].text[:400])
    return count >= _A_TITLE and not stems(text) & stems(_section(paras, at))


def _section(paras: Sequence[Para], at: int) -> str:
    """The text under a line, up to the next line that is no sentence."""
    parts: list[str] = []
    length = 0
    for para in paras[at + 1 : at + 1 + _LINES]:
        if length > _SECTION or (parts and not ends_sentence(para.text)):
            break
        if not para.role:
            parts.append(para.text[:_SECTION])
            length += len(parts[-1])
    return " ".join(parts)
