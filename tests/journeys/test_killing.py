"""SIGKILL of the browser while somebody types, of the server while it saves: nothing that was kept is lost.

How soon a letter is kept is the disk's and the machine's doing, so the 100 ms are held to in `make trial`, by itself.
"""

import random
import string
import subprocess
import sys
import threading
import time
from itertools import cycle, zip_longest

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Error

from articles.models.article import Article
from tests import builders
from tests.conventions.source import ROOT
from tests.journeys.killing import Server, chromium
from tests.journeys.test_autosave import WAIT, kept
from tests.journeys.test_editing import change, put_caret, sheet

# Once: what a killed browser has kept is in its own store, and the server that is killed has an SQLite of its own.
pytestmark = [pytest.mark.journey, pytest.mark.once]
AGE = 0.1  # seconds after which a typed letter has to survive
# Milliseconds between letters: faster than anyone types. A machine's 250 letters a second test another thing: then the
# browser deals with the keys first and with its store when it finds the time, up to a second later.
PACE = 30
# Tells of each record when the browser says that the disk has it.
TELLS = """
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (record, ...more) {
    const words = JSON.stringify(record);
    this.transaction.addEventListener("complete", () => onDisk(words));
    return put.call(this, record, ...more);
};
"""
TEXT = "() => document.querySelector('.ProseMirror').textContent"


def cookie_of(user, site):
    client = Client()
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    return [{"name": name, "value": client.cookies[name].value, "url": site}]


def type_until_killed(program, page, after):
    """Type until the browser dies, `after` seconds from the first letter; returns each with its age in seconds by then.

    A letter's age counts from when the browser said that it has dealt with the key.
    """
    typed, killed_at = [], []

    def kill():
        killed_at.append(time.monotonic())
        program.kill()

    timer = threading.Timer(after, kill)
    try:
        for letter in cycle(string.ascii_lowercase):
            page.keyboard.press(letter)
            typed.append((letter, time.monotonic()))
            if len(typed) == 1:
                timer.start()
            page.wait_for_timeout(PACE)
    except Error:
        timer.join()
    return [(letter, killed_at[0] - at) for letter, at in typed if at < killed_at[0]]


def most_of(letters, record):
    """How many of the first letters stand in a record."""
    return next(length for length in range(len(letters), -1, -1) if letters[:length] in record)


def is_back_after_a_kill(browser, site, profile, *, user, is_blocked, after, age=None):
    """Kill a browser in which somebody types, and open it again; returns how many letters were typed.

    Fails when one that was on the disk, or one older than `age` in seconds, is not there or not on its way to the
    server.
    """
    article = builders.draft_article(body="")
    cookie = cookie_of(user, site)
    on_disk = [""]
    with chromium(browser, profile) as (program, page):
        page.context.add_cookies(cookie)
        page.expose_function("onDisk", lambda record: on_disk.append(record))
        page.add_init_script(TELLS)
        if is_blocked:
            page.context.route("**/autosave/", lambda route: route.abort())
        page.goto(site + change(article))
        put_caret(sheet(page).page)
        typed = type_until_killed(program, page, after)
    with chromium(browser, profile) as (_, page):
        page.context.add_cookies(cookie)
        page.goto(site + change(article))
        page.locator("[data-kept][data-looked]").wait_for(state="attached", timeout=WAIT)
        put_caret(page)
        page.keyboard.type("Back ")
        kept(page)
        there = page.evaluate(TEXT).removeprefix("Back ")
    lost = [so_old for (_, so_old), found in zip_longest(typed, there, fillvalue=("", 0)) if found == ("", 0)]
    letters = "".join(letter for letter, _ in typed)
    assert letters.startswith(there) or there.startswith(letters), (letters, there)
    assert len(there) >= most_of(letters, on_disk[-1]), (letters, there, on_disk[-1])
    assert not age or max(lost, default=0) <= age, f"lost letters typed so many seconds before the kill: {lost}"
    assert Article.objects.get(pk=article.pk).body == f"<p>{f'Back {there}'.rstrip()}</p>"  # a blank at the end is none
    print(f"{len(typed)} letters, {len(on_disk) - 1} writes, the newest lost one {max(lost, default=0):.3f} s old")
    return len(typed)


def moments(count):
    """Seconds after which to kill: any moment of typing, in the pause's length, during the first autosave and after."""
    return [random.uniform(0.3, 4) for _ in range(count)]


@pytest.mark.parametrize(("is_blocked", "after"), [(False, 0.9), (True, 1.7), (False, None)])
def test_every_letter_is_back_after_the_browser_was_killed(browser, site, tmp_path, is_blocked, after):
    after = after or random.uniform(0.3, 4)
    user = builders.editor()
    letters = is_back_after_a_kill(browser, site, tmp_path, user=user, is_blocked=is_blocked, after=after)
    assert letters > 0, f"nothing was typed in {after} s"


@pytest.mark.trial
@pytest.mark.parametrize("is_blocked", [False, True])
def test_every_letter_is_back_after_fifty_kills(browser, site, tmp_path, is_blocked):
    user = builders.editor()
    letters = [
        is_back_after_a_kill(browser, site, tmp_path, user=user, is_blocked=is_blocked, after=after, age=AGE)
        for after in moments(50)
    ]
    print(f"{sum(letters)} letters typed before 50 kills, none lost")
    assert sum(letters) > 50


MAKE = """
from django.test import Client
from tests import builders
user = builders.editor()
article = builders.draft_article(body="")
client = Client()
client.force_login(user)
print(article.pk, client.cookies["sessionid"].value)
"""


@pytest.fixture
def server(tmp_path):
    """A newsroom that can be killed, with a story and a signed-in editor: (server, the story's number, the cookie)."""
    if not (ROOT / "staticfiles" / "staticfiles.json").exists():
        subprocess.run([sys.executable, "manage.py", "collectstatic", "--no-input", "-v0"], cwd=ROOT, check=True)
    server = Server(tmp_path)
    article, session = server.manage("shell", "--no-imports", "-c", MAKE).split()
    server.start()
    yield server, article, [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": server.site}]
    server.program.kill()


def test_nothing_is_lost_or_half_when_the_server_is_killed_while_it_saves(browser, server):
    server, article, cookie = server
    context = browser.new_context(base_url=server.site)
    context.set_default_timeout(WAIT)
    context.add_cookies(cookie)
    page = context.new_page()
    page.goto(f"/admin/articles/article/{article}/change/")
    put_caret(sheet(page).page)
    written = ""
    for words in ("First words. ", "Then others. ", "And the last. "):
        with page.expect_request("**/autosave/"):
            page.keyboard.type(words)
        written += words
        server.program.kill()
        page.keyboard.type("Typed while it is gone. ")
        written += "Typed while it is gone. "
        page.locator("[data-save-state=offline]").wait_for()
        server.start()
        kept(page)
    assert page.evaluate(TEXT).strip() == written.strip()
    stored = server.manage("shell", "--no-imports", "-c", f"{STORED}(pk={article}).body)")
    assert stored == f"<p>{written.strip()}</p>"
    context.close()


STORED = "from articles.models.article import Article; print(Article.objects.get"
