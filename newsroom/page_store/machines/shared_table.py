"""The table of generations in Redis, for several machines; see `generations.py` for what it holds and why.

All of it is one key, so that it is there whole or not at all: what is missing is unknown, and nothing unknown is
served. It counts only while the database says that it does (`ledger.py`), by a name that has the number of the table
and the name of the server that it was begun on.

A mark has the number of a lock that its owner holds in the database until the transaction is over. Whoever finds the
lock free knows that the commit has come about, or never will.
"""

import logging
import secrets
import time
from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, NamedTuple

from newsroom.page_store.generations import EVERYTHING, place_of
from newsroom.page_store.machines import ledger, scripts
from newsroom.page_store.machines.redis_server import Away, Command, RedisServer
from newsroom.page_store.machines.word import LEASE, DatabaseWord

logger = logging.getLogger(__name__)
RAISES = 1 << 30  # so many numbers has each table for its raises; those of a later table are all greater
BEGUN_EVERY = 0.5  # seconds between a process's tries to begin a table
MARGIN = 0.2  # seconds beside the lease, for whoever is between a look at the clock and what follows from it
TRIES, BETWEEN = 50, 0.1  # to begin anew, and seconds between them


class Unknown(Exception):
    """Nobody can say what is current; why, in few words."""


class Seen(NamedTuple):
    """The table at a moment: its name, its last raise, how many marks are open."""

    name: str
    last: int
    marks: int


class SharedTable:
    """The table under a prefix of a Redis, in force as the database says."""

    def __init__(self, server: RedisServer, prefix: str, word: DatabaseWord) -> None:
        self.server, self.word = server, word
        self.key = f"{prefix}:generations"
        self._begun_at = -BEGUN_EVERY

    def look(self, *more: Command) -> tuple[Seen, list[Any]]:
        """(the table as it is now, the answers to what is asked besides) in one question. Raises Unknown.

        The order counts: Redis is asked after whoever asks us began, and the database said so at most a lease ago.
        """
        try:
            server, (found, *answers) = self.server.ask(("HMGET", self.key, "name", "last", "marks"), *more)
        except Away as error:
            raise Unknown("redis away") from error
        if found[0] is None:
            raise Unknown("no table")
        name = found[0].decode()
        if not is_on(name, server):
            raise Unknown("another redis")
        if name != self.word.table():
            raise Unknown("not in force")
        return Seen(name, int(found[1]), int(found[2])), answers

    @property
    def last_raise(self) -> int:
        """The number of the last raise, -1 where nobody knows: then nothing is current."""
        try:
            return self.look()[0].last
        except Unknown:
            return -1

    @property
    def is_still(self) -> bool:
        """Whether nothing is pending, and the table in force."""
        try:
            return not self.look()[0].marks
        except Unknown:
            return False

    def are_current(self, places: Iterable[int], noted: int) -> bool:
        """Whether nothing at these places is pending or was raised after the raise that was noted."""
        name = self.word.table()
        if noted < 0 or not name:
            return False
        try:
            command: Command = ("EVAL", scripts.ARE_CURRENT, 1, self.key, name, noted, *places)
            server, [found] = self.server.ask(command)
        except Away:
            return False
        return bool(found) and is_on(name, server) and name == self.word.table()

    @contextmanager
    def changing(self, tags: Iterable[str], connection: Any) -> Iterator[None]:
        """Commit inside, a transaction of this connection that is open; returns when all machines know of it.

        What ends by an exception may or may not have been committed; its mark is raised when its lock is free.
        """
        number, places = self.begin_change(tags, connection)
        yield
        self.end_change(number, places)

    def begin_change(self, tags: Iterable[str], connection: Any) -> "tuple[int, array[int]]":
        """Mark tags as pending, or see to it that nothing stored is served anywhere. Raises what the database does."""
        number, places = secrets.randbelow((1 << 31) - 2) + 1, array("I", sorted({place_of(tag) for tag in tags}))
        if not ledger.hold(connection, number):
            return number, places
        in_force = ledger.read(connection)
        if not (in_force.table and self._mark(in_force.table, number, places)):
            self._take_out_of_force(in_force)
        return number, places

    def end_change(self, number: int, places: Iterable[int]) -> None:
        """Raise what was marked and clear the mark, after the commit. Who can't leaves that to the next reader."""
        try:
            self.server.ask(("EVAL", scripts.RAISE, 1, self.key, number, *places), insist=True)
        except Away:
            logger.warning("Redis did not answer after a commit; what it changed is made anew until it does.")

    def settle(self) -> None:
        """Begin a table where none is in force; raise and clear the marks whose transactions are over."""
        try:
            seen, [found] = self.look(("HGET", self.key, "open"))
        except Unknown as why:
            if str(why) != "redis away":
                self._begin_in_turn()
            return
        if not seen.marks:
            return
        for mark in (found or b"").split():
            number = int(mark)
            if self._ask_database(partial(_is_over, number)):
                self.end_change(number, ())

    def begin_anew(self) -> None:
        """Let nothing count that was kept before. Where Redis is away nothing counts until it is back."""
        for _ in range(TRIES):
            if self._ask_database(lambda own: ledger.authorise(own, self._begin)):
                return
            in_force = self._ask_database(ledger.read)
            if in_force and in_force.name:
                self._ask_database(partial(_void, in_force.name))
            try:
                self.server.ask(("PING",), insist=True)
            except Away:
                return
            time.sleep(BETWEEN)

    def _mark(self, name: str, number: int, places: Iterable[int]) -> bool:
        """Whether the table of that name has the mark now, for certain."""
        try:
            command: Command = ("EVAL", scripts.MARK, 1, self.key, name, number, *places)
            server, [done] = self.server.ask(command, insist=True)
        except Away:
            return False
        return bool(done) and is_on(name, server)

    def _take_out_of_force(self, in_force: ledger.InForce) -> None:
        """Let no table count, and wait until every process has heard of it, or serves nothing since it hears nothing.

        None comes into force before the caller's transaction is over: it holds the lock of all who commit.
        """
        ago = in_force.ago
        if in_force.name:
            logger.warning("Redis could not be told of a commit; nothing stored is served until it answers.")
            self.word.alone(partial(_void, in_force.name))
            ago = 0.0
        elif not in_force.number:
            return  # none was ever in force
        if ago < LEASE + MARGIN:
            time.sleep(LEASE + MARGIN - max(0.0, ago))

    def _begin_in_turn(self) -> None:
        now = time.monotonic()
        if now - self._begun_at >= BEGUN_EVERY:
            self._begun_at = now
            known = self.word.table()
            self._ask_database(lambda own: ledger.authorise(own, self._begin, unless=known))

    def _begin(self, least: int) -> tuple[int, str] | None:
        """Make an empty table; (its number, its name), None where Redis is away."""
        try:
            server, [found] = self.server.ask(("HGET", self.key, "name"), insist=True)
            former = int(found.partition(b"-")[0]) if found else 0
            number = max(least, former + 1)
            name = f"{number}-{secrets.token_hex(4)}@{server}"
            everything = place_of(EVERYTHING)
            again, _ = self.server.ask(("EVAL", scripts.BEGIN, 1, self.key, name, number * RAISES, everything))
        except (Away, ValueError):
            return None
        return (number, name) if again == server else None

    def _ask_database(self, question: Callable[[Any], Any]) -> Any:
        """What the database answers, None where it does not."""
        try:
            return self.word.alone(question)
        except Exception as error:  # whatever its driver raises: what nobody knows is not served
            logger.warning("The database was not asked about the page store: %s", type(error).__name__)
            return None


def is_on(name: str, server: str) -> bool:
    """Whether a table of that name was begun on the server, which says who it is and has not started again since."""
    return bool(server) and name.endswith(f"@{server}")


def _is_over(number: int, connection: Any) -> bool:
    return ledger.is_over(connection, number)


def _void(name: str, connection: Any) -> None:
    ledger.void(connection, name)
