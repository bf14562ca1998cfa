"""The table of words on SQLite, FTS5 (sqlite.org/fts5.html). Terms are quoted, so no operator comes from outside."""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models import Q

from articles.search.entries import IndexedWords
from articles.search.query import Alternative, Group, Query
from media import scratch

WRITE = "INSERT OR REPLACE INTO {table} (rowid, headline, names, dek, body) VALUES (%s, %s, %s, %s, %s)"
# CROSS JOIN keeps this order: FTS5 hands out rows newest first, so that a limit ends the search early.
SELECT = (
    "SELECT w.rowid, e.edition_id, w.headline, w.names, w.dek, w.body"
    " FROM articles_searchwords w CROSS JOIN articles_searchentry e ON e.id = w.rowid"
    " WHERE e.goes_live_at <= %s AND e.goes_live_at <= %s AND e.ends_at > %s AND {matches} w.rowid >= %s"
    " AND w.rowid < %s ORDER BY w.rowid DESC LIMIT %s"
)


def let_writers_in() -> None:
    """Sleep longer than those who wait for the one lock: they look again each tenth of a second."""
    time.sleep(0.12)


@contextmanager
def exclusive() -> Iterator[None]:
    """A context that one process of this machine at a time holds: a SQLite file has no other machines."""
    with scratch.opened("index.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def row(words: IndexedWords) -> tuple[int | str, ...]:
    """The values that WRITE takes."""
    return (words.rowid, words.headline, words.names, words.dek, words.body)


def expression(query: Query, in_headline_or_names: bool) -> str | None:
    """A Query in FTS5's language, or None when it asks for no word."""
    wanted = [_any(group) for group in query.groups]
    if in_headline_or_names:
        wanted = [f"{{headline names}} : {part}" for part in wanted]
    wanted += [f"{{names}} : {_any(group)}" for group in query.filters]
    if not wanted:
        return None
    unwanted = "".join(f" NOT {_any(group)}" for group in query.excluded)
    return f"({' AND '.join(wanted)}){unwanted}"


def matches(table: str, query: Query, in_headline_or_names: bool) -> str:
    """The condition that a row of a table matches, with a place for the expression, which says where words stand."""
    return f"{table} MATCH %s AND"


def id_ranges(query: Query, first: int, before: int, present: int) -> list[tuple[int, int]]:
    """The ranges of ids to look through one after the other, as (first, before): all, for it starts at the top."""
    return [(first, before)]


def begins_with(field: str, beginning: str) -> Q:
    """The condition that a field begins so, in a form that the field's index answers."""
    return Q(**{f"{field}__gte": beginning, f"{field}__lt": f"{beginning}\U0010ffff"})


def _any(group: Group) -> str:
    """One of a group's alternatives."""
    return f"({' OR '.join(map(_phrase, group))})"


def _phrase(terms: Alternative) -> str:
    """These terms one after the other; a last one that ends in * stands for all that begin so."""
    words = " ".join(terms)
    return f'"{words[:-1]}" *' if words.endswith("*") else f'"{words}"'
