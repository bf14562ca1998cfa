"""The archive: years, months and days with how many stories each has, and a day's stories."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _

from articles.freshness import tags
from articles.freshness.reading import made_of, moment
from articles.models.edition import Edition
from articles.page.lists.cards import card_rows, cards
from articles.reader.parts.archive_counts import counts, oldest_and_newest
from articles.reader.parts.cache_headers import reader_page
from articles.reader.parts.meta_tags import archive_head
from articles.reader.parts.pagination import page_of_stories, place_of_story, stories_after
from articles.reader.parts.periods import Period, day_at
from articles.reader.parts.site_frame import site_context

YEARS = range(1601, 9000)  # from the oldest date a story may have to the last whose arithmetic stays in the calendar


@reader_page
def archive(request):
    """All years that have stories."""
    now = moment()
    made_of(tags.stories())
    ends = [day_at(date).year for date in oldest_and_newest(now)]
    counted = counts(map(Period, range(ends[0], ends[1] + 1)), now)[::-1] if ends else []
    context = {"title": _("Archive"), "counted": counted, "is_all": True}
    return render(request, "reader/archive.html", site_context(request) | archive_head() | context)


@reader_page
def archive_period(request, year, month=None):
    """The months of a year or the days of a month that have stories; Http404 where none has."""
    period = _period(year, month) if month else _period(year)
    made_of(tags.stretch(tags.stories(), period.starts_at, period.ends_at))
    counted = counts(period.parts, moment())
    if not counted:
        raise Http404("No story that readers can see is of then.")
    context = {"title": period.name, "counted": counted, "above": period.above}
    return render(request, "reader/archive.html", site_context(request) | archive_head(period) | context)


@reader_page
def archive_day(request, year, month, day):
    """The stories of one day, newest first, from the cursor `?before=` on; Http404 where there is none."""
    now, period = moment(), _period(year, month, day)
    before = request.GET.get("before", "")
    made_of(tags.stretch(tags.stories(), period.starts_at, period.ends_at))
    of_day = {"since": period.starts_at, "until": period.ends_at}
    page = page_of_stories(_within(at=now, **of_day, **place_of_story(before)), before)
    if not page.rows:
        raise Http404("No story that readers can see is of this day.")
    stories = cards(page.rows, now, signed=0)
    context = {"period": period, "stories": stories, "next": page.next, "before": before}
    beside = {} if before else {"earlier": _beside(period, now, -1), "later": _beside(period, now, 1)}
    site = site_context(request)  # first, since the head names the site
    head = archive_head(period, stories, before)
    return render(request, "reader/archive_day.html", site | head | context | beside)


def _within(at, since, until, moment, article):
    within = Edition.objects.live(at).filter(dated_at__gte=since, dated_at__lt=until)
    return card_rows(stories_after(within, moment, article))


def _period(*parts):
    """The Period that an address names. Raises Http404 where the calendar has none."""
    numbers = [int(part) for part in parts]
    try:
        if numbers[0] in YEARS and all(numbers):
            period = Period(*numbers)
            if period.starts_at:
                return period
    except ValueError as error:
        raise Http404("The calendar has no such day.") from error
    raise Http404("No newspaper is as old, or as young.")


def _beside(period, now, direction):
    """The nearest day with stories before (-1) or after (1) a day; None where there is none."""
    dates = Edition.objects.live(now).values_list("dated_at", flat=True)
    if direction < 0:
        start, found = period.starts_at, dates.filter(dated_at__lt=period.starts_at).order_by("-dated_at").first()
    else:
        start, found = period.ends_at, dates.filter(dated_at__gte=period.ends_at).order_by("dated_at").first()
    made_of(tags.stretch(tags.stories(), start, found))
    return day_at(found) if found else None
