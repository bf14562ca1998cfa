"""What this process counts. Everything is counted under a name and words from lists that end: no address, no person."""

import threading
import time
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from django.conf import settings
from django.urls import Resolver404, resolve

Key = tuple[str, ...]  # the name of what is counted, and its labels' values
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)  # seconds
MINUTES = 15  # for so long minutes are kept
LONGEST_PATH = 500  # characters of an address that may be one of ours
NO_PAGE, FILES = "none", "static"
# Beginnings of names of addresses that no reader asks for a page at.
NOT_READERS = ("admin:", "account", "mfa_", "openid_", "words_of_scripts", FILES, "healthz", "readyz", "metrics")


@dataclass
class Minute:
    """What happened in one minute: readers' requests and those answered from the store, all failures, pages made.

    `pages` has by route [how often, seconds in all, seconds of the slowest].
    """

    asked: int = 0
    failed: int = 0
    stored: int = 0
    pages: dict[str, list[float]] = field(default_factory=dict)


class Tally:
    """Counts of one process since it began, and its last minutes. `clock` gives seconds since 1970."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self.clock = clock
        self.hits: dict[tuple[str, int], int] = {}  # (route, status): of the event loop alone, which takes no lock
        self._lock = threading.Lock()
        self._counts: dict[Key, float] = {}
        self._minutes: dict[int, Minute] = {}
        self._hits_told: dict[tuple[str, int], int] = {}

    def add(self, name: str, *labels: str, by: float = 1) -> None:
        """Count something."""
        with self._lock:
            self._add((name, *labels), by)

    def request(self, route: str, status: int, *, is_stored: bool, times: int = 1) -> None:
        """Count requests by the name of their address and the class of their status."""
        with self._lock:
            self._request(route, status, is_stored, times)

    def page(self, route: str, seconds: float) -> None:
        """Count a page that was made, and how long it took."""
        place = bisect_left(BUCKETS, seconds)
        bucket = f"{BUCKETS[place]:g}" if place < len(BUCKETS) else "+Inf"
        with self._lock:
            self._add(("render_seconds", route, bucket), 1)
            self._add(("render_seconds_sum", route), seconds)
            times = self._minute().pages.setdefault(route, [0, 0.0, 0.0])
            times[:] = times[0] + 1, times[1] + seconds, max(times[2], seconds)

    def counts(self) -> dict[Key, float]:
        """All counts as of now."""
        with self._lock:
            self._take_hits()
            return dict(self._counts)

    def minutes(self) -> dict[int, Minute]:
        """The last minutes, by their number since 1970."""
        with self._lock:
            self._take_hits()
            return dict(self._minutes)

    def hit(self, path: str, status: int) -> None:
        """Count an answer from memory; called on the event loop alone, for each of very many, so it takes no lock."""
        key = route_of(path), status
        self.hits[key] = self.hits.get(key, 0) + 1

    def _take_hits(self) -> None:
        """Count what the event loop has answered since the last time; its numbers only grow."""
        hits = self.hits.copy()  # at once: the event loop goes on counting
        for (route, status), times in hits.items():
            if new := times - self._hits_told.get((route, status), 0):
                self._request(route, status, is_stored=True, times=new)
        self._hits_told = hits

    def _request(self, route: str, status: int, is_stored: bool, times: int) -> None:
        self._add(("requests", route, f"{status // 100}xx"), times)
        minute = self._minute()
        minute.asked += times * (not route.startswith(NOT_READERS))
        minute.failed += times * (status >= 500)
        minute.stored += times * is_stored

    def _add(self, key: Key, by: float) -> None:
        self._counts[key] = self._counts.get(key, 0) + by

    def _minute(self) -> Minute:
        now = int(self.clock() // 60)
        if now not in self._minutes:
            self._minutes = {at: kept for at, kept in self._minutes.items() if now - MINUTES < at <= now}
            self._minutes[now] = Minute()
        return self._minutes[now]


@lru_cache(maxsize=4096)
def route_of(path: str) -> str:
    """The name of the address that a path is one of; NO_PAGE for none, FILES for the site's own files."""
    if path.startswith(settings.STATIC_URL):
        return FILES
    if len(path) > LONGEST_PATH:
        return NO_PAGE
    try:
        return resolve(path).view_name or NO_PAGE
    except Resolver404:
        return NO_PAGE


tally = Tally()
