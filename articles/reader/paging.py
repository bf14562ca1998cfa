"""Long lists page by page, by the place of the last row instead of a page number: no story twice, none left out.

A cursor is part of an address. One that we did not write, or whose page is empty, answers 404.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import Q
from django.http import Http404

SIZE = 30
DIRECTORY_SIZE = 300

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_CURSOR = re.compile(r"(?P<moment>-?[0-9]{1,17})-(?P<article>[0-9]{1,18})(?:-(?P<position>[0-9]{1,9}))?", re.ASCII)
_NAME_CURSOR = re.compile(r"(?P<pk>[0-9]{1,18})-(?P<key>[^\x00]{1,240})", re.ASCII)


@dataclass(frozen=True)
class Page:
    """Some rows of a list, and the cursor of the page after it ("" on the last)."""

    rows: list
    next: str


def page_of_stories(editions, cursor, size=SIZE):
    """The Page of an Edition queryset after `cursor` ("" for the first). Raises Http404 for a broken cursor."""
    return _page(editions.filter(_stories_after(cursor)).newest_first(), cursor, size, _story_cursor)


def page_of_parts(parts, cursor, size=SIZE):
    """The same for rows that belong to editions (quotes, mentions, bylines, topic rows), several of one story too."""
    return _page(parts.filter(_parts_after(cursor)).newest_first(), cursor, size, _part_cursor)


def page_of_notes(notes, cursor, size=SIZE):
    """The same for corrections, by the moment from which each is public."""
    return _page(notes.filter(_notes_after(cursor)).order_by("-goes_live_at", "-pk"), cursor, size, _note_cursor)


def page_of_names(named, cursor, size=DIRECTORY_SIZE):
    """The same for people or topics, by name."""
    return _page(named.filter(_names_after(cursor)).order_by("key", "pk"), cursor, size, _name_cursor)


def _page(rows, cursor, size, cursor_of):
    """The first `size` rows; one more is read to know whether there is a next page."""
    rows = list(rows[: size + 1])
    if cursor and not rows:
        raise Http404("There is nothing on this page of the list.")
    return Page(rows[:size], cursor_of(rows[size - 1]) if len(rows) > size else "")


def _story_cursor(row):
    """Microseconds since 1970 of the story's date, and the story's id."""
    return f"{_microseconds(row.dated_at)}-{row.article_id}"


def _note_cursor(row):
    """The same of a correction."""
    return f"{_microseconds(row.goes_live_at)}-{row.pk}"


def _microseconds(moment):
    return (moment - _EPOCH) // timedelta(microseconds=1)


def _part_cursor(row):
    """The story's cursor and the row's position in it."""
    return f"{_story_cursor(row)}-{row.position}"


def _name_cursor(row):
    """The row's id, for names that fold alike, and its key."""
    return f"{row.pk}-{row.key}"


def _stories_after(cursor):
    """The condition "comes after the cursor's story", in a form that an index answers."""
    if not cursor:
        return Q()
    moment, article, _ = _read(cursor)
    return Q(dated_at__lte=moment) & (Q(dated_at__lt=moment) | Q(article_id__lt=article))


def _notes_after(cursor):
    """The condition "comes after the cursor's correction"."""
    if not cursor:
        return Q()
    moment, pk, _ = _read(cursor)
    return Q(goes_live_at__lte=moment) & (Q(goes_live_at__lt=moment) | Q(pk__lt=pk))


def _parts_after(cursor):
    """The condition "comes after the cursor's row"."""
    if not cursor:
        return Q()
    moment, article, position = _read(cursor)
    rest_of_story = Q(article_id=article, position__gt=position)
    return Q(dated_at__lte=moment) & (Q(dated_at__lt=moment) | Q(article_id__lt=article) | rest_of_story)


def _names_after(cursor):
    """The condition "comes after the cursor's name"."""
    if not cursor:
        return Q()
    match = _NAME_CURSOR.fullmatch(cursor)
    if match is None:
        raise Http404("This address has a slip in it.")
    key, pk = match["key"], int(match["pk"])
    return Q(key__gte=key) & (Q(key__gt=key) | Q(pk__gt=pk))


def _read(cursor):
    """(datetime, id, position) of a cursor; the position of a story's own cursor is 0."""
    match = _CURSOR.fullmatch(cursor)
    try:
        moment = _EPOCH + timedelta(microseconds=int(match["moment"]))
    except (TypeError, OverflowError) as error:
        raise Http404("This address has a slip in it.") from error
    return moment, int(match["article"]), int(match["position"] or 0)
