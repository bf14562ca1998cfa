"""What every importer makes of its file: stories as neutral values, and what is no story, said."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class Status(StrEnum):
    """What a story was where it comes from."""

    PUBLISHED = "published"
    SCHEDULED = "scheduled"
    PENDING = "pending"  # handed in, waiting for an editor
    DRAFT = "draft"
    PRIVATE = "private"
    PASSWORD = "password"  # noqa: S105  a state, and no secret
    MEMBERS = "members"  # for those who pay or have signed up
    MAIL_ONLY = "mail only"
    PAGE = "page"  # About, Contact: no story of a day
    OTHER = "other"  # a kind of its own, of a plugin
    CANCELED = "canceled"


# What no import makes public, and why, as a sentence for editors.
KEPT_PRIVATE: Mapping[Status, str] = {
    Status.PRIVATE: "It was private where it comes from, so it stays a draft.",
    Status.PASSWORD: "It was behind a password where it comes from, so it stays a draft.",
    Status.MEMBERS: "It was for members only where it comes from, so it stays a draft.",
    Status.MAIL_ONLY: "It went out by mail only, so it stays a draft.",
    Status.PAGE: "It was a page and no story: make it a page of the house, or leave it a draft.",
    Status.OTHER: "It was neither a post nor a page where it comes from, so it stays a draft.",
}


class Note(NamedTuple):
    """Something that was not carried as it was: its kind, by which it is counted, and what is said of it."""

    kind: str
    words: str


class Author(NamedTuple):
    """Who signed: what the other system calls them, by which a mapping finds them, and the name for readers."""

    key: str
    name: str


@dataclass(frozen=True)
class Picture:
    """A photo of a story: where it is, other places where the same one is, best first, and what is said of it.

    One that lies in the file itself has its bytes. The caption is plain text.
    """

    address: str
    others: tuple[str, ...] = ()
    caption: str = ""
    credit: str = ""
    alt: str = ""
    decorative: bool = False
    data: bytes | None = field(default=None, repr=False)

    @property
    def addresses(self) -> tuple[str, ...]:
        """All places, the best first."""
        return tuple(dict.fromkeys(place for place in (*self.others, self.address) if place))


@dataclass(frozen=True)
class Incoming:
    """A story from elsewhere.

    `system` and `source_id` together are its identity for ever; `source` is what the file says of it, without secrets.
    `body` is cleaned HTML, whose `data-photo` numbers count `pictures` from 1, as `lead` does (0: none).
    `categories` have the main one first. `addresses` are those it had, whole, the canonical one first; `site` is where
    its links to other stories lead. `published_at` is aware, or None.
    """

    system: str
    source_id: str
    source: bytes = field(repr=False)
    headline: str = ""
    dek: str = ""
    body: str = ""
    status: Status = Status.DRAFT
    published_at: datetime | None = None
    slug: str = ""
    language: str = ""
    place: str = ""
    authors: tuple[Author, ...] = ()
    categories: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    lead: int = 0
    addresses: tuple[str, ...] = ()
    site: str = ""
    notes: tuple[Note, ...] = ()
    embargo_until: datetime | None = None

    @property
    def digest(self) -> str:
        """SHA-256 of the source, in hex."""
        return hashlib.sha256(self.source).hexdigest()


class Skipped(NamedTuple):
    """What is in the file and no story, or one that does not come: its kind, which it is, and why in a sentence."""

    kind: str
    source_id: str
    why: str


class Broken(NamedTuple):
    """A story, or a file, that can't be read, and why in a sentence."""

    source_id: str
    why: str


Item = Incoming | Skipped | Broken


class UnreadableExport(Exception):
    """Nothing of the file can be read; `str()` of it is a sentence for who gave it."""


@dataclass
class Reading:
    """An export that was opened: what it holds, counted, and its stories, one after the other.

    `kinds` counts all that is in it, stories or not. `categories` count stories; `people` are names by key.
    """

    stories: Iterator[Item]
    total: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    categories: Counter[str] = field(default_factory=Counter)
    people: dict[str, str] = field(default_factory=dict)
