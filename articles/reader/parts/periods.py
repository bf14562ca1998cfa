"""Years, months and days of the archive: where they begin in the site's time zone, and how they are called.

The day of a story is the one its address and its page say: that of `dated_at` on the newsroom's clock.
"""

from datetime import date, timedelta
from typing import NamedTuple

from articles.page.dates import month, weekday
from articles.site_time_zone import site_date, site_midnight


class Period(NamedTuple):
    """A year (month and day are 0), a month (day is 0) or a day of the calendar."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def path(self):
        """Its page."""
        return f"/archive/{self.year:04}/" + "".join(f"{part:02}/" for part in (self.month, self.day) if part)

    @property
    def iso(self):
        """As HTML's `datetime` wants it: "2026", "2026-05" or "2026-05-21"."""
        return f"{self.year:04}" + "".join(f"-{part:02}" for part in (self.month, self.day) if part)

    @property
    def name(self):
        """In words: "2026", "May 2026", "Thursday, 21 May 2026"."""
        if self.day:
            return weekday(self.first_day)
        return month(self.first_day) if self.month else f"{self.year}"

    @property
    def first_day(self):
        """The date on which it begins."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def starts_at(self):
        """The moment at which it begins."""
        return site_midnight(self.first_day)

    @property
    def ends_at(self):
        """The moment at which it is over: the start of the next one."""
        return self.next.starts_at

    @property
    def next(self):
        """The Period after this one, of the same length."""
        if self.day:
            return day_of(self.first_day + timedelta(days=1))
        if self.month:
            return Period(self.year + self.month // 12, self.month % 12 + 1)
        return Period(self.year + 1)

    @property
    def above(self):
        """The longer Periods that hold it, the longest first."""
        return [Period(*self[:length]) for length in (1, 2) if any(self[length:])]

    @property
    def parts(self):
        """The months of a year or the days of a month, in order."""
        part = Period(self.year, self.month, 1) if self.month else Period(self.year, 1)
        found = []
        while part.first_day.year == self.year and (not self.month or part.month == self.month):
            found.append(part)
            part = part.next
        return found


def day_of(of):
    """The Period of one day, a date."""
    return Period(of.year, of.month, of.day)


def day_at(moment):
    """The day of an aware datetime on the newsroom's clock."""
    return day_of(site_date(moment))
