"""How often each tag has changed, in one file that all processes of a machine have in their memory.

A tag is a text, such as `story:17`; it has the place in the table that its hash gives, and two that share one only drop
each other's pages. A place holds the number of the raise that last changed it. Whoever makes a page notes the last
raise before its first query: the page is current while none of its tags was raised later, and none is pending.

Whoever changes what pages are made of marks the tags *pending*, commits, raises them, and clears the mark. Between
mark and clear no page made of them is stored or served. A mark is a file that its owner holds locked: the kernel lets
go of the lock when the owner dies, and then the next reader raises what was marked. A table that somebody died over is
counted anew from the marks.

Readers take no lock: each number is eight aligned bytes, and the order in which they are written is what counts. The
number of the raise is written before the places that it changes, and those before the mark is cleared.
"""

import fcntl
import mmap
import os
import secrets
import shutil
import threading
import time
from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

PLACES = 1 << 20  # so many that of a page's hundred tags hardly one shares a place with what a publish raises
EVERYTHING = "everything"  # every page is made of it
HEADER = 4096  # bytes
SIZE = HEADER + PLACES * 8 + PLACES * 2
LAST_RAISE, MARKS, UNFINISHED, EPOCH = range(4)  # numbers of the header, eight bytes each
WHOLE = b"whole"  # how the file of a mark ends that was written to its end
REMOTE = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs"}  # where other machines would write beside us


class NotHere(Exception):
    """The table can't be kept where it was to be."""


def place_of(tag: str) -> int:
    """The place of a tag in the table, the same in every process."""
    return int.from_bytes(blake2b(tag.encode(), digest_size=8).digest(), "little") % PLACES


def places_of(tags: Iterable[str]) -> "array[int]":
    """The places of tags, and that of EVERYTHING, each once."""
    return array("I", sorted({place_of(tag) for tag in (EVERYTHING, *tags)}))


class Generations:
    """The table in a folder. `lease` seconds pass before a dead owner's mark is raised: a server may still commit."""

    def __init__(self, folder: Path, *, lease: float = 0.0):
        """Open the table, or make it. Raises NotHere, and OSError."""
        self.folder, self.lease = folder, lease
        self._marks = folder / "marks"
        self._held: dict[str, tuple[int, array[int]]] = {}
        self._among_threads = threading.RLock()
        make_folder(self._marks, folder)
        if _kind_of(folder) in REMOTE:
            raise NotHere(f"{folder} lies on another machine, where nobody says who changes it.")
        self._file = os.open(folder / "table", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        own_as(folder / "table", folder)
        with self._alone(is_new=True):
            size = os.fstat(self._file).st_size
            while size < SIZE:  # a hole that is written to on a full disk would kill us
                size += os.pwrite(self._file, bytes(SIZE - size), size)
        self._map = mmap.mmap(self._file, SIZE)
        whole = memoryview(self._map)
        self._header = whole[:HEADER].cast("Q")
        self._raised = whole[HEADER : HEADER + PLACES * 8].cast("Q")
        self._pending = whole[HEADER + PLACES * 8 :].cast("H")

    @property
    def last_raise(self) -> int:
        """The number of the last raise: what whoever makes a page notes before its first query."""
        return self._header[LAST_RAISE]

    @property
    def is_still(self) -> bool:
        """Whether nothing at all is pending."""
        return not self._header[MARKS]

    @property
    def epoch(self) -> str:
        """The name of all that is kept since the last `begin_anew`."""
        return f"{self._header[EPOCH]:016x}"

    def is_ours(self) -> bool:
        """Whether the table is still the one that other processes would find: not when somebody deleted it."""
        return os.fstat(self._file).st_nlink > 0

    def are_current(self, places: Iterable[int], noted: int) -> bool:
        """Whether nothing at these places is pending or was raised after the raise that was noted."""
        if self._header[MARKS] and any(self._pending[place] for place in places):
            return False
        return all(self._raised[place] <= noted for place in places)

    def mark(self, tags: Iterable[str]) -> str:
        """Mark tags as pending; returns the name of the mark, which this process holds. Raises OSError."""
        name, places = secrets.token_hex(8), array("I", sorted({place_of(tag) for tag in tags}))
        with self._alone():
            if not self.is_ours():
                raise OSError(f"{self.folder / 'table'} was deleted while the newsroom runs; restart it.")
            file = os.open(self._marks / name, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
            try:
                fcntl.flock(file, fcntl.LOCK_EX)
                os.write(file, places.tobytes() + WHOLE)
            except BaseException:
                os.close(file)
                (self._marks / name).unlink()
                raise
            with self._changing():
                self._count(places, 1)
            self._held[name] = file, places
        return name

    def raise_marked(self, name: str) -> None:
        """Say that what a mark of ours names has changed, after the commit."""
        with self._alone(), self._changing():
            self._raise(self._held[name][1])

    def clear(self, name: str) -> None:
        """Take a mark of ours away, after the raise, or where nothing was changed."""
        with self._alone():
            file, places = self._held.pop(name)
            with self._changing():
                self._count(places, -1)
                (self._marks / name).unlink(missing_ok=True)
            os.close(file)

    def abandon(self, name: str) -> None:
        """Let go of a mark whose commit nobody knows the end of: it is raised when its lease is over."""
        with self._alone():
            os.utime(self._marks / name)
            os.close(self._held.pop(name)[0])

    @contextmanager
    def changing(self, tags: Iterable[str], connection: object = None) -> Iterator[None]:
        """Commit inside: pages made of the tags are not stored or served meanwhile, and never again those from before.

        What ends by an exception may or may not have been committed.
        """
        name = self.mark(tags)
        try:
            yield
        except BaseException:
            self.abandon(name)
            raise
        self.raise_marked(name)
        self.clear(name)

    def settle(self) -> None:
        """Raise and clear the marks whose owners are dead, and whose lease is over."""
        if self._header[MARKS]:
            with self._alone():
                self._recover()

    def begin_anew(self) -> None:
        """Let nothing count that was kept before, as when the newsroom starts: the database may be another one."""
        with self._alone():
            self._recover()
            with self._changing():
                self._header[EPOCH] = secrets.randbits(64)
                self._raise([place_of(EVERYTHING)])
            epoch = self.epoch
        for kept in self.folder.glob("kept-*"):
            if epoch not in kept.name:
                shutil.rmtree(kept, ignore_errors=True)

    def _raise(self, places: Iterable[int]) -> None:
        number = self._header[LAST_RAISE] + 1
        self._header[LAST_RAISE] = number
        for place in places:
            self._raised[place] = number

    def _count(self, places: Iterable[int], step: int) -> None:
        """Add a mark to these places, or take one away; readers see the number of marks first and last."""
        if step > 0:
            self._header[MARKS] += 1
        for place in places:
            self._pending[place] += step
        if step < 0:
            self._header[MARKS] -= 1

    def _recover(self) -> None:
        """Raise what dead owners left, and count again what is pending. Others are locked out meanwhile."""
        left: list[array[int]] = []
        with self._changing():
            for path in list(self._marks.iterdir()):
                places, is_over = self._look_at(path)
                if is_over:
                    self._raise(places)
                    path.unlink(missing_ok=True)
                else:
                    left.append(places)
            # The marks that are left never look cleared to a reader in between.
            counted: dict[int, int] = {}
            for places in left:
                for place in places:
                    counted[place] = counted.get(place, 0) + 1
            self._header[MARKS] += 1
            for place in self._pending_places():
                self._pending[place] = counted.get(place, 0)
            for place, times in counted.items():
                self._pending[place] = times
            self._header[MARKS] = len(left)

    def _pending_places(self) -> list[int]:
        """The places at which something is pending; looked for as bytes, since there are a million."""
        found, held = [], bytes(self._pending.cast("B"))
        at, nothing, step = 0, bytes(4096), 4096
        while at < len(held):
            if held[at : at + step] != nothing[: len(held[at : at + step])]:
                found += [place for place in range(at // 2, (at + step) // 2) if self._pending[place]]
            at += step
        return found

    def _look_at(self, path: Path) -> "tuple[array[int], bool]":
        """(the places of a mark, whether its owner is dead and its lease over); of an unfinished one EVERYTHING."""
        everything = array("I", [place_of(EVERYTHING)])
        if path.name in self._held:
            return self._held[path.name][1], False
        file = os.open(path, os.O_RDWR | os.O_CLOEXEC)
        try:
            written = Path(path).read_bytes()
            places = array("I", written[: -len(WHOLE)]) if written.endswith(WHOLE) else everything
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return places, False
            return places, time.time() - os.fstat(file).st_mtime >= self.lease
        finally:
            os.close(file)

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Whoever dies inside leaves word of it."""
        self._header[UNFINISHED] = 1
        yield
        self._header[UNFINISHED] = 0

    @contextmanager
    def _alone(self, *, is_new: bool = False) -> Iterator[None]:
        """No other process and no other thread writes the table inside; one that was left half-written is mended."""
        with self._among_threads:
            fcntl.flock(self._file, fcntl.LOCK_EX)
            try:
                if not is_new and self._header[UNFINISHED]:
                    self._recover()
                yield
            finally:
                fcntl.flock(self._file, fcntl.LOCK_UN)


def make_folder(path: Path, owned_as: Path) -> None:
    """Make a folder for us alone, and those above it; for its owner where root makes it."""
    for folder in reversed([path, *path.parents]):  # `parents=True` would make those above it for everybody
        folder.mkdir(mode=0o700, exist_ok=True)
    own_as(owned_as, owned_as.parent)
    own_as(path, owned_as)


def own_as(path: Path, like: Path) -> None:
    """Give what root made to the owner of the folder that it lies in: a command of root's stops no server so."""
    if os.geteuid() == 0:
        there = like.stat()
        os.chown(path, there.st_uid, there.st_gid)


def _kind_of(folder: Path) -> str:
    """The kind of file system that a folder lies on, "" where the machine does not say it."""
    try:
        lines = Path("/proc/mounts").read_text().splitlines()
    except OSError:
        return ""
    mounts = [(fields[1], fields[2]) for fields in map(str.split, lines) if len(fields) > 2]
    within = [(where, kind) for where, kind in mounts if folder.resolve().is_relative_to(where)]
    return max(within, key=lambda mount: len(mount[0]), default=("", ""))[1]
