"""A body as values (nodes, lines, runs), and how these are written as canonical HTML; `html_parser` reads them back.

A line is text with marks, as in ProseMirror: instead of nested elements, each run of text knows its marks, so depth is
bounded, and one text has exactly one spelling. For a cleaned body `write(nodes_of(body)) == body`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple, TypeVar

from articles.text.body.vocabulary import CAPTION, ITEMS, LINE, MARKS, PARAGRAPHS, Element
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
    """A block of the body: its element, its attributes and its lines (in a list by item, else in one item)."""

    element: Element
    items: tuple[Item, ...]
    attributes: tuple[tuple[str, str], ...] = ()

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


def write(nodes: Iterable[Node]) -> str:
    """The nodes as canonical HTML, with no space between blocks."""
    return "".join(_write_node(node) for node in nodes)


def _write_node(node: Node) -> str:
    attributes = "".join(html_attribute(name, value) for name, value in node.attributes)
    return f"<{node.tag}{attributes}>{_WRITERS[node.element.holds](node)}</{node.tag}>"


def _write_paragraphs(lines: Iterable[Line]) -> str:
    return "".join(f"<p>{write_line(line)}</p>" for line in lines)


_WRITERS: dict[str, Callable[[Node], str]] = {
    LINE: lambda node: write_line(node.lines[0]),
    PARAGRAPHS: lambda node: _write_paragraphs(node.lines),
    ITEMS: lambda node: "".join(f"<li>{_write_paragraphs(item)}</li>" for item in node.items),
    CAPTION: lambda node: f"<figcaption>{write_line(node.lines[0])}</figcaption>",
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
    return f"<{tag}{html_attribute(MARKS[tag].attribute, value)}>" if MARKS[tag].attribute else f"<{tag}>"


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
