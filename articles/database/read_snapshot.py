"""A page is a picture of one moment: all its queries see the database as the first one found it."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection

# Neither takes a lock, and neither waits: SQLite's log and PostgreSQL's row versions keep what was
# (sqlite.org/wal.html, PostgreSQL manual 13.2.2). Without it a merge between two queries would show a person without
# their quotes.
BEGIN = {"sqlite": "BEGIN DEFERRED", "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}
# The driver's connection on which one was begun: not the one that takes its place when it is lost.
_begun_on = ContextVar("begun_on", default=None)


def read_in_pieces():
    """Let this connection keep little of what it reads: for who reads all there is, once, and not again."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA mmap_size=0")
            cursor.execute("PRAGMA cache_size=-4000")


@contextmanager
def read_snapshot():
    """Let the queries inside, which only read, see one state of the database, or that of an open transaction."""
    if connection.in_atomic_block or _is_open():
        yield
        return
    _say(BEGIN[connection.vendor])
    token = _begun_on.set(connection.connection)
    try:
        yield
    finally:
        is_open = _is_open()
        _begun_on.reset(token)
        if is_open:
            _say("ROLLBACK")


def _is_open():
    """Whether a snapshot was begun on the connection there is."""
    return connection.connection is not None and _begun_on.get() is connection.connection


def _say(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
