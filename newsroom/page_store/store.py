"""The one interface to what is stored: an answer for a key, made once however many ask for it at the same time."""

import fcntl
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import isnan
from pathlib import Path
from typing import Protocol
from zlib import crc32

from newsroom.page_store.entry import FAR, Entry, Headers
from newsroom.page_store.generations import Generations, make_folder, places_of
from newsroom.page_store.shelves import Files, Key, Memory

PATIENCE = 3.0  # seconds for which somebody waits while another one makes the same page; then they make it themselves
LOOK_AGAIN = 0.01  # seconds
TURNS = 256
A_SECOND = 1.0


@dataclass(frozen=True)
class Limits:
    """Bytes that may be kept: in each process, and in all files; of addresses without and with a query."""

    memory: int = 64 << 20
    turned_memory: int = 16 << 20
    files: int = 1 << 30
    turned_files: int = 256 << 20


class Word(Protocol):
    """What another machine's clock says."""

    def refresh(self) -> None:
        """Ask it again, where that is needed; may wait."""

    def now(self) -> float | None:
        """Seconds since 1970, as well as they are known."""


@dataclass(frozen=True)
class Made:
    """An answer that was made just now. `tags` is None where it may not be stored."""

    status: int
    headers: Headers
    bodies: dict[str, bytes]
    since: float
    tags: frozenset[str] | None
    until: float = FAR
    etag: str = ""
    is_counted: bool = False  # shows numbers that nobody tells of


@dataclass
class Counts:
    """What the store did in this process."""

    hits: int = 0
    from_files: int = 0
    made: int = 0
    not_storable: int = 0
    overtaken: int = 0  # made, but what it was made of changed meanwhile
    waited: int = 0
    misses: dict[str, int] = field(default_factory=dict)

    def missed(self, why: str) -> None:
        """Count a miss by its reason."""
        self.misses[why] = self.misses.get(why, 0) + 1


class PageStore:
    """Answers of one release of the code. `clock` gives seconds since 1970."""

    def __init__(
        self,
        folder: Path,
        release: str,
        *,
        lease: float = 0.0,
        limits: Limits | None = None,
        clock: Callable[[], float] = time.time,
        word: Word | None = None,
    ) -> None:
        """Open what is kept in a folder. Raises NotHere and OSError where nothing can be.

        A clock that is asked of another machine says nan where nobody knows; `word` is what asks it.
        """
        limits = limits or Limits()
        self.folder, self.release, self.clock, self._limits = folder, release, clock, limits
        self.word = word
        self._open(lease)
        self.counts = Counts()
        self._memory = {False: Memory(limits.memory), True: Memory(limits.turned_memory)}
        self._epoch = ""
        self._at_work: dict[Key, threading.Lock] = {}
        self._lock = threading.Lock()

    def _open(self, lease: float) -> None:
        """Open the table and the files that all processes share."""
        self.generations = Generations(self.folder, lease=lease)
        self._files: dict[bool, Files] = {}
        self._looked_at, self._is_ours = 0.0, True
        make_folder(self.folder / "turns", self.folder)

    @property
    def moment(self) -> datetime | None:
        """The present moment where another clock than this machine's says it; None where this machine's does."""
        now = self.word.now() if self.word is not None else None
        return None if now is None else datetime.fromtimestamp(now, UTC)

    def held(self, key: Key) -> Entry | None:
        """The entry of a key that this process has in memory, if it is right at this moment; no file is touched."""
        held = self._memory[bool(key.query)].get(key)
        if held is None:
            return None
        entry, table = held.entry, self.generations
        if not entry.is_of(self.clock()) or not self._is_there():
            return None
        last = table.last_raise
        if held.found_at != last or not table.is_still:
            if not self._is_current(entry):
                return None
            held.found_at = last
        self.counts.hits += 1
        return entry

    def kept(self, key: Key, *, is_again: bool = False) -> Entry | None:
        """The entry of a key, in memory or in a file, if it is right at this moment; another look is no miss."""
        entry = self.held(key)
        if entry is not None:
            return entry
        entry = self._shelf(key).get(key)
        if entry is None:
            why = "nothing kept"
        elif not entry.is_of(self.clock()):
            why = "over"
        elif not self._is_there() or not self._is_current(entry):
            why = "changed"
        else:
            self._memory[key.is_turned].put(key, entry)
            self.counts.from_files += 1
            return entry
        if not is_again:
            self.counts.missed(why)
        self._memory[key.is_turned].drop(key)
        return None

    def answer(self, key: Key, make: Callable[[], Made]) -> Entry | Made:
        """The entry of a key, or what `make` gives, which is stored where it may be.

        Who waits for another one to make it gets what is stored then, never an answer from before they asked.
        """
        if self.word is not None:
            self.word.refresh()
            if isnan(self.clock()):
                self.counts.missed("no clock")
                self.counts.made += 1
                return make()
        entry = self.kept(key)
        if entry is not None:
            return entry
        with self._turn(key):
            # Somebody may have made it between our look and our turn, whether we waited for them or not.
            if (entry := self.kept(key, is_again=True)) is not None:
                return entry
            return self._make(key, make)

    def put(self, key: Key, made: Made, noted: int) -> Entry | None:
        """Store an answer for which `noted` was the last raise before its first query; None where it may not be."""
        if made.tags is None or isnan(self.clock()):
            self.counts.not_storable += 1
            return None
        places = places_of(made.tags)
        if not self.generations.are_current(places, noted):
            self.counts.overtaken += 1
            return None
        entry = Entry(
            status=made.status,
            headers=made.headers,
            bodies=made.bodies,
            places=places,
            noted=noted,
            since=made.since,
            until=made.until,
            etag=made.etag,
        )
        self._keep(key, entry)
        self._memory[key.is_turned].put(key, entry)
        return entry

    def all(self) -> Iterator[tuple[Key, Entry]]:
        """(key, entry) of all that is in files and right at this moment, in no order."""
        for is_turned in (False, True):
            for address, entry in self._shelf(Key("/", "x" if is_turned else "")).all():
                path, _, query = address.partition("?")
                if self.is_right(entry):
                    yield Key(path, query), entry

    def is_right(self, entry: Entry) -> bool:
        """Whether an entry may be served at this moment."""
        if self.word is not None:
            self.word.refresh()
        return entry.is_of(self.clock()) and self._is_there() and self._is_current(entry)

    def _is_current(self, entry: Entry) -> bool:
        return self.generations.are_current(entry.places, entry.noted)

    def sizes(self) -> dict[str, int]:
        """How many entries this process has in memory, and their bytes."""
        shelves = self._memory.values()
        return {"entries": sum(map(len, shelves)), "bytes": sum(shelf.size for shelf in shelves)}

    def _keep(self, key: Key, entry: Entry) -> None:
        """Let all processes have an entry."""
        self._shelf(key).put(key, entry)

    def _make(self, key: Key, make: Callable[[], Made]) -> Entry | Made:
        if not self.generations.is_still:
            self.generations.settle()
        noted = self.generations.last_raise
        made = make()
        self.counts.made += 1
        return self.put(key, made, noted) or made

    def _is_there(self) -> bool:
        """Whether the table is the one that writers find, looked at once a second."""
        now = time.monotonic()
        if now - self._looked_at > A_SECOND or now < self._looked_at:
            self._looked_at, self._is_ours = now, self.generations.is_ours()
        return self._is_ours

    def _shelf(self, key: Key) -> Files:
        """The files of this epoch and release."""
        epoch = self.generations.epoch
        if epoch != self._epoch:
            root, limits = self.folder, self._limits
            within = root / f"kept-{epoch}-{self.release}"
            self._files = {
                False: Files(within / "plain", limits.files),
                True: Files(within / "turned", limits.turned_files),
            }
            self._epoch = epoch
        return self._files[key.is_turned]

    @contextmanager
    def _turn(self, key: Key) -> Iterator[None]:
        """One at a time makes the page of a key, over all processes.

        Who holds the turn and dies lets go of it. After PATIENCE nobody is waited for any longer.
        """
        over = time.monotonic() + PATIENCE
        with self._lock:
            mine = self._at_work.setdefault(key, threading.Lock())
        waited = not mine.acquire(blocking=False)
        is_mine = not waited or mine.acquire(timeout=PATIENCE)
        take, let_go = self._turn_of_all(key)
        try:
            while time.monotonic() < over and not take():
                waited = True
                time.sleep(LOOK_AGAIN)
            self.counts.waited += waited
            yield
        finally:
            let_go()
            with self._lock:
                self._at_work.pop(key, None)
            if is_mine:
                mine.release()

    def _turn_of_all(self, key: Key) -> tuple[Callable[[], bool], Callable[[], None]]:
        """(a try to take the turn among processes, letting go of it): a file that its owner has locked.

        Where the disk takes none, everybody has the turn.
        """
        number = crc32(key.address.encode(errors="surrogatepass")) % TURNS
        try:
            file = os.open(self.folder / "turns" / f"{number}", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError:
            return (lambda: True), (lambda: None)
        return (lambda: _locked(file)), (lambda: os.close(file))


def _locked(file: int) -> bool:
    """Whether nobody else has the file locked; now we have."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
