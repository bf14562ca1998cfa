"""Requests of every kind, by everybody: none is a failure of ours, none takes long, and memory does not grow with them.

A short form is tried with every change; `make trial ARGS=tests/newsroom/test_fuzzed_requests.py` asks half a million
(in four parts, which `-n 2` asks side by side).
"""

import io
import logging
import re
import time
import traceback
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.core.signals import got_request_exception
from django.test import Client
from django.test.client import ClientHandler
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from newsroom.character_set import is_readable
from tests import builders
from tests.newsroom.fuzzed import Fuzzer, World, routes

pytestmark = [pytest.mark.django_db, pytest.mark.once]
ROLES = {
    "signed out": None,
    "stranger": builders.stranger,
    "reporter": builders.reporter,
    "photo editor": builders.photo_editor,
    "editor": builders.editor,
    "chief": builders.chief,
}
SECONDS = 2  # of a processor, so that the tests beside this one do not count
UNKNOWN_FORMAT = 501  # what oEmbed 1.0 (2.3.4) wants for a format that it does not know
MEGABYTES = 150  # what a process may grow by after its first tenth of the requests
MOST_SHOWN = 12
FIELD = re.compile(rb'name="([\w-]+)"')


@pytest.fixture
def silence():
    """Nothing is logged: pytest would hold all of it."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture
def world(settings, silence):
    """A newsroom with one of everything, and somebody signed in in each role."""
    settings.ALLOWED_HOSTS = ["testserver"]
    live, draft = builders.live_article(lead_photo=builders.a_photo()), builders.naming_article()
    builders.scheduled_article(timezone.now() + timedelta(days=1))
    shared, topic, page = builders.shared_article(), builders.a_topic(), builders.a_static_page()
    edition = builders.live_edition(live)
    year, month, slug = edition.path.strip("/").split("/")
    numbers = sorted({1, 2, live.pk, draft.pk, edition.pk})
    values = dict.fromkeys(("pk", "object_id", "number", "edition_id", "article_id", "app_label"), numbers)
    values |= {
        "year": [int(year)],
        "month": [month],
        "day": [edition.goes_live_at.day],
        "slug": [slug, topic.slug, page.slug],
    }
    values |= {"token": [shared.preview_links.get().token], "desk": [live.desk.slug], "format": ["rss.xml"]}
    world = World(values, {})
    sign_in(world)
    chief = Client()
    chief.cookies["sessionid"] = world.sessions["chief"]
    for name, arguments, _ in routes():
        if name.startswith("admin:") and set(arguments) <= {"object_id", "pk"}:
            for number in numbers[:2]:
                try:
                    path = reverse(name, kwargs=dict.fromkeys(arguments, number))
                except NoReverseMatch:
                    continue
                if "logout" not in path:
                    answer = chief.get(path)
                    fields = [] if answer.streaming else FIELD.findall(answer.content)
                    world.fields[path] = sorted({each.decode() for each in fields})
    return world


def sign_in(world):
    """Sign everybody in anew whose session has ended, as it does when somebody posts to `logout`."""
    for role, make in ROLES.items():
        key = world.sessions.get(role)
        if make is None:
            world.sessions[role] = ""
        elif not key or not Session.objects.filter(pk=key).exists():
            client = Client()
            client.force_login(make())
            world.sessions[role] = client.cookies["sessionid"].value


def memory():
    """The megabytes that this process has in memory."""
    return int(re.search(r"VmRSS:\s+(\d+)", Path("/proc/self/status").read_text())[1]) / 1024


def ask(world, count, number):
    """Send so many requests; the sentences on those that failed, the longest seconds, the statuses and how many."""
    fuzzer, handler = Fuzzer(world, number), ClientHandler(enforce_csrf_checks=False)
    raised = []

    def note(**_):
        raised[:] = traceback.format_exc().strip().splitlines()[-3:]

    got_request_exception.connect(note)
    failures, slowest, statuses = [], 0.0, {}
    for place in range(count):
        if place % 200 == 0:
            sign_in(world)
        role, environ, body = fuzzer.draw()
        base = {
            "SERVER_NAME": "testserver",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
        }
        base |= {
            "wsgi.input": io.BytesIO(body),
            "CONTENT_LENGTH": str(len(body)),
            "SCRIPT_NAME": "",
            "wsgi.version": (1, 0),
        }
        base |= {
            "wsgi.errors": io.StringIO(),
            "wsgi.multithread": True,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
        }
        began = time.thread_time()
        if not is_readable(environ):  # newsroom/wsgi.py answers 400
            continue
        response = handler(base | environ)
        if response.streaming:
            b"".join(response.streaming_content)
        took = time.thread_time() - began
        slowest, statuses[response.status_code] = max(slowest, took), statuses.get(response.status_code, 0) + 1
        if (response.status_code >= 500 and response.status_code != UNKNOWN_FORMAT) or took > SECONDS:
            what = {name: value[:200] for name, value in environ.items() if value}
            failures.append(
                f"{response.status_code} in {took:.1f} s, {number}/{place}, {role}: {what} {body[:200]} {raised}"
            )
    return failures, slowest, statuses


def assert_good(world, count, numbers):
    """Nothing fails, nothing takes long, nothing grows."""
    failures, slowest, seen, at_first = [], 0.0, {}, None
    for number in numbers:
        failed, took, statuses = ask(world, count, number)
        print(*failed[:MOST_SHOWN], sep="\n", end="\n" if failed else "")
        failures, slowest = failures + failed, max(slowest, took)
        seen = {status: seen.get(status, 0) + statuses.get(status, 0) for status in seen | statuses}
        at_first = at_first or memory()
        print(
            f"{number}: {sum(seen.values())} requests, slowest {slowest:.2f} s, {memory():.0f} MB, {seen}", flush=True
        )
    assert not failures, f"{len(failures)} of {sum(seen.values())}:\n" + "\n".join(failures[:MOST_SHOWN])
    assert memory() - at_first < MEGABYTES
    assert {200, 302, 400, 403, 404, 405} <= seen.keys(), "the requests reach what they are for"


def test_two_thousand_odd_requests_are_answered(world):
    assert_good(world, 500, range(4))


@pytest.mark.parametrize("screen", ["change", "delete"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_field_without_a_name_is_refused(client, screen, method):
    client.force_login(builders.chief())
    address = reverse(f"admin:media_photo_{screen}", args=[builders.a_photo().pk])
    assert getattr(client, method)(address, {"_to_field": ""}).status_code == 400
    assert client.get(address, {"_to_field": "id"}).status_code == 200


@pytest.mark.trial
@pytest.mark.parametrize("first", range(100, 600, 125))
def test_half_a_million_odd_requests_are_answered(world, first):
    assert_good(world, 1_000, range(first, first + 125))
