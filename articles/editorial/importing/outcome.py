"""What a person wants of an import, and what became of each story of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from articles.editorial.readiness.findings import Finding
from articles.exchange.incoming import Note, Picture
from articles.exchange.mapping import NameMapping
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.user import User


class Became(StrEnum):
    """What became of a story, as it is counted."""

    IMPORTED = "imported"
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True)
class Wishes:
    """Who imports, how names are mapped, where the bytes of a photo are, and whether what was public is to be so.

    `find_picture` gives the bytes of a Picture, or None where they can't be had.
    """

    by: User
    mapping: NameMapping = field(default_factory=NameMapping)
    find_picture: Callable[[Picture], bytes | None] = lambda picture: picture.data
    publish: bool = False


@dataclass(frozen=True)
class Outcome:
    """What became of a story: the article, its edition if it is out or due now, what keeps it back, what to say.

    `waits` says that it is to be settled yet.
    """

    became: Became
    article: Article | None = None
    edition: Edition | None = None
    blockers: Sequence[Finding] = ()
    notes: Sequence[Note] = ()
    waits: bool = False
