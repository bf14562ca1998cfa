"""docs/operate.md: each of its commands, in its order, in an empty folder."""

import os
import re
import subprocess
import urllib.request
from contextlib import ExitStack

import pytest
from django.db import connection

from tests.articles.management.test_serve import free_port
from tests.conventions.source import ROOT
from tests.newsroom.smtp_sink import SmtpSink
from tests.operating.documented import NOT_TRIED, PAGE, Machine, commands, copy_of_project
from tests.operating.own_database import own_database

NAME = {"Host": "news.example.org", "X-Forwarded-Proto": "https"}
PAGES = ("/", "/latest/", "/sitemap.xml", "/feeds/rss.xml", "/archive/")


def get(port, path):
    """What a proxy gets."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers=NAME)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.read()


@pytest.fixture
def sink():
    """The mail server."""
    server = SmtpSink()
    yield server
    server.close()


@pytest.mark.once
def test_one_machine_is_set_up(tmp_path, sink):
    """The short form: up to a newsroom that answers."""
    app, port = tmp_path / "app", free_port()
    copy_of_project(app)
    with ExitStack() as stack:
        machine = Machine(tmp_path / "disk", app, port, EMAIL_URL=sink.url)
        stack.callback(machine.stop)
        for who, lines in commands("One machine"):
            said = machine.run(who, lines)
            if "readyz" in lines:
                break
    assert "Ready:" in said
    assert [letter.to for letter in sink.letters] == ["chief@example.org"]


@pytest.mark.once
@pytest.mark.trial
def test_one_machine_is_set_up_backed_up_upgraded_and_restored(tmp_path, sink):
    app, port, seen = tmp_path / "app", free_port(), []
    copy_of_project(app)
    with ExitStack() as stack:
        machine = Machine(tmp_path / "disk", app, port, EMAIL_URL=sink.url)
        stack.callback(machine.stop)
        for who, lines in commands("One machine"):
            said = machine.run(who, lines)
            if "createsuperuser" in lines:
                machine.run("newsroom", ".venv/bin/python manage.py populate --articles 25\n")
            if "readyz" in lines:
                assert "Ready:" in said
                seen.append({path: get(port, path) for path in PAGES})
    assert len(seen) == 3
    assert seen[0] == seen[1] == seen[2], "after upgrade and restore readers have what they had"
    assert "verified backup is" in said


@pytest.mark.trial
def test_several_machines_are_set_up_and_restarted_in_turn(tmp_path, sink):
    app, machines = tmp_path / "app", []
    copy_of_project(app)
    with own_database() as address, ExitStack() as stack:
        shared = {"NEWSROOM_DATA": None} if address else {"NEWSROOM_DATA": tmp_path / "shared"}  # SQLite is one file
        told = {"DATABASE_URL": address, "CACHE_URL": os.environ.get("CACHE_URL"), "STORAGE_URL": None}
        told |= {"EMAIL_URL": sink.url, "SECRET_KEY": "the same on both, and fifty signs long at the very least"}
        for number in (1, 2):
            disk = tmp_path / f"disk{number}"
            own = {"NEWSROOM_DATA": shared["NEWSROOM_DATA"] or disk / "data"}
            machines.append(Machine(disk, app, free_port(), **told | own))
            stack.callback(machines[-1].stop)
        for who, lines in commands("Several machines"):
            for machine in machines if "root" in who else machines[:1] if who == "several" else ():
                said = machine.run(who, lines)
                assert "until curl" not in lines or "Ready:" in said
            if who == "several":
                machines[0].run(who, ".venv/bin/python manage.py populate --articles 25\n")
        one, two = ({path: get(machine.port, path) for path in PAGES} for machine in machines)
    assert one == two


def test_commands_are_shell_and_what_is_not_tried_is_said():
    blocks = list(commands())
    assert len(blocks) > 12
    for _who, lines in blocks:
        subprocess.run(["bash", "-n", "-c", lines], check=True, capture_output=True)
    said = PAGE.read_text().split("## What was not tried", 1)[1].split("\n## ", 1)[0]
    assert not [name for name in (*NOT_TRIED, "pip") if f"`{name}`" not in said]
    assert not re.findall(r"^```\n", PAGE.read_text().replace("\n```\n\n", "\n\n"), re.M), "a block that nobody runs"


def test_files_of_the_docs_are_named_by_a_page():
    pages = "".join(path.read_text() for path in (ROOT / "docs").glob("*.md"))
    assert not [path.name for path in (ROOT / "docs/deploy").iterdir() if f"deploy/{path.name}" not in pages]


def test_settings_of_the_docs_are_such_as_there_are():
    contract = (ROOT / "docs/contract.md").read_text()
    for path in (ROOT / "docs/deploy").glob("*.env"):
        names = set(re.findall(r"^([A-Z_]+)=", path.read_text(), re.M))
        assert not [name for name in names if f"`{name}`" not in contract], path.name
    assert connection.vendor in ("sqlite", "postgresql")
