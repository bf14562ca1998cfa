"""Single lines of a page, known by their words or by their shape, and what a told sentence is."""

import re
from collections.abc import Sequence
from functools import lru_cache

from articles.text.instructions.furniture.furniture_beginnings import BEGINNING, FIRST_STEP, INSIDE, MAILING, RELATED
from articles.text.instructions.furniture.furniture_words import WHOLE
from articles.text.instructions.furniture.page_words import speaks_of_sections
from articles.text.instructions.patterns import small
from articles.text.wire.bylines import parse_byline
from articles.text.wire.datelines import is_date_line, is_place_and_date
from articles.text.wire.line_shapes import ends_sentence, is_title_like, last_mark
from articles.text.wire.paragraphs import Para

LONGEST = 160  # characters; a longer line is a paragraph, even if it begins with "Read more"
_TOLD = 2  # words of a sentence that a story may consist of
_SHOUTED = 4  # of one that ends otherwise than with a full stop

_WHOLE = re.compile(WHOLE)
_INSIDE = re.compile(INSIDE)
_RELATED = re.compile(RELATED)
_MAILING = re.compile(MAILING)
_MARKS = frozenset('“”„«»"')
_BEGINNING = re.compile(BEGINNING)
_PATH = re.compile(rf"{FIRST_STEP}(?:\s*[>›»/|→]\s*[^>›»/|→]{{1,40}}){{1,6}}", re.IGNORECASE)
ANY_PATH = re.compile(r"[^>›»|/:]{2,24}(?:\s*[>›»|]\s*[^>›»|/]{2,24}|\s+/\s+[^>›»|/]{2,24}){1,5}")
_BUTTONS = re.compile(r"\s*[|•·/]\s*")
_MINUTES = re.compile(r"\d ?min\.$")
_COUNT = re.compile(r"[\d.,: ]{1,9}[kKмK]?")
_SIGNED = re.compile(
    r"\s*(?:\([^()]{2,24}\)|(?<=[.!?”»\"])\s[^\W\d_a-z]{2,12})\.?$"
)  # the agency behind the last sentence
_LETTERS = re.compile(r"(?:[وفبكل]?ال|ה)?([^\W\d_]+)")  # words, without what Arabic and Hebrew set before them
UNSPACED = re.compile(r"[\u3040-\u9fff]")
FURNITURE, INSTRUCTION = "furniture", "instruction"


def mark_furniture(paras: Sequence[Para]) -> None:
    """Gives lines that are a page's by their very words its role, and the list of other stories under its heading."""
    listing = below = False
    for para in paras:
        below = below or (not para.role and is_told(para.text))
        if para.role:
            continue
        heads_list = bool(_RELATED.fullmatch(_bare(para.text)))
        if heads_list or (not para.level and (is_furniture_line(para.text) or (listing and _is_title(para.text)))):
            para.role = FURNITURE
        listing = (below and heads_list) or (listing and para.role == FURNITURE)


def _is_title(text: str) -> bool:
    return is_title_like(text) and parse_byline(text) is None


def is_told(text: str) -> bool:
    """Whether a paragraph is one or more sentences, as a story is told in."""
    count = len(text[:2000].split())
    if _MINUTES.search(text[-12:]) and len(text) <= 60:
        return False
    if len(text) <= 60 and (is_date_line(text) or is_place_and_date(text)):
        return False
    ends = ends_sentence(_SIGNED.sub("", text[-200:]))
    least = _TOLD if last_mark(text) == "." else _SHOUTED
    return (ends and (count >= least or bool(UNSPACED.search(text[9:40])))) or count > 30


def begins_as_furniture(text: str) -> bool:
    """Whether a line begins with the words of a page: "Read more: …"."""
    return len(text) <= LONGEST and bool(_BEGINNING.match(small(text)))


def is_path(text: str) -> bool:
    """Whether a line is a way through a site ("News / Life"), a row of its parts, or a bare count."""
    return speaks_of_sections(text) or bool(
        len(text) <= 90 and (ANY_PATH.fullmatch(text.strip()) or _COUNT.fullmatch(text.strip()))
    )


@lru_cache(maxsize=8192)
def is_furniture_line(text: str) -> bool:
    """Whether a line is known as furniture by its words, or has neither a letter nor a digit."""
    if not any(c.isalnum() for c in text[:2000]):
        return not any(c.isalnum() for c in text)
    if is_of_a_mailing(text):
        return True
    if len(text) > LONGEST or (text[-1] == "." and is_told(text)):
        return False
    bare = _bare(text)
    if len(text.split()) <= 12 and _INSIDE.search(small(text.strip(" *_-–•▶►.…!"))):
        return True
    if _WHOLE.fullmatch(bare) or _BEGINNING.match(small(text.strip(" *_-–•▶►"))) or _PATH.fullmatch(text.strip()):
        return True
    buttons = [_bare(part) for part in _BUTTONS.split(text)]
    return len(buttons) > 1 and all(button and _WHOLE.fullmatch(button) for button in buttons)


def is_of_a_mailing(text: str) -> bool:
    """Whether a line is what a letter to readers says of itself: how to see it, why it came, how to stop it."""
    return len(text) <= LONGEST * 2 and not _MARKS & set(text) and bool(_MAILING.search(small(text)))


def _bare(text: str) -> str:
    """Letters and digits only, small letters, single spaces."""
    return " ".join(re.sub(r"[^\w\s]+", "", small(text[:LONGEST]).replace("-", " ")).split())


def stems(text: str) -> set[str]:
    """The beginnings of the long words of a text, by which two texts may speak of the same."""
    if UNSPACED.search(text):
        return {text[at : at + 2] for at in range(len(text) - 1)}
    return {word[:5] for word in _LETTERS.findall(small(text)) if len(word) > 3}
