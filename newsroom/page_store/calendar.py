"""When pages change by themselves: what comes within a day, with the tags it changes.

A story starts or ends, another order of what is on top begins, or a pin of the next story does, should the clock have
been put back to before it was made.
"""

import threading
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import Q

from articles.embargo import FAR_FUTURE
from articles.freshness.tags import CALENDAR, stories, story
from articles.models.edition import Edition
from articles.models.page_order import PageOrder
from articles.models.pin import Pin
from articles.story_tags import tags_of_stories
from newsroom.page_store.generations import Generations, places_of

AHEAD = timedelta(days=1)  # no page is kept longer than the calendar was looked up for
GOOD_FOR = AHEAD / 2


class Calendar(NamedTuple):
    """The starts and ends, of stories, orders and pins, after `since` up to `until`, each with its tags."""

    since: datetime
    until: datetime
    coming: list[tuple[datetime, frozenset[str]]]

    def end_for(self, tags: Collection[str], at: datetime) -> datetime:
        """The first moment after `at` at which what has one of these tags may be something else."""
        ends = (moment for moment, theirs in self.coming if moment > at and not theirs.isdisjoint(tags))
        return min(ends, default=self.until)


class Calendars:
    """The Calendar of now, looked up when it has changed, or is half over."""

    def __init__(self, generations: Generations) -> None:
        self._generations = generations
        self._held: tuple[int, Calendar] | None = None
        self._lock = threading.Lock()

    def at(self, now: datetime) -> Calendar:
        """The Calendar for a page of the moment `now`; asked for outside its snapshot, before its first query."""
        held = self._held
        if held and self._generations.are_current(places_of([CALENDAR]), held[0]):
            calendar = held[1]
            if calendar.since <= now < calendar.since + GOOD_FOR:
                return calendar
        with self._lock:
            noted = self._generations.last_raise
            calendar = look_up(now)
            self._held = noted, calendar
        return calendar


def look_up(now: datetime) -> Calendar:
    """The Calendar from `now` on; six queries."""
    until = now + AHEAD
    pending = Edition.objects.pending(now).filter(goes_live_at__lte=until).order_by("goes_live_at")
    starts = list(pending.values_list("goes_live_at", "article_id"))
    tags = tags_of_stories({article for _, article in starts}, now) if starts else {}
    orders: Any = PageOrder.objects.filter(goes_live_at__gt=now, goes_live_at__lte=until)
    coming = [(moment, frozenset(tags[article])) for moment, article in starts]
    for moment, desk in orders.values_list("goes_live_at", "desk_id"):
        coming.append((moment, frozenset({stories("desk", desk) if desk else stories()})))
    to_come = Q(goes_live_at__gt=now) | Q(ends_at__gt=now, ends_at__lt=FAR_FUTURE)
    for *moments, article in Pin.objects.filter(to_come).values_list("goes_live_at", "ends_at", "article_id"):
        coming.extend((moment, frozenset({story(article)})) for moment in moments)
    return Calendar(now, until, coming)
