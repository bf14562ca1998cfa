"""Two states of a text side by side, block by block: what stayed, what was changed into what, what came and went."""

import re
from collections import Counter
from collections.abc import Sequence

from articles.text.body.html_parser import nodes_of
from articles.text.body.nodes import write
from articles.text.compare.matching import opcodes

# Above this many pairs of blocks to compare, blocks are paired in order instead of by likeness.
MOST_COMPARED = 900
_WORD = re.compile(r"\w+")

Pair = tuple[int | None, int | None]


def html_blocks(body: str) -> list[str]:
    """The blocks of a cleaned body, each as canonical HTML; joined they are the body."""
    return [write([node]) for node in nodes_of(body)]


def align(before: Sequence[str], after: Sequence[str]) -> list[Pair]:
    """Positions in both sequences, side by side and in order, each position once.

    (n, m): the same item, or an item changed into another; (n, None): it went; (None, m): it came.
    """
    laid: list[Pair] = []
    for kind, i1, i2, j1, j2 in opcodes(before, after):
        if kind == "equal":
            laid += zip(range(i1, i2), range(j1, j2), strict=True)
        else:
            laid += _paired(before, after, range(i1, i2), range(j1, j2))
    return laid


def _paired(before: Sequence[str], after: Sequence[str], ours: range, theirs: range) -> list[Pair]:
    """Pairs between two runs that share no item: as many as there can be, and of these the most alike."""
    if not (ours and theirs):
        return [*((n, None) for n in ours), *((None, m) for m in theirs)]
    if len(ours) * len(theirs) > MOST_COMPARED or len(ours) == len(theirs) == 1:
        both = min(len(ours), len(theirs))
        return [
            *zip(ours[:both], theirs[:both], strict=True),
            *((n, None) for n in ours[both:]),
            *((None, m) for m in theirs[both:]),
        ]
    words, others = [_words(before[n]) for n in ours], [_words(after[m]) for m in theirs]
    return _most_alike(ours, theirs, [[_likeness(some, other) for other in others] for some in words])


def _most_alike(ours: range, theirs: range, alike: Sequence[Sequence[float]]) -> list[Pair]:
    """The alignment with the highest sum of likenesses, each pair counting one more for being a pair."""
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for n in reversed(range(len(ours))):
        for m in reversed(range(len(theirs))):
            best[n][m] = max(best[n + 1][m + 1] + 1 + alike[n][m], best[n + 1][m], best[n][m + 1])
    laid: list[Pair] = []
    n = m = 0
    while n < len(ours) and m < len(theirs):
        if best[n][m] == best[n + 1][m + 1] + 1 + alike[n][m]:
            laid.append((ours[n], theirs[m]))
            n, m = n + 1, m + 1
        elif best[n][m] == best[n + 1][m]:
            laid.append((ours[n], None))
            n += 1
        else:
            laid.append((None, theirs[m]))
            m += 1
    return [*laid, *((rest, None) for rest in ours[n:]), *((None, rest) for rest in theirs[m:])]


def likeness(some: str, other: str) -> float:
    """How many of the words of two pieces of HTML or text are the same, in order or not: from 0 to 1."""
    return _likeness(_words(some), _words(other))


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text))


def _likeness(some: Counter[str], other: Counter[str]) -> float:
    few, many = sorted((some, other), key=len)
    total = some.total() + other.total()
    return 2 * sum(min(count, many[word]) for word, count in few.items()) / total if total else 1.0
