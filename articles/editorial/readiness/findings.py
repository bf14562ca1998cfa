"""What a rule of readiness finds: the field, where in it, and a sentence for the writer."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import shorten

from articles.text.body.body import Body

SHOWN = 40  # characters of a text by which a writer finds it


@dataclass(frozen=True)
class Spot:
    """A place in the field: words, in the body those of one of its blocks; or there a photo and what of it."""

    words: str = ""
    block: int | None = None  # counted from 0, as `Body.blocks`
    photo: int | None = None  # counted from 0, as `Body.photos`
    part: str = ""  # of the photo: "alt", "credit" or "caption"


@dataclass(frozen=True)
class Finding:
    """One thing to mend: the field it is in, a sentence for the writer, and the place in the field if there is one."""

    field: str
    sentence: str
    spot: Spot | None = None

    def __str__(self) -> str:
        return self.sentence


def short(words: str) -> str:
    """The beginning of a text, enough to know it by."""
    return shorten(words, SHOWN, placeholder="…")


def block_at(body: Body, offset: int) -> int:
    """The number of the block of a body that holds a character of its text."""
    return next((number for number, block in enumerate(body.blocks) if offset <= block.end), len(body.blocks) - 1)


def sections_from(body: Body) -> Iterator[tuple[int, Body]]:
    """(the number of its first block in the whole body, the body of a section) for each section."""
    number = 0
    for section in body.sections:
        number += bool(section.heading)
        yield number, section.body
        number += len(section.body.blocks)
