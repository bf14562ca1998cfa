"""A stretch of a text that a check has found."""

from collections.abc import Iterable
from typing import NamedTuple


class Passage(NamedTuple):
    """`words` is text[start:end]."""

    start: int
    end: int
    words: str


def apart(passages: Iterable[Passage]) -> list[Passage]:
    """The passages in order, without those that lie inside one before them."""
    found: list[Passage] = []
    for passage in sorted(passages, key=lambda each: (each.start, -each.end)):
        if not found or passage.start >= found[-1].end:
            found.append(passage)
    return found
