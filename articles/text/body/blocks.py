"""The blocks of a body's words and the place of each in the text that quotes' offsets count."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from articles.text.body.attributes import PULL
from articles.text.body.nodes import Line, Node, is_note, line_text, without_notes
from articles.text.body.own_links import story_of
from articles.text.body.vocabulary import CAPTION, ROWS


@dataclass(frozen=True)
class BodyBlock:
    """A block's words and their place in `Body.text`: a "p", "h2", "h3", "li", "blockquote", a "td" or a "caption",
    an "aside" for a box, or a "pull" for words of the story that are shown once more.

    A list item or set-off quote of several paragraphs is one block, its text has newlines between them.
    `person` and `attribution` are what a blockquote says about its speaker.
    """

    kind: str
    start: int
    end: int
    text: str
    person: int | None = None
    attribution: str = ""


@dataclass(frozen=True)
class PlacedLine:
    """A line of a node and the position in `Body.text` where it starts; the words of footnotes have none."""

    line: Line
    start: int

    @property
    def end(self) -> int:
        """The position after its last character."""
        return self.start + len(line_text(without_notes(self.line)))


def placed_lines(nodes: Iterable[Node]) -> Iterator[tuple[Node, list[list[PlacedLine]]]]:
    """Each node with its items' lines, placed in `Body.text`; a photo has none, and a blank cell takes no place."""
    position = 0
    for node in nodes:
        items: list[list[PlacedLine]] = []
        for item in () if node.element.holds == CAPTION else node.items:
            items.append([])
            for line in item:
                items[-1].append(PlacedLine(line, position))
                position = items[-1][-1].end + bool(line)
        yield node, items


def blocks_of(nodes: Iterable[Node]) -> Iterator[BodyBlock]:
    """The blocks of words, in page order; a photo is none."""
    for node, items in placed_lines(nodes):
        person = node.attribute("data-person")
        if node.element.holds == ROWS:
            yield from _cells(items)
            continue
        for item in items:
            yield BodyBlock(
                kind=_kind_of(node),
                start=item[0].start,
                end=item[-1].end,
                text="\n".join(plain(placed.line) for placed in item),
                person=int(person) if person else None,
                attribution=node.attribute("data-attribution"),
            )


def _kind_of(node: Node) -> str:
    """What the lines of a block are."""
    if node.tag == "aside":
        return PULL if node.attribute("data-box") == PULL else "aside"
    return "li" if node.tag in ("ul", "ol") else node.tag


def _cells(items: Iterable[list[PlacedLine]]) -> Iterator[BodyBlock]:
    """A table's caption and each cell as a block of its own; blank ones are none."""
    for number, row in enumerate(items):
        for placed in row:
            if placed.line:
                yield BodyBlock("td" if number else "caption", placed.start, placed.end, plain(placed.line))


def plain(line: Line) -> str:
    """The line's words with a space for each line break, without its footnotes."""
    return line_text(without_notes(line)).replace("\n", " ")


def with_notes(line: Line) -> str:
    """The line's words and those of its footnotes, with spaces around these."""
    parts = ((are_notes, line_text(tuple(runs))) for are_notes, runs in groupby(line, is_note))
    return "".join(f" {words} " if are_notes else words for are_notes, words in parts).replace("\n", " ").strip(" ")


def more_of(node: Node) -> str | None:
    """The pointer of a paragraph that is nothing but a link to a story of ours, a "read more"; else None."""
    if node.tag != "p":
        return None
    values = {dict(run.marks).get("a", "") for run in node.lines[0]}
    pointer = values.pop() if len(values) == 1 else ""
    return None if story_of(pointer) is None else pointer
