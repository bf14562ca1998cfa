"""The newest day of the site in a few lines, for pages that have nothing else to offer."""

from typing import NamedTuple

from django.utils import timezone

from articles.models.edition import Edition
from articles.page.moments import day

AT_MOST = 5


class Day(NamedTuple):
    """A day's newest stories: its date in ISO 8601 and in words, whether it is today, and live editions."""

    iso: str
    words: str
    is_today: bool
    editions: list


def newest_day(now):
    """The Day of the newest live story with at most five of its stories, newest first; None when nothing is live."""
    newest = list(Edition.objects.live(now).newest_first()[:AT_MOST])
    if not newest:
        return None
    date = timezone.localdate(newest[0].dated_at)
    editions = [edition for edition in newest if timezone.localdate(edition.dated_at) == date]
    return Day(date.isoformat(), day(newest[0].dated_at), date == timezone.localdate(now), editions)
