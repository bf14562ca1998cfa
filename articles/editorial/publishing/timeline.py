"""The one place where editions are written: a story's intervals are set so that they touch and never overlap."""

import itertools
from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from articles.database.bulk_insert import bulk_insert
from articles.editorial.changed_pages import stories_change
from articles.editorial.publishing import archive_counts
from articles.editorial.publishing.edition_builder import Composition, revision_of
from articles.embargo import FAR_FUTURE, Kind
from articles.models.address import Address
from articles.models.article import Article
from articles.models.edition import Byline, Edition, EditionTopic, Mention
from articles.models.section import PhotoPlacement, Quote, Section
from articles.search import index
from articles.site_time_zone import site_time


def set_timeline(
    article: Article,
    *,
    now: datetime,
    drop: Iterable[Edition] = (),
    add: Edition | None = None,
    composition: Composition | None = None,
) -> None:
    """Remove the editions in `drop`, write `add`, and let each edition end where the next begins.

    `article` is locked by the caller; `drop` and `add` lie in the future or start now. A published `add` comes with the
    `composition` that holds it and its rows, and gets its path from its revision's slug. Never touches the past.
    """
    stories_change([article.pk], now)
    before = list(article.editions.order_by("goes_live_at"))
    dropped = {edition.pk for edition in drop if edition.goes_live_at > now}
    Edition.objects.filter(pk__in=dropped, goes_live_at__gt=now).delete()
    if add is not None and add.kind == Kind.PUBLISHED:
        add.path = _claim_path(article, add)
    remaining = [edition for edition in before if edition.pk not in dropped]
    line = sorted([*remaining, add] if add is not None else remaining, key=lambda edition: edition.goes_live_at)
    ends = {id(edition): after.goes_live_at for edition, after in itertools.pairwise(line)}
    moved = [(edition, ends.get(id(edition), FAR_FUTURE)) for edition in remaining]
    # Shorten first, then insert, then lengthen: at no statement do two intervals overlap or share an end.
    _set_ends((edition, end) for edition, end in moved if end < edition.ends_at)
    if add is not None:
        add.ends_at = ends.get(id(add), FAR_FUTURE)
        add.save(force_insert=True)
        for rows in composition.rows() if composition else ():
            bulk_insert(rows)
    _set_ends((edition, end) for edition, end in moved if end > edition.ends_at)
    changes = _changes_of((edition, ends.get(id(edition), FAR_FUTURE)) for edition in line)
    archive_counts.add_changes(_changes_of((edition, edition.ends_at) for edition in before), changes, now=now)
    _update_addresses(article, now)
    index.sync_article(article.pk, now=now, composition=composition)
    stories_change([article.pk], now)


def add_first_editions(compositions: Iterable[Composition], *, now: datetime) -> list[Edition]:
    """Write the first editions of many new stories and their rows, with the ends they have; returns the Editions.

    The stories were made in this transaction, so nobody else knows them and their timelines are empty. Those of one
    story stand in order, and touch.
    """
    compositions = list(compositions)
    published = [composition for composition in compositions if composition.edition.kind == Kind.PUBLISHED]
    _claim_paths([composition.edition for composition in published])
    editions = bulk_insert(composition.edition for composition in compositions)
    for rows in zip(*(composition.rows() for composition in compositions), strict=True):
        bulk_insert(itertools.chain.from_iterable(rows))
    archive_counts.add_changes({}, _changes_of((edition, edition.ends_at) for edition in editions), now=now)
    index.index_compositions([each for each in published if each.edition.ends_at > now])
    stories_change({edition.article_id for edition in editions}, now)
    return editions


def blank_editions(
    article: Article, editions: Iterable[Edition], *, now: datetime, notices: Iterable[Edition] = ()
) -> None:
    """Take every word out of past `editions` of the locked article, and out of the index; dates, path and digest stay.

    Those in `notices` lose what readers were told of a withdrawal.
    """
    stories_change([article.pk], now)
    keys = [edition.pk for edition in editions]
    for part in (Quote, PhotoPlacement, Section, Mention, Byline, EditionTopic):
        part.objects.filter(edition__in=keys).delete()
    texts = dict.fromkeys(("headline", "short_headline", "search_headline", "dek", "place"), "")
    Edition.objects.filter(pk__in=keys).update(**texts, words=0, redacted_at=now)
    Edition.objects.filter(pk__in=[edition.pk for edition in notices]).update(notice="")
    index.sync_article(article.pk, now=now)


def _claim_paths(editions: list[Edition]) -> None:
    """Give editions of new stories their paths and write the addresses; only those whose path is taken cost a query."""
    for edition in editions:
        edition.path = f"{_month(edition)}{revision_of(edition).snapshot['slug']}/"
    taken = set(Address.objects.filter(path__in=[each.path for each in editions]).values_list("path", flat=True))
    first = {edition.path: edition for edition in reversed(editions) if edition.path not in taken}
    bulk_insert(
        Address(path=path, article_id=each.article_id, from_at=each.goes_live_at) for path, each in first.items()
    )
    for edition in editions:
        holder = first.get(edition.path)
        if holder is None or holder.article_id != edition.article_id:
            edition.path = _claim_path(revision_of(edition).article, edition)


def _month(edition: Edition) -> str:
    """The beginning of an edition's path."""
    return f"{site_time(edition.dated_at):/%Y/%m/}"


def _changes_of(pairs: Iterable[tuple[Edition, datetime]]) -> "Counter[archive_counts.Change]":
    """What editions, each with its end, change in the archive's counts."""
    return archive_counts.changes_of((each.kind, each.goes_live_at, end, each.dated_at) for each, end in pairs)


def _set_ends(pairs: Iterable[tuple[Edition, datetime]]) -> None:
    """Write the new end of each edition."""
    for edition, end in pairs:
        Edition.objects.filter(pk=edition.pk).update(ends_at=end)


def _claim_path(article: Article, edition: Edition) -> str:
    """The path of a published edition: its year, month and slug, numbered when another story has it. Reserves it."""
    slug = revision_of(edition).snapshot["slug"]
    month, number = _month(edition), 1
    while True:
        path = f"{month}{slug}/" if number == 1 else f"{month}{slug}-{number}/"
        address, _ = Address.objects.get_or_create(
            path=path, defaults={"article": article, "from_at": edition.goes_live_at}
        )
        if address.article_id == article.pk:
            return path
        number += 1


def _update_addresses(article: Article, now: datetime) -> None:
    """Let each address begin with the first edition that has it, and forget those that were never live."""
    starts = {}
    for path, start in article.editions.order_by("-goes_live_at").values_list("path", "goes_live_at"):
        starts[path] = start
    coming = article.addresses.filter(from_at__gt=now)
    coming.exclude(path__in=starts).delete()
    for address in coming.filter(path__in=starts):
        Address.objects.filter(pk=address.pk).update(from_at=starts[address.path])
