"""The blocks of a body's words and the place of each in the text that quotes' offsets count."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.text.body.nodes import Line, Node, line_text
from articles.text.body.vocabulary import CAPTION


@dataclass(frozen=True)
class BodyBlock:
    """A block's words and their place in `Body.text`: a "p", "h2", "li" or "blockquote".

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
    """A line of a node and the position in `Body.text` where it starts."""

    line: Line
    start: int

    @property
    def end(self) -> int:
        """The position after its last character."""
        return self.start + len(line_text(self.line))


def placed_lines(nodes: Iterable[Node]) -> Iterator[tuple[Node, list[list[PlacedLine]]]]:
    """Each node with its items' lines, placed in `Body.text`; a photo has none."""
    position = 0
    for node in nodes:
        items: list[list[PlacedLine]] = []
        for item in () if node.element.holds == CAPTION else node.items:
            items.append([])
            for line in item:
                items[-1].append(PlacedLine(line, position))
                position = items[-1][-1].end + 1
        yield node, items


def blocks_of(nodes: Iterable[Node]) -> Iterator[BodyBlock]:
    """The blocks of words, in page order; a photo is none."""
    for node, items in placed_lines(nodes):
        person = node.attribute("data-person")
        for item in items:
            yield BodyBlock(
                kind="li" if node.tag in ("ul", "ol") else node.tag,
                start=item[0].start,
                end=item[-1].end,
                text="\n".join(plain(placed.line) for placed in item),
                person=int(person) if person else None,
                attribution=node.attribute("data-attribution"),
            )


def plain(line: Line) -> str:
    """The line's words with a space for each line break."""
    return line_text(line).replace("\n", " ")
