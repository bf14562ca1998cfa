"""Two servers as on two machines: a folder each, clocks that go wrong, one PostgreSQL, a Redis that comes and goes."""

import http.client
import os
import re
import signal
import subprocess
import sys
import threading
import time
from contextlib import ExitStack, contextmanager
from uuid import uuid4

import psycopg
import pytest
from django.db import connection

from tests.articles.management.test_serve import serving, until, workers_of
from tests.conventions.source import ROOT
from tests.newsroom.page_store.test_watermark import Readers, Reworder

pytestmark = pytest.mark.django_db  # for the address of the server; each test has a database of its own there
BLUR = 0.03  # seconds: what processes may disagree by about the moment, and this one with the database
WRONG_CLOCK = """
import os
if os.environ.get("CLOCK_IS_AHEAD"):
    import datetime, time, time_machine
    ahead = float(os.environ["CLOCK_IS_AHEAD"])
    apart = time.time() - time.monotonic() + ahead
    clock = time_machine.travel(datetime.datetime.now(datetime.timezone.utc), tick=True).start()
    clock.shift(apart - (time.time() - time.monotonic()))  # starting took its time
"""


@pytest.fixture
def house(redis, tmp_path):
    """What two machines have in common, as variables; a wrong clock is put into whoever is told CLOCK_IS_AHEAD."""
    if not redis.is_running:
        redis.start()
    redis.ask("FLUSHALL")
    (tmp_path / "sitecustomize.py").write_text(WRONG_CLOCK)
    facts, name = connection.settings_dict, f"machines_{uuid4().hex[:8]}"
    server = f"postgres://{facts['USER']}@{facts['HOST']}:{facts['PORT'] or 5432}"
    with psycopg.connect(f"{server}/postgres", password=facts["PASSWORD"] or None, autocommit=True) as own:
        own.execute(f"CREATE DATABASE {name}")
        try:
            yield {
                "DATABASE_URL": f"{server}/{name}",
                "CACHE_URL": redis.url,
                "SECRET_KEY": "the same on all machines, and long enough for Django",
                "PAGE_STORE": "on",
                "PYTHONPATH": str(tmp_path),
            }
        finally:
            own.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def two_servers(tmp_path, house, *ahead):
    """(process, port) of two servers, whose clocks are so many seconds ahead."""
    with ExitStack() as stack:
        found = []
        for number, seconds in enumerate(ahead):
            server = serving(tmp_path / f"machine{number}", workers=1, **house, CLOCK_IS_AHEAD=str(seconds))
            process, address = stack.enter_context(server)
            found.append((process, int(address.split(":")[2].split("/")[0])))
        yield found


def get(port, path):
    """(status, body) of a page."""
    wire = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        wire.request("GET", path)
        answer = wire.getresponse()
        return answer.status, answer.read()
    finally:
        wire.close()


def watch(tmp_path, house, redis, *, publications, readers, trouble):
    """Publish numbers on a third machine while readers ask both; at these numbers something goes wrong."""
    variables = house | {"CLOCK_IS_AHEAD": "0.4"}
    with two_servers(tmp_path, house, 0.7, -0.7) as servers:
        reworder = Reworder(tmp_path / "desk", **variables)
        watched = Readers([port for _, port in servers], [reworder.path, "/", "/world/", "/feeds/rss.xml"], readers)
        with watched.reading():
            for number in range(1, publications + 1):
                what = trouble.get(number)
                if what == "redis is lost":
                    redis.kill()
                elif what == "redis is back":
                    redis.start()
                elif what == "redis is emptied":
                    redis.ask("FLUSHALL")
                elif what == "connections are cut":
                    redis.ask("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes")
                elif what == "worker is killed":
                    os.kill(workers_of(servers[0][0])[0], signal.SIGKILL)
                reworder.begin(number)
                if what == "publisher is killed":
                    watched.is_over.wait(0.02)
                    reworder.kill()
                    reworder = Reworder(tmp_path / "desk", **variables)
                    continue
                watched.confirmed = reworder.finish()
        reworder.process.communicate("")
        kept = redis.ask("ZCARD", "newsroom:kept:plain")
        until(lambda: get(servers[1][1], "/readyz")[0] == 200)  # once it has asked the database for its clock again
    assert not watched.faults, watched.faults[:5]
    assert watched.asked > publications
    assert kept, "nothing was stored"


def test_nobody_on_either_machine_sees_less_than_what_was_confirmed(tmp_path, house, redis):
    trouble = {
        8: "connections are cut",
        12: "publisher is killed",
        16: "redis is emptied",
        20: "redis is lost",
        22: "redis is back",
        26: "worker is killed",
    }
    watch(tmp_path, house, redis, publications=30, readers=6, trouble=trouble)


@pytest.mark.trial
def test_nobody_sees_less_in_a_long_time_of_trouble(tmp_path, house, redis):
    kinds = [
        "connections are cut",
        "publisher is killed",
        "redis is emptied",
        "redis is lost",
        "redis is back",
        "worker is killed",
    ]
    trouble = {number * 10: kinds[number % len(kinds)] for number in range(1, 49)}
    watch(tmp_path, house, redis, publications=480, readers=32, trouble=trouble)


def test_no_trace_of_an_embargo_on_a_slow_or_a_fast_machine(tmp_path, house):
    """The store is warm; by the database's clock nobody is early, and nobody is late."""
    line = [sys.executable, "-m", "tests.newsroom.page_store.machines.scheduler"]
    with two_servers(tmp_path, house, 0.8, -0.8) as servers:
        env = (
            os.environ
            | house
            | {"NEWSROOM_DATA": str(tmp_path / "desk"), "DJANGO_SETTINGS_MODULE": "newsroom.settings"}
        )
        paths = ("/", "/latest/", "/world/", "/feeds/rss.xml", "/news-sitemap.xml")
        found, is_over = [], threading.Event()

        def ask(port, turn=0):
            while not is_over.is_set():
                turn += 1
                path, began = (*paths, canary)[turn % (len(paths) + 1)], time.time()
                status, body = get(port, path)
                found.append((path, began, time.time(), b"Canary" in body, status))

        with subprocess.Popen(
            line, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as desk:
            desk.stdin.write("Bridge Opens 5\nCanary Sings 16\n")
            desk.stdin.flush()
            desk.stdout.readline()
            canary, moment = desk.stdout.readline().split()
            desk.stdin.close()
        threads = [threading.Thread(target=ask, args=(port,)) for _, port in servers for _ in range(2)]
        for thread in threads:
            thread.start()

        def is_seen():
            return time.time() > float(moment) + 1 and sum(each[3] for each in found) > 20

        until(is_seen)
        is_over.set()
        for thread in threads:
            thread.join()
    early = [each for each in found if each[3] and each[2] < float(moment) - BLUR]
    late = [each for each in found if not each[3] and each[1] > float(moment) + BLUR]
    assert not early
    assert not late
    assert sum(not each[3] for each in found) > 10


def test_a_machine_far_off_the_databases_clock_does_not_start_and_says_so(tmp_path, house):
    with two_servers(tmp_path, house, 0):
        pass  # the database is there now
    env = os.environ | house | {"NEWSROOM_DATA": str(tmp_path / "machine0"), "CLOCK_IS_AHEAD": "1.6"}
    env["DJANGO_SETTINGS_MODULE"] = "newsroom.settings"
    line = [sys.executable, "manage.py", "serve", "--port", "1"]
    said = subprocess.run(line, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60, check=False)
    assert said.returncode != 0
    assert re.search(r"clock is 1\.[56] seconds ahead of the database's\. Set it by NTP\.", said.stderr)
