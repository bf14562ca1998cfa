"""Where entries are kept: in a process's memory, and as files that all processes share. Both are bounded.

What was asked for longest ago goes first. Addresses with a query (the later pages of lists) have a shelf of their own,
since anybody can think up as many of them as they like: they drive no story's page out.
"""

import contextlib
import logging
import os
import secrets
import threading
from collections import OrderedDict
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from random import shuffle
from typing import NamedTuple

from newsroom.page_store.entry import Entry, addressed_from, from_bytes
from newsroom.page_store.generations import make_folder, own_as

logger = logging.getLogger(__name__)
SWEPT_AFTER = 16  # a process looks through the files when it has written this part of what may be kept
LEFT = 0.8  # of what may be kept, after sweeping


class Key(NamedTuple):
    """What is asked for: a path and the query that counts there, in one order."""

    path: str
    query: str

    @property
    def address(self) -> str:
        """It as one text."""
        return f"{self.path}?{self.query}" if self.query else self.path

    @property
    def is_turned(self) -> bool:
        """Whether it has a query."""
        return bool(self.query)


class Held:
    """An entry in memory, with the last raise at which it was found current."""

    __slots__ = ("entry", "found_at")

    def __init__(self, entry: Entry) -> None:
        self.entry, self.found_at = entry, entry.noted


class Memory:
    """Entries by key, together at most so many bytes."""

    def __init__(self, most: int) -> None:
        self.most, self.size = most, 0
        self._held: OrderedDict[Key, Held] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._held)

    def get(self, key: Key) -> Held | None:
        """What is held under a key, which counts as asked for now."""
        with self._lock:
            held = self._held.get(key)
            if held is not None:
                self._held.move_to_end(key)
            return held

    def put(self, key: Key, entry: Entry) -> None:
        """Hold an entry, in the place of what was there."""
        with self._lock:
            former = self._held.pop(key, None)
            self.size += entry.size - (former.entry.size if former else 0)
            self._held[key] = Held(entry)
            while self.size > self.most:
                self.size -= self._held.popitem(last=False)[1].entry.size

    def drop(self, key: Key) -> None:
        """Hold nothing under a key."""
        with self._lock:
            former = self._held.pop(key, None)
            self.size -= former.entry.size if former else 0


class Files:
    """The same as files of a folder, for all processes. A disk that takes nothing costs nobody an answer."""

    def __init__(self, folder: Path, most: int) -> None:
        self.folder, self.most = folder, most
        self._written = most  # nobody knows what is there
        self._is_silent = False
        self._lock = threading.Lock()

    def get(self, key: Key) -> Entry | None:
        """The entry under a key, or None."""
        path = self._path(key)
        try:
            data = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        return from_bytes(data)

    def put(self, key: Key, entry: Entry) -> None:
        """Write an entry, whole or not at all."""
        path = self._path(key)
        fresh = path.with_name(f".{secrets.token_hex(8)}")
        try:
            if not path.parent.is_dir():
                make_folder(path.parent, self.folder)
            with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(entry.to_bytes(key.address))
            own_as(fresh, self.folder)
            fresh.rename(path)
        except OSError as error:
            with contextlib.suppress(OSError):
                fresh.unlink()
            self._say(error)
            return
        self._written += entry.size
        if self._written > self.most // SWEPT_AFTER:
            self._written = 0
            self.sweep()

    def all(self) -> Iterator[tuple[str, Entry]]:
        """(address, entry) of every file that can be read, in no order."""
        paths = list(self.folder.glob("*/*"))
        shuffle(paths)
        for path in paths:
            with contextlib.suppress(OSError):
                if found := addressed_from(path.read_bytes()):
                    yield found

    def sweep(self) -> None:
        """Delete what was asked for longest ago, where there is more than may be."""
        if not self._lock.acquire(blocking=False):
            return
        try:
            found = []
            with contextlib.suppress(OSError):
                found = [(path, path.stat()) for path in self.folder.glob("*/*")]
            size = sum(facts.st_size for _, facts in found)
            if size <= self.most:
                return
            for path, facts in sorted(found, key=lambda each: each[1].st_mtime):
                with contextlib.suppress(OSError):
                    path.unlink()
                size -= facts.st_size
                if size <= self.most * LEFT:
                    return
        finally:
            self._lock.release()

    def _path(self, key: Key) -> Path:
        name = blake2b(key.address.encode(errors="surrogatepass"), digest_size=16).hexdigest()
        return self.folder / name[:2] / name[2:]

    def _say(self, error: OSError) -> None:
        """Once, not for every page."""
        if not self._is_silent:
            self._is_silent = True
            logger.error("Pages can't be stored in %s, so each is made anew: %s", self.folder, error)
