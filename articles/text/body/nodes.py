"""A body as values (nodes, lines, runs), and how these are written as canonical HTML; `html_parser` reads them back.

A line is text with marks, as in ProseMirror: instead of nested elements, each run of text knows its marks, so depth is
bounded, and one text has exactly one spelling. For a cleaned body `write(nodes_of(body)) == body`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple, TypeVar

from articles.text.body.vocabulary import CAPTION, ITEMS, LINE, MARKS, NOTE, NOTHING, PARAGRAPHS, ROWS, Element
from articles.text.characters import escape_html, html_attribute

M = TypeVar("M")
Marks = tuple[tuple[str, str], ...]  # (tag, value) from the outside in; the value is "" where the mark has none


class Run(NamedTuple):
    """Text under the same marks; a newline in it is a line break."""

    text: str
    marks: Marks = ()


Line = tuple[Run, ...]
Item = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A block of the body: its element, its attributes and its lines (in a list by item, else in one item).

    A table's first item is its caption, each other one a row with a line for each cell; its `head` says which cells are
    headings: "row", "column" or "row column".
    """

    element: Element
    items: tuple[Item, ...]
    attributes: tuple[tuple[str, str], ...] = ()
    head: str = ""

    @property
    def tag(self) -> str:
        """The name of the element, such as "p"."""
        return self.element.tag

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines in order, whatever their item."""
        return tuple(line for item in self.items for line in item)

    def attribute(self, name: str) -> str:
        """The attribute's value, or "" when it is not there."""
        return dict(self.attributes).get(name, "")


def line_text(line: Line) -> str:
    """The line's words, a newline for each line break."""
    return "".join(run.text for run in line)


def is_note(run: Run) -> bool:
    """Whether a run is words of a footnote, which stand where its number goes."""
    return any(tag == NOTE for tag, _ in run.marks)


def without_notes(line: Line) -> Line:
    """The line as it reads, without the words of its footnotes."""
    return tuple(run for run in line if not is_note(run)) if any(map(is_note, line)) else line


def write(nodes: Iterable[Node]) -> str:
    """The nodes as canonical HTML, with no space between blocks."""
    return "".join(_write_node(node) for node in nodes)


def _write_node(node: Node) -> str:
    attributes = "".join(html_attribute(name, value) for name, value in node.attributes)
    start = f"<{node.tag}{attributes}>"
    return start if node.element.holds == NOTHING else f"{start}{_WRITERS[node.element.holds](node)}</{node.tag}>"


def _write_paragraphs(lines: Iterable[Line]) -> str:
    return "".join(f"<p>{write_line(line)}</p>" for line in lines)


def is_heading_cell(node: Node, row: int, column: int) -> bool:
    """Whether a cell of a table is a heading; its rows and columns are counted from 0, without the caption."""
    return ("row" in node.head and row == 0) or ("column" in node.head and column == 0)


def _write_table(node: Node) -> str:
    """A caption if there is one, and the rows."""
    caption, *rows = node.items
    written = "".join(
        f"<tr>{''.join(_write_cell(is_heading_cell(node, number, place), line) for place, line in enumerate(row))}</tr>"
        for number, row in enumerate(rows)
    )
    title = f"<caption>{write_line(caption[0])}</caption>" if caption[0] else ""
    return f"{title}<tbody>{written}</tbody>"


def _write_cell(is_heading: bool, line: Line) -> str:
    tag = "th" if is_heading else "td"
    return f"<{tag}>{write_line(line)}</{tag}>"


_WRITERS: dict[str, Callable[[Node], str]] = {
    LINE: lambda node: write_line(node.lines[0]),
    PARAGRAPHS: lambda node: _write_paragraphs(node.lines),
    ITEMS: lambda node: "".join(f"<li>{_write_paragraphs(item)}</li>" for item in node.items),
    CAPTION: lambda node: f"<figcaption>{write_line(node.lines[0])}</figcaption>",
    ROWS: _write_table,
}


def write_line(line: Line) -> str:
    """The line as canonical HTML."""
    return nest(((run.marks, written_text(run.text)) for run in line), start_of_mark, lambda mark: f"</{mark[0]}>")


def written_text(text: str) -> str:
    """The text of a run as HTML."""
    return escape_html(text).replace("\n", "<br>")


def start_of_mark(mark: tuple[str, str]) -> str:
    """The start tag of a mark."""
    tag, value = mark
    return f"<{tag}{html_attribute(*MARKS[tag].said(value))}>" if MARKS[tag].attribute else f"<{tag}>"


def nest(pieces: Iterable[tuple[Sequence[M], str]], start: Callable[[M], str], end: Callable[[M], str]) -> str:
    """Pieces of HTML, each with its enclosing marks from the outside in, as well-nested HTML.

    What neighbours share from the outside in stays open between them.
    """
    written: list[str] = []
    unclosed: Sequence[M] = ()
    for marks, piece in pieces:
        shared = _shared(unclosed, marks)
        written += [end(mark) for mark in reversed(unclosed[shared:])]
        written += [start(mark) for mark in marks[shared:]]
        written.append(piece)
        unclosed = marks
    return "".join(written + [end(mark) for mark in reversed(unclosed)])


def _shared(some: Sequence[M], others: Sequence[M]) -> int:
    """How many of the first marks are the same."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(some, others, strict=False))))
