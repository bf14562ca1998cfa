"""What two sequences have in common, in order, in time that grows with their lengths and not with their product.

Small ones are compared as difflib does. In large ones first the common ends are taken off, then what stands once in
each holds them together; what is still large between these counts as replaced.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher

# difflib takes up to the third power of a length. Above this product of two lengths it is not asked.
MOST_COMPARED = 40_000
# So often what stands once is looked for within what lies between; each time takes all that is left once more.
MOST_DEEP = 6

# What became of a stretch ("equal", "replace", "delete", "insert"), from where to where in the one and in the other.
Code = tuple[str, int, int, int, int]
Place = tuple[int, int]


def opcodes(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[Code]:
    """Codes as of difflib's `get_opcodes`: how `before` becomes `after`, neighbours never of the same kind."""
    same = [*_same(before, after, (0, len(before)), (0, len(after)), 0), (len(before), len(after), 0)]
    codes: list[Code] = []
    n = m = 0
    for i, j, size in _joined(same):
        if n < i or m < j:
            codes.append(("replace" if n < i and m < j else "delete" if n < i else "insert", n, i, m, j))
        if size:
            codes.append(("equal", i, i + size, j, j + size))
        n, m = i + size, j + size
    return codes


def _joined(blocks: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """The blocks with those in one that follow each other without a gap."""
    i = j = size = 0
    for n, m, more in blocks:
        if (n, m) == (i + size, j + size):
            size += more
        else:
            yield i, j, size
            i, j, size = n, m, more
    yield i, j, size


def _same(
    before: Sequence[Hashable], after: Sequence[Hashable], ours: Place, theirs: Place, depth: int
) -> Iterator[tuple[int, int, int]]:
    """(start in `before`, start in `after`, length) of what two stretches have in common, in order."""
    (n1, n2), (m1, m2) = ours, theirs
    if (n2 - n1) * (m2 - m1) <= MOST_COMPARED:
        if n1 < n2 and m1 < m2:
            matcher = SequenceMatcher(None, before[n1:n2], after[m1:m2], autojunk=False)
            yield from ((n1 + i, m1 + j, size) for i, j, size in matcher.get_matching_blocks() if size)
        return
    head = _length_in_common(before, after, range(n1, n2), range(m1, m2))
    tail = _length_in_common(before, after, range(n2 - 1, n1 + head - 1, -1), range(m2 - 1, m1 + head - 1, -1))
    yield n1, m1, head
    n1, m1, n2, m2 = n1 + head, m1 + head, n2 - tail, m2 - tail
    anchors = _anchors(before, after, (n1, n2), (m1, m2)) if depth < MOST_DEEP else []
    if anchors or head or tail:
        for i, j in [*anchors, (n2, m2)]:
            yield from _same(before, after, (n1, i), (m1, j), depth + 1)
            if i < n2:
                yield i, j, 1
            n1, m1 = i + 1, j + 1
    yield n2, m2, tail


def _length_in_common(before: Sequence[Hashable], after: Sequence[Hashable], ours: range, theirs: range) -> int:
    """How many items are the same, from the first on, at these places."""
    count = 0
    for n, m in zip(ours, theirs, strict=False):
        if before[n] != after[m]:
            break
        count += 1
    return count


def _anchors(before: Sequence[Hashable], after: Sequence[Hashable], ours: Place, theirs: Place) -> list[Place]:
    """The places of what stands once in each of two stretches: as many as can be in one order in both."""
    once = Counter(after[slice(*theirs)])
    places = {item: place for place, item in enumerate(after[slice(*theirs)], theirs[0]) if once[item] == 1}
    counts = Counter(before[slice(*ours)])
    pairs = [
        (place, places[item])
        for place, item in enumerate(before[slice(*ours)], ours[0])
        if counts[item] == 1 and item in places
    ]
    return _longest_rise(pairs)


def _longest_rise(pairs: Sequence[Place]) -> list[Place]:
    """The longest run of pairs, whose first parts rise, in which the second parts rise too."""
    ends: list[int] = []  # the smallest second part with which a run of each length can end
    last: list[int] = []  # which pair that is
    before: list[int] = []  # for each pair the one before it in its run
    for number, (_, second) in enumerate(pairs):
        length = bisect_left(ends, second)
        before.append(last[length - 1] if length else -1)
        if length == len(ends):
            ends.append(second)
            last.append(number)
        else:
            ends[length], last[length] = second, number
    rise: list[Place] = []
    number = last[-1] if last else -1
    while number >= 0:
        rise.append(pairs[number])
        number = before[number]
    return rise[::-1]
