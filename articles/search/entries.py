"""From an edition and its parts to what the index holds of it. Runs no query."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from articles.models.edition import Edition
from articles.models.search_entry import SearchEntry
from articles.models.section import PhotoPlacement, Section
from articles.search.words import terms_of
from articles.text.body.html_parser import visible_text

# The id of an entry: seconds of the story's date since 1600, then the edition's own number in 24 bits. Two entries
# would have to share a second and lie 16 million editions apart to collide.
_ZERO = datetime(1600, 1, 1, tzinfo=UTC)
EDITION_BITS = 24

# Terms that no text can hold: what a story points to. `¤` is neither letter nor digit, so no word begins with it.
DESK, TOPIC, PERSON, BYLINE = "¤d", "¤t", "¤p", "¤b"

# Bytes of a body's terms that are indexed, some 60,000 words: PostgreSQL refuses a tsvector of more than a megabyte.
BODY_AT_MOST = 400_000


@dataclass(frozen=True)
class IndexedWords:
    """The terms of a text by field, each a string with spaces between, under the id of its row."""

    rowid: int
    headline: str
    names: str
    dek: str
    body: str


def rowid_at(moment: datetime) -> int:
    """The smallest id of an entry whose story is dated `moment`, an aware datetime, or later."""
    return int((moment - _ZERO).total_seconds()) << EDITION_BITS


def rowid_of(edition: Edition) -> int:
    """The id of an edition's entry: newer stories have greater ones."""
    return rowid_at(edition.dated_at) | (edition.pk & ((1 << EDITION_BITS) - 1))


def entry_of(edition: Edition) -> SearchEntry:
    """The SearchEntry of a saved published edition."""
    return SearchEntry(
        id=rowid_of(edition),
        edition_id=edition.pk,
        article_id=edition.article_id,
        goes_live_at=edition.goes_live_at,
        ends_at=edition.ends_at,
        language=edition.language,
    )


def indexed_words(
    edition: Edition, sections: Iterable[Section], placements: Iterable[PhotoPlacement], pointers: Iterable[str]
) -> IndexedWords:
    """The IndexedWords of an edition. `pointers` are the terms of what it points to, such as "¤p12"."""
    language = edition.language
    parts = [edition.place]
    for section in sections:
        parts += [visible_text(section.heading), visible_text(section.html)]
    parts += [visible_text(placement.caption) for placement in placements if placement.section_id is None]
    return IndexedWords(
        rowid=rowid_of(edition),
        headline=terms_of(edition.headline, language),
        names=" ".join(pointers),
        dek=terms_of(edition.dek, language),
        body=truncated(terms_of("\n".join(parts), language)),
    )


def pointer_terms(
    desk: int | None,
    *,
    topics: Iterable[int] = (),
    speakers: Iterable[int | None] = (),
    mentioned: Iterable[int] = (),
    bylines: Iterable[int] = (),
) -> list[str]:
    """The terms of what a story points to, from a desk's id or None and iterables of ids; each once, in order."""
    people = sorted({pk for pk in (*speakers, *mentioned, *bylines) if pk is not None})
    return [
        *([] if desk is None else [f"{DESK}{desk}"]),
        *(f"{TOPIC}{pk}" for pk in sorted(set(topics))),
        *(f"{PERSON}{pk}" for pk in people),
        *(f"{BYLINE}{pk}" for pk in sorted(set(bylines))),
    ]


def truncated(terms: str) -> str:
    """The terms as far as BODY_AT_MOST allows."""
    if len(terms) * 4 <= BODY_AT_MOST:
        return terms
    return terms.encode()[:BODY_AT_MOST].decode(errors="ignore").rpartition(" ")[0]
