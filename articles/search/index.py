"""Writing the index: in the transaction of the verb that changes the timeline, or all anew. Never by triggers."""

from django.db import transaction
from django.db.models import Exists, OuterRef, Prefetch, prefetch_related_objects
from django.utils import timezone

from articles.database.bulk_insert import bulk_insert
from articles.embargo import Kind
from articles.models.edition import Byline, Edition, EditionTopic, Mention
from articles.models.person import Person, PersonAlias
from articles.models.search_entry import SearchEntry
from articles.models.section import PhotoPlacement, Quote, Section
from articles.models.topic import Topic
from articles.search import spelling, tables, working_copies
from articles.search.entries import entry_of, pointers, words_of

BATCH = 500
PARTS = (
    Prefetch("sections", Section.objects.order_by("position")),
    Prefetch("placements", PhotoPlacement.objects.filter(section__isnull=True)),
    Prefetch("quotes", Quote.objects.exclude(person=None).only("edition_id", "person_id")),
    Prefetch("mention_rows", Mention.objects.only("edition_id", "person_id")),
    Prefetch("byline_rows", Byline.objects.only("edition_id", "person_id")),
    Prefetch("topic_rows", EditionTopic.objects.only("edition_id", "topic_id")),
)


def keep(article_id, *, now, composition=None):
    """Bring the entries of one article in line with its timeline, inside the caller's transaction.

    Editions that readers can see at `now` or later have one; those gone, or past for good, have none. The parts of the
    edition of a `composition`, just saved, are at hand and not read again.
    """
    wanted = {edition.pk: edition for edition in _findable(now).filter(article_id=article_id)}
    held = {entry.edition_id: entry for entry in SearchEntry.objects.filter(article_id=article_id)}
    gone = [entry for pk, entry in held.items() if pk not in wanted]
    _forget([entry.pk for entry in gone])
    spelling.unlearn(gone, now=now)
    for pk, edition in wanted.items():
        if pk in held and held[pk].ends_at != edition.ends_at:
            SearchEntry.objects.filter(pk=held[pk].pk).update(ends_at=edition.ends_at)
    composed = [composition] if composition and composition.edition.pk in wanted.keys() - held.keys() else []
    index_composed(composed)
    at_hand = {each.edition.pk for each in composed}
    index([edition for pk, edition in wanted.items() if pk not in held.keys() | at_hand])


def renew(article_ids):
    """Write the entries of these articles anew, since what their editions point to has moved; in batches.

    Inside the caller's transaction, which holds the articles' rows. So are their working copies' words.
    """
    keys = sorted(article_ids)
    for start in range(0, len(keys), BATCH):
        entries = SearchEntry.objects.filter(article_id__in=keys[start : start + BATCH])
        held = dict(entries.values_list("edition_id", "pk"))
        editions = list(Edition.objects.filter(pk__in=held))
        _forget([*held.values()])
        index(editions)
    working_copies.renew(keys)


def index(editions):
    """Write the entries, words and spellings of saved published editions that have none; a handful of queries."""
    prefetch_related_objects(editions, *PARTS)
    _write((edition, words_of(edition, edition.sections.all(), edition.placements.all(), _pointers(edition)))
               for edition in editions)  # fmt: skip


def index_composed(compositions):
    """The same for editions just saved whose parts are at hand: values with `edition` and the lists of its rows."""
    _write((each.edition, words_of(each.edition, each.sections, each.placements, _composed_pointers(each)))
           for each in compositions)  # fmt: skip


def rebuild(*, now, say=lambda done, of: None):
    """Write readers' index anew; returns how many editions are in it. `say(done, of)` hears of each batch.

    Each batch is a transaction of its own, so readers always search a whole index and writers wait for one batch.
    """
    keys = list(_findable(now).order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), tables.AT_ONCE):
        with transaction.atomic():
            batch = list(_findable(now).filter(pk__in=keys[start : start + tables.AT_ONCE]).select_for_update())
            _forget([*SearchEntry.objects.filter(edition__in=batch).values_list("pk", flat=True)])
            index(batch)
        say(min(start + tables.AT_ONCE, len(keys)), len(keys))
    with transaction.atomic():
        _forget([*SearchEntry.objects.exclude(edition__in=_findable(now)).values_list("pk", flat=True)])
        tables.remove_strays(tables.READERS, "articles_searchentry")
        spelling.unlearn_strays(now)
    return len(keys)


def is_behind(at):
    """Whether the newest story that readers see at `at` cannot be found by its words."""
    entry = SearchEntry.objects.filter(edition=OuterRef("pk"))
    newest = Edition.objects.live(at).newest_first().annotate(is_indexed=Exists(entry)).only("headline").first()
    return newest is not None and not (newest.is_indexed and spelling.knows(newest.headline, at))


def _write(worded):
    """Write (saved edition, its Words) pairs."""
    worded, now = list(worded), timezone.now()
    entries = bulk_insert(entry_of(edition) for edition, _ in worded)
    tables.write(words for _, words in worded)
    out = [each for each in worded if each[0].goes_live_at <= now]
    spelling.learn(_spelt(out), now=now)
    for entry, each in zip(entries, worded, strict=True):
        if entry.goes_live_at > now:
            spelling.learn(_spelt([each]), now=now, entry=entry)


def _spelt(worded):
    """The headlines of editions and all names that these pairs point to."""
    yield from (edition.headline for edition, _ in worded)
    yield from _names({term for _, words in worded for term in words.names.split()})


def _findable(now):
    """Editions that readers see at `now` or will see later."""
    return Edition.objects.filter(kind=Kind.PUBLISHED, ends_at__gt=now)


def _forget(rowids):
    """Take entries out with their words."""
    if rowids:
        tables.remove(rowids)
        SearchEntry.objects.filter(pk__in=rowids).delete()


def _pointers(edition):
    """The terms of what an edition with fetched parts points to."""
    rows = edition.topic_rows, edition.quotes, edition.mention_rows, edition.byline_rows
    return _terms(edition, *(each.all() for each in rows))


def _composed_pointers(composition):
    """The same of a composition."""
    each = composition
    return _terms(each.edition, each.topics, each.quotes, each.mentions, each.bylines)


def _terms(edition, topics, quotes, mentions, bylines):
    """The terms of what these rows point to."""
    return pointers(
        edition.desk_id,
        topics=[row.topic_id for row in topics],
        speakers=[row.person_id for row in quotes],
        mentioned=[row.person_id for row in mentions],
        bylines=[row.person_id for row in bylines],
    )


def _names(terms):
    """The names and aliases of the people and topics that these terms point to, less those that readers never knew."""
    people = [int(term[2:]) for term in terms if term.startswith("¤p")]
    topics = [int(term[2:]) for term in terms if term.startswith("¤t")]
    for model, field, keys in ((Person, "pk", people), (PersonAlias, "person", people), (Topic, "pk", topics)):
        for start in range(0, len(keys), BATCH):
            some = {f"{field}__in": keys[start : start + BATCH], "is_private": False}
            yield from model.objects.filter(**some).values_list("name", flat=True)
