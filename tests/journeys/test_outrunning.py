"""Readers who are faster than the server, or want what is below: nothing moves under them, and nothing is skipped."""

import pytest

from tests.journeys.scrolling import (
    DEVICES,
    a_newsroom,
    gather,
    open_story,
    path_of,
    reader,
    record,
    stories_on,
    to_the_foot,
    wait_for_stories,
)

pytestmark = [pytest.mark.journey, pytest.mark.once]
STORY = "**/article.html"
TO_THE_END = "scrollTo(0, document.documentElement.scrollHeight)"
IS_IN_VIEW = "(it) => it.getBoundingClientRect().top > -4 && it.getBoundingClientRect().top < innerHeight"
FOOT = "footer.foot"


class Slow:
    """A server that keeps each next story back until it is told to let it go."""

    def __init__(self, page):
        self.page, self.held = page, []
        page.route(STORY, lambda route: self.held.append(route))

    def wait(self):
        """Wait until a story has been asked for."""
        for _ in range(3600):
            if self.held:
                return
            self.page.evaluate("new Promise(requestAnimationFrame)")
        raise AssertionError("no story was asked for")

    def let_go(self):
        """Let the story go that was asked for."""
        self.wait()
        self.held.pop().continue_()


def foot_is_there(page):
    return page.locator(FOOT).is_visible()


@pytest.mark.parametrize("device", DEVICES)
def test_reader_at_the_very_end_meets_each_story_at_its_beginning(browser, site, device):
    entry = path_of(a_newsroom(9)[-1])
    with reader(browser, site, device) as page:
        server = Slow(page)
        listed = open_story(page, entry)
        for number, path in enumerate(listed[:5], 2):
            page.evaluate(TO_THE_END)
            server.wait()
            page.evaluate(TO_THE_END)
            assert not foot_is_there(page), "what is seen would be pushed away by the story"
            before = page.evaluate("scrollY")
            server.let_go()
            wait_for_stories(page, number)
            page.wait_for_function("(path) => location.pathname === path", arg=path)
            assert page.evaluate("scrollY") <= before, "nobody is carried past it"
            assert page.locator(f"article[data-url='{path}']").evaluate(IS_IN_VIEW), "its beginning is on screen"
        page.locator("[data-scroll-continue]").wait_for()
        assert foot_is_there(page)
        assert stories_on(page) == [entry, *listed[:5]]
        assert [event["url"] for event in record(page)["active"]] == listed[:5]


def test_foot_of_the_page_comes_back_while_the_network_fails(browser, site):
    entry = path_of(a_newsroom(6)[-1])
    with reader(browser, site) as page:
        page.expected_complaints.append("ERR_INTERNET_DISCONNECTED")
        open_story(page, entry)
        gather(page, 2)
        page.context.set_offline(True)
        with page.expect_event("requestfailed"):
            page.evaluate(TO_THE_END)
        held = len(stories_on(page))
        page.locator(FOOT).wait_for()
        page.evaluate(TO_THE_END)
        page.context.set_offline(False)
        wait_for_stories(page, held + 1)
        page.locator(FOOT).wait_for(state="hidden")


def test_foot_of_the_page_stays_for_whom_it_holds_the_focus(browser, site):
    entry = path_of(a_newsroom(6)[-1])
    with reader(browser, site) as page:
        page.expected_complaints.append("ERR_INTERNET_DISCONNECTED")
        open_story(page, entry)
        gather(page, 2)
        page.context.set_offline(True)
        with page.expect_event("requestfailed"):
            to_the_foot(page)
        held = len(stories_on(page))
        page.locator(FOOT).wait_for()
        page.locator(f"{FOOT} a").last.focus()
        page.evaluate("scrollBy(0, -innerHeight)")
        page.context.set_offline(False)
        wait_for_stories(page, held + 1)
        assert page.evaluate("document.activeElement.matches('footer a')")


def test_menu_leads_to_the_foot_and_nothing_pushes_it_away(browser, site):
    entry = path_of(a_newsroom(6)[-1])
    with reader(browser, site, "phone") as page:
        server = Slow(page)
        listed = open_story(page, entry)
        page.evaluate(TO_THE_END)
        server.wait()
        page.evaluate("scrollTo(0, 0)")
        page.locator("a[href='#desks']").click()
        page.wait_for_function("() => scrollY > 0")
        button = page.locator("[data-scroll-continue]")
        button.wait_for()
        page.wait_for_function(f"(foot) => ({IS_IN_VIEW})(document.querySelector(foot))", arg=FOOT)
        with page.expect_response(STORY):
            server.let_go()
        page.wait_for_function(
            "() => performance.getEntriesByType('resource').some((it) => /article.html/.test(it.name))"
        )
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert stories_on(page) == [entry], "who asked for the foot is not led on"
        page.unroute(STORY)
        button.click()
        wait_for_stories(page, 2)
        assert stories_on(page)[1] == listed[0]


def test_address_of_the_foot_opens_there(browser, site):
    entry = path_of(a_newsroom(3)[-1])
    with reader(browser, site, "phone") as page:
        page.goto("/")  # the faces are here: those of this machine are of other heights
        page.evaluate("document.fonts.ready")
        page.goto(f"{entry}#desks")
        page.locator("[data-scroll-continue]").wait_for(state="attached")
        assert foot_is_there(page)
        assert stories_on(page) == [entry]


def test_answer_that_is_no_story_is_asked_for_again(browser, site):
    entry = path_of(a_newsroom(3)[-1])
    broken = ["<p>Log in to our network</p>", "<article data-story='1'>Half a st"]
    with reader(browser, site) as page:
        page.route(STORY, lambda route: route.fulfill(body=broken.pop()) if broken else route.continue_())
        listed = open_story(page, entry)
        to_the_foot(page)
        wait_for_stories(page, 2)
        assert stories_on(page)[:2] == [entry, listed[0]]
        assert not broken
