"""Lines 20 to 24: what fails is said, nothing that was read is lost, and the list goes on."""

import re
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from articles.editorial.publishing import withdraw
from tests.builders import system
from tests.journeys.lines.devices import EVERYWHERE, on
from tests.journeys.scrolling import (
    OPENED,
    a_newsroom,
    gather,
    in_view,
    open_story,
    path_of,
    stories_on,
    to_the_foot,
    wait_for_stories,
)

pytestmark = [pytest.mark.journey, pytest.mark.once]
STORY = "**/article.html"
TROUBLE = "[data-scroll-trouble]"


def said_in_view(page):
    """The sentence that says what is wrong, which is on screen."""
    said = page.locator(TROUBLE)
    said.wait_for()
    assert in_view(said), "no screen is without words"
    return said.inner_text()


def press_in_vain(page, entry, expected):
    """Press the link while nothing comes: the page stays."""
    with page.expect_event(expected):
        page.locator("a[rel=next]").last.click()
    assert page.evaluate(OPENED).endswith(entry), "all that was read is still there"


def goes_on(page, entry, listed):
    """What was missed comes, and the sentence goes."""
    wait_for_stories(page, 2)
    page.wait_for_function(f"() => !document.querySelector('{TROUBLE}')")
    gather(page, len(listed) + 1)
    assert stories_on(page) == [entry, *listed]


@on(*EVERYWHERE)
def test_20_a_network_that_is_cut_is_said_and_the_link_waits(reading):
    entry = path_of(a_newsroom(4)[-1])
    with reading() as page:
        page.expected_complaints += ["ERR_INTERNET_DISCONNECTED", "NetworkError"]
        listed = open_story(page, entry)
        page.context.set_offline(True)
        to_the_foot(page)
        assert "offline" in said_in_view(page)
        assert listed[0] in page.locator("a[rel=next]").last.get_attribute("href")
        press_in_vain(page, entry, "requestfailed")
        page.context.set_offline(False)
        goes_on(page, entry, listed)


@on(*EVERYWHERE)
def test_21_a_server_that_fails_is_said_and_asked_again(reading):
    entry = path_of(a_newsroom(4)[-1])
    with reading() as page:
        page.expected_complaints.append("500")
        server = SimpleNamespace(fails=True, link_was_pressed=False)

        def fail(route):
            """Fail until the link was pressed in vain: where it fails twice, the page leaves."""
            route.fulfill(status=500) if server.fails else route.continue_()
            server.fails = not server.link_was_pressed

        page.route(STORY, fail)
        listed = open_story(page, entry)
        to_the_foot(page)
        assert "offline" not in said_in_view(page)
        server.link_was_pressed = True
        press_in_vain(page, entry, "response")
        goes_on(page, entry, listed)


@on(*EVERYWHERE)
def test_22_while_a_story_is_on_its_way_its_headline_is_there_and_the_link_waits_for_it(reading):
    entry = path_of(a_newsroom(3)[-1])
    with reading() as page:
        held = []
        page.route(STORY, lambda route: held.append(route))
        listed = open_story(page, entry)
        to_the_foot(page)
        expect(page.locator(".coming .next")).to_have_text(page.locator("a[rel=next] .next").last.inner_text())
        assert in_view(page.locator(".coming .next"))
        page.locator("a[rel=next]").last.click()
        page.wait_for_function("() => document.querySelector('[data-scroll-onward][aria-busy]')")
        assert len(held) == 1, "never two in flight"
        held.pop().continue_()
        page.wait_for_function("(path) => location.pathname === path", arg=listed[0])
        page.wait_for_function("() => document.activeElement.matches('.headline')")
        assert page.evaluate(OPENED).endswith(entry), "the page is the same"


@on(*EVERYWHERE)
def test_23_a_page_to_log_in_is_never_shown_as_a_story(reading):
    entry = path_of(a_newsroom(3)[-1])
    with reading() as page:
        answers = []

        def hotspot(route):
            answers.append(route.request.url)
            if len(answers) > 1:
                return route.continue_()
            return route.fulfill(status=200, content_type="text/html", body="<form>Log in to our network</form>")

        page.route(re.compile(r"article\.html"), hotspot)
        listed = open_story(page, entry)
        to_the_foot(page)
        wait_for_stories(page, 2)
        assert stories_on(page)[:2] == [entry, listed[0]]
        assert "Log in to our network" not in page.content()


@on(*EVERYWHERE)
def test_24_a_story_withdrawn_in_between_is_passed_over_by_scrolling_and_by_the_link(reading):
    made = a_newsroom(6)
    entry = path_of(made[-1])
    with reading() as page:
        page.expected_complaints.append("410")
        listed = open_story(page, entry)
        articles = {path_of(each): each for each in made}
        withdraw.withdraw(articles[listed[0]], by=system())
        page.locator("a[rel=next]").last.click()
        page.wait_for_function("(path) => location.pathname === path", arg=listed[1])
        withdraw.withdraw(articles[listed[3]], by=system())
        gather(page, 4)
        expected = [path for path in listed if path not in (listed[0], listed[3])]
        assert stories_on(page) == [entry, *expected]
        page.wait_for_selector("[data-scroll-end]")
        hrefs = page.locator("article a[rel=next]").evaluate_all("(links) => links.map((a) => a.getAttribute('href'))")
        assert hrefs == expected, "no link names a story that is gone"
