"""The tags of what pages are made of. A page notes those of all it reads, a verb those of all it changes.

What stands on a list may change with every story that is in it, comes into it or leaves it, so a story that changes
has the tags of its lists too: of each list the whole, and the year, month and day of its date there. A page that shows
a stretch of a list is made of the days, months or years of that stretch.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

EVERYTHING = "everything"
SITE = "site"  # the frame of each page: desks, static pages, who publishes
PEOPLE, TOPICS = "people", "topics"  # any of them, for pages that show many
PHOTOS = "photos"  # any photo of the library
DIRECTORY = "directory"  # any change that readers have of a person, topic or desk
CALENDAR = "calendar"  # any start or end to come

MOST_DAYS, MOST_MONTHS, MOST_YEARS = 8, 14, 30  # a longer stretch is told in larger pieces


def story(pk: int) -> str:
    """All that belongs to one story: its editions with their parts, its addresses, notes, pin and switches."""
    return f"story:{pk}"


def photo(pk: int) -> str:
    """A photo's words, rights, focus and file."""
    return f"photo:{pk}"


def person(pk: int) -> str:
    """A person's own row and other names."""
    return f"person:{pk}"


def topic(pk: int) -> str:
    """A topic's own row and what it is related to."""
    return f"topic:{pk}"


def beside_topic(pk: int) -> str:
    """The stories of topics to which this topic's page leads."""
    return f"beside:topic:{pk}"


def stories(of: str = SITE, pk: int | None = None) -> str:
    """The list of all stories of the site, of a "desk", a "topic" or a "person", wherever in it they stand."""
    return f"list:{of}" if pk is None else f"list:{of}:{pk}"


def stretch(whole: str, since: datetime | None, until: datetime | None) -> frozenset[str]:
    """The tags of a stretch of a list of stories, both ends included; without one end, the whole list."""
    if since is None or until is None:
        return frozenset({whole})
    first, last = sorted((since.astimezone(UTC).date(), until.astimezone(UTC).date()))
    if (last - first).days < MOST_DAYS:
        days = (first + timedelta(days=more) for more in range((last - first).days + 1))
        return frozenset(f"{whole}@{day}" for day in days)
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    if len(months) <= MOST_MONTHS:
        return frozenset(f"{whole}@{month // 12:04}-{month % 12 + 1:02}" for month in months)
    years = range(first.year, last.year + 1)
    return frozenset(f"{whole}@{year:04}" for year in years) if len(years) <= MOST_YEARS else frozenset({whole})


def at(whole: str, dated_at: datetime) -> Iterator[str]:
    """The tags of a story's place in a list: what changes there when it changes."""
    day: date = dated_at.astimezone(UTC).date()
    yield from (whole, f"{whole}@{day.year:04}", f"{whole}@{day.year:04}-{day.month:02}", f"{whole}@{day}")
