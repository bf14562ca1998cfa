"""Two people's changes to one text brought together, block by block: one side's are taken, both sides' are asked about.

Nothing is dropped: each block that somebody wrote stands in the result or in a choice.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.text.compare.alignment import blocks_of, likeness, pairs

# Two new blocks at the same place that are more alike than this are one block, written twice.
ALIKE = 0.6


@dataclass(frozen=True)
class Choice:
    """A place that both sides changed: what stands there on each, and what stood there before. "" is nothing."""

    base: str
    mine: str
    theirs: str


Piece = str | Choice


def merge_bodies(base: str, mine: str, theirs: str) -> list[Piece]:
    """Cleaned bodies merged: HTML of one or more blocks that is settled, and Choices, in the order of the page."""
    return _joined(merge(blocks_of(base), blocks_of(mine), blocks_of(theirs)))


def merge_values(base, mine, theirs):
    """One value of three, by the same rule: a value, or None when both sides changed it to something else."""
    if mine in (base, theirs):
        return theirs
    return mine if theirs == base else None


def merge_sets(base: Sequence, mine: Sequence, theirs: Sequence) -> list:
    """What neither side took away and what either added: theirs in its order, then what is only mine."""
    gone = {*base} - ({*mine} & {*theirs})
    return [item for item in dict.fromkeys([*theirs, *mine]) if item not in gone]


def merge(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[Piece]:
    """Blocks merged; a block is whatever compares equal and is not empty."""
    ours, others = _Side(base, mine), _Side(base, theirs)
    merged: list[Piece] = []
    for place in range(len(base) + 1):
        merged += _came(ours.came[place], others.came[place])
        if place < len(base):
            merged.append(_stands(base[place], ours.stands[place], others.stands[place]))
    return [piece for piece in merged if piece]


class _Side:
    """What one side made of the base: what stands at each block's place, and what came before each (and at the end)."""

    def __init__(self, base, side):
        self.stands = [""] * len(base)
        self.came = [[] for _ in range(len(base) + 1)]
        place = 0
        for before, after in pairs(base, side):
            if before is None:
                self.came[place].append(side[after])
            else:
                place = before + 1
                self.stands[before] = "" if after is None else side[after]


def _stands(base, mine, theirs):
    """What is to stand where a block of the base stood."""
    value = merge_values(base, mine, theirs)
    return Choice(base, mine, theirs) if value is None else value


def _came(mine, theirs):
    """What came at one place: theirs, then mine; what is the same once; and what is nearly so to choose from."""
    if not mine or not theirs:
        return [*mine, *theirs]
    merged: list[Piece] = []
    late: list[str] = []
    for theirs_at, mine_at in pairs(theirs, mine):
        if mine_at is None:
            merged.append(theirs[theirs_at])
        elif theirs_at is None:
            late.append(mine[mine_at])
        elif mine[mine_at] == theirs[theirs_at]:
            merged.append(mine[mine_at])
        elif likeness(mine[mine_at], theirs[theirs_at]) > ALIKE:
            merged.append(Choice("", mine[mine_at], theirs[theirs_at]))
        else:
            merged.append(theirs[theirs_at])
            late.append(mine[mine_at])
    return merged + late


def _joined(pieces):
    """The pieces with neighbours that are settled in one."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and isinstance(piece, str) and isinstance(joined[-1], str):
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined
