"""The typefaces that cards are set in: which of them has all signs of a text, and a text without signs that none has.

A line is set in one face, so that what runs from right to left and what does not stand in their order within it. All
are under the SIL Open Font License, whose texts lie beside them. Each has Latin letters and those it is named after.
"""

import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from PIL import ImageFont

FONTS = Path(__file__).parent / "fonts"
SERIF = ("latin", "cyrillic-greek", "arabic", "hebrew")
SANS = ("latin-sans", "cyrillic-greek", "arabic", "hebrew")
MISSING = "\U0010ffff"  # no face has it, so it is drawn as the box that stands for what is missing
PROBED_AT = 24  # pixels
# What shapes letters and is not seen: joiners and marks of direction.
UNSEEN = frozenset("\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069")
ENOUGH = 0.9  # of the letters; a text of which a face has fewer would be another text
RIGHT_TO_LEFT = ("arabic", "hebrew")


class SetText(NamedTuple):
    """A text without what can't be set, and the name of the face that has the rest."""

    text: str
    face: str


def settable(text: str, faces: tuple[str, ...] = SERIF) -> SetText | None:
    """The text as it can be set in the first of the faces that has most of it; None where too many letters are missing.

    Emoji and other pictures are left out, and are no loss.
    """
    text = " ".join(unicodedata.normalize("NFC", text).split())
    letters = [sign for sign in text if unicodedata.category(sign)[0] in "LN"]
    if not letters:
        return None
    face = max(faces, key=lambda each: sum(has(each, sign) for sign in letters))
    if sum(has(face, sign) for sign in letters) < ENOUGH * len(letters):
        return None
    joining = UNSEEN if face in RIGHT_TO_LEFT else frozenset()
    kept = "".join(sign for sign in text if sign == " " or sign in joining or (_is_seen(sign) and has(face, sign)))
    return SetText(" ".join(kept.split()), face)


def runs_from_right(text: str) -> bool:
    """Whether most letters of a text are of a script that is written from right to left."""
    found = settable(text)
    return found is not None and found.face in RIGHT_TO_LEFT


def _is_seen(sign: str) -> bool:
    """Whether a sign is drawn: what only says how an emoji looks is not, nor is a soft hyphen."""
    return unicodedata.category(sign) not in ("Cf", "Cc") and not "\ufe00" <= sign <= "\ufe0f"


@lru_cache(maxsize=64)
def font(face: str, size: int) -> ImageFont.FreeTypeFont:
    """A face at a size in pixels."""
    return ImageFont.truetype(FONTS / f"{face}.woff2", size, layout_engine=ImageFont.Layout.RAQM)


@lru_cache(maxsize=8192)
def has(face: str, sign: str) -> bool:
    """Whether a face has a sign."""
    return _drawn(face, sign) != _drawn(face, MISSING)


def _drawn(face: str, sign: str) -> bytes:
    return bytes(font(face, PROBED_AT).getmask(sign))
