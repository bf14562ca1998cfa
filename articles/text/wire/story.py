"""The values that a read story is made of."""

from dataclasses import dataclass

from articles.text.instructions.embargo import ParsedEmbargo


@dataclass(frozen=True)
class ParsedBlock:
    """One piece of the body: `kind` is "p", "h2" or "li"; `text` is plain text on one line, not escaped."""

    kind: str
    text: str


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
