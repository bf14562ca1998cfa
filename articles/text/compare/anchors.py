"""Words of a text found again after a change (W3C, TextQuoteSelector): rather lost than mistaken."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from articles.text.compare.matching import opcodes

CONTEXT = 32  # characters kept on each side
ENOUGH = 12  # characters of what stood around the words, by which they are known
START, END = "\x02", "\x03"  # stand in a context for the beginning and the end of the text

Place = tuple[int, int]  # from where to where in a text


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


def place_of(text: str, anchor: Anchor, line: int | None = None) -> Place | None:
    """(start, end) of the anchor's words in a text, or None where they are gone or cannot be told from others.

    On one side at least all that stood there has to stand there still. Of places that are alike, the one on `line` is
    meant, counted from 0.
    """
    best = _best(_candidates(text, anchor))
    if line is not None and len(best) > 1:
        best = [start for start in best if text.count("\n", 0, start) == line]
    return (best[0], best[0] + len(anchor.exact)) if len(best) == 1 else None


def followed(was: str, text: str, place: Place | None, anchor: Anchor) -> Place | None:
    """Where the words that stood at a place stand since a text became another, or None where they are lost.

    In a part that was not changed they stay, whatever else reads like them. Else they are looked for in what was
    changed; but where others read like them before, what is found may be those, or a copy, and they count as lost.
    `place` is None where they were lost.
    """
    at, end = place or (-1, -1)
    for old, new, length in _unchanged(was, text):
        if old <= at and end <= old + length:
            return at - old + new, end - old + new
    if any(start != at for _likeness, start in _candidates(was, anchor)):
        return None
    return place_of(text, anchor)


def _candidates(text: str, anchor: Anchor) -> list[tuple[int, int]]:
    """(how many characters around it are as they were, start) of each place where the anchor's words may stand."""
    whole = START + text + END
    found: list[tuple[int, int]] = []
    long = len(anchor.exact)
    at = whole.find(anchor.exact) if long else -1
    while at >= 0:
        before = _alike(whole[max(0, at - CONTEXT) : at][::-1], anchor.prefix[::-1])
        after = _alike(whole[at + long : at + long + CONTEXT], anchor.suffix)
        is_kept = (before == len(anchor.prefix), after == len(anchor.suffix))
        if all(is_kept) or (any(is_kept) and before + after >= ENOUGH):
            found.append((before + after, at - 1))
        at = whole.find(anchor.exact, at + 1)
    return found


def _best(candidates: Sequence[tuple[int, int]]) -> list[int]:
    """The starts of those around which most is as it was."""
    most = max((alike for alike, _start in candidates), default=0)
    return [start for alike, start in candidates if alike == most]


def _unchanged(was: str, now: str) -> Iterator[tuple[int, int, int]]:
    """(start before, start now, length) of what was not changed: both ends, and between them lines and their ends.

    Then lines that stand elsewhere, of which there was one and is one.
    """
    head, tail = _ends(was, now)
    yield 0, 0, head
    yield len(was) - tail, len(now) - tail, tail
    middle, other = was[head : len(was) - tail], now[head : len(now) - tail]
    before, after = middle.split("\n"), other.split("\n")
    old, new = _starts(before), _starts(after)
    for what, i, n, j, m in opcodes(before, after):
        ours, theirs = middle[old[i] : old[n] - 1], other[new[j] : new[m] - 1]
        first, last = (len(ours), 0) if what == "equal" else _ends(ours, theirs)
        yield head + old[i], head + new[j], first
        yield head + old[i] + len(ours) - last, head + new[j] + len(theirs) - last, last
    lines, there = _only_lines(was), _only_lines(now)
    yield from ((start, there[line], len(line)) for line, start in lines.items() if line in there)


def _only_lines(text: str) -> dict[str, int]:
    """Where each line begins that a text has once."""
    lines = text.split("\n")
    often = Counter(lines)
    return {line: start for line, start in zip(lines, _starts(lines), strict=False) if often[line] == 1}


def _ends(was: str, now: str) -> tuple[int, int]:
    """How many characters two texts have in common at their beginning, and how many of the rest at their end."""
    head = _alike(was, now)
    return head, _alike(was[head:][::-1], now[head:][::-1])


def _starts(lines: Sequence[str]) -> list[int]:
    return list(accumulate((len(line) + 1 for line in lines), initial=0))


def _alike(text: str, wanted: str) -> int:
    """How many characters both begin with."""
    number = 0
    for here, there in zip(text, wanted, strict=False):
        if here != there:
            break
        number += 1
    return number
