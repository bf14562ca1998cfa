"""Counts of live stories by month, for the archive, written in the transaction that moves their timelines."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from django.db import connection, transaction

from articles.database.bulk_insert import bulk_insert
from articles.embargo import FAR_FUTURE, Kind
from articles.models.archive_count import LONG_PAST, ArchiveCount, month_of
from articles.models.edition import Edition

Change = tuple[int, datetime]  # a month as `month_of` numbers it, and a moment

# So many past changes of a month are left as they are.
MANY = 8
# Changes are past for everybody after this, also for a reader whose page began before or on a machine that is late.
PAST = timedelta(seconds=10)

# On PostgreSQL what is locked is every change to the counts but our own, not reading it (manual 13.3); on SQLite the
# transaction itself lets nobody else write.
EMPTY = {
    "sqlite": "DELETE FROM articles_archivecount",
    "postgresql": "LOCK TABLE articles_archivecount IN SHARE ROW EXCLUSIVE MODE; DELETE FROM articles_archivecount",
}


def changes_of(entries: Iterable[tuple[str, datetime, datetime, datetime]]) -> "Counter[Change]":
    """{(month, moment): how many more stories are live from then on} of timeline entries.

    An entry is (kind, start, end, date). An update changes nothing, for one entry ends as the next begins.
    """
    found: Counter[Change] = Counter()
    for kind, start, end, dated_at in entries:
        if kind == Kind.PUBLISHED:
            found[month_of(dated_at), start] += 1
            if end < FAR_FUTURE:
                found[month_of(dated_at), end] -= 1
    return found


def add_changes(before: Mapping[Change, int], after: Mapping[Change, int], *, now: datetime) -> None:
    """Write the difference of `changes_of` timelines before and after a move, inside the caller's transaction.

    Rows are added, never changed, so that nobody waits for anybody who publishes in the same month.
    """
    change = Counter(after)
    change.subtract(before)
    added = bulk_insert(
        ArchiveCount(month=month, from_at=at, change=more) for (month, at), more in change.items() if more
    )
    if added:
        _sum_up_past({row.month for row in added}, now)


def recount(*, now: datetime) -> int:
    """Count everything again; returns how many stories are live at `now`.

    Readers are served meanwhile; publishing waits.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(EMPTY[connection.vendor])
        published = Edition.objects.filter(kind=Kind.PUBLISHED).order_by()
        found = changes_of(published.values_list("kind", "goes_live_at", "ends_at", "dated_at").iterator())
        sums: Counter[Change] = Counter()
        for (month, at), change in found.items():
            sums[month, at if at > now - PAST else LONG_PAST] += change
        bulk_insert(
            ArchiveCount(month=month, from_at=at, change=change) for (month, at), change in sums.items() if change
        )
        return sum(change for (_, at), change in sums.items() if at <= now)


def _sum_up_past(months: set[int], now: datetime) -> None:
    """Make one row of all past changes of each of these months, where there are many."""
    past = ArchiveCount.objects.filter(month__in=months, from_at__lte=now - PAST)
    if past.count() <= MANY * len(months):
        return
    # What another transaction is summing up is left to it.
    rows = list(past.select_for_update(skip_locked=True).order_by())
    sums: Counter[int] = Counter()
    for row in rows:
        sums[row.month] += row.change
    ArchiveCount.objects.filter(pk__in=[row.pk for row in rows]).delete()
    bulk_insert(ArchiveCount(month=month, from_at=LONG_PAST, change=change) for month, change in sums.items() if change)
