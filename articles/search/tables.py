"""The table of words: the only place that knows which database it is and how that one is asked."""

from django.db import connection

from articles.search import postgresql, sqlite

_BY_VENDOR = {"sqlite": sqlite, "postgresql": postgresql}


def engine():
    """The module for the database in use."""
    return _BY_VENDOR[connection.vendor]


def write(words):
    """Put an iterable of Words into the table, in place of those with the same id."""
    rows = [engine().row(each) for each in words]
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(engine().WRITE, rows)


def remove(rowids):
    """Take the words with these ids out of the table."""
    with connection.cursor() as cursor:
        cursor.executemany(engine().REMOVE, [(rowid,) for rowid in rowids])


def remove_strays():
    """Take out words that belong to no entry."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM articles_searchwords WHERE rowid NOT IN (SELECT id FROM articles_searchentry)")


def all_rows():
    """Every row as (rowid, headline, names, dek, body), by id: for comparing an index with a rebuilt one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rowid, headline, names, dek, body FROM articles_searchwords ORDER BY rowid")
        return cursor.fetchall()


def newest(query, *, at, started_by, first, before, limit, only_heads=False):
    """The newest entries that match, as (rowid, edition id, headline, names, dek, body), newest first.

    `query` is a Query, `at` the moment at which they must be live, `started_by` the latest start that counts;
    `first` <= rowid < `before`. With `only_heads` the words must be in the headline or among the names.
    """
    expression = engine().expression(query, only_heads)
    matches = "" if expression is None else engine().matches(query, only_heads)
    times = map(connection.ops.adapt_datetimefield_value, (started_by, at, at))
    values = [*times, *[expression] * matches.count("%s"), first, before, limit]
    with connection.cursor() as cursor:
        cursor.execute(engine().SELECT.format(matches=matches), values)
        return cursor.fetchall()
