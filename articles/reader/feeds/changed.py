"""When feeds changed last, as HTTP says it (RFC 9110, 8.8.2): one moment for all of them, so never too early a one."""

from datetime import timedelta

from django.db.models import Subquery
from django.utils.http import http_date

from articles.freshness import tags
from articles.freshness.reading import good_until, made_of
from articles.models.directory_change import DirectoryChange
from articles.models.edition import Edition
from media.models import Photo

# HTTP counts whole seconds. What is read within one may be followed by a change in the same, so nothing is said yet.
TICK = timedelta(seconds=1)


def last_modified(now):
    """The value of Last-Modified for every feed, or None where no story ever came out or this second brought a change.

    A withdrawal leaves no story that could tell its moment, and licences end and people get other names without an
    edition. So this is the newest of all such moments of the newsroom, and a program that has only it to compare gets a
    feed once too often rather than an old one.
    """
    made_of(tags.stories(), tags.PHOTOS, tags.DIRECTORY)
    rows = _moments(at=now)
    good_until(rows[0].next_end if rows else None)
    moments = [moment for row in rows for moment in row[:-1] if moment is not None]
    newest = max(moments, default=None)
    if newest is None or newest.replace(microsecond=0) + TICK > now:
        good_until(newest and newest.replace(microsecond=0) + TICK)
        return None
    return http_date(newest.timestamp())


def _moments(at):
    """One row with the newest moment of each kind that has begun, None for a kind without any; last the next end."""
    others = (
        _newest(Photo.objects.filter(licence_ends_at__lte=at), "licence_ends_at"),
        _newest(DirectoryChange.objects, "at"),
        _newest(DirectoryChange.objects.filter(undone_at__isnull=False), "undone_at"),
    )
    ends = Photo.objects.filter(licence_ends_at__gt=at).order_by("licence_ends_at").values("licence_ends_at")
    newest = Edition.objects.started(at).order_by("-goes_live_at").annotate(next_end=Subquery(ends[:1]))
    return newest.values_list("goes_live_at", *others, "next_end", named=True)[:1]


def _newest(rows, moment):
    return Subquery(rows.order_by(f"-{moment}").values(moment)[:1])
