"""The tables of words: the only module that knows which database is in use and how to ask it."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import datetime
from types import ModuleType

from django.db import connection, transaction

from articles.search import postgresql, sqlite
from articles.search.entries import IndexedWords, rowid_at
from articles.search.query import Query

# An entry that matches: rowid, edition id, headline, names, dek, body.
Row = tuple[int, int, str, str, str, str]

# What readers find, by the ids of entries; and what editors find: working copies by article, and photos.
READERS, WORKING, PHOTOS = "articles_searchwords", "articles_workingwords", "articles_photowords"

# Rows written in one transaction where a whole table is rewritten: other writers wait for that long.
BATCH = 200
# By which rules the whole index was written last, in one row.
_RULES = "SELECT rules FROM articles_searchrules"
_DELETE_RULES = "DELETE FROM articles_searchrules"
_SET_RULES = "INSERT INTO articles_searchrules (rules) VALUES (%s)"
_REMOVE = "DELETE FROM {table} WHERE rowid = %s"
_REMOVE_STRAYS = "DELETE FROM {table} WHERE rowid NOT IN (SELECT id FROM {owners})"
_HELD = "SELECT rowid FROM {table} WHERE rowid IN ({places}) ORDER BY rowid"
_ALL = "SELECT rowid, headline, names, dek, body FROM {table} ORDER BY rowid"
_FIND = "SELECT w.rowid FROM {table} w WHERE {matches} TRUE ORDER BY w.rowid DESC LIMIT %s"
# Looked up one by one: PostgreSQL would read all entries to join a thousand.
_EDITIONS = "SELECT (SELECT e.edition_id FROM articles_searchentry e WHERE e.id = w.rowid) FROM ({}) w"
_ARTICLES = (
    "SELECT (SELECT e.article_id FROM articles_searchentry e WHERE e.id = w.rowid) FROM ({}) w"
    " UNION SELECT w.rowid FROM ({}) w"
)

_BY_VENDOR = {"sqlite": sqlite, "postgresql": postgresql}


def engine() -> ModuleType:
    """The module for the database in use."""
    return _BY_VENDOR[connection.vendor]


def exclusive() -> AbstractContextManager[None]:
    """A context that one process at a time is in; others wait until it is over. A killed one lets go of it."""
    return engine().exclusive()


def let_writers_in() -> None:
    """Let others write who have waited for a transaction to end, before the next one begins."""
    engine().let_writers_in()


def rules_version() -> int | None:
    """The version of the rules by which the whole index was written last; None where it never was."""
    with connection.cursor() as cursor:
        cursor.execute(_RULES)
        row = cursor.fetchone()
    return row and row[0]


def set_rules_version(number: int) -> None:
    """Store the version of the rules by which the whole index was written just now."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_DELETE_RULES)
        cursor.execute(_SET_RULES, [number])


def write(words: Iterable[IndexedWords], table: str = READERS) -> None:
    """Put an iterable of IndexedWords into a table, in place of those with the same id."""
    rows = [engine().row(each) for each in words]
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(engine().WRITE.format(table=table), rows)


def remove(rowids: Iterable[int], table: str = READERS) -> None:
    """Take the words with these ids out of a table."""
    with connection.cursor() as cursor:
        cursor.executemany(_REMOVE.format(table=table), [(rowid,) for rowid in rowids])


def remove_strays(table: str, owners: str) -> None:
    """Take out of a table the words that belong to no row of `owners`, a table with an id."""
    with connection.cursor() as cursor:
        cursor.execute(_REMOVE_STRAYS.format(table=table, owners=owners))


def existing_ids(rowids: Iterable[int], table: str) -> list[int]:
    """Those of the ids that have words in a table, as a list."""
    rowids = list(rowids)
    if not rowids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_HELD.format(table=table, places=", ".join(["%s"] * len(rowids))), rowids)
        return [rowid for (rowid,) in cursor.fetchall()]


def all_rows(table: str = READERS) -> list[tuple[int, str, str, str, str]]:
    """Every row as (rowid, headline, names, dek, body), by id: for comparing an index with a rebuilt one."""
    with connection.cursor() as cursor:
        cursor.execute(_ALL.format(table=table))
        return cursor.fetchall()


def newest(
    query: Query,
    *,
    at: datetime,
    started_by: datetime,
    first: int,
    before: int,
    limit: int,
    in_headline_or_names: bool = False,
) -> list[Row]:
    """The newest entries that match, newest first.

    `query` is a Query, `at` the moment at which they must be live, `started_by` the latest start that counts;
    `first` <= rowid < `before`. With `in_headline_or_names` the words must be in the headline or among the names.
    """
    expression = engine().expression(query, in_headline_or_names)
    matches = "" if expression is None else engine().matches(READERS, query, in_headline_or_names)
    times = [connection.ops.adapt_datetimefield_value(moment) for moment in (started_by, at, at)]
    asked = [*times, *[expression] * matches.count("%s")]
    rows: list[Row] = []
    with connection.cursor() as cursor:
        for since, until in engine().id_ranges(query, first, before, rowid_at(at)):
            if len(rows) < limit:
                cursor.execute(engine().SELECT.format(matches=matches), [*asked, since, until, limit - len(rows)])
                rows += cursor.fetchall()
    return rows


def newest_photos(query: Query, limit: int) -> tuple[str, list[str | int]]:
    """(statement, its values) for the ids of the newest `limit` photos that match a Query with a word in it.

    This and the next stand inside another statement, among what else is asked of the rows.
    """
    return _find(PHOTOS, query, limit)


def newest_articles(query: Query, limit: int) -> tuple[str, list[str | int]]:
    """(statement, its values) for the ids of the articles of which an edition or the working copy matches.

    The newest `limit` of each.
    """
    (published, its_values), (working, their_values) = (_find(table, query, limit) for table in (READERS, WORKING))
    return _ARTICLES.format(published, working), [*its_values, *their_values]


def newest_editions(query: Query, limit: int) -> list[int]:
    """The ids of the editions of the newest `limit` entries that match, whether readers see them now or not."""
    statement, values = _find(READERS, query, limit)
    with connection.cursor() as cursor:
        cursor.execute(_EDITIONS.format(statement), values)
        return [pk for (pk,) in cursor.fetchall() if pk is not None]  # words that lost their entry lead nowhere


def _find(table: str, query: Query, limit: int) -> tuple[str, list[str | int]]:
    """(statement, its values) for the ids of the newest rows of a table that match."""
    matches = engine().matches(table, query, in_headline_or_names=False)
    expression = engine().expression(query, in_headline_or_names=False)
    return _FIND.format(table=table, matches=matches), [*[expression] * matches.count("%s"), limit]
