"""A page is a picture of one moment: all its queries see the database as the first one found it."""

from contextlib import contextmanager

from django.db import connection

# Neither takes a lock, and neither waits: SQLite's log and PostgreSQL's row versions keep what was
# (sqlite.org/wal.html, PostgreSQL manual 13.2.2). Without it a merge between two queries would show a person without
# their quotes.
BEGIN = {"sqlite": "BEGIN DEFERRED", "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}


@contextmanager
def read_snapshot():
    """Let the queries inside, which only read, see one state of the database, or that of an open transaction."""
    if connection.in_atomic_block:
        yield
        return
    _say(BEGIN[connection.vendor])
    try:
        yield
    finally:
        _say("ROLLBACK")


def _say(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
