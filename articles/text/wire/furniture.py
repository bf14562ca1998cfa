"""Page furniture: the lines that a web page puts around a story and that are no part of it."""

import re

from articles.text.instructions.furniture_words import BEGINNING, FIRST_STEP, RELATED, WHOLE
from articles.text.instructions.patterns import small
from articles.text.wire.line_shapes import ends_sentence
from articles.text.wire.paragraphs import Para

_LONGEST = 160  # characters; a longer line is a paragraph, even if it begins with "Read more"

_WHOLE = re.compile(WHOLE)
_RELATED = re.compile(RELATED)
_BEGINNING = re.compile(BEGINNING)
_PATH = re.compile(rf"{FIRST_STEP}(?:\s*[>›»/|→]\s*[^>›»/|→]{{1,40}}){{1,6}}", re.IGNORECASE)
_BUTTONS = re.compile(r"\s*[|•·/]\s*")


def mark_furniture(paras: list[Para]) -> None:
    """Gives page furniture its role: known lines, lines without a letter or a digit, lists of other stories."""
    for para in paras:
        if not para.role and (not para.level or _RELATED.fullmatch(_bare(para.text))) and _is_furniture(para.text):
            para.role = "furniture"
    _mark_related(paras)


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
    if _WHOLE.fullmatch(bare) or _BEGINNING.match(small(text.strip(" *_-–•▶►"))) or _PATH.fullmatch(text.strip()):
        return True
    buttons = [_bare(part) for part in _BUTTONS.split(text)]
    return len(buttons) > 1 and all(button and _WHOLE.fullmatch(button) for button in buttons)


def _bare(text: str) -> str:
    """Letters and digits only, small letters, single spaces."""
    return " ".join(re.sub(r"[^\w\s]+", "", small(text[:_LONGEST]).replace("-", " ")).split())
