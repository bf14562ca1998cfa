"""Numbers as pages hand them back: of rows, versions and counts."""

from collections.abc import Iterable

LONGEST = 18  # digits; no number of ours is longer, and databases hold all of them


def number_in(text: str) -> int | None:
    """The whole number that a text says, or None for any other text and for one longer than ours are."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST else None


def numbers_in(texts: Iterable[str]) -> list[int]:
    """The whole numbers that these texts say, in their order, as a list; other texts are passed over."""
    return [number for text in texts if (number := number_in(text)) is not None]
