"""Tables as they are read: which ones are tables at all, rows of one length, and the cells that are headings."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from articles.text.body.lines import fitted, tidy_line
from articles.text.body.nodes import Line, Node, Run
from articles.text.body.vocabulary import ELEMENTS

_TABLE = re.compile(r"<table>([^<]*(?:<(?!/?table>)[^<]*)*)</table>")
_SIDE_BY_SIDE = re.compile(r"</t[dh]>\s*<t[dh]>")
_STRUCTURE = re.compile(r"<(?:h[1-6]|[uo]l|blockquote|figure|hr)\b")


def tables_in(source: str) -> frozenset[int]:
    """Where the tables start that have cells side by side with nothing but lines in them; any other is scaffold."""
    return frozenset(
        found.start()
        for found in _TABLE.finditer(source)
        if _SIDE_BY_SIDE.search(found[1]) and not _STRUCTURE.search(found[1])
    )


@dataclass
class _Cell:
    is_heading: bool
    lines: list[Line] = field(default_factory=list)


class TableDraft:
    """A table being read. Its caption takes the words that stand in no cell."""

    def __init__(self) -> None:
        self._caption: list[Line] = []
        self._rows: list[list[_Cell]] = []
        self._open = self._caption

    def start(self, tag: str) -> None:
        """The start of a row, a cell or anything else."""
        if tag == "tr":
            self._rows.append([])
        elif tag in ("td", "th"):
            self._rows = self._rows or [[]]
            self._rows[-1].append(_Cell(tag == "th"))
            self._open = self._rows[-1][-1].lines

    def end(self, tag: str) -> None:
        """The end of a row, a cell or anything else."""
        if tag in ("td", "th"):
            self._open = self._caption

    def add(self, line: Line) -> None:
        """A line of what is open."""
        self._open.append(line)

    def node(self) -> Node | None:
        """The table, all its rows of one length; None when it holds no words."""
        rows = [row for row in self._rows if row]
        if not (self._caption or any(cell.lines for row in rows for cell in row)):
            return None
        width = max(map(len, rows))
        head = " ".join(name for name, is_so in (("row", _heads_columns(rows)), ("column", _heads_rows(rows))) if is_so)
        items = tuple(tuple(_joined(cell.lines) for cell in row) + ((),) * (width - len(row)) for row in rows)
        return Node(ELEMENTS["table"], ((_plain(self._caption),), *items), head=head)


def _heads_columns(rows: list[list[_Cell]]) -> bool:
    return _are_headings(rows[0])


def _heads_rows(rows: list[list[_Cell]]) -> bool:
    below = rows[1:] if _heads_columns(rows) else rows
    return _are_headings([row[0] for row in below])


def _are_headings(cells: list[_Cell]) -> bool:
    """Whether cells are headings but for blank ones, which say nothing of it."""
    return any(cell.is_heading and cell.lines for cell in cells) and all(
        cell.is_heading or not cell.lines for cell in cells
    )


def _joined(lines: Iterable[Line]) -> Line:
    """The lines of a cell as one, with breaks between them."""
    runs: list[Run] = []
    for line in lines:
        runs += [Run("\n"), *line]
    return fitted(tidy_line(runs), ELEMENTS["table"])


def _plain(lines: Iterable[Line]) -> Line:
    """The lines of a caption as words without marks."""
    return tidy_line([Run(" ".join(run.text.replace("\n", " ") for line in lines for run in (*line, Run(" "))))])
