"""Real browsers for journeys, Chromium and Firefox, one of each a run, and a page for each test that fails on what the
console says is wrong."""

import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, connections
from django.test import Client
from playwright.sync_api import expect, sync_playwright

from articles.reader.parts import view_counter
from tests.journeys.gate import Gate
from tests.journeys.steps import PATIENCE

expect.set_options(timeout=PATIENCE)

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
FIREFOX = ("firefox-esr", "firefox")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def playwright(django_db_setup):
    """Playwright, which keeps an event loop in this thread, which Django has to put up with.

    Inside a loop Django has other connection objects, so what a test database starts with is handed on to them.
    """
    at_first = getattr(connection, "_test_serialized_contents", "[]")  # none where no test of this run needs it
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NODE_OPTIONS", f"--require={Path(__file__).with_name('firefox.js')}")
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        with sync_playwright() as playwright:
            patch.delenv("NODE_OPTIONS")
            connection._test_serialized_contents = at_first
            yield playwright
            connections.close_all()


@pytest.fixture(scope="session")
def browser(playwright):
    """The Chromium found on PATH."""
    chromium = playwright.chromium.launch(executable_path=found(CHROMIUM), args=FLAGS)
    yield chromium
    chromium.close()


@pytest.fixture(scope="session")
def firefox(playwright):
    """The Firefox found on PATH, Debian's: Playwright drives it by WebDriver BiDi, as any browser but its own."""
    firefox = playwright.firefox.launch(executable_path=found(FIREFOX), channel="moz-firefox")
    yield firefox
    firefox.close()


def found(names):
    """The first of these commands on PATH."""
    path = next(filter(None, map(shutil.which, names)), None)
    assert path, f"journeys need one of {', '.join(names)} on PATH; tools/browsers.sh installs it"
    return path


@pytest.fixture
def site(django_db_serialized_rollback, transactional_db, live_server, monkeypatch):
    """The address of the newsroom, served by a thread of this process, with the rows that migrations made.

    No provider of embeds is asked anything.
    """
    monkeypatch.setattr(settings, "ASK_EMBEDS", False)
    # All readers of all journeys come from one address: each journey begins a minute of its own.
    monkeypatch.setattr(view_counter, "limiter", view_counter.AddressLimiter())
    server = live_server.thread.httpd
    gate = Gate(server.get_app())
    server.set_app(gate)
    yield live_server.url
    gate.close()


@pytest.fixture
def page(browser, site):
    """A page in a fresh profile. The test fails if the console ever says something is wrong."""
    context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    complaints = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.expected_complaints = []
    yield page
    context.close()
    unexpected = [said for said in complaints if not any(part in said for part in page.expected_complaints)]
    assert not unexpected, "\n".join(unexpected)


@pytest.fixture
def sign_in(page, site):
    """A function that makes the page that of the given user."""

    def enter(user):
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": site}])
        return page

    return enter
