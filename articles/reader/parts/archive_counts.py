"""How many stories years, months and days have, exact at every second; years and months without counting one by one."""

from bisect import bisect_right
from datetime import UTC, datetime, time
from itertools import pairwise

from django.db.models import Count, Max, Min, Sum, Value

from articles.models.archive_count import ArchiveCount, month_of
from articles.models.edition import Edition
from articles.site_time_zone import site_midnight


def counts(periods, now):
    """[(Period, number of stories live at `now`)] of Periods that follow each other and have any, in one query."""
    periods = list(periods)
    if not periods:
        return []
    days = [period.first_day for period in periods] + [periods[-1].next.first_day]
    numbers = _of_days(days, now) if periods[0].day else _of_months(days, now)
    return [(period, stories) for period, stories in zip(periods, numbers, strict=True) if stories]


def oldest_and_newest(now):
    """[the date of the oldest story live at `now`, that of the newest]; [] when there is none."""
    return [date for (date,) in _ends(at=now) if date]


def _of_days(days, now):
    """The numbers of days: each is a stretch of an index that holds all it asks for, and no story's row is read."""
    _, numbers = _found(pairwise(map(site_midnight, days)), now)
    return numbers


def _of_months(days, now):
    """The numbers of the months or years that begin on `days`, the last of which is the end of the last.

    Months are counted in UTC; what is dated between UTC's midnight and the site's is counted and moved.
    """
    ours, utc = [site_midnight(day) for day in days], [datetime.combine(day, time.min, UTC) for day in days]
    months = [month_of(start) for start in utc]
    monthly, between = _found(map(sorted, zip(ours, utc, strict=True)), now, months[0], months[-1])
    numbers = [0] * len(days)  # the last is for all that lies before and after them
    for month, stories in monthly:
        numbers[bisect_right(months, month) - 1] += stories
    for place, stories in enumerate(between):
        gained = stories if ours[place] < utc[place] else -stories
        numbers[place] += gained
        numbers[place - 1] -= gained
    return numbers[:-1]


def _found(stretches, now, since=0, until=0):
    """([(month, its stories)] from one month on until another, [the stories between two moments, for each stretch])."""
    stretches = list(stretches)
    monthly, between = [], [0] * len(stretches)
    for place, month, stories in _question(stretches, now, since, until):
        if place < 0:
            monthly.append((month, stories))
        else:
            between[place] = stories
    return monthly, between


def _question(stretches, at, since, until):
    """(-1, month, stories) of each month, and (place of a stretch, 0, its stories) of each that has any."""
    months = ArchiveCount.objects.filter(from_at__lte=at, month__gte=since, month__lt=until).order_by()
    within = (
        Edition.objects.live(at)
        .filter(dated_at__gte=start, dated_at__lt=end)
        .order_by()
        .annotate(stretch=Value(place), month=Value(0))
        .values("stretch", "month")
        .annotate(stories=Count("dated_at"))
        .values_list("stretch", "month", "stories")
        for place, (start, end) in enumerate(stretches)
    )
    monthly = months.annotate(stretch=Value(-1)).values("stretch", "month").annotate(stories=Sum("change"))
    return monthly.values_list("stretch", "month", "stories").union(*within, all=True).order_by()


def _ends(at):
    """The first and the last date of live stories, each one look into the index."""
    first, last = (
        Edition.objects.live(at)
        .order_by()
        .annotate(all=Value(1))
        .values("all")
        .annotate(date=end("dated_at"))
        .values_list("date")
        for end in (Min, Max)
    )
    return first.union(last, all=True).order_by()
