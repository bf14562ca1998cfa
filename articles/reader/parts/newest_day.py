"""The newest day of the site in a few lines, for pages that have nothing else to offer."""

from datetime import date
from typing import NamedTuple

from articles.freshness import tags
from articles.freshness.reading import good_until, made_of
from articles.models.edition import Edition
from articles.site_time_zone import day_after, site_date

AT_MOST = 5


class Day(NamedTuple):
    """A day's newest stories: its date, whether it is today, and live editions."""

    date: date
    is_today: bool
    editions: list


def newest_day(now):
    """The Day of the newest live story with at most five of its stories, newest first; None when nothing is live."""
    made_of(tags.stories())
    good_until(day_after(now))
    newest = list(Edition.objects.live(now).newest_first()[:AT_MOST])
    if not newest:
        return None
    day = site_date(newest[0].dated_at)
    editions = [edition for edition in newest if site_date(edition.dated_at) == day]
    return Day(day, day == site_date(now), editions)
