"""A scheduled story on a real server with two worker processes: nowhere until its second, then everywhere."""

import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings

pytestmark = pytest.mark.once  # the server has an SQLite of its own, whatever the other tests run on

STORY = """Granite

The Quarry Whistle Is to Blow Once More

It has been silent since 1974.

Edda Quill

The whistle of the old quarry at Stonebrae will blow again, for one minute, when the last wall is sold.

Nobody has yet been found who remembers its note.
"""
LISTS = [
    *("/", "/world/", "/latest/", "/feeds/rss.xml"),
    *("/topics/", "/topics/granite/", "/people/", "/people/edda-quill/"),
]


@pytest.fixture
def manage(tmp_path):
    """Runs a management command in a newsroom of its own, on SQLite; gives what it printed."""
    env = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "CACHE_URL"}}
    env |= {"NEWSROOM_DATA": str(tmp_path / "data"), "DJANGO_SETTINGS_MODULE": "newsroom.settings"}

    def command(*words, start=False):
        line = [sys.executable, str(settings.BASE_DIR / "manage.py"), *words]
        if start:
            return subprocess.Popen(line, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        return subprocess.run(line, env=env, capture_output=True, text=True, check=True).stdout

    command("migrate", "--verbosity", "0")
    return command


def free_port():
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def fetch(address):
    """(status, text) of one request over a connection of its own."""
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def how_long(action):
    """How long an action takes on this machine as busy as it is."""
    began = datetime.now(UTC)
    action()
    return datetime.now(UTC) - began


@contextmanager
def server(manage):
    """A running server with two workers; gives its address."""
    port = free_port()
    process = manage("serve", "--port", str(port), "--workers", "2", start=True)
    base = f"http://127.0.0.1:{port}"
    deadline = datetime.now(UTC) + timedelta(seconds=120)
    try:
        while True:
            try:
                if fetch(f"{base}/readyz")[0] == 200:
                    break
            except OSError:
                assert process.poll() is None, process.stdout.read()
                assert datetime.now(UTC) < deadline, "the server did not start"
        yield base
    finally:
        process.terminate()
        process.wait(timeout=20)
        process.stdout.close()


def test_scheduled_story_appears_at_its_second_on_every_worker_and_after_a_restart(manage, tmp_path):
    file = tmp_path / "story.txt"
    file.write_text(STORY)
    with server(manage) as base:
        due = datetime.now(UTC) + how_long(lambda: manage("check")) * 3 + timedelta(seconds=2)
        said = manage("import_story", str(file), "--desk", "World", "--publish", "--at", due.isoformat())
        assert said.startswith("scheduled http")
        path = "/" + said.split()[1].split("/", 3)[3]
        before, after = 0, 0
        while after < 20:
            began = datetime.now(UTC)
            status, text = fetch(base + path)
            ended = datetime.now(UTC)
            if ended < due:
                before += 1
                assert status == 404, "seen before its time"
                assert "Whistle" not in text
                for address in LISTS:
                    listed = fetch(base + address)[1]
                    assert "Whistle" not in listed or datetime.now(UTC) >= due, f"{address} leaks the story"
            elif began >= due:
                after += 1
                assert status == 200, "not seen although its time has come"
        assert before > 0
        for address in LISTS * 4:
            status, text = fetch(base + address)
            assert status == 200
            assert ("Granite" if address == "/topics/" else "Quill" if address == "/people/" else "Whistle") in text
    with server(manage) as base:
        assert [fetch(base + path)[0] for _ in range(10)] == [200] * 10
