"""Scroll for next in a real browser: through fifteen stories, and what its fifty lines (lines/) leave out."""

import pytest

from tests.builders import live_article
from tests.journeys.scrolling import (
    DEVICES,
    a_newsroom,
    gather,
    open_story,
    path_of,
    paths,
    reader,
    record,
    scroll_until,
    step,
    stories_on,
    to_the_foot,
    wait_for_stories,
)

pytestmark = [pytest.mark.journey, pytest.mark.once]
TASKS = ["disabled-by-default-devtools.timeline"]
LONGEST_TASK = 50


@pytest.mark.parametrize("device", DEVICES)
def test_fifteen_stories_come_in_order_and_everything_follows_the_one_on_screen(browser, site, device):
    entry = path_of(a_newsroom(17)[-1])
    with reader(browser, site, device) as page:
        page.goto("/")
        listed = open_story(page, entry)
        assert len(listed) == 16
        before = page.evaluate("history.length")
        for path in listed[:14]:
            scroll_until(page, path)
        assert stories_on(page)[:15] == [entry, *listed[:14]]
        did = record(page)
        assert paths(did["active"]) == listed[:14]
        assert paths(did["read"]) == [entry, *listed[:13]]
        assert paths(did["loaded"]) == stories_on(page)[1:], "each once, in the order of the list"
        for event in did["active"]:
            assert event["path"] == event["url"] and event["title"] in event["head"]
            assert event["canonical"].endswith(event["url"])
        assert page.evaluate("history.length") == before
        page.go_back()
        assert page.evaluate("location.pathname") == "/", "one Back leaves"


def test_going_up_again_the_address_follows_and_nothing_is_told_twice(browser, site):
    entry = path_of(a_newsroom(4)[-1])
    with reader(browser, site) as page:
        listed = open_story(page, entry)
        scroll_until(page, listed[1])
        for _ in range(60):
            if step(page, -0.5) == entry:
                break
        did = record(page)
        assert paths(did["active"]) == [listed[0], listed[1], listed[0], entry]
        assert paths(did["read"]) == [entry, listed[0]]


def test_network_cut_and_restored_in_mid_scroll(browser, site):
    entry = path_of(a_newsroom(6)[-1])
    with reader(browser, site) as page:
        page.expected_complaints.append("ERR_INTERNET_DISCONNECTED")
        listed = open_story(page, entry)
        gather(page, 2)
        page.context.set_offline(True)
        with page.expect_event("requestfailed"):
            to_the_foot(page)
        held = len(stories_on(page))
        link = page.locator("article[data-story] a[rel=next]").last
        assert link.get_attribute("href") == listed[held - 1], "the link stays"
        assert len(stories_on(page)) == held
        page.context.set_offline(False)
        wait_for_stories(page, held + 1)
        assert stories_on(page) == [entry, *listed[:held]]


def test_server_that_fails_is_asked_again_without_a_sign_from_the_reader(browser, site):
    entry = path_of(a_newsroom(3)[-1])
    with reader(browser, site) as page:
        page.expected_complaints.append("503")
        failures = []

        def fail_once(route):
            failures.append(route.request.url)
            route.fulfill(status=503) if len(failures) == 1 else route.continue_()

        page.route("**/article.html", fail_once)
        listed = open_story(page, entry)
        to_the_foot(page)
        wait_for_stories(page, 2)
        assert failures[0] == failures[1]
        assert stories_on(page)[:2] == [entry, listed[0]]


def test_button_that_finds_no_network_says_so_and_stays(browser, site):
    entry = path_of(a_newsroom(8)[-1])
    with reader(browser, site) as page:
        page.expected_complaints.append("ERR_INTERNET_DISCONNECTED")
        open_story(page, entry)
        gather(page, 6)
        page.context.set_offline(True)
        page.locator("[data-scroll-continue]").click()
        page.get_by_text("could not be loaded").wait_for(state="attached")
        page.context.set_offline(False)
        page.locator("[data-scroll-continue]").click()
        wait_for_stories(page, 7)


def test_link_with_a_list_in_it_goes_on_there_and_its_address_is_clean(browser, site):
    made = a_newsroom(5)
    entry = made[-1]
    with reader(browser, site) as page:
        listed = open_story(page, path_of(entry))
        rest = open_story(page, f"{listed[1]}?after={entry.pk}#story-{made[2].pk}")
        assert rest == listed[2:]
        assert page.evaluate("location.search") == ""
        assert page.evaluate("location.hash") == f"#story-{made[2].pk}"
        gather(page, 2)
        assert stories_on(page)[:2] == listed[1:3]


def test_modified_click_opens_a_tab_and_leaves_the_page(browser, site):
    entry = path_of(a_newsroom(3)[-1])
    with reader(browser, site) as page:
        listed = open_story(page, entry)
        gather(page, 2)
        with page.context.expect_page() as opened:
            page.locator("a[rel=next]").first.click(modifiers=["Control"])
        opened.value.wait_for_load_state()
        assert opened.value.url.endswith(listed[0])
        assert not page.evaluate("document.activeElement.matches('.headline')")


def test_story_without_another_says_that_it_is_the_end(browser, site):
    path = path_of(live_article())
    with reader(browser, site) as page:
        page.goto(path)
        page.locator("[data-scroll-end]").wait_for()
        page.wait_for_function("() => record.read.length === 1")
