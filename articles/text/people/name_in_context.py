"""Where a text names somebody: the sentence around a name, short enough for a list."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from articles.text.people.name_index import NameIndex
from articles.text.quotes.sentences import sentence_ends

AROUND = 120  # characters of the sentence on either side of the name
_REACH = 2 * AROUND  # within which a sentence's ends matter


class NameInContext(NamedTuple):
    """A sentence in three pieces: what stands before the name, the name as it is written, what follows."""

    before: str
    name: str
    after: str


def first_in_context(lines: Sequence[str], names: Iterable[tuple[int, str]]) -> dict[int, NameInContext]:
    """The Passage in which each name stands first, by its number; names that the lines don't have are left out."""
    index = NameIndex(names)
    found: dict[int, NameInContext] = {}
    for line in lines:
        for hit in index.find(line):
            for number in hit.people:
                if number not in found:
                    found[number] = in_context(line, hit.start, hit.end)
    return found


def in_context(line: str, start: int, end: int) -> NameInContext:
    """The sentence around `line[start:end]`; what of it is far away is left out at a word, with “…”."""
    low = max(start - _REACH, 0)
    ends = [low + at for at in sentence_ends(line[low : end + _REACH])]
    first = max((at for at in ends if at <= start), default=low)
    last = min((at for at in ends if at >= end), default=end + _REACH)
    before, after = line[first:start].lstrip(), line[end:last].rstrip()
    if len(before) > AROUND:
        before = "…" + (before[-AROUND:].partition(" ")[2] or before[-AROUND:])
    if len(after) > AROUND:
        after = (after[:AROUND].rpartition(" ")[0] or after[:AROUND]) + "…"
    return NameInContext(before, line[start:end], after)
