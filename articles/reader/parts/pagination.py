"""Long lists page by page, by the place of the last row instead of a page number: no story twice, none left out.

A cursor is part of an address. One that we did not write, or whose page is empty, answers 404.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from operator import attrgetter

from django.db.models import Q
from django.http import Http404

from articles.embargo import FAR_FUTURE
from articles.freshness import tags
from articles.freshness.reading import made_of

SIZE = 30
DIRECTORY_SIZE = 300

SLIP = "This address has a slip in it."
# Greater than any id.
LAST = 1 << 62

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_CURSOR = re.compile(r"(?P<moment>-?[0-9]{1,17})-(?P<article>[0-9]{1,18})(?:-(?P<position>[0-9]{1,9}))?", re.ASCII)
_NAME_CURSOR = re.compile(r"(?P<pk>[0-9]{1,18})-(?P<key>[^\x00]{1,240})", re.ASCII)


@dataclass(frozen=True)
class Page:
    """Some rows of a list, and the cursor of the page after it ("" on the last)."""

    rows: list
    next: str


def stories_after(editions, moment, article, size=SIZE):
    """What follows a story's place in an Edition queryset, newest first: a page, and one more that tells of the next.

    `moment` and `article` are the story's date and id, as values or as what stands for them in a compiled query.
    """
    after = Q(dated_at__lte=moment) & (Q(dated_at__lt=moment) | Q(article_id__lt=article))
    return editions.filter(after).newest_first()[: size + 1]


def parts_after(parts, moment, article, position, size=SIZE):
    """The same for rows that belong to editions (quotes, mentions, bylines), several of one story too."""
    rest_of_story = Q(article_id=article, position__gt=position)
    after = Q(dated_at__lte=moment) & (Q(dated_at__lt=moment) | Q(article_id__lt=article) | rest_of_story)
    return parts.filter(after).newest_first()[: size + 1]


def place_of_story(cursor):
    """The `moment` and `article` of a cursor, as a dict; of none, a place before all. Raises Http404 for a broken one.

    So the first page is asked for like any other, and costs the same.
    """
    moment, article, _ = _read(cursor)
    return {"moment": moment, "article": article}


def place_of_part(cursor):
    """The same for `parts_after`: `moment`, `article` and `position`."""
    return dict(zip(("moment", "article", "position"), _read(cursor), strict=True))


def rows_after(rows, moment, article):
    """Of rows that were asked for together with others, those after a place, newest first."""
    after = [row for row in rows if (row.dated_at, row.article_id) < (moment, article)]
    return sorted(after, key=attrgetter("dated_at", "article_id"), reverse=True)


def page_of_stories(rows, cursor, size=SIZE, *, of=None):
    """The Page of what `stories_after` found after `cursor` ("" for the first). Raises Http404 if that is nothing.

    `of` is the tag of the list (`articles/freshness/tags.py`), of which the page shows a stretch.
    """
    rows = list(rows)
    if of:
        since = rows[size].dated_at if len(rows) > size else None
        made_of(tags.stretch(of, since, _read(cursor)[0] if cursor else None))
    return _page(rows, cursor, size, story_cursor)


def page_of_parts(rows, cursor, size=SIZE):
    """The same for `parts_after`."""
    return _page(rows, cursor, size, part_cursor)


def page_of_notes(notes, cursor, size=SIZE):
    """The same for corrections, by the moment from which each is public."""
    rows = notes.filter(_notes_after(cursor)).order_by("-goes_live_at", "-pk")
    return _page(rows[: size + 1], cursor, size, note_cursor)


def names_after(named, key, pk, size=DIRECTORY_SIZE):
    """The same as `stories_after` for people or topics by name; `key` and `pk` are those of a place in their list."""
    return named.filter(Q(key__gte=key) & (Q(key__gt=key) | Q(pk__gt=pk))).order_by("key", "pk")[: size + 1]


def place_of_name(cursor):
    """The `key` and `pk` of a cursor, as a dict; of none, a place before all. Raises Http404 for a broken one."""
    if not cursor:
        return {"key": "", "pk": 0}
    match = _NAME_CURSOR.fullmatch(cursor)
    if match is None:
        raise Http404(SLIP)
    return {"key": match["key"], "pk": int(match["pk"])}


def page_of_names(rows, cursor, size=DIRECTORY_SIZE):
    """The Page of what `names_after` found after `cursor`."""
    return _page(rows, cursor, size, name_cursor)


def _page(rows, cursor, size, cursor_of):
    """The first `size` of the rows; one more tells that there is a next page."""
    rows = list(rows)
    if cursor and not rows:
        raise Http404("There is nothing on this page of the list.")
    return Page(rows[:size], cursor_of(rows[size - 1]) if len(rows) > size else "")


def story_cursor(row):
    """Microseconds since 1970 of the story's date, and the story's id."""
    return f"{_microseconds(row.dated_at)}-{row.article_id}"


def note_cursor(row):
    """The same of a correction."""
    return f"{_microseconds(row.goes_live_at)}-{row.pk}"


def _microseconds(moment):
    return (moment - _EPOCH) // timedelta(microseconds=1)


def part_cursor(row):
    """The story's cursor and the row's position in it."""
    return f"{story_cursor(row)}-{row.position}"


def name_cursor(row):
    """The row's id, for names that fold alike, and its key."""
    return f"{row.pk}-{row.key}"


def _notes_after(cursor):
    """The condition "comes after the cursor's correction"."""
    if not cursor:
        return Q()
    moment, pk, _ = _read(cursor)
    return Q(goes_live_at__lte=moment) & (Q(goes_live_at__lt=moment) | Q(pk__lt=pk))


def _read(cursor):
    """(datetime, id, position) of a cursor, the position of a story's own being 0; before everything for none."""
    if not cursor:
        return FAR_FUTURE, LAST, 0
    match = _CURSOR.fullmatch(cursor)
    if match is None:
        raise Http404(SLIP)
    try:
        moment = _EPOCH + timedelta(microseconds=int(match["moment"]))
    except OverflowError as error:
        raise Http404(SLIP) from error
    return moment, int(match["article"]), int(match["position"] or 0)
