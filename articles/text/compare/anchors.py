"""Words of a text found again after a change (W3C, TextQuoteSelector): rather lost than mistaken."""

from typing import NamedTuple

CONTEXT = 32  # characters kept on each side
ENOUGH = 12  # characters of what stood around the words, by which they are known
START, END = "\x02", "\x03"  # stand in a context for the beginning and the end of the text


class Anchor(NamedTuple):
    """Words, and what stood before and after them."""

    exact: str
    prefix: str
    suffix: str


def anchor_at(text: str, start: int, end: int) -> Anchor:
    """The Anchor of `text[start:end]`."""
    whole = START + text + END
    before, after = whole[: start + 1], whole[end + 1 :]
    return Anchor(text[start:end], before[-CONTEXT:], after[:CONTEXT])


def place_of(text: str, anchor: Anchor) -> tuple[int, int] | None:
    """(start, end) of the anchor's words in a text, or None where they are gone or cannot be told from others.

    On one side at least all that stood there has to stand there still.
    """
    if not anchor.exact:
        return None
    whole = START + text + END
    found: list[tuple[int, int]] = []
    long = len(anchor.exact)
    at = whole.find(anchor.exact)
    while at >= 0:
        before = _alike(whole[max(0, at - CONTEXT) : at][::-1], anchor.prefix[::-1])
        after = _alike(whole[at + long : at + long + CONTEXT], anchor.suffix)
        is_kept = (before == len(anchor.prefix), after == len(anchor.suffix))
        if all(is_kept) or (any(is_kept) and before + after >= ENOUGH):
            found.append((before + after, at - 1))
        at = whole.find(anchor.exact, at + 1)
    found.sort(reverse=True)
    if not found or (len(found) > 1 and found[0][0] == found[1][0]):
        return None
    start = found[0][1]
    return start, start + long


def _alike(text: str, wanted: str) -> int:
    """How many characters both begin with."""
    number = 0
    for here, there in zip(text, wanted, strict=False):
        if here != there:
            break
        number += 1
    return number
