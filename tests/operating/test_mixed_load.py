"""Everything at once: mixed requests, publications, killed workers, a full disk, a Redis that goes and comes back.

Nobody gets an error but those whose worker was killed while it answered them, nobody sees less than was confirmed, and
workers do not grow.
"""

import os
import signal
import subprocess
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.articles.management.test_serve import answers, free_port, until, workers_of
from tests.newsroom.page_store.test_watermark import Reworder
from tests.newsroom.test_full_disk import NoLongerFiles, TmpfsDisk
from tests.operating.mixed import Mixed
from tests.operating.newsroom import Newsroom, ask

pytestmark = pytest.mark.once  # the disk that gets full is that of SQLite
MOST_MEMORY = 400  # MB that a worker may have
PREPARE = """
import django; django.setup()
from django.test import Client
from tests import builders
picture, draft, user = builders.a_photo(800, 600), builders.draft_article(), builders.chief()
shown = builders.live_article(lead_photo=picture)
client = Client()
client.force_login(user)
print(shown.pk, draft.pk, builders.live_edition(shown).path, client.cookies["sessionid"].value)
"""


@pytest.fixture
def disk(tmp_path):
    """A disk that can be filled."""
    folder = tmp_path / "data"
    folder.mkdir()
    disk = (TmpfsDisk if os.geteuid() == 0 else NoLongerFiles)(folder, "160m")
    yield folder, disk
    disk.close()


class Redis:
    """A Redis of the test's own."""

    def __init__(self, folder):
        self.folder, self.port, self.process = folder, free_port(), None
        self.begin()

    @property
    def url(self):
        """Its address, as CACHE_URL has it."""
        return f"redis://127.0.0.1:{self.port}/0"

    def begin(self):
        """Start it, with nothing in it."""
        line = ["redis-server", "--port", str(self.port), "--save", "", "--dir", str(self.folder)]
        self.process = subprocess.Popen(line, stdout=subprocess.DEVNULL)

    def kill(self):
        """End it as a machine ends that loses its power."""
        self.process.kill()
        self.process.wait()


def memory(process):
    """MB that each worker has of its own (resident)."""
    found = []
    for pid in workers_of(process):
        with suppress(OSError):  # it has gone
            pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
            found.append(pages * os.sysconf("SC_PAGE_SIZE") // 2**20)
    return found


class Publisher:
    """Publishes a number every so many seconds, and tells readers which was confirmed; what fails confirms none."""

    def __init__(self, data, mixed, every):
        self.data, self.mixed, self.every, self.number, self.failed = data, mixed, every, 0, 0
        self.reworder, self.last = Reworder(data), 0.0

    def publish_when_due(self):
        """Publish the next number when it is time for it."""
        if time.monotonic() - self.last < self.every:
            return
        self.last, self.number = time.monotonic(), self.number + 1
        try:
            self.reworder.begin(self.number)
            self.mixed.confirmed = self.reworder.finish()
        except (ValueError, OSError):  # the disk is full
            self.failed += 1
            self.reworder.kill()
            with suppress(ValueError):
                self.reworder = Reworder(self.data)


def worked(folder, disk, happenings, *, cache=None, stories, requests, connections, pause, every):
    """Serve, publish and ask; `happenings` are (share of the requests, what happens then), in order."""
    told = {"PAGE_STORE": "on"} | ({"CACHE_URL": cache} if cache else {})
    newsroom, port = Newsroom(folder, None, **told), free_port()
    newsroom.manage("migrate", "-v0")
    if stories:
        newsroom.manage("populate", "--articles", stories)
    number, draft, path, session = newsroom.python("-c", PREPARE).split()
    process = newsroom.begin(port)
    reworder = Reworder(folder)
    site = SimpleNamespace(number=number, draft=draft, session=session)
    site.watched = [reworder.path, "/", "/world/", "/latest/", "/feeds/rss.xml"]
    reworder.kill()
    picture = next(part.split()[0] for part in ask(port, path)[2].decode().split('srcset="')[1:])
    site.plain = [path, f"{path}history/", picture, "/search/?q=bridge", "/sitemap.xml", "/archive/", "/people/"]
    mixed = Mixed(port, site, requests=requests, connections=connections, pause=pause)
    server = SimpleNamespace(process=process, disk=disk)
    try:
        began, sizes, happenings = time.monotonic(), [memory(process)], [*happenings]
        publisher = Publisher(folder, mixed, every)
        with mixed.meanwhile():
            while mixed.done < requests:
                publisher.publish_when_due()
                sizes.append(memory(process))
                while happenings and mixed.done >= requests * happenings[0][0]:
                    happenings.pop(0)[1](server)
                mixed.is_over.wait(0.2)
        took = time.monotonic() - began
        publisher.reworder.kill()
        until(lambda: answers(f"http://127.0.0.1:{port}/readyz"))
    finally:
        process.kill()
        process.wait()
    assert not happenings
    return SimpleNamespace(mixed=mixed, publisher=publisher, took=took, sizes=sizes)


def kill_worker(server):
    """Kill the older worker; the server begins another."""
    workers = workers_of(server.process)
    if len(workers) == 2:
        os.kill(workers[0], signal.SIGKILL)


def fill(server):
    server.disk.fill(server.process)


def free(server):
    server.disk.free(server.process)


def judged(found, *, kills, connections):
    mixed, most = found.mixed, max(size for sizes in found.sizes for size in sizes)
    print(f"{mixed.done} requests in {found.took:.0f} s, {found.publisher.number} publications")
    print(f"{found.publisher.failed} of them refused; {len(mixed.broken)} broken by {kills} kills")
    print(f"workers had {found.sizes[0]} MB at first, {max(found.sizes[-1])} at the end, {most} at most")
    print(sorted(mixed.statuses.items()))
    assert not mixed.wrong, mixed.wrong[:5]
    assert not mixed.stale, mixed.stale[:5]
    assert len(mixed.broken) <= kills * connections
    assert found.publisher.number > found.publisher.failed
    assert most <= MOST_MEMORY


def test_mixed_requests_while_a_worker_dies_and_the_disk_is_full(disk):
    happenings = [(0.2, kill_worker), (0.5, fill), (0.7, free)]
    found = worked(*disk, happenings, stories=0, requests=600, connections=16, pause=0.1, every=1)
    judged(found, kills=1, connections=16)


@contextmanager
def a_redis(folder):
    """A Redis, and what takes it away and brings it back."""
    redis = Redis(folder)
    try:
        yield redis
    finally:
        redis.kill()


@pytest.mark.trial
def test_ten_thousand_mixed_requests_while_everything_fails_in_turn(disk, tmp_path):
    with a_redis(tmp_path) as redis:
        happenings = [
            (0.15, kill_worker),
            (0.3, fill),
            (0.45, free),
            (0.55, lambda server: redis.kill()),
            (0.7, lambda server: redis.begin()),
            (0.85, kill_worker),
        ]
        sizes = {"requests": 10_000, "connections": 64, "pause": 0.8, "every": 3}
        found = worked(*disk, happenings, cache=redis.url, stories=200, **sizes)
    judged(found, kills=2, connections=64)
