"""What comes over a wire, well made or not: the server refuses it or answers, in time, and stays whole.

A short form is tried with every change; `make trial ARGS=tests/newsroom/test_raw_requests.py` opens many more.
"""

import re
import socket
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest

from tests.articles.management.test_serve import serving, workers_of
from tests.newsroom.fuzzed import World
from tests.newsroom.raw_requests import LAST, RawRequests
from tests.newsroom.test_full_disk import WRITE
from tests.newsroom.test_private_files import run

pytestmark = pytest.mark.once
STATUS = re.compile(rb"^HTTP/1\.[01] (\d{3}) ", re.MULTILINE)
NOT_OURS = {501, 505}  # a method, a format or a version that nobody here speaks
SECONDS = 2
QUIET = 2.5  # seconds after which what was sent is no whole request: the server waits for the rest
AT_ONCE = 64
MEGABYTES = 150


@dataclass
class Seen:
    """What came of many connections."""

    requests: int = 0
    statuses: Counter = field(default_factory=Counter)
    slowest: float = 0
    failures: list = field(default_factory=list)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """(process, host and port, a world with a story and its chief) of a real server."""
    data = tmp_path_factory.mktemp("raw")
    with serving(data, page="/healthz") as (process, address):
        Thread(target=process.stdout.read, daemon=True).start()  # what it logs would fill the pipe
        number, path, session = run(data, "-c", WRITE).stdout.split()
        year, month, slug = path.strip("/").split("/")
        values = dict.fromkeys(("pk", "object_id", "number", "edition_id", "article_id"), [int(number)])
        values |= {"year": [int(year)], "month": [month], "day": [1], "slug": [slug], "desk": ["world"]}
        where = urlsplit(address)
        yield process, (where.hostname, where.port), World(values, {"signed out": "", "chief": session})


def answers(where, sent):
    """(all that came back, the seconds until the last of it) for bytes sent on a connection of their own."""
    began, last, found = time.monotonic(), 0.0, []
    with socket.create_connection(where, timeout=QUIET) as client:
        with suppress(OSError):  # it is refused before it is all there
            client.sendall(sent)
        with suppress(OSError):  # the server waits for more, or has closed on what was still being sent
            while piece := client.recv(65_536):
                found.append(piece)
                last = time.monotonic() - began
    return b"".join(found), last


def memory(process):
    """Megabytes of the workers, all together."""
    status = (Path(f"/proc/{pid}/status").read_text() for pid in workers_of(process))
    return sum(int(re.search(r"VmRSS:\s+(\d+)", text)[1]) for text in status) / 1024


def send(where, world, number, count, seconds):
    """Open so many connections, some at once; what was seen."""
    drawing, seen = RawRequests(world, number), Seen()
    drawn = [drawing.draw() for _ in range(count)]
    with ThreadPoolExecutor(AT_ONCE) as threads:
        found = list(threads.map(lambda each: answers(where, each[0]), drawn))
    for (sent, meant), (said, took) in zip(drawn, found, strict=True):
        statuses = [int(each) for each in STATUS.findall(said)]
        if took > seconds:  # alone it shows whether it takes long itself, or waited among others on a busy machine
            took = answers(where, sent)[1]
        seen.requests, seen.slowest = seen.requests + meant, max(seen.slowest, took)
        seen.statuses.update(statuses or [0])
        if took > seconds or any(status >= 500 and status not in NOT_OURS for status in statuses):
            seen.failures.append(f"{number}: {statuses} in {took:.1f} s for {sent[:600]}")
    return seen


def assert_whole(server, numbers, count, seconds=10):
    """The server answers all of it, or refuses it, each within so many seconds, and is the one that it was."""
    process, where, world = server
    workers, at_first, seen = workers_of(process), 0.0, Seen()
    for number in numbers:
        found = send(where, world, number, count, seconds)
        at_first = at_first or memory(process)
        seen = Seen(
            seen.requests + found.requests,
            seen.statuses + found.statuses,
            max(seen.slowest, found.slowest),
            seen.failures + found.failures,
        )
        print(f"{number}: {seen.requests} requests, slowest {seen.slowest:.2f} s, {memory(process):.0f} MB,", end=" ")
        print(dict(seen.statuses), *found.failures[:3], flush=True)
    assert not seen.failures, f"{len(seen.failures)}:\n" + "\n".join(seen.failures[:12])
    assert workers_of(process) == workers, "no worker has died"
    assert memory(process) - at_first < MEGABYTES
    assert {200, 400, 403, 404} <= seen.statuses.keys()
    assert STATUS.findall(answers(where, LAST)[0]) == [b"200"]


def test_raw_requests_are_answered_or_refused(server):
    assert_whole(server, range(2), 250)


@pytest.mark.trial
def test_very_many_raw_requests_are_answered_or_refused(server):
    assert_whole(server, range(100, 250), 1_000, SECONDS)
