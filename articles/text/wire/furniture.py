"""Page furniture: the lines that a web page puts around a story and that are no part of it."""

import re

from articles.text.instructions.furniture_words import BEGINNING, FIRST_STEP, INSIDE, NEWSLETTER, RELATED, WHOLE
from articles.text.instructions.patterns import small
from articles.text.wire.line_shapes import ends_sentence
from articles.text.wire.paragraphs import Para

A_PAGE = 3  # known lines of furniture that show a copied page
_LONGEST = 160  # characters; a longer line is a paragraph, even if it begins with "Read more"

_WHOLE = re.compile(WHOLE)
_INSIDE = re.compile(INSIDE)
_NEWSLETTER = re.compile(NEWSLETTER)
_RELATED = re.compile(RELATED)
_BEGINNING = re.compile(BEGINNING)
_PATH = re.compile(rf"{FIRST_STEP}(?:\s*[>›»/|→]\s*[^>›»/|→]{{1,40}}){{1,6}}", re.IGNORECASE)
_ANY_PATH = re.compile(r"[^>›»|/]{2,24}(?:\s*[>›»]\s*[^>›»|/]{2,24}|\s+/\s+[^>›»|/]{2,24}){1,5}")
_BUTTONS = re.compile(r"\s*[|•·/]\s*")


def mark_furniture(paras: list[Para]) -> None:
    """Gives page furniture its role: known lines, lines without a letter or a digit, lists of other stories.

    Where several known lines show that the text was copied from a page, short lines among them are furniture as well.
    """
    for para in paras:
        if not para.role and (not para.level or _RELATED.fullmatch(_bare(para.text))) and _is_furniture(para.text):
            para.role = "furniture"
    known = [para for para in paras if para.role == "furniture" and any(c.isalnum() for c in para.text[:200])]
    if len(known) >= A_PAGE:
        _mark_page(paras)
    _mark_related(paras)


def _mark_page(paras: list[Para]) -> None:
    """Short lines of a page above furniture at its top, between furniture, and behind the story where furniture is."""
    prose = [at for at, para in enumerate(paras) if not para.role and _is_prose(para.text)]
    if not prose:
        return
    head = next((at for at in range(prose[0]) if not paras[at].role and _may_be_headline(paras[at].text)), prose[0])
    top = max((at for at in range(prose[0]) if paras[at].role == "furniture"), default=-1)
    below = paras[prose[-1] + 1 :]
    for at, para in enumerate(paras):
        if para.role or para.bullet or at in prose:
            continue
        count = len(para.text.split())
        sides = [paras[side].role for side in (at - 1, at + 1) if 0 <= side < len(paras)]
        is_above = at < min(top, head) and count <= 3
        is_between = at > head and set(sides) == {"furniture"} and count <= 12
        is_path = count <= 8 and bool(_ANY_PATH.fullmatch(para.text.strip()))
        is_invitation = count <= 12 and bool(_NEWSLETTER.search(small(para.text)))
        if is_above or is_between or is_path or is_invitation:
            para.role = "furniture"
    if any(para.role == "furniture" for para in below):
        for para in below:
            para.role = para.role or ("" if para.bullet else "furniture")


def _is_prose(text: str) -> bool:
    return ends_sentence(text) and len(text.split()) >= 4 and not _NEWSLETTER.search(small(text))


def _may_be_headline(text: str) -> bool:
    """Whether a line says more than the name of a place on a page."""
    return len(text.split()) > 3 or (len(text) > 8 and " " not in text and not text.isascii())


def _mark_related(paras: list[Para]) -> None:
    """Titles under "Related stories", if no text comes below them."""
    free = [at for at, para in enumerate(paras) if not para.role]
    last_text = max(
        (at for at in free if ends_sentence(paras[at].text) and len(paras[at].text.split()) > 12), default=-1
    )
    for para in paras[last_text + 1 :]:
        if para.role == "furniture" and _RELATED.fullmatch(_bare(para.text)):
            for other in paras[paras.index(para) + 1 :]:
                other.role = other.role or "furniture"
            return


def _is_furniture(text: str) -> bool:
    if not any(c.isalnum() for c in text[:2000]):
        return not any(c.isalnum() for c in text)
    if len(text) > _LONGEST:
        return False
    bare = _bare(text)
    if len(text.split()) <= 12 and _INSIDE.search(small(text.strip(" *_-–•▶►.…!"))):
        return True
    if (
        _RELATED.fullmatch(bare)
        or _WHOLE.fullmatch(bare)
        or _BEGINNING.match(small(text.strip(" *_-–•▶►")))
        or _PATH.fullmatch(text.strip())
    ):
        return True
    buttons = [_bare(part) for part in _BUTTONS.split(text)]
    return len(buttons) > 1 and all(button and _WHOLE.fullmatch(button) for button in buttons)


def _bare(text: str) -> str:
    """Letters and digits only, small letters, single spaces."""
    return " ".join(re.sub(r"[^\w\s]+", "", small(text[:_LONGEST]).replace("-", " ")).split())
