"""The values that a read story is made of, and its blocks as the HTML of an article's body."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from articles.text.body.nodes import Line, Node, Run, write
from articles.text.body.vocabulary import ELEMENTS
from articles.text.instructions.embargo import ParsedEmbargo


@dataclass(frozen=True)
class ParsedBlock:
    """One piece of the body: `kind` is "p", "h2", "li" or "quote"; `text` is plain text on one line, not escaped.

    `line` is the text with its links and emphasis, where it has some.
    """

    kind: str
    text: str
    line: Line = ()

    @property
    def runs(self) -> Line:
        """The text with its marks."""
        return self.line or (Run(self.text),)


@dataclass(frozen=True)
class NamedPerson:
    """Somebody named in a story: the name, the title before it ("" if none), and both as the story has them."""

    name: str
    title: str
    as_written: str


@dataclass(frozen=True)
class ParsedStory:
    """A plain-text story in parts; every text is plain, on one line, and "" where the story has none.

    `topic` is the kicker, `topics` are the tags a text gives, `desk` is the section it names. `notes` are sentences for
    the editor; `furniture` holds what belonged to a page and not to the story, `instructions` what is for editors alone
    (embargoes, contacts, credits, heads of agencies and mails): both word for word, in order, and never for readers.
    """

    headline: str
    dek: str
    topic: str
    bylines: tuple[str, ...]
    place: str
    agency: str
    date_words: str
    caption: str
    credit: str
    blocks: tuple[ParsedBlock, ...]
    furniture: tuple[str, ...]
    notes: tuple[str, ...]
    people: tuple[NamedPerson, ...]
    desk: str = ""
    topics: tuple[str, ...] = ()
    instructions: tuple[str, ...] = ()
    embargo: ParsedEmbargo | None = None


def body_html(blocks: Iterable[ParsedBlock]) -> str:
    """The blocks as HTML in the body's vocabulary, escaped; list items in a row make one list, quoted lines a quote."""
    nodes = []
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        lines = [block.runs for block in group if block.text]
        if kind == "li":
            nodes.append(Node(ELEMENTS["ul"], tuple((line,) for line in lines)))
        elif kind == "quote":
            nodes.append(Node(ELEMENTS["blockquote"], (tuple(lines),)))
        else:
            nodes += [Node(ELEMENTS[kind], ((line,),)) for line in lines]
    return write(nodes)
