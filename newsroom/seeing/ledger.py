"""What all processes of the newsroom on this machine have counted: each writes its own file, whoever asks reads all.

A file says by its name which process wrote it and which server that belonged to. What a worker has counted stays for as
long as its server runs, also when the worker was killed: totals of a server never go down. When a server is gone, the
next one that starts takes its files away.
"""

import fcntl
import json
import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from newsroom.seeing.processes import is_running, named
from newsroom.seeing.tally import MINUTES, Key, Minute

MANY = 24  # files of the dead that are kept apart
ENDED = "ended"


@dataclass
class Totals:
    """Sums over all processes. `now` has what only those that run have, such as pages in memory."""

    counts: dict[Key, float] = field(default_factory=dict)
    now: dict[Key, float] = field(default_factory=dict)
    minutes: dict[int, Minute] = field(default_factory=dict)
    workers: int = 0


class Ledger:
    """The files in a folder. `server` and `worker` are names of processes; `clock` gives seconds since 1970."""

    def __init__(
        self, folder: Path, *, server: str = "", worker: str = "", clock: Callable[[], float] = time.time
    ) -> None:
        self.folder, self.clock = folder, clock
        self._writing = threading.Lock()
        self.server, self.worker = server or named(os.getppid()), worker or named(os.getpid())

    def publish(self, counts: Mapping[Key, float], now: Mapping[Key, float], minutes: Mapping[int, Minute]) -> None:
        """Write what this process has counted since it began. Raises OSError."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        facts = {
            "counts": _as_rows(counts),
            "now": _as_rows(now),
            "minutes": {str(at): asdict(minute) for at, minute in minutes.items()},
        }
        with self._writing:  # a thread that publishes by itself, and those that are asked for the totals
            self._write(self.folder / f"{self.server}.{self.worker}", facts)

    def totals(self) -> Totals:
        """The sums over all processes of servers that run. Raises OSError."""
        totals = Totals()
        with self._alone():
            for path in self._files():
                facts = _read(path)
                worker = path.name.partition(".")[2]
                runs = worker != ENDED and is_running(worker)
                _sum(totals.counts, facts["counts"])
                if runs:
                    totals.workers += 1
                    _sum(totals.now, facts["now"])
                for at, minute in facts["minutes"].items():
                    if int(at) > self.clock() // 60 - MINUTES:
                        _join(totals.minutes.setdefault(int(at), Minute()), minute)
        return totals

    def tidy(self) -> None:
        """Take away what servers left that are gone; put many files of dead workers into one. Raises OSError."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self._alone():
            for path in list(self.folder.iterdir()):
                server = path.name.lstrip(".").partition(".")[0]  # of one that was not written to its end, too
                if server[:1].isdigit() and not is_running(server):
                    path.unlink(missing_ok=True)
            dead = [path for path in self._files() if self._is_long_dead(path)]
            if len(dead) > MANY:
                self._put_together(dead)

    def _is_long_dead(self, path: Path) -> bool:
        """Whether the worker of a file of this server is dead, and its minutes are over."""
        server, _, worker = path.name.partition(".")
        if server != self.server or worker == ENDED or is_running(worker):
            return False
        return self.clock() - path.stat().st_mtime > MINUTES * 60

    def _put_together(self, dead: list[Path]) -> None:
        """Keep the counts of dead workers in one file, which names them: one of them is counted once, come what may."""
        path = self.folder / f"{self.server}.{ENDED}"
        counts: dict[Key, float] = {}
        if path.exists():
            before = _read(path)
            _sum(counts, before["counts"])
            for name in before["names"]:  # which should be gone, but for one who died before they were
                (self.folder / name).unlink(missing_ok=True)
        for each in dead:
            _sum(counts, _read(each)["counts"])
        names = [each.name for each in dead]
        self._write(path, {"counts": _as_rows(counts), "now": [], "minutes": {}, "names": names})
        for each in dead:
            each.unlink(missing_ok=True)

    def _files(self) -> list[Path]:
        """The files that count: not of servers that are gone, nor of workers that are in the file of the ended."""
        paths = [path for path in sorted(self.folder.iterdir()) if is_running(path.name.partition(".")[0])]
        within = {name for path in paths if path.name.endswith(f".{ENDED}") for name in _read(path)["names"]}
        return [path for path in paths if path.name not in within]

    def _write(self, path: Path, facts: Mapping[str, object]) -> None:
        """Write a file whole or not at all; its name begins with a dot until it is whole."""
        mine = path.with_name(f".{path.name}.{self.worker}")
        with os.fdopen(os.open(mine, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump(facts, file)
        mine.replace(path)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Nobody else takes files away inside."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = os.open(self.folder / ".alone", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield
        finally:
            os.close(file)


def _as_rows(counts: Mapping[Key, float]) -> list[list[object]]:
    return [[*key, value] for key, value in counts.items()]


def _read(path: Path) -> dict:
    facts: dict = json.loads(path.read_text())
    return facts


def _sum(counts: dict[Key, float], rows: list[list]) -> None:
    for *key, value in rows:
        counts[tuple(key)] = counts.get(tuple(key), 0) + value


def _join(minute: Minute, facts: Mapping) -> None:
    """Add what another process has of the same minute."""
    minute.asked += facts["asked"]
    minute.failed += facts["failed"]
    minute.stored += facts["stored"]
    for route, (times, seconds, slowest) in facts["pages"].items():
        held = minute.pages.setdefault(route, [0, 0.0, 0.0])
        held[:] = held[0] + times, held[1] + seconds, max(held[2], slowest)
