"""Lines 10 to 15: the address, and all that says which story is on screen, follow; Back leaves."""

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.builders import a_desk
from tests.journeys.lines.devices import CHROMIUM, EVERYWHERE, on
from tests.journeys.scrolling import (
    NOT_KEPT,
    a_newsroom,
    gather,
    long_story,
    open_story,
    path_of,
    paths,
    record,
    scroll_until,
    stories_on,
)

pytestmark = [pytest.mark.journey, pytest.mark.once]
# Scroll, and go on when the page has been told what is on screen by that.
SCROLL = """(top) => {
    scrollBy({top, behavior: "instant"});
    return new Promise((done) => new IntersectionObserver((_, watcher) => {
        watcher.disconnect();
        done();
    }).observe(document.body));
}"""
# Bring a story to the middle of the screen, and count the frames until the address is its own.
FRAMES = """async (path) => {
    const story = document.querySelector(`article[data-url="${path}"]`);
    scrollBy({top: story.getBoundingClientRect().top - innerHeight / 4, behavior: "instant"});
    let frames = 0;
    for (; location.pathname !== path && frames < 60; frames += 1) await new Promise(requestAnimationFrame);
    return frames;
}"""
SOON = 12  # frames: a fifth of a second, most of which is the wait by which the address does not flutter


@on(*EVERYWHERE)
def test_10_the_address_follows_at_once(reading):
    entry = path_of(a_newsroom(4)[-1])
    with reading() as page:
        listed = open_story(page, entry)
        gather(page, 3)
        page.evaluate("scrollTo(0, 0)")
        page.wait_for_function("(path) => location.pathname === path", arg=entry)
        for path in listed[:2]:
            assert page.evaluate(FRAMES, path) <= SOON


@on(*EVERYWHERE)
def test_11_title_canonical_description_sharing_data_and_language_follow(reading):
    entry = path_of(a_newsroom(6)[-1])  # one of them is in Arabic
    with reading() as page:
        listed = open_story(page, entry)
        for path in listed[:4]:
            scroll_until(page, path)  # at each step title, canonical address, og:title and JSON-LD are looked at
        assert paths(record(page)["active"]) == listed[:4]
        for path in (listed[0], listed[3]):
            page.evaluate(FRAMES, path)
            head = page.evaluate(HEAD)
            own = page.request.get(path).text()
            assert [name for name, value in head.items() if not value or value not in own] == []
        assert {"ar", "en"} == {each["lang"] for each in page.evaluate(LANGUAGES)}


HEAD = """() => ({
    description: document.querySelector("meta[name=description]").content,
    shared: document.querySelector("meta[property='og:url']").content,
    language: `<html lang="${document.documentElement.lang}" dir="${document.documentElement.dir}"`,
})"""
LANGUAGES = "[...document.querySelectorAll('article[data-story]')].map(({ lang }) => ({ lang }))"


@on(*EVERYWHERE)
def test_12_the_marked_desk_follows(reading):
    for number in range(2):
        long_story(number, desk=a_desk("Science"))
    entry = path_of(long_story(2, desk=a_desk("World")))
    with reading() as page:
        listed = open_story(page, entry)
        marked = page.locator(".masthead [aria-current]")
        expect(marked).to_have_text("World")
        scroll_until(page, listed[0])
        expect(marked).to_have_text("Science")


@on(*CHROMIUM)
def test_13_rocking_over_the_line_changes_the_address_twice_at_most(reading):
    entry = path_of(a_newsroom(3)[-1])
    with reading() as page:
        page.clock.install()
        listed = open_story(page, entry)
        gather(page, 2)
        page.clock.pause_at(datetime.now() + timedelta(minutes=1))  # from here on the page's time is ours
        line = page.locator(f"article[data-url='{listed[0]}']").evaluate("(it) => it.getBoundingClientRect().top")
        page.evaluate(SCROLL, line - page.viewport_size["height"] / 2 - 150)
        page.clock.run_for(3000)
        before = len(record(page)["active"])
        for time in range(50):
            page.evaluate(SCROLL, -300 if time % 2 else 300)
            page.clock.run_for(60)
        assert 1 <= len(record(page)["active"]) - before <= 2


@on(*EVERYWHERE)
def test_14_scrolling_never_grows_the_history(reading):
    entry = path_of(a_newsroom(5)[-1])
    with reading() as page:
        listed = open_story(page, entry)
        before = page.evaluate("history.length")
        for path in listed[:3]:
            scroll_until(page, path)
        assert stories_on(page)[:4] == [entry, *listed[:3]]
        assert page.evaluate("history.length") == before


@on(*EVERYWHERE)
def test_15_one_back_leaves(reading):
    entry = path_of(a_newsroom(4)[-1])
    with reading() as page:
        page.goto("/latest/")
        page.evaluate(NOT_KEPT)
        listed = open_story(page, entry)
        for path in listed[:2]:
            scroll_until(page, path)
        page.go_back()
        assert page.evaluate("location.pathname") == "/latest/"
