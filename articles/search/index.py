"""Writing the index: in the transaction of the verb that changes the timeline, or all anew. Never by triggers."""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import datetime
from typing import Protocol

from django.db import transaction
from django.db.models import Exists, OuterRef, Prefetch, QuerySet, prefetch_related_objects
from django.utils import timezone

from articles.database.bulk_insert import bulk_insert
from articles.embargo import Kind
from articles.models.edition import Byline, Edition, EditionTopic, Mention
from articles.models.person import Person, PersonAlias
from articles.models.search_entry import SearchEntry
from articles.models.section import PhotoPlacement, Quote, Section
from articles.models.topic import Topic
from articles.search import spelling, tables, working_copies
from articles.search.entries import IndexedWords, entry_of, indexed_words, pointer_terms

BATCH = 500
PARTS = (
    Prefetch("sections", Section.objects.order_by("position")),
    Prefetch("placements", PhotoPlacement.objects.filter(section__isnull=True)),
    Prefetch("quotes", Quote.objects.exclude(person=None).only("edition_id", "person_id")),
    Prefetch("mention_rows", Mention.objects.only("edition_id", "person_id")),
    Prefetch("byline_rows", Byline.objects.only("edition_id", "person_id")),
    Prefetch("topic_rows", EditionTopic.objects.only("edition_id", "topic_id")),
)


class EditionParts(Protocol):
    """An edition just saved, with the rows of its parts: what `editorial/publishing/edition_builder.py` makes."""

    edition: Edition
    sections: list[Section]
    placements: list[PhotoPlacement]
    quotes: list[Quote]
    mentions: list[Mention]
    bylines: list[Byline]
    topics: list[EditionTopic]


def sync_article(article_id: int, *, now: datetime, composition: EditionParts | None = None) -> None:
    """Bring the entries of one article in line with its timeline, inside the caller's transaction.

    Editions that readers can see at `now` or later have one; those gone, or past for good, have none. The parts of a
    `composition` are not read again.
    """
    wanted = {edition.pk: edition for edition in _findable(now).filter(article_id=article_id)}
    held = {entry.edition_id: entry for entry in SearchEntry.objects.filter(article_id=article_id)}
    gone = [entry for pk, entry in held.items() if pk not in wanted]
    _remove([entry.pk for entry in gone])
    spelling.remove_words_of(gone, now=now)
    for pk, edition in wanted.items():
        if pk in held and held[pk].ends_at != edition.ends_at:
            SearchEntry.objects.filter(pk=held[pk].pk).update(ends_at=edition.ends_at)
    composed = [composition] if composition and composition.edition.pk in wanted.keys() - held.keys() else []
    index_compositions(composed)
    at_hand = {each.edition.pk for each in composed}
    index_editions([edition for pk, edition in wanted.items() if pk not in held.keys() | at_hand])


def reindex_articles(article_ids: Iterable[int]) -> None:
    """Write the entries and working copies' words of these articles anew, since what they point to has changed.

    In batches, inside the caller's transaction, which has locked the articles' rows.
    """
    keys = sorted(article_ids)
    for start in range(0, len(keys), BATCH):
        entries = SearchEntry.objects.filter(article_id__in=keys[start : start + BATCH])
        held = dict(entries.values_list("edition_id", "pk"))
        editions = list(Edition.objects.filter(pk__in=held))
        _remove([*held.values()])
        index_editions(editions)
    working_copies.reindex_working_copies(keys)


def index_editions(editions: list[Edition]) -> None:
    """Write the entries, words and spellings of saved published editions that have none; a handful of queries."""
    prefetch_related_objects(editions, *PARTS)
    _write((edition, indexed_words(edition, edition.sections.all(), edition.placements.all(), _pointers(edition)))
               for edition in editions)  # fmt: skip


def index_compositions(compositions: Iterable[EditionParts]) -> None:
    """Write the entries, words and spellings of editions just saved, whose parts are at hand."""
    _write((each.edition, indexed_words(each.edition, each.sections, each.placements, _composed_pointers(each)))
           for each in compositions)  # fmt: skip


def rebuild(*, now: datetime, progress: Callable[[int, int], None] = lambda done, of: None) -> int:
    """Write readers' index anew; returns how many editions are in it. `progress(done, of)` is called after each batch.

    Each batch is a transaction of its own, so readers always search a whole index and writers wait for one batch.
    """
    keys = list(_findable(now).order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), tables.BATCH):
        with transaction.atomic():
            batch = list(_findable(now).filter(pk__in=keys[start : start + tables.BATCH]).select_for_update())
            _remove([*SearchEntry.objects.filter(edition__in=batch).values_list("pk", flat=True)])
            index_editions(batch)
        progress(min(start + tables.BATCH, len(keys)), len(keys))
    with transaction.atomic():
        _remove([*SearchEntry.objects.exclude(edition__in=_findable(now)).values_list("pk", flat=True)])
        tables.remove_strays(tables.READERS, "articles_searchentry")
        spelling.remove_strays(now)
    return len(keys)


def is_stale(at: datetime) -> bool:
    """Whether the newest story that readers see at `at` cannot be found by its words."""
    entry = SearchEntry.objects.filter(edition=OuterRef("pk"))
    newest = Edition.objects.live(at).newest_first().annotate(is_indexed=Exists(entry)).only("headline").first()
    return newest is not None and not (newest.is_indexed and spelling.has_all_words(newest.headline, at))


def _write(pairs: Iterable[tuple[Edition, IndexedWords]]) -> None:
    """Write (saved edition, its IndexedWords) pairs."""
    pairs, now = list(pairs), timezone.now()
    entries = bulk_insert(entry_of(edition) for edition, _ in pairs)
    tables.write(words for _, words in pairs)
    out = [each for each in pairs if each[0].goes_live_at <= now]
    spelling.add_words(_spelt(out), now=now)
    for entry, each in zip(entries, pairs, strict=True):
        if entry.goes_live_at > now:
            spelling.add_words(_spelt([each]), now=now, entry=entry)


def _spelt(pairs: Iterable[tuple[Edition, IndexedWords]]) -> Iterator[str]:
    """The headlines of editions and all names that these pairs point to."""
    yield from (edition.headline for edition, _ in pairs)
    yield from _names({term for _, words in pairs for term in words.names.split()})


def _findable(now: datetime) -> QuerySet[Edition]:
    """Editions that readers see at `now` or will see later."""
    return Edition.objects.filter(kind=Kind.PUBLISHED, ends_at__gt=now)


def _remove(rowids: Collection[int]) -> None:
    """Delete entries and their words."""
    if rowids:
        tables.remove(rowids)
        SearchEntry.objects.filter(pk__in=rowids).delete()


def _pointers(edition: Edition) -> list[str]:
    """The terms of what an edition with fetched parts points to."""
    return _terms(
        edition,
        edition.topic_rows.all(),
        edition.quotes.all(),
        edition.mention_rows.all(),
        edition.byline_rows.all(),
    )


def _composed_pointers(composition: EditionParts) -> list[str]:
    """The terms of what a composition points to."""
    each = composition
    return _terms(each.edition, each.topics, each.quotes, each.mentions, each.bylines)


def _terms(
    edition: Edition,
    topics: Iterable[EditionTopic],
    quotes: Iterable[Quote],
    mentions: Iterable[Mention],
    bylines: Iterable[Byline],
) -> list[str]:
    """The terms of what these rows point to."""
    return pointer_terms(
        edition.desk_id,
        topics=[row.topic_id for row in topics],
        speakers=[row.person_id for row in quotes],
        mentioned=[row.person_id for row in mentions],
        bylines=[row.person_id for row in bylines],
    )


def _names(terms: Iterable[str]) -> Iterator[str]:
    """The names and aliases of the people and topics that these terms point to, but private ones."""
    people = [int(term[2:]) for term in terms if term.startswith("¤p")]
    topics = [int(term[2:]) for term in terms if term.startswith("¤t")]
    for model, field, keys in ((Person, "pk", people), (PersonAlias, "person", people), (Topic, "pk", topics)):
        for start in range(0, len(keys), BATCH):
            some = {f"{field}__in": keys[start : start + BATCH], "is_private": False}
            yield from model.objects.filter(**some).values_list("name", flat=True)
