"""What PostgreSQL says to all machines: which table in Redis counts, who is committing, and what time it is.

Whoever commits holds locks that the database lets go of when the transaction is over, however it ends, and not before
what it wrote is seen. So the end of a dead owner's commit is known and not guessed; and no table comes into force while
anybody is between its mark and its commit.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

LOCKS = 0x6E657773  # the first half of the keys of our advisory locks; the second is 0 for all, or a mark's number
ALL = 0
HOLD = """
SELECT pg_advisory_xact_lock_shared(%s, %s), pg_advisory_xact_lock(%s, %s),
       to_regclass('page_store_tableinforce') IS NOT NULL
"""
READ = """
SELECT extract(epoch FROM clock_timestamp())::float8, coalesce(t.number, 0), coalesce(t.name, ''),
       extract(epoch FROM clock_timestamp() - t.changed_at)::float8,
       t.timeline = substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)
FROM (SELECT 1) AS one LEFT JOIN page_store_tableinforce t ON t.id = 1
"""
VOID = "UPDATE page_store_tableinforce SET name = '', changed_at = clock_timestamp() WHERE id = 1 AND name = %s"
AUTHORISE = """
INSERT INTO page_store_tableinforce (id, number, name, timeline, changed_at)
VALUES (1, %(number)s, %(name)s, substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8), clock_timestamp())
ON CONFLICT (id) DO UPDATE SET number = excluded.number, name = excluded.name, timeline = excluded.timeline,
    changed_at = excluded.changed_at
"""


class InForce(NamedTuple):
    """What the row says: `at` by the database's clock, `ago` seconds since it was changed."""

    at: float
    number: int
    name: str
    ago: float
    is_of_this_timeline: bool

    @property
    def table(self) -> str:
        """The name of the table that counts; "" for none, as after a standby has taken over that lacks commits."""
        return self.name if self.is_of_this_timeline else ""


def hold(connection: Any, number: int) -> bool:
    """Hold, to the end of this transaction, the lock of all who commit, and that of a mark.

    Returns whether there is a row to be read: before `migrate` has come to it no table was ever in force.
    """
    found = connection.execute(HOLD, (LOCKS, ALL, LOCKS, number)).fetchone()
    return bool(found[2])


def read(connection: Any) -> InForce:
    """What the row says now; asked after `hold`, it says so to the end of the transaction."""
    at, number, name, ago, is_of_this_timeline = connection.execute(READ).fetchone()
    return InForce(at, number, name, 0.0 if ago is None else ago, bool(is_of_this_timeline))


def void(connection: Any, name: str) -> None:
    """Let the table of that name count no more; on a connection that commits by itself."""
    connection.execute(VOID, (name,))


def is_over(connection: Any, number: int) -> bool:
    """Whether the transaction of a mark has ended; on a connection that commits by itself."""
    found = connection.execute("SELECT pg_try_advisory_xact_lock_shared(%s, %s)", (LOCKS, number)).fetchone()
    return bool(found[0])


def authorise(connection: Any, begin: Callable[[int], tuple[int, str] | None], unless: str | None = None) -> str:
    """Let a new table come into force; the name of what counts then, "" while somebody is committing.

    `begin` makes it in Redis: it is given the least number that it may have, and returns number and name, None where
    it could not. With `unless` nothing is done where another one than that has come into force meanwhile.
    """
    with connection.transaction():
        free = connection.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", (LOCKS, ALL)).fetchone()
        if not free[0]:
            return ""
        found = read(connection)
        if unless is not None and found.table and found.table != unless:
            return found.table
        begun = begin(found.number + 1)
        if begun is None:
            return ""
        number, name = begun
        connection.execute(AUTHORISE, {"number": number, "name": name})
        return name
