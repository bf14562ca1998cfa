"""How many stories of each month are live, stored beside the editions: the cost does not grow with the archive.

The numbers are stored as timelines are, as steps in time. What is scheduled counts from its second, and what ends is
gone at its second, though nothing runs then.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import models
from django.db.models import Count, QuerySet, Sum, Value
from django.db.models.functions import Coalesce

from articles.models.edition import Edition

# The `from_at` of steps that were added up, since they are all past.
LONG_PAST = datetime(1601, 1, 1, tzinfo=UTC)


def month_of(moment: datetime) -> int:
    """The month in UTC of an aware datetime, as a number: 202605. UTC, because the site's own zone is a setting."""
    moment = moment.astimezone(UTC)
    return moment.year * 100 + moment.month


class ArchiveCount(models.Model):
    """A step: from `from_at` on, so many stories dated in a month are live more than before (fewer when negative).

    Written with the editions by `editorial/publishing/archive_counts.py`, which now and then adds up those of the past.
    """

    month = models.PositiveIntegerField()
    from_at = models.DateTimeField()
    change = models.IntegerField()

    class Meta:
        ordering = ("month", "from_at", "pk")
        default_permissions = ()  # verbs write it
        indexes = (models.Index(fields=["month", "from_at"], name="archive_count_by_month"),)


def is_right(at: datetime) -> bool:
    """Whether the count of the newest story's month is the number of that month's stories that readers see at `at`."""
    newest = Edition.objects.live(at).newest_first().values_list("dated_at", flat=True).first()
    if newest is None:
        return True
    start = newest.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    end = (start + timedelta(days=32)).replace(day=1)
    counted = ArchiveCount.objects.filter(month=month_of(start), from_at__lte=at)
    live = Edition.objects.live(at).filter(dated_at__gte=start, dated_at__lt=end)
    # In one statement, since somebody may publish between two; a union makes one row of two equal ones.
    return len(_sum(counted, Coalesce(Sum("change"), 0)).union(_sum(live, Count("pk"))).order_by()) == 1


def _sum(rows: QuerySet[Any], number: Any) -> QuerySet[Any]:
    """One row with the number that is made of all rows."""
    return rows.order_by().annotate(all=Value(1)).values("all").annotate(number=number).values_list("number")
