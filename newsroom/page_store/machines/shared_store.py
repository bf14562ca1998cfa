"""The page store of several machines: entries in Redis, and in each process those that were asked for last.

A hit out of a process's memory asks Redis one thing all the same: whether anything has changed since. Messages by which
Redis tells its clients what changed would be cheaper, and come when they come: a reader who is served before one
arrives gets what is old.
"""

import logging
import secrets
import time
from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path

from newsroom.page_store.entry import Entry, addressed_from, from_bytes
from newsroom.page_store.machines import scripts
from newsroom.page_store.machines.redis_server import Away, RedisServer
from newsroom.page_store.machines.shared_table import SharedTable, Unknown
from newsroom.page_store.machines.word import DatabaseWord
from newsroom.page_store.shelves import Held, Key
from newsroom.page_store.store import PATIENCE, Limits, PageStore

logger = logging.getLogger(__name__)
LONGEST = 86_400  # seconds for which an entry is kept in Redis
MOST_KEPT = {False: 200_000, True: 20_000}  # entries of addresses without and with a query
LARGEST = 8 << 20  # bytes; what is larger stays with the process that made it


class SharedStore(PageStore):
    """Entries of one release of the code, under a prefix of a Redis. `folder` is used for nothing."""

    generations: SharedTable  # type: ignore[assignment]  # the same questions, asked elsewhere

    def __init__(
        self, server: RedisServer, prefix: str, release: str, word: DatabaseWord, *, limits: Limits | None = None
    ) -> None:
        self.server, self.prefix, self._said = server, prefix, word
        super().__init__(Path(), release, limits=limits, clock=word.moment, word=word)

    def _open(self, lease: float) -> None:
        self.generations = SharedTable(self.server, self.prefix, self._said)

    def held(self, key: Key) -> Entry | None:
        """None: whether what is in memory is right is asked of Redis, for which the event loop does not wait."""
        return None

    def kept(self, key: Key, *, is_again: bool = False) -> Entry | None:
        """The entry of a key, in memory or in Redis, if it is right at this moment; another look is no miss."""
        memory = self._memory[key.is_turned]
        entry, why = self._in_memory(key, memory.get(key))
        if entry is None and why in ("nothing held", "changed", "over"):
            entry, why = self._in_redis(key)
        if entry is None:
            memory.drop(key)
            if not is_again:
                self.counts.missed(why)
        return entry

    def all(self) -> Iterator[tuple[Key, Entry]]:
        """(key, entry) of what is in Redis and right at this moment, in no order."""
        for is_turned in (False, True):
            try:
                _, [names] = self.server.ask(("ZRANGE", self._list_of(is_turned), 0, -1))
                for name in names:
                    _, [data] = self.server.ask(("GET", name))
                    found = addressed_from(data) if data else None
                    if found and self.is_right(found[1]):
                        path, _, query = found[0].partition("?")
                        yield Key(path, query), found[1]
            except Away as error:
                logger.warning("What is stored was not looked through: %s", error)

    def is_right(self, entry: Entry) -> bool:
        """Whether an entry may be served at this moment."""
        self._said.refresh()
        return entry.is_of(self.clock()) and self._is_current(entry)

    def _in_memory(self, key: Key, held: Held | None) -> tuple[Entry | None, str]:
        """(what this process holds, if it is right; why not)."""
        if held is None:
            return None, "nothing held"
        entry = held.entry
        try:
            seen, _ = self.generations.look()
        except Unknown as why:
            return None, str(why)
        self._epoch = seen.name
        if not entry.is_of(self.clock()):
            return None, "over"
        if held.found_at != seen.last or seen.marks:
            if not self._is_current(entry):
                return None, "changed"
            held.found_at = seen.last
        self.counts.hits += 1
        return entry, ""

    def _in_redis(self, key: Key) -> tuple[Entry | None, str]:
        """(what is in Redis, if it is right; why not). A table that came into force meanwhile is looked in again."""
        for _ in range(2):
            asked = self._epoch
            try:
                seen, [data] = self.generations.look(("GET", self._name(key)))
            except Unknown as why:
                return None, str(why)
            self._epoch = seen.name
            if seen.name == asked:
                break
        else:
            return None, "nothing kept"
        entry = from_bytes(data) if data else None
        if entry is None:
            return None, "nothing kept"
        if not entry.is_of(self.clock()):
            return None, "over"
        if (seen.last != entry.noted or seen.marks) and not self._is_current(entry):
            return None, "changed"
        self._memory[key.is_turned].put(key, entry)
        self.counts.from_files += 1
        return entry, ""

    def _keep(self, key: Key, entry: Entry) -> None:
        """Let all machines have an entry, for as long as it is right and a day at most."""
        data = entry.to_bytes(key.address)
        seconds = int(min(LONGEST, entry.until - self.clock())) + 1
        if len(data) > LARGEST or seconds <= 0:
            return
        most = MOST_KEPT[key.is_turned]
        keys = (self._name(key), self._list_of(key.is_turned))
        try:
            self.server.ask(("EVAL", scripts.KEEP, 2, *keys, data, seconds, int(time.time()), most))
        except Away as error:
            logger.warning("A page was not stored: %s", error)

    def _name(self, key: Key) -> str:
        name = blake2b(key.address.encode(errors="surrogatepass"), digest_size=16).hexdigest()
        return f"{self.prefix}:page:{self._epoch.partition('@')[0]}:{self.release}:{name}"

    def _list_of(self, is_turned: bool) -> str:
        return f"{self.prefix}:kept:{'turned' if is_turned else 'plain'}"

    def _turn_of_all(self, key: Key) -> tuple[Callable[[], bool], Callable[[], None]]:
        """(a try to take the turn among machines, letting go of it): a key that has its owner's token, and an end.

        Where Redis is away, everybody has the turn.
        """
        name, token = f"{self._name(key)}:turn", secrets.token_hex(8)

        def take() -> bool:
            try:
                _, [taken] = self.server.ask(("SET", name, token, "NX", "PX", int(PATIENCE * 1000)))
            except Away:
                return True
            return taken is not None

        def let_go() -> None:
            try:
                self.server.ask(("EVAL", scripts.LET_GO, 1, name, token))
            except Away as error:
                logger.debug("A turn ends by itself: %s", error)

        return take, let_go
