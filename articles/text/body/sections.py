"""A body split into sections and joined again, and what is read off a body's words: text, blocks, people, photos."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.text.body.html_parser import read
from articles.text.body.nodes import Line, Node, line_text, write_line
from articles.text.body.vocabulary import CAPTION

_HEADING = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)
# A Chinese or Japanese character counts as a word, as word processors count; else letters and digits, joined by ’ - . ,
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+(?:['’.,\-][^\W_]+)*")


@dataclass(frozen=True)
class SectionText:
    """A section's heading, inline HTML or "" for the lead, and the HTML of the blocks under it."""

    heading: str
    html: str


@dataclass(frozen=True)
class Placement:
    """A placed photo: its number, the credit given there or "", and its caption as inline HTML, perhaps ""."""

    photo: int
    credit: str
    caption: str


@dataclass(frozen=True)
class Block:
    """A block's words and their place in `section_text`: a "p", "h2", "li" or "blockquote".

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
    """A line of a node and the position in `section_text` where it starts."""

    line: Line
    start: int

    @property
    def end(self) -> int:
        """The position after its last character."""
        return self.start + len(line_text(self.line))


def split(body: str) -> list[SectionText]:
    """The sections of a cleaned body, in order; only the first may have no heading. `join` undoes it exactly."""
    lead, *rest = _HEADING.split(body)
    sections = [SectionText(heading, html) for heading, html in zip(rest[::2], rest[1::2], strict=True)]
    return [SectionText("", lead), *sections] if lead else sections


def join(sections: Iterable[SectionText]) -> str:
    """The body of these sections."""
    return "".join((f"<h2>{section.heading}</h2>" if section.heading else "") + section.html for section in sections)


def section_text(html: str) -> str:
    """The text against which quotes' offsets are counted, of a section's (or a whole body's) cleaned HTML.

    Its lines are the paragraphs of all blocks (headings, items and set-off quotes too) with "\\n" between them. A line
    break is a space. Photos' captions are not in it: their words belong to the photo.
    """
    return "\n".join(_plain(placed.line) for _, items in placed_lines(read(html)) for item in items for placed in item)


def blocks(html: str) -> list[Block]:
    """The blocks of `section_text(html)`: for each, `section_text(html)[start:end] == text`."""
    found = []
    for node, items in placed_lines(read(html)):
        person = node.attribute("data-person")
        for item in items:
            text = "\n".join(_plain(placed.line) for placed in item)
            found.append(
                Block(
                    kind="li" if node.tag in ("ul", "ol") else node.tag,
                    start=item[0].start,
                    end=item[-1].end,
                    text=text,
                    person=int(person) if person else None,
                    attribution=node.attribute("data-attribution"),
                )
            )
    return found


def placed_lines(nodes: Iterable[Node]) -> Iterator[tuple[Node, list[list[PlacedLine]]]]:
    """Each node with its items' lines, placed in `section_text`; a photo has none."""
    position = 0
    for node in nodes:
        items: list[list[PlacedLine]] = []
        for item in () if node.element.holds == CAPTION else node.items:
            items.append([])
            for line in item:
                items[-1].append(PlacedLine(line, position))
                position = items[-1][-1].end + 1
        yield node, items


def plain_text(html: str) -> str:
    """All words of cleaned HTML, captions too, a newline between paragraphs; for search, previews and comparison."""
    return "\n".join(text for node in read(html) for line in node.lines if (text := _plain(line)))


def word_count(html: str) -> int:
    """The number of words in cleaned HTML without its captions; a Chinese or Japanese character counts as one."""
    return sum(1 for _ in _WORD.finditer(section_text(html)))


def mentioned_people(html: str) -> list[int]:
    """The numbers of the people mentioned in cleaned HTML, each once, in the order of their first mention."""
    marks = (mark for node in read(html) for line in node.lines for run in line for mark in run.marks)
    return list(dict.fromkeys(int(value) for tag, value in marks if tag == "span"))


def placed_photos(html: str) -> list[Placement]:
    """The photos placed in cleaned HTML, in order; a photo placed twice is there twice."""
    return [
        Placement(int(node.attribute("data-photo")), node.attribute("data-credit"), write_line(node.lines[0]))
        for node in read(html)
        if node.tag == "figure"
    ]


def _plain(line: Line) -> str:
    return line_text(line).replace("\n", " ")
