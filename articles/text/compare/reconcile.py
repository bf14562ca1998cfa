"""Two people's changes to one text reconciled, block by block: one side's are taken, both sides' are asked about.

Nothing is dropped: each block that somebody wrote stands in the result or in a choice. Of a table the rows are blocks.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from articles.text.body.html_parser import nodes_of
from articles.text.body.nodes import Item, Node, write
from articles.text.body.vocabulary import ROWS
from articles.text.compare.alignment import align, html_blocks, likeness

T = TypeVar("T")

# Two new blocks at the same place that are more alike than this are one block, written twice.
ALIKE = 0.6


@dataclass(frozen=True)
class Choice:
    """A place that both sides changed: what stands there on each, and what stood there before. "" is nothing."""

    base: str
    mine: str
    theirs: str


Piece = str | Choice


def reconcile_bodies(base: str, mine: str, theirs: str) -> list[Piece]:
    """Of cleaned bodies: HTML of one or more blocks that is settled, and Choices, in the order of the page."""
    pieces = reconcile_blocks(html_blocks(base), html_blocks(mine), html_blocks(theirs))
    return _joined((isinstance(piece, Choice) and _table_of(piece)) or piece for piece in pieces)


def _table_of(choice: Choice) -> str:
    """The table that two people's changes to different rows make; "" where they changed the same, or no table."""
    tables = [nodes_of(html) for html in (choice.base, choice.mine, choice.theirs)]
    if not all(len(nodes) == 1 and nodes[0].element.holds == ROWS for nodes in tables):
        return ""
    (base,), (mine,), (theirs,) = tables
    caption = reconcile_values(base.items[0], mine.items[0], theirs.items[0])
    rows = {_row_html(table, row): row for (table,) in tables for row in table.items[1:]}
    pieces = reconcile_blocks(*([_row_html(table, row) for row in table.items[1:]] for (table,) in tables))
    if caption is None or any(isinstance(piece, Choice) for piece in pieces) or mine.head != theirs.head:
        return ""
    width = max(map(len, rows.values()))
    items = [rows[piece] + ((),) * (width - len(rows[piece])) for piece in pieces if isinstance(piece, str)]
    return write([replace(theirs, items=(caption, *items))])


def _row_html(table: Node, row: Item) -> str:
    return write([replace(table, items=(((),), row), head="")])


def reconcile_values(base: T, mine: T, theirs: T) -> T | None:
    """One value of three, by the same rule: a value, or None when both sides changed it to something else."""
    if mine in (base, theirs):
        return theirs
    return mine if theirs == base else None


def reconcile_sets(base: Sequence[T], mine: Sequence[T], theirs: Sequence[T]) -> list[T]:
    """What neither side took away and what either added: theirs in its order, then what is only mine."""
    gone = {*base} - ({*mine} & {*theirs})
    return [item for item in dict.fromkeys([*theirs, *mine]) if item not in gone]


def reconcile_blocks(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[Piece]:
    """Settled blocks and Choices in order; a block is any text that is not empty."""
    ours, others = _Side(base, mine), _Side(base, theirs)
    pieces: list[Piece] = []
    for place in range(len(base) + 1):
        pieces += _came(ours.came[place], others.came[place])
        if place < len(base):
            pieces.append(_stands(base[place], ours.stands[place], others.stands[place]))
    return [piece for piece in pieces if piece]


class _Side:
    """What one side made of the base: what stands at each block's place, and what came before each (and at the end)."""

    def __init__(self, base: Sequence[str], side: Sequence[str]) -> None:
        self.stands = [""] * len(base)
        self.came: list[list[str]] = [[] for _ in range(len(base) + 1)]
        place = 0
        for before, after in align(base, side):
            block = "" if after is None else side[after]
            if before is None:
                self.came[place].append(block)
            else:
                place = before + 1
                self.stands[before] = block


def _stands(base: str, mine: str, theirs: str) -> Piece:
    """What is to stand where a block of the base stood."""
    value = reconcile_values(base, mine, theirs)
    return Choice(base, mine, theirs) if value is None else value


def _came(mine: Sequence[str], theirs: Sequence[str]) -> list[Piece]:
    """What came at one place: theirs, then mine; what is the same once; and what is nearly so to choose from."""
    if not mine or not theirs:
        return [*mine, *theirs]
    pieces: list[Piece] = []
    late: list[str] = []
    for theirs_at, mine_at in align(theirs, mine):
        ours = "" if mine_at is None else mine[mine_at]
        others = "" if theirs_at is None else theirs[theirs_at]
        if not ours or ours == others:
            pieces.append(others)
        elif others and likeness(ours, others) > ALIKE:
            pieces.append(Choice("", ours, others))
        else:
            pieces.append(others)
            late.append(ours)
    return pieces + late


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces with neighbours that are settled in one."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and isinstance(piece, str) and isinstance(joined[-1], str):
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined
