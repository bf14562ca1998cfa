"""A real server of two workers: their numbers summed, a killed one's kept, and a log that programs can read."""

import json
import os
import signal
import urllib.request
from urllib.parse import urlsplit

import pytest

from tests.articles.management.test_serve import answers, serving, until, workers_of
from tests.newsroom.seeing.exposition_parser import parsed, total

pytestmark = pytest.mark.once
TOKEN = "a-token-that-nobody-guesses"
ASKED = 60


@pytest.fixture
def server(tmp_path, monkeypatch):
    """(process, site) of a server that counts, logs and stores."""
    for name, value in (
        ("PAGE_STORE", "on"),
        ("LOG_REQUESTS", "on"),
        ("LOG_FORMAT", "json"),
        ("METRICS_TOKEN", TOKEN),
    ):
        monkeypatch.setenv(name, value)
    with serving(tmp_path, page="/latest/") as (process, address):
        parts = urlsplit(address)
        yield process, f"{parts.scheme}://{parts.netloc}"


def numbers(site):
    """The numbers as a parser reads them."""
    request = urllib.request.Request(f"{site}/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    with urllib.request.urlopen(request, timeout=10) as response:
        return parsed(response.read().decode())


def ask(site, path):
    """Ask for a page with what a reader's browser sends."""
    headers = {"User-Agent": "SecretBrowser/1", "Cookie": "theme=secret-cookie", "Referer": "https://secret.example/"}
    with urllib.request.urlopen(urllib.request.Request(site + path, headers=headers), timeout=10) as response:
        response.read()


def test_workers_are_summed_and_a_killed_one_takes_nothing_with_it(server):
    process, site = server
    for _ in range(ASKED):
        ask(site, "/latest/?secret-query=1")

    def told():
        return total(numbers(site), "newsroom_requests_total", route="latest")

    until(lambda: told() > ASKED)  # of them, and of who waited for the server to begin
    until(lambda: total(numbers(site), "newsroom_workers") == 2)
    before, workers = numbers(site), workers_of(process)
    assert len(workers) == 2
    answered = total(before, "newsroom_requests_total", route="latest")
    hits = total(before, "newsroom_store_hits_total")
    made = total(before, "newsroom_store_made_total")
    assert made >= 1 and hits + made == answered
    os.kill(workers[0], signal.SIGKILL)
    until(lambda: len(workers_of(process)) == 2 and workers[0] not in workers_of(process))
    until(lambda: answers(f"{site}/latest/"))
    until(lambda: total(numbers(site), "newsroom_workers") == 2)
    after = numbers(site)
    for name in ("newsroom_requests_total", "newsroom_store_hits_total", "newsroom_render_seconds_count"):
        assert total(after, name) >= total(before, name)
    for _ in range(ASKED):
        ask(site, "/latest/?secret-query=1")
    process.send_signal(signal.SIGTERM)
    output, _ = process.communicate(timeout=20)
    lines = [json.loads(line) for line in output.splitlines() if line.startswith("{")]
    asked = [line for line in lines if line["logger"] == "newsroom.requests" and line["path"] == "/latest/"]
    assert len(asked) >= ASKED  # of the killed one the last second is not written; whoever ends in order writes all
    assert {line["from"] for line in asked} == {"store", "made"}
    assert len({line["id"] for line in asked}) == len(asked)
    assert "secret" not in output.lower()
    assert "127.0.0.1" not in "".join(line for line in output.splitlines() if line.startswith("{"))
