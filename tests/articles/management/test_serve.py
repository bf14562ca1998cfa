"""The `serve` command: what it refuses with a sentence, and a real server that answers, survives and stops cleanly."""

import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from contextlib import contextmanager

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from articles.management.commands import serve
from tests.conventions.source import ROOT

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def static_files(settings, tmp_path):
    """Static files that look collected."""
    settings.STATIC_ROOT = tmp_path
    (tmp_path / "staticfiles.json").write_text("{}")


@pytest.fixture
def started(monkeypatch, static_files):
    """The commands that would have replaced this process."""
    commands = []
    monkeypatch.setattr(serve, "become", commands.append)
    return commands


def free_port():
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_serve_starts_one_process_manager_for_the_application(started, capsys):
    port = free_port()
    call_command("serve", port=port, workers=3)
    [command] = started
    assert command[:4] == [sys.executable, "-m", "granian", "newsroom.server.rsgi:application"]
    assert command[command.index("--port") + 1] == str(port)
    assert command[command.index("--workers") + 1] == "3"
    assert f"http://127.0.0.1:{port}/" in capsys.readouterr().out


def test_serve_says_that_the_port_is_taken(started):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(CommandError, match=r"is taken by another program\. Choose another with --port"):
            call_command("serve", port=other.getsockname()[1])
    assert not started


@pytest.mark.parametrize("port", [0, -1, 65536, 80000])
def test_serve_refuses_numbers_that_are_no_port(started, port):
    with pytest.raises(CommandError, match="is no port: choose one from 1 to 65535"):
        call_command("serve", port=port)


def test_serve_refuses_hosts_of_other_machines(started):
    with pytest.raises(CommandError, match=r"Cannot listen on 192\.0\.2\.1: "):  # RFC 5737: nobody's address
        call_command("serve", host="192.0.2.1", port=free_port())


def test_serve_refuses_no_workers(started):
    with pytest.raises(CommandError, match="--workers must be at least 1"):
        call_command("serve", workers=0)


def test_serve_says_that_static_files_are_missing(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    with pytest.raises(CommandError, match=r"not collected yet\. Run `make install`"):
        call_command("serve")


def test_serve_says_that_migrations_wait(started, monkeypatch):
    monkeypatch.setattr(serve, "waiting_migrations", lambda: 1)
    with pytest.raises(CommandError, match=r"lacks 1 migrations\. Run `manage\.py migrate` first"):
        call_command("serve")


def until(holds, seconds=30):
    """Wait for what another process does; fail when it has not happened after so many seconds."""
    pause = threading.Event()
    for _ in range(seconds * 20):
        if holds():
            return
        pause.wait(0.05)
    pytest.fail(f"did not happen within {seconds} s: {holds.__name__}")


def answers(address):
    """Whether the address answers with success."""
    try:
        with urllib.request.urlopen(address, timeout=5) as response:
            return response.status == 200
    except OSError:  # refused, reset, or not within that time
        return False


@contextmanager
def serving(data, page="/admin/login/", workers=2, **variables):
    """A real server over a new data folder: its process and the address of a page that asks no reader's view."""
    clean = {key: value for key, value in os.environ.items() if key not in ("DATABASE_URL", "CACHE_URL")}
    environment = clean | {"NEWSROOM_DATA": str(data), "DJANGO_SETTINGS_MODULE": "newsroom.settings"} | variables
    manage = [sys.executable, "manage.py"]
    if not (ROOT / "staticfiles" / "staticfiles.json").exists():
        subprocess.run([*manage, "collectstatic", "--no-input", "-v0"], cwd=ROOT, env=environment, check=True)
    subprocess.run([*manage, "migrate", "--run-syncdb", "-v0"], cwd=ROOT, env=environment, check=True)
    port = free_port()
    process = subprocess.Popen(
        [*manage, "serve", "--port", str(port), "--workers", str(workers)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    address = f"http://127.0.0.1:{port}{page}"
    try:
        until(lambda: answers(address), seconds=120)  # a busy machine takes its time to begin
        yield process, address
    finally:
        process.kill()
        process.wait()


def workers_of(process):
    """The process ids of the server's living workers, the oldest first."""
    query = ["ps", "--ppid", str(process.pid), "--sort", "start_time,pid", "-o", "pid=,stat="]
    listed = [line.split() for line in subprocess.run(query, capture_output=True, text=True).stdout.splitlines()]
    return [int(pid) for pid, state in listed if not state.startswith("Z")]


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_server_answers_and_stops_without_a_traceback(tmp_path, stop):
    with serving(tmp_path) as (process, address):
        assert answers(address)
        process.send_signal(stop)
        output, _ = process.communicate(timeout=20)
        assert process.returncode == 0
        assert "Traceback" not in output
        assert not answers(address)


@pytest.mark.trial
def test_server_survives_a_hundred_killed_workers(tmp_path):
    """The older one each time: one that dies twice within 5.5 s is a crash loop to the server, which then stops."""
    with serving(tmp_path) as (process, address):
        for _ in range(100):
            until(lambda: len(workers_of(process)) == 2)
            os.kill(workers_of(process)[0], signal.SIGKILL)
            until(lambda: answers(address))
        until(lambda: len(workers_of(process)) == 2)
        assert answers(address)
