"""Searching: the best and newest live stories for what somebody typed, page by page."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from articles.models.edition import Edition
from articles.models.section import Section
from articles.search import spelling, tables
from articles.search.entries import BYLINE, DESK, PERSON, TOPIC, rowid_at
from articles.search.name_lookup import NameLookup, PersonOrTopic, look_up_names
from articles.search.query import Group, Query, QueryPart, parts_of, query_of
from articles.search.ranking import score
from articles.search.snippets import TextRun, marked, passage
from articles.search.tables import Row
from articles.text.body.html_parser import visible_text

SIZE = 20
# The newest matches are ranked, and with them the newest whose headline or names match, however old: ranking every
# match of a common word takes seconds. What is older than both follows in further batches.
BATCH, MAX_HEADLINE_MATCHES = 200, 100
TOP = 1 << 62
BEST = 1 << 60
# With at most so many stories a word may have been misspelt; a correction is offered when it finds more.
FEW_RESULTS, MOST_CORRECTIONS = 2, 4

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_CURSOR = re.compile(r"([0-9]{1,17})-([0-9]{1,19})-([0-9]{1,19})-([0-9]{1,19})-([0-9]{1,19})", re.ASCII)


class BrokenCursor(ValueError):
    """A cursor that no page of ours gave out."""


@dataclass(frozen=True)
class Filters:
    """What stories must have besides the words: ids, and aware datetimes `since` <= date < `until`."""

    desk: int | None = None
    topic: int | None = None
    person: int | None = None
    byline: int | None = None
    since: datetime | None = None
    until: datetime | None = None

    @property
    def groups(self) -> tuple[Group, ...]:
        """The ids as groups of a Query."""
        named = ((DESK, self.desk), (TOPIC, self.topic), (PERSON, self.person), (BYLINE, self.byline))
        return tuple(((f"{mark}{pk}",),) for mark, pk in named if pk is not None)

    def __bool__(self) -> bool:
        """Whether it leaves anything out."""
        return self != Filters()


@dataclass(frozen=True)
class Hit:
    """A found story: its live Edition with desk, its headline and the passage with the words, as lists of TextRuns."""

    story: Edition
    headline: list[TextRun]
    passage: list[TextRun]


@dataclass(frozen=True)
class Results:
    """A page of hits, best first.

    `count` is of all stories found, or None on later pages; there are more than that unless `is_all`. `next` is the
    cursor of the next page or "". `named` are the people and topics of found stories whose name has all the words.
    `asks_nothing` when there was no word to look for; `was_cut` when there were too many; `is_little` on a first page
    with so few stories that something else may have been meant.
    """

    hits: list[Hit]
    count: int | None = 0
    is_all: bool = True
    next: str = ""
    did_you_mean: str = ""
    named: tuple[PersonOrTopic, ...] = ()
    asks_nothing: bool = False
    was_cut: bool = False
    is_little: bool = False


@dataclass(frozen=True)
class _PageStart:
    """Where a page begins: the moment of the first search, the oldest of the first batch, the top of this batch, and
    the score and id after which to go on."""

    asked_at: datetime
    floor: int = 0
    before: int = TOP
    score: int = BEST
    rowid: int = TOP


def search(text: str, *, at: datetime, filters: Filters | None = None, cursor: str = "", size: int = SIZE) -> Results:
    """The Results for what somebody typed, live at `at`. Raises BrokenCursor, and nothing for any `text`."""
    filters = filters or Filters()
    place = _page_start(cursor, at) if cursor else _PageStart(at)
    lookup = look_up_names((word for part in parts_of(text)[0] for word in part.words), at=at)
    pointers = lookup.pointer_terms(parts_of(text)[0])
    query = query_of(text, lookup.languages, pointers, filters.groups)
    if query.asks_nothing and not filters:
        return Results([], asks_nothing=True)
    rows, floor, is_last = _batch(query, filters, place, at)
    ranked = _ranked(query, rows, place)
    page, rest = ranked[:size], ranked[size:]
    is_little = not cursor and len(rows) <= FEW_RESULTS
    return Results(
        hits=_hits(query, [row for _, row in page]),
        count=None if cursor else len(rows),
        is_all=is_last,
        next=_next(page, rest, rows, place, floor, is_last),
        did_you_mean=_did_you_mean(query.parts, lookup, filters, at, more_than=len(rows)) if is_little else "",
        named=_with_stories(lookup.named_by(query.parts), rows),
        was_cut=query.was_cut,
        is_little=is_little,
    )


def _newest(
    query: Query,
    filters: Filters,
    place: _PageStart,
    at: datetime,
    *,
    before: int,
    limit: int,
    in_headline_or_names: bool = False,
) -> list[Row]:
    """Matches within the filters' dates."""
    first = rowid_at(filters.since) if filters.since else 0
    top = min(before, rowid_at(filters.until) if filters.until else TOP)
    return tables.newest(
        query,
        at=at,
        started_by=place.asked_at,
        first=first,
        before=top,
        limit=limit,
        in_headline_or_names=in_headline_or_names,
    )


def _batch(query: Query, filters: Filters, place: _PageStart, at: datetime) -> tuple[list[Row], int, bool]:
    """(rows to rank, the oldest id of the first batch, whether nothing is left behind them)."""
    rows = _newest(query, filters, place, at, before=place.before, limit=BATCH)
    is_last = len(rows) < BATCH
    floor = place.floor or (rows[-1][0] if rows else 0)
    if not query.groups or (place.before == TOP and is_last):
        return rows, floor, is_last
    older = _newest(query, filters, place, at, before=floor, limit=MAX_HEADLINE_MATCHES, in_headline_or_names=True)
    if place.before == TOP:
        return rows + older, floor, is_last
    shown = {row[0] for row in older}
    return [row for row in rows if row[0] not in shown], floor, is_last


def _ranked(query: Query, rows: Iterable[Row], place: _PageStart) -> list[tuple[int, Row]]:
    """[(score, row)] of what comes after the place, best first; without words newest first."""
    asked = rowid_at(place.asked_at)
    found = [(score(query, row[2:], (asked - row[0]) >> 24) if query.groups else 0, row) for row in rows]
    found.sort(key=lambda pair: (pair[0], pair[1][0]), reverse=True)
    return [(points, row) for points, row in found if (points, row[0]) < (place.score, place.rowid)]


def _hits(query: Query, rows: Sequence[Row]) -> list[Hit]:
    """Hits for rows, two queries however many."""
    stories = Edition.objects.select_related("desk").in_bulk([row[1] for row in rows])
    html: dict[int, list[str]] = {}
    for edition, heading, section in (
        Section.objects.filter(edition__in=stories)
        .order_by("edition", "position")
        .values_list("edition", "heading", "html")
    ):
        html.setdefault(edition, []).append(f"{heading}\n{section}")
    return [_hit(query, stories[row[1]], "\n".join(html.get(row[1], ()))) for row in rows if row[1] in stories]


def _hit(query: Query, story: Edition, html: str) -> Hit:
    """The Hit of a story."""
    in_body = passage(visible_text(html), query, story.language) if query.groups else []
    in_dek = marked(story.dek, query, story.language)
    is_in_dek = any(run.is_hit for run in in_dek)
    return Hit(story, marked(story.headline, query, story.language), in_dek if is_in_dek or not in_body else in_body)


def _with_stories(named: Iterable[PersonOrTopic], rows: Iterable[Row]) -> tuple[PersonOrTopic, ...]:
    """Those of the people and topics that found stories point to: readers may see no others."""
    present = {term for row in rows for term in row[3].split()} if named else ()
    return tuple(each for each in named if each.term in present)


def _did_you_mean(
    parts: Sequence[QueryPart], lookup: NameLookup, filters: Filters, at: datetime, more_than: int
) -> str:
    """The nearest wording that finds more stories, or "". Words of stories that are not live find nothing."""
    wanted = [word for part in parts for word in part.words if not part.is_unwanted]
    corrections = _corrections(wanted, spelling.nearest(wanted, at))[: None if more_than == 0 else 1]
    named = look_up_names((word for words in corrections for word in words), at=at) if corrections else lookup
    for meant in map(" ".join, corrections):
        query = query_of(meant, lookup.languages, named.pointer_terms(parts_of(meant)[0]), filters.groups)
        if len(_newest(query, filters, _PageStart(at), at, before=TOP, limit=more_than + 1)) > more_than:
            return meant
    return ""


def _corrections(wanted: Sequence[str], near: dict[str, list[str]]) -> list[tuple[str, ...]]:
    """At most MOST_CORRECTIONS wordings: one word mended, then all that have a neighbour, by the next best of each.

    So what was typed rightly stays where that is enough, whether or not it resembles another word.
    """
    found: dict[tuple[str, ...], None] = {}
    for number in range(max(map(len, near.values()), default=0)):
        mended = {word: words[min(number, len(words) - 1)] for word, words in near.items()}
        for changed in (*({word: mended[word]} for word in mended), mended):
            found[tuple(changed.get(word, word) for word in wanted)] = None
    return list(found)[:MOST_CORRECTIONS]


def _next(
    page: Sequence[tuple[int, Row]],
    rest: Sequence[tuple[int, Row]],
    rows: Sequence[Row],
    place: _PageStart,
    floor: int,
    is_last: bool,
) -> str:
    """The cursor of the page after this one, or ""."""
    moment = (place.asked_at - _EPOCH) // timedelta(microseconds=1)
    if rest:
        points, row = page[-1]
        return f"{moment}-{floor}-{place.before}-{points}-{row[0]}"
    if is_last:
        return ""
    oldest = min(row[0] for row in rows if row[0] >= floor) if place.before == TOP else min(row[0] for row in rows)
    return f"{moment}-{floor}-{oldest}-{BEST}-{TOP}"


def _page_start(cursor: str, at: datetime) -> _PageStart:
    """The _PageStart of a cursor. Raises BrokenCursor; one of a time to come is none of ours."""
    match = _CURSOR.fullmatch(cursor)
    if match is None:
        raise BrokenCursor(cursor)
    moment, *numbers = map(int, match.groups())
    try:
        asked_at = _EPOCH + timedelta(microseconds=moment)
    except OverflowError as error:
        raise BrokenCursor(cursor) from error
    if asked_at > at or max(numbers) > TOP:
        raise BrokenCursor(cursor)
    return _PageStart(asked_at, *numbers)
