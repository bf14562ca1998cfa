"""Every address that readers have at a moment, from our own lists: a copy of the site is never made by crawling.

A long list is turned by cursors, in queries; files have none. In the copy its further pages are numbered from the end,
so that what is new at the top leaves them as they are.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.conf import settings

from articles.models.address import Address
from articles.models.correction import Correction
from articles.models.desk import Desk
from articles.models.edition import Edition, EditionTopic
from articles.models.person import Person
from articles.models.publisher import Publisher, StaticPage
from articles.models.section import Quote
from articles.models.topic import Topic
from articles.reader.feeds.model import FILES
from articles.reader.pages.people import LISTS, public_people
from articles.reader.pages.topics import public_topics
from articles.reader.parts import pagination
from articles.site_time_zone import site_date
from media.icons import SIDES
from moving.reader import ask

ALONE = (
    "/",
    "/latest/",
    "/archive/",
    "/topics/",
    "/people/",
    "/corrections/",
    "/search/",
    "/kept/",
    "/about/transparency/",
)
POLICIES = ("/license.xml", "/trust.txt", "/.well-known/trust.txt", "/.well-known/tdmrep.json")
MACHINES = (*POLICIES, "/robots.txt", "/service-worker.js", "/manifest.webmanifest", "/.well-known/security.txt")
SITEMAPS = ("/sitemap.xml", "/news-sitemap.xml", "/sitemaps/pages.xml")
# By their names in the urlconf, and why no file stands for them; a test knows an address that has no place here.
NOT_COPIED = {
    "suggestions": "answers what is typed; so does search, whose page is there",
    "read": "counts readers",
    "csp-reports": "takes reports",
    "oembed": "answers for any address; pages of the copy do not name it",
    "healthz": "says whether the server lives",
    "readyz": "says whether the server can serve",
}
OF_STORY = ("", "history/", "article.html", "next.json", "ninjs.json")


class Asked(NamedTuple):
    """What the reader's code is asked for, and the path at which the copy has it."""

    address: str
    path: str


@dataclass(frozen=True)
class TurnedList:
    """A list longer than a page: its address, the query that turns it, and the cursor of each row in its order."""

    address: str
    query: str
    cursors: list[str]
    size: int = pagination.SIZE

    def pages(self) -> Iterator[Asked]:
        """Its pages but the first."""
        for number in range(1, -(-(len(self.cursors) - self.size) // self.size) + 1):
            cursor = self.cursors[len(self.cursors) - self.size * number - 1]
            yield Asked(f"{self.address}?{urlencode({self.query: cursor})}", self._path(number))

    def path_after(self, cursor: str) -> str:
        """Where the copy has what follows a row: the page, numbered from the end, that begins with it or before it."""
        left = len(self.cursors) - 1 - self.places[cursor]
        return self._path(-(-left // self.size))

    @cached_property
    def places(self) -> dict[str, int]:
        """{cursor: its place in the list}."""
        return {cursor: place for place, cursor in enumerate(self.cursors)}

    def _path(self, number: int) -> str:
        return f"{self.address}{self.query}-{number}/"


def stories(at: datetime) -> Iterator[Asked]:
    """The pages of live stories, and what machines read of them."""
    paths = Edition.objects.live(at).order_by("pk").values_list("path", flat=True)
    for path in paths.iterator():
        yield from (Asked(path + part, path + part) for part in OF_STORY)


def former(at: datetime) -> Iterator[str]:
    """Every address that a story ever had by `at` and that no live story has now."""
    there = set(Edition.objects.live(at).values_list("path", flat=True))
    for path in Address.objects.filter(from_at__lte=at).order_by("path").values_list("path", flat=True).iterator():
        if path not in there:
            yield path


def merged() -> Iterator[str]:
    """The addresses of people, topics and desks that lead to others."""
    for model in (Desk, Topic, Person):
        for row in model.rows.filter(redirects_to__isnull=False, is_private=False).order_by("pk"):
            yield row.get_absolute_url()


def lists(at: datetime) -> Iterator[Asked]:
    """Front page, desks, topics, people, the archive, static pages: the first page of each; feeds; sitemaps."""
    named = [*Desk.objects.order_by("pk"), *public_topics(at).order_by("pk"), *public_people(at).order_by("pk")]
    fed = ["/", *(each.get_absolute_url() for each in named)]
    own = [each.get_absolute_url() for each in StaticPage.objects.filter(is_public=True).order_by("pk")]
    feeds = (f"{path}feeds/{file}" for path in fed for file in FILES.values())
    paths = [*ALONE[1:], *fed, *own, *_archive(at), *feeds, *MACHINES, *SITEMAPS, *_sitemaps(), *_icons()]
    said = Person.objects.filter(pk__in=Quote.objects.live(at).order_by().values("person")).order_by("pk")
    for path in [*paths, *(f"{person.get_absolute_url()}quotes/" for person in said)]:
        yield Asked(path, path)


def turned(at: datetime) -> list[TurnedList]:
    """The lists that have more than one page."""
    live, dated = Edition.objects.live(at), ("dated_at", "article_id")
    latest, by_desk, by_day = [], defaultdict(list), defaultdict(list)
    entries = set(Edition.objects.listed(at).order_by().values_list("pk", flat=True))
    for row in live.newest_first().only(*dated, "desk_id"):
        cursor = pagination.story_cursor(row)
        if row.pk in entries:
            latest.append(cursor)
            by_desk[row.desk_id].append(cursor)
        by_day[site_date(row.dated_at)].append(cursor)
    found = [TurnedList("/latest/", "before", latest)]
    found += [TurnedList(desk.get_absolute_url(), "before", by_desk[desk.pk]) for desk in Desk.objects.all()]
    found += [TurnedList(f"/archive/{day:%Y/%m/%d}/", "before", cursors) for day, cursors in by_day.items()]
    topics = {topic.pk: topic for topic in public_topics(at)}
    for pk, rows in _by(EditionTopic.objects.live(at).newest_first().only(*dated, "topic_id"), "topic_id"):
        found.append(TurnedList(topics[pk].get_absolute_url(), "before", [*map(pagination.story_cursor, rows)]))
    people = {person.pk: person for person in public_people(at)}
    for name, model in LISTS.items():
        named = model.objects.live(at).filter(person__in=people).newest_first().only(*dated, "position", "person_id")
        for pk, its in _by(named, "person_id"):
            found.append(TurnedList(people[pk].get_absolute_url(), name, [*map(pagination.part_cursor, its)]))
    notes = Correction.objects.public(at).order_by("-goes_live_at", "-pk")
    found.append(TurnedList("/corrections/", "before", [*map(pagination.note_cursor, notes)]))
    for path, listed in (("/topics/", topics), ("/people/", people)):
        in_order = sorted(listed.values(), key=lambda row: (row.key, row.pk))
        cursors = [pagination.name_cursor(row) for row in in_order]
        found.append(TurnedList(path, "after", cursors, pagination.DIRECTORY_SIZE))
    return [each for each in found if len(each.cursors) > each.size]


def _by(rows: Iterable[Any], field: str) -> Iterable[tuple[int, list[Any]]]:
    """(value, its rows in their order) for each value of a field."""
    found = defaultdict(list)
    for row in rows:
        found[getattr(row, field)].append(row)
    return found.items()


def _archive(at: datetime) -> list[str]:
    """The years, months and days that have stories."""
    dates = Edition.objects.live(at).order_by().values_list("dated_at", flat=True)
    days = {site_date(date) for date in dates.iterator()}
    return sorted({f"/archive/{day:{form}}/" for day in days for form in ("%Y", "%Y/%m", "%Y/%m/%d")})


def _sitemaps() -> list[str]:
    """The files that the index of sitemaps names."""
    found = re.findall(r"<loc>(.*?)</loc>", ask("/sitemap.xml").content.decode())
    return [address.removeprefix(settings.SITE_URL) for address in found]


def _icons() -> list[str]:
    digest = Publisher.objects.values_list("icon_digest", flat=True).first()
    return [f"/icons/{digest}-{side}.png" for side in SIDES] if digest else []
