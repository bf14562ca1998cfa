"""Nobody sees less than was confirmed: readers ask two workers while another process publishes, and is killed.

Once a publication has answered, every request that begins later sees it, on the story's page and on each list.
"""

import http.client
import os
import random
import re
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager

import pytest

from tests.articles.management.test_serve import serving, workers_of
from tests.conventions.source import ROOT

pytestmark = pytest.mark.once  # the server has an SQLite of its own, whatever the other tests run on

SEEN = re.compile(rb"Number (\d+) on the Bridge")


class Reworder:
    """The process that publishes."""

    def __init__(self, data, **variables):
        env = {key: value for key, value in os.environ.items() if key not in ("DATABASE_URL", "CACHE_URL")}
        env |= {
            "NEWSROOM_DATA": str(data),
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "PAGE_STORE": "on",
        } | variables
        line = [sys.executable, "-m", "tests.newsroom.page_store.reworder"]
        self.process = subprocess.Popen(
            line, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.path = self.process.stdout.readline().strip()

    def begin(self, number):
        """Let it publish a number."""
        self.process.stdin.write(f"{number}\n")
        self.process.stdin.flush()

    def finish(self):
        """Wait until it says that the number is out."""
        return int(self.process.stdout.readline())

    def kill(self):
        """End it in the middle of whatever it is at."""
        self.process.kill()
        self.process.communicate()


class Readers:
    """Threads that ask for pages, each over connections of its own, and note what was less than what was confirmed."""

    def __init__(self, ports, paths, count):
        self.ports, self.paths = ports, paths
        self.confirmed, self.asked, self.faults, self.broken = 0, 0, [], 0
        self.is_over = threading.Event()
        self.threads = [threading.Thread(target=self._read, args=(number,)) for number in range(count)]

    def _read(self, number):
        connection = http.client.HTTPConnection("127.0.0.1", self.ports[number % len(self.ports)], timeout=20)
        turn = number
        while not self.is_over.is_set():
            path, least = self.paths[turn % len(self.paths)], self.confirmed
            turn += 1
            try:
                connection.request("GET", path)
                answer = connection.getresponse()
                body = answer.read()
            except (OSError, http.client.HTTPException):  # the worker was killed
                connection.close()
                self.broken += 1
                self.is_over.wait(0.02)
                continue
            self.asked += 1
            numbers = [int(found) for found in SEEN.findall(body)]
            if answer.status != 200 or not numbers or min(numbers) < least:
                self.faults.append((path, answer.status, least, numbers[:3]))
        connection.close()

    @contextmanager
    def reading(self):
        """Read meanwhile."""
        for thread in self.threads:
            thread.start()
        try:
            yield
        finally:
            self.is_over.set()
            for thread in self.threads:
                thread.join()


def watch(data, monkeypatch, *, publications, readers, killed_publishers, killed_workers=0):
    """Publish numbers while readers read; every so often the publisher, or a worker, is killed."""
    monkeypatch.setenv("PAGE_STORE", "on")
    chance = random.Random(11)
    with serving(data) as (process, address):
        port = int(address.split(":")[2].split("/")[0])
        reworder = Reworder(data)
        watched = Readers([port], [reworder.path, "/", "/world/", "/latest/", "/feeds/rss.xml"], readers)
        with watched.reading():
            for number in range(1, publications + 1):
                reworder.begin(number)
                if killed_publishers and number % (publications // killed_publishers) == 0:
                    watched.is_over.wait(chance.random() / 10)
                    reworder.kill()
                    reworder = Reworder(data)
                    continue
                watched.confirmed = reworder.finish()
                if killed_workers and number % (publications // killed_workers) == 0:
                    os.kill(workers_of(process)[0], signal.SIGKILL)
        reworder.process.communicate("")
    assert not watched.faults
    assert watched.asked > 3 * publications
    assert watched.broken <= killed_workers * readers * 20
    kept = [path for path in (data / "pages").rglob("kept-*/**/*") if path.is_file()]
    assert kept, "nothing was stored"


def test_nobody_sees_less_than_what_was_confirmed(tmp_path, monkeypatch):
    watch(tmp_path, monkeypatch, publications=30, readers=6, killed_publishers=2)


@pytest.mark.trial
def test_nobody_sees_less_while_workers_are_killed(tmp_path, monkeypatch):
    watch(tmp_path, monkeypatch, publications=1500, readers=64, killed_publishers=30, killed_workers=10)
