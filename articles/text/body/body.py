"""A story's body: one value that is parsed once and answers everything that is asked of its words."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from articles.text.body.blocks import BodyBlock, blocks_of, with_notes
from articles.text.body.html_parser import nodes_of
from articles.text.body.nodes import Line, Node, Run, write, write_line
from articles.text.body.parse_cache import RECENT
from articles.text.body.quotes import BodyQuote, quotes_of
from articles.text.languages.word_count import count_words


class PersonMention(NamedTuple):
    """A person's number and the words that are marked as their name."""

    person: int
    words: str


@dataclass(frozen=True)
class PlacedPhoto:
    """A photo in the text: its number, the credit given there or "", and its caption as inline HTML, perhaps ""."""

    photo: int
    credit: str
    caption: str


@dataclass(frozen=True)
class Body:
    """The body of a story, or a part of it, given as cleaned HTML (`cleaning.clean`).

    Make it once for a given HTML and hand it to all who ask something of its words. The HTML is parsed when the first
    of them asks, and each answer is worked out once. Two bodies of the same HTML are equal.
    """

    html: str

    @classmethod
    def of_nodes(cls, nodes: Iterable[Node]) -> "Body":
        """The body of these nodes, which is never parsed."""
        nodes = tuple(nodes)
        body = cls(write(nodes))
        body.__dict__["nodes"] = nodes
        return body

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """The paragraphs, headings, lists, quotes, photos and so on, in page order."""
        return nodes_of(self.html)

    @cached_property
    def sections(self) -> tuple["BodySection", ...]:
        """The sections in page order; only the first may have no heading. `join` undoes it exactly."""
        sections: list[BodySection] = []
        for is_heading, group in groupby(self.nodes, key=lambda node: node.tag == "h2"):
            if is_heading:
                sections += [BodySection.of_nodes(write_line(node.lines[0]), ()) for node in group]
            else:
                heading = sections.pop().heading if sections else ""
                sections.append(BodySection.of_nodes(heading, group))
        return tuple(sections)

    @cached_property
    def text(self) -> str:
        """The text in which quotes' offsets are counted.

        Its lines are the paragraphs of all blocks (headings, items and set-off quotes too) with "\\n" between them. A
        line break is a space. Photos' captions are not in it: their words belong to the photo; nor are footnotes.
        """
        return "\n".join(block.text for block in self.blocks)

    @cached_property
    def plain_text(self) -> str:
        """All words, captions and footnotes too, a newline between paragraphs; for search, previews and comparison."""
        return "\n".join(words for line in self._lines if (words := with_notes(line)))

    @cached_property
    def word_count(self) -> int:
        """The number of words without captions; a Chinese or Japanese character counts as one."""
        return count_words(self.text)

    @cached_property
    def blocks(self) -> tuple[BodyBlock, ...]:
        """The blocks of `text`: for each, `text[start:end]` is the block's."""
        return tuple(blocks_of(self.nodes))

    @cached_property
    def quotes(self) -> tuple[BodyQuote, ...]:
        """Every quote in page order, set off or running; offsets count characters of `text`."""
        return tuple(quotes_of(self.blocks))

    @cached_property
    def mentions(self) -> tuple[PersonMention, ...]:
        """Every mention of a person, in captions too, in page order."""
        marked = ((number, tuple(runs)) for line in self._lines for number, runs in groupby(line, key=_person))
        return tuple(
            PersonMention(number, " ".join("".join(run.text for run in runs).split()))
            for number, runs in marked
            if number
        )

    @cached_property
    def mentioned_people(self) -> tuple[int, ...]:
        """The numbers of the people mentioned, each once, in the order of their first mention."""
        return tuple(dict.fromkeys(mention.person for mention in self.mentions))

    @cached_property
    def linked_people(self) -> tuple[int, ...]:
        """The numbers of the people that mentions and then set-off quotes point to, each once."""
        quoted = (block.person for block in self.blocks if block.person)
        return tuple(dict.fromkeys((*self.mentioned_people, *quoted)))

    @cached_property
    def photos(self) -> tuple[PlacedPhoto, ...]:
        """The photos in the text, posters of embeds too, in page order; a photo placed twice is there twice."""
        return tuple(
            PlacedPhoto(
                int(node.attribute("data-photo")), node.attribute("data-credit"), write_line(caption_of_photo(node))
            )
            for node in self.nodes
            if node.attribute("data-photo")
        )

    @property
    def _lines(self) -> Iterable[Line]:
        """All lines, those of captions too."""
        return (line for node in self.nodes for line in node.lines)


@dataclass(frozen=True)
class BodySection:
    """A section's heading, inline HTML or "" for the lead, and the HTML of the blocks under it."""

    heading: str
    html: str

    @classmethod
    def of_nodes(cls, heading: str, nodes: Iterable[Node]) -> "BodySection":
        """The section with these nodes under its heading, which are never parsed."""
        body = Body.of_nodes(nodes)
        RECENT.put(body.html, body.nodes)  # an edition has a row a section, from which others make a body again
        section = cls(heading, body.html)
        section.__dict__["body"] = body
        return section

    @cached_property
    def body(self) -> Body:
        """What stands under the heading; offsets of its quotes count from the section's own start."""
        return Body(self.html)


def join(sections: Iterable[BodySection]) -> str:
    """The HTML of the body that these sections make."""
    return "".join((f"<h2>{section.heading}</h2>" if section.heading else "") + section.html for section in sections)


def caption_of_photo(node: Node) -> Line:
    """The caption of a block's photo; the words under an embed are not its poster's."""
    return node.lines[0] if node.tag == "figure" else ()


def _person(run: Run) -> int | None:
    """The number of the person whose mention encloses a run, or None."""
    return next((int(value) for tag, value in run.marks if tag == "span"), None)
