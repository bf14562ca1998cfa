"""Lines 25 to 30: a story counts when it was read, once a day and device, and for nobody who does not want it."""

from contextlib import contextmanager

import pytest

from articles.models.view_count import ViewCount
from tests.journeys.lines.devices import CHROMIUM, EVERYWHERE, on
from tests.journeys.scrolling import (
    a_newsroom,
    gather,
    open_story,
    path_of,
    paths,
    record,
)

pytestmark = [pytest.mark.journey, pytest.mark.once]
LEAVE = "document.dispatchEvent(new Event('visibilitychange')); dispatchEvent(new Event('pagehide'))"
HIDE = "Object.defineProperty(document, 'hidden', {get: () => true, configurable: true})"
SHOW = "Object.defineProperty(document, 'hidden', {get: () => false, configurable: true})"
FIELD = "Object.defineProperty(navigator, '{}', {{value: {}}})"


@contextmanager
def counted(reading, *before):
    """A reader's page whose time is ours, and the beacons that it sends; `before` is run before each page's scripts."""
    with reading() as page:
        for script in before:
            page.add_init_script(script)
        page.clock.install()
        told = []
        page.on("request", lambda request: told.append(request.post_data) if request.url.endswith("/read") else None)
        yield page, told


def read_for_long(page, path):
    """Open a story, read on to its second half, and let the time pass that reading it takes."""
    with page.expect_response("**/reading.js"):  # whoever comes back may be there at once
        page.goto(path)
        page.evaluate("document.querySelectorAll('section > *')[6].scrollIntoView()")
    page.evaluate("import(document.querySelector('main').dataset.reading).then(() => {})")  # it has been told by then
    page.clock.run_for(180_000)


def leave(page):
    """Leave the page, and wait until the newsroom has answered what that tells it."""
    with page.expect_request_finished(lambda request: request.url.endswith("/read")):
        page.evaluate(LEAVE)


@on(*CHROMIUM)
def test_25_told_once_a_story_and_day(reading):
    entry = a_newsroom(3)[-1]
    with counted(reading) as (page, told):
        read_for_long(page, path_of(entry))
        leave(page)
        page.evaluate(LEAVE)
        read_for_long(page, path_of(entry))
        page.evaluate(LEAVE)
        page.goto("/")
        assert told == [str(entry.pk)]
    assert list(ViewCount.objects.values_list("article_id", "times")) == [(entry.pk, 1)]


@on(*CHROMIUM)
def test_26_flying_past_is_not_reading(reading):
    entry = path_of(a_newsroom(5)[-1])
    with counted(reading) as (page, told):
        open_story(page, entry)
        for _ in range(5):
            page.keyboard.press("End")
            page.clock.run_for(100)
        page.evaluate(LEAVE)
        page.goto("/")
        assert not told
    assert not ViewCount.objects.exists()


@on(*EVERYWHERE)
def test_27_a_story_that_was_only_loaded_is_not_told_as_read(reading):
    entry = path_of(a_newsroom(4)[-1])
    with reading() as page:
        open_story(page, entry)
        gather(page, 2)
        page.evaluate("scrollTo(0, 0)")
        did = record(page)
        assert len(did["loaded"]) >= 1
        assert set(paths(did["read"])) <= {entry, *paths(did["active"])}


@on(*CHROMIUM)
def test_28_time_counts_only_while_the_tab_is_seen(reading):
    entry = a_newsroom(3)[-1]
    with counted(reading) as (page, told):
        with page.expect_response("**/reading.js"):
            page.goto(path_of(entry))
            page.evaluate("document.querySelectorAll('section > *')[6].scrollIntoView()")
        page.evaluate("import(document.querySelector('main').dataset.reading).then(() => {})")
        for script, seconds in ((HIDE, 600), (SHOW, 1)):
            page.evaluate(f"{script}; document.dispatchEvent(new Event('visibilitychange'))")
            page.clock.run_for(seconds * 1000)
        page.evaluate(LEAVE)
        assert not told, "ten minutes in another tab are none"
        page.clock.run_for(180_000)
        leave(page)
        assert told == [str(entry.pk)]


@on(*CHROMIUM)
@pytest.mark.parametrize(("field", "value"), [("globalPrivacyControl", "true"), ("doNotTrack", "'1'")])
def test_29_nothing_is_told_of_who_asks_not_to_be_followed(reading, field, value):
    entry = a_newsroom(3)[-1]
    with counted(reading, FIELD.format(field, value)) as (page, told):
        read_for_long(page, path_of(entry))
        page.evaluate(LEAVE)
        assert page.evaluate("localStorage.length") == 0
        page.goto("/")
        assert not told
    assert not ViewCount.objects.exists()


@on(*CHROMIUM)
def test_30_counts_without_cookies_and_shows_what_is_read_most(reading):
    entry = a_newsroom(3)[-1]
    with counted(reading) as (page, told):
        read_for_long(page, path_of(entry))
        leave(page)
        page.goto("/")
        assert page.locator(".most li").all_inner_texts() == [entry.headline]
        assert page.context.cookies() == [] and told == [str(entry.pk)]
