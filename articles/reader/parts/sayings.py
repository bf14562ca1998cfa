"""What people said: their words with sources, sifted by topic, by year or by words, and whom they are quoted with."""

import re
from datetime import UTC, date, datetime
from typing import Any, NamedTuple, Self

from django.db.models import Count, Value
from django.http import Http404

from articles.embargo import FAR_FUTURE
from articles.freshness import tags
from articles.freshness.reading import made_of
from articles.models.edition import Edition, direction_of
from articles.models.person import Person
from articles.models.section import Quote, anchor_of
from articles.models.topic import Topic
from articles.page.lists.cards import CardLink
from articles.reader.parts.bounded_counts import BoundedCount
from articles.reader.parts.pagination import SLIP, Page, page_of_parts, parts_after, place_of_part
from articles.site_time_zone import site_date, site_midnight
from articles.text.languages.folding import fold
from articles.text.languages.quotation_style import in_marks, standing_alone

TOPICS, BESIDE, SIFTED_FROM = 8, 8, 4
# Among so many of somebody's newest words it is looked for what readers ask for, and so many are shown.
LOOKED_AT, SHOWN = 2000, 60
LONGEST = 200  # characters of what is asked for
LONG_AGO = datetime(1601, 1, 1, tzinfo=UTC)  # before any newspaper
YEAR = re.compile(r"[0-9]{4}")
TOLD = ("article_id", "dated_at", "position", "text", "attribution")


class Appearance(NamedTuple):
    """A person's quote, mention or byline (`list`, a key of LISTS) in a live story; quotes have words."""

    list: str
    article_id: int
    dated_at: datetime
    position: int
    text: str
    attribution: str
    path: str
    headline: str
    language: str

    @property
    def anchor(self) -> str:
        """The id of the quote's element on its story's page."""
        return anchor_of(self.article_id, self.position)

    @property
    def direction(self) -> str:
        """How the words run, "ltr" or "rtl"."""
        return direction_of(self.language)

    @property
    def spoken(self) -> str:
        """A quote's words in marks."""
        return in_marks(standing_alone(self.text), self.language)


def appearances(rows: Any) -> list[Appearance]:
    """Appearances, the newest first."""
    found = map(Appearance._make, rows)
    return sorted(found, key=lambda each: (each.dated_at, each.article_id, -each.position), reverse=True)


class Said(NamedTuple):
    """What a reader asks of somebody's words: on a topic (its slug), in a year, with words; and the page's cursor."""

    topic: str = ""
    year: str = ""
    words: str = ""
    before: str = ""

    @classmethod
    def asked(cls, query: Any) -> Self:
        """What the query of an address asks. Raises Http404 for a year that is none."""
        words = " ".join(query.get("q", "").replace("\0", " ")[:LONGEST].split())
        asked = cls(query.get("topic", ""), query.get("year", ""), words, query.get("before", ""))
        if "\0" in asked.topic or (asked.year and not YEAR.fullmatch(asked.year)):
            raise Http404(SLIP)
        return asked

    @property
    def cursor(self) -> dict[str, str]:
        """What of it is in the address of a page, by name."""
        return {"topic": self.topic, "year": self.year, "q": self.words, "before": self.before}

    @property
    def stretch(self) -> dict[str, datetime]:
        """The moments `since` and `until` of the year, or of all time."""
        year = int(self.year or 0)
        if not LONG_AGO.year <= year < FAR_FUTURE.year - 1:
            return {"since": LONG_AGO, "until": FAR_FUTURE if not self.year else LONG_AGO}
        return {"since": site_midnight(date(year, 1, 1)), "until": site_midnight(date(year + 1, 1, 1))}


class Beside(NamedTuple):
    """Somebody who is quoted in the same stories, and in how many."""

    pk: int
    name: str
    slug: str
    role: str
    together: int

    @property
    def path(self) -> str:
        """The address of their page."""
        return f"/people/{self.slug}/"


def topics_of(editions: list[int]) -> list[CardLink]:
    """Links to the topics of editions, the most frequent first; one query."""
    return [CardLink.to_topic(*named) for named in _topics(editions=editions)]


def years_of(quoted: BoundedCount) -> list[int]:
    """The years of somebody's words, the newest first, to sift them by; none where they are few or of one year.

    Of more than are counted all years from the first to the newest. One query.
    """
    years = {site_date(each.dated_at).year for each in _dates(editions=quoted.editions)}
    if not quoted.is_all:
        first: Any = quoted.since
        years.update(range(site_date(first).year, max(years)))
    return sorted(years, reverse=True) if len(years) > 1 and quoted.number >= SIFTED_FROM else []


def quoted_with(person: Person, editions: list[int]) -> list[Beside]:
    """Who else is quoted in these editions, most often first; one query."""
    found = list(map(Beside._make, _beside(person=person.pk, editions=editions)))
    made_of(tags.person(each.pk) for each in found)
    return found


def quotes_of(person: Person, asked: Said, topic: Topic | None, now: datetime) -> Page:
    """A Page of a person's words (Appearances), the newest first; of those that hold words, at most SHOWN on one page.

    Two queries.
    """
    within = {"at": now, "person": person.pk, **asked.stretch}
    if topic:
        within["topic"] = topic.pk
    if asked.words:
        wanted = fold(asked.words).split()
        texts = (_texts_on if topic else _texts)(**within)
        hits = [pk for pk, text in texts if all(word in fold(text) for word in wanted)]
        return Page(appearances(_these(pks=hits[:SHOWN])), "")
    rows = (_page_on if topic else _page)(**within, **place_of_part(asked.before))
    return page_of_parts(appearances(rows), asked.before)


def _said(at: Any, person: Any, since: Any, until: Any) -> Any:
    return Quote.objects.live(at).filter(person=person, dated_at__gte=since, dated_at__lt=until)


def _on(topic: Any) -> dict[str, Any]:
    return {"edition__topic_rows__topic": topic}


def _told(rows: Any) -> Any:
    return (
        Quote.objects.filter(pk__in=rows.values("pk"))
        .order_by()
        .annotate(listed=Value("quotes"))
        .values_list("listed", *TOLD, "edition__path", "edition__headline", "edition__language")
    )


def _page(at, person, since, until, moment, article, position):
    """The words after a place."""
    return _told(parts_after(_said(at, person, since, until), moment, article, position))


def _page_on(at, person, since, until, topic, moment, article, position):
    """The same, of stories on a topic."""
    return _told(parts_after(_said(at, person, since, until).filter(**_on(topic)), moment, article, position))


def _texts(at, person, since, until):
    """(id, words) of the newest."""
    return _said(at, person, since, until).newest_first().values_list("pk", "text")[:LOOKED_AT]


def _texts_on(at, person, since, until, topic):
    """The same, of stories on a topic."""
    said = _said(at, person, since, until).filter(**_on(topic))
    return said.newest_first().values_list("pk", "text")[:LOOKED_AT]


def _these(pks: list[int]):
    """What Appearances say of quotes."""
    return _told(Quote.objects.filter(pk__in=pks))


def _dates(editions: list[int]):
    """The dates of editions."""
    return Edition.objects.filter(pk__in=editions).order_by().only("dated_at")


def _topics(editions: list[int]):
    """(name, slug) of the topics of editions, the most frequent first."""
    within = Topic.objects.filter(edition_rows__edition__in=editions).annotate(times=Count("pk"))
    return within.order_by("-times", "name", "pk").values_list("name", "slug")[:TOPICS]


def _beside(person, editions: list[int]):
    """What Beside says of the people quoted in editions but one."""
    others = Person.objects.filter(quotes__edition__in=editions).exclude(pk=person)
    told = others.annotate(together=Count("quotes__edition", distinct=True)).order_by("-together", "name", "pk")
    return told.values_list(*Beside._fields)[:BESIDE]
