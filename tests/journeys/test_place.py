"""The place is kept, nothing is silent, paper gets one story; the numbers are lines of what scrolling is to do."""

import json
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from articles.editorial.publishing import withdraw
from articles.models.view_count import ViewCount
from tests.builders import a_desk, a_topic, live_edition, system
from tests.journeys.scrolling import (
    DEVICES,
    a_newsroom,
    gather,
    in_view,
    long_story,
    open_story,
    path_of,
    reader,
    record,
    scroll_until,
    stories_on,
    to_the_foot,
    wait_for_stories,
)

pytestmark = [pytest.mark.journey, pytest.mark.once]
LINE = 32  # a line of text, in pixels
# Put the fifth block of the story on screen at 200 px, and say where it is.
READING = """(url) => {
    const block = document.querySelectorAll(`article[data-url="${url}"] section > *`)[4];
    scrollBy({top: block.getBoundingClientRect().top - 200, behavior: "instant"});
    const seen = () => setTimeout(() => done(block.textContent))
    let done
    addEventListener("scrollend", seen, {once: true});
    return new Promise((go) => { done = go; });
}"""
WHERE = """(text) => [...document.querySelectorAll("section > *")].find((block) => block.textContent === text)
    ?.getBoundingClientRect().top"""
OPENED = "performance.getEntriesByType('navigation')[0].name"
IS_SEEN = "(it) => it.getBoundingClientRect().top > -4 && it.getBoundingClientRect().top < innerHeight"
UPCOMING = "document.querySelector('a[rel=next]').getAttribute('href').split('?')[0]"
# Scroll, and go on when the page has been told what is on screen by that.
SCROLL = """(top) => {
    scrollBy({top, behavior: "instant"});
    return new Promise((done) => new IntersectionObserver((_, watcher) => {
        watcher.disconnect();
        done();
    }).observe(document.body));
}"""
TEN_FRAMES = "async () => { for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame) }"


def is_back(page, text):
    """Wait until the paragraph is where it was, to a line."""
    page.wait_for_function(f"(text) => Math.abs(({WHERE})(text) - 200) < {LINE}", arg=text)


@pytest.mark.parametrize("device", DEVICES)
def test_4_17_18_whoever_comes_back_finds_the_paragraph_and_the_rest_of_the_list(browser, site, device):
    made = a_newsroom(9)
    with reader(browser, site, device) as page:
        page.goto("/latest/")
        listed = open_story(page, path_of(made[-1]))
        for path in listed[:3]:
            scroll_until(page, path)
        text = page.evaluate(READING, listed[2])
        state = page.evaluate("history.state")
        assert (state["entry"], state["depth"], state["paragraph"]) == (path_of(made[-1]), 3, state["paragraph"])
        assert [line["path"] for line in state["list"]] == listed[3:], "4: what was shown comes no more"
        page.reload()
        is_back(page, text)
        assert stories_on(page)[0] == listed[2]
        page.wait_for_function(f"(path) => {UPCOMING} === path", arg=listed[3])
        # By a link and Back, the page not kept whole; then in a tab whose history knows nothing, as after a crash.
        page.evaluate("addEventListener('unload', () => {})")
        page.goto("/latest/")
        page.go_back()
        is_back(page, text)
        page.evaluate("history.replaceState(null, '')")
        page.evaluate(
            "() => document.addEventListener('visibilitychange', (it) => it.stopImmediatePropagation(), true)"
        )
        page.reload()
        is_back(page, text)
        scroll_until(page, listed[3])
        gather(page, 3)
        assert stories_on(page)[:3] == listed[2:5], "the list goes on"


def test_13_rocking_over_the_line_changes_the_address_twice_at_most(browser, site):
    entry = path_of(a_newsroom(3)[-1])
    with reader(browser, site) as page:
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


def test_12_the_marked_desk_follows_and_43_skip_links_lead_on(browser, site):
    for number in range(2):
        long_story(number, desk=a_desk("Science"))
    entry = path_of(long_story(2, desk=a_desk("World")))
    with reader(browser, site) as page:
        listed = open_story(page, entry)
        marked = page.locator(".masthead [aria-current]")
        expect(marked).to_have_text("World")
        for name in ("Skip to the foot of the page", "Skip to the next story", "Skip to the story"):
            assert page.get_by_role("link", name=name).count() == 1
        scroll_until(page, listed[0])
        expect(marked).to_have_text("Science")
        skip_to_the_next_story(page, listed[0])
        scroll_until_top(page)
        skip_to_the_next_story(page, entry)
        assert page.evaluate(OPENED).endswith(entry), "the page is the same, whichever story was on screen"
        page.get_by_role("link", name="Skip to the foot of the page").focus()
        page.keyboard.press("Enter")
        expect(page.locator("footer.foot")).to_be_visible()


def skip_to_the_next_story(page, path):
    """Press the skip link, and wait until the foot of the story at `path`, which is on screen, has come up."""
    foot = f"article[data-url='{path}'] a[rel=next]"
    assert not page.locator(foot).evaluate(IS_SEEN)
    page.get_by_role("link", name="Skip to the next story").focus()
    page.keyboard.press("Enter")
    page.wait_for_function(f"(foot) => ({IS_SEEN})(document.querySelector(foot))", arg=foot)


def scroll_until_top(page):
    """Back to where the page begins."""
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    page.wait_for_function("() => document.querySelector('article').dataset.url === location.pathname")


@pytest.mark.parametrize("trouble", ["offline", "500"])
def test_20_21_a_network_that_fails_is_said_and_the_link_waits(browser, site, trouble):
    entry = path_of(a_newsroom(4)[-1])
    with reader(browser, site, "phone") as page:
        page.expected_complaints += ["ERR_INTERNET_DISCONNECTED", "500"]
        listed = open_story(page, entry)
        server = SimpleNamespace(fails=True, link_was_pressed=False)

        def fail(route):
            """Fail until the link was pressed in vain: where it fails twice, the page leaves."""
            route.fulfill(status=500) if server.fails else route.continue_()
            server.fails = not server.link_was_pressed

        if trouble == "offline":
            page.context.set_offline(True)
        else:
            page.route("**/article.html", fail)
        to_the_foot(page)
        said = page.locator("[data-scroll-trouble]")
        said.wait_for()
        assert ("offline" in said.inner_text()) == (trouble == "offline")
        assert in_view(said), "no screen is without words"
        assert listed[0] in page.locator("a[rel=next]").last.get_attribute("href")
        server.link_was_pressed = True
        with page.expect_event("requestfailed" if trouble == "offline" else "response"):
            page.locator("a[rel=next]").last.click()
        assert page.evaluate(OPENED).endswith(entry), "all that was read is still there"
        page.context.set_offline(False)
        wait_for_stories(page, 2)
        page.wait_for_function("() => !document.querySelector('[data-scroll-trouble]')")
        gather(page, 4)
        assert stories_on(page) == [entry, *listed]


def test_22_while_a_story_is_on_its_way_its_headline_stands_there_and_the_link_opens_it_in_place(browser, site):
    entry = path_of(a_newsroom(3)[-1])
    with reader(browser, site, "phone") as page:
        held = []
        page.route("**/article.html", lambda route: held.append(route))
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


def test_24_link_to_a_story_withdrawn_meanwhile_leads_to_the_one_after_it(browser, site):
    made = a_newsroom(4)
    with reader(browser, site) as page:
        page.expected_complaints.append("410")
        listed = open_story(page, path_of(made[-1]))
        withdraw.withdraw(next(each for each in made if live_edition(each).path == listed[0]), by=system())
        page.locator("a[rel=next]").last.click()
        page.wait_for_function("(path) => location.pathname === path", arg=listed[1])


def read_for_long(page, path):
    """Open a story, read on to its second half, and let the time pass that reading it takes."""
    with page.expect_response("**/reading.js"):  # whoever comes back may be there at once
        page.goto(path)
        page.evaluate("document.querySelectorAll('section > *')[6].scrollIntoView()")
    page.evaluate("import(document.querySelector('main').dataset.reading).then(() => {})")  # it has been told by then
    page.clock.run_for(180_000)


def test_25_26_28_29_only_what_was_read_is_told_at_once_on_leaving_and_once_a_day(browser, site):
    entry, *_ = made = a_newsroom(5)[::-1]
    with reader(browser, site) as page:
        page.clock.install()
        told = []
        page.on("request", lambda request: told.append(request.post_data) if request.url.endswith("/read") else None)
        leave = "document.dispatchEvent(new Event('visibilitychange')); dispatchEvent(new Event('pagehide'))"
        open_story(page, path_of(entry))
        for _ in range(5):
            page.keyboard.press("End")
            page.clock.run_for(100)
        page.evaluate(leave)
        assert not told, "26: who flew past has read nothing"
        read_for_long(page, path_of(entry))
        with page.expect_request_finished(lambda request: request.url.endswith("/read")):
            page.evaluate(leave)
        page.evaluate(leave)
        read_for_long(page, path_of(entry))
        assert told == [str(entry.pk)], "25: one active, one beacon"
        page.evaluate(leave)
        page.goto("/")
        assert len(told) == 1, "once a day and device"
    with reader(browser, site) as page:
        page.add_init_script("Object.defineProperty(navigator, 'globalPrivacyControl', {value: true})")
        page.clock.install()
        page.on("request", lambda request: told.append(request.post_data) if request.url.endswith("/read") else None)
        read_for_long(page, path_of(made[1]))
        page.evaluate(leave)
        assert page.evaluate("localStorage.length") == 0
        page.goto("/")
    assert len(told) == 1, "29: who asks not to be followed is not counted"
    assert list(ViewCount.objects.values_list("article_id", "times")) == [(entry.pk, 1)]


def test_31_one_story_ahead_and_32_none_for_whom_a_style_says_so(browser, site):
    made = [long_story(number, 1) for number in range(6)]
    with reader(browser, site) as page:
        open_story(page, path_of(made[-1]))  # of a screen and a half: its foot is near from the beginning
        wait_for_stories(page, 2)
        page.evaluate("() => new Promise(requestAnimationFrame)")  # the frame that would ask for a third story
        page.wait_for_load_state("networkidle")
        tops = page.evaluate("[...document.querySelectorAll('article')].map((it) => it.getBoundingClientRect().top)")
        assert len([top for top in tops if top > page.viewport_size["height"]]) <= 1
        height = page.evaluate("getComputedStyle(document.querySelectorAll('article')[1]).containIntrinsicBlockSize")
        assert "px" in height and height != "auto 1350px", "36: how tall it will be is known from its words"
    with reader(browser, site) as page:
        page.add_init_script(
            "const real = matchMedia; matchMedia = (what) => /reduced-data/.test(what) ? {matches: true} : real(what)"
        )
        page.goto(path_of(made[-1]))
        page.locator("[data-scroll-continue]").wait_for(state="attached")
        assert stories_on(page) == [path_of(made[-1])]


def test_45_one_story_a_page_is_remembered(browser, site):
    entry = path_of(a_newsroom(3)[-1])
    with reader(browser, site) as page:
        page.add_init_script("localStorage.setItem('reader', JSON.stringify({single: true}))")
        page.goto(entry)
        to_the_foot(page)
        assert page.locator("footer.foot").is_visible()
        link = page.locator("a[rel=next]")
        path = link.get_attribute("href").partition("?")[0]
        link.click()
        page.wait_for_url(f"**{path}")
        assert stories_on(page) == [path]


def test_47_paper_gets_the_story_on_screen_and_nobody_is_moved(browser, site):
    entry = path_of(a_newsroom(6)[-1])
    with reader(browser, site) as page:
        listed = open_story(page, entry)
        for path in listed[:3]:
            scroll_until(page, path)
        text = page.evaluate(READING, listed[2])
        page.emulate_media(media="print")
        assert page.evaluate(
            "[...document.querySelectorAll('article')].filter((it) => it.checkVisibility()).map((it) => it.dataset.url)"
        ) == [listed[2]]
        page.emulate_media(media="screen")
        is_back(page, text)
        page.pdf()
        page.evaluate(TEN_FRAMES)  # the heights come back in some of them
        is_back(page, text)
        assert page.evaluate("location.pathname") == listed[2]
        page.evaluate("record.shifts.splice(0)")  # paper is another layout, and nobody sees the screen meanwhile


def test_1_each_story_of_the_list_says_why_it_comes(browser, site):
    other = long_story(1, lead_topic=None, desk=a_desk("Science"))
    same_desk = long_story(2, lead_topic=None)
    topic = long_story(3)
    entry = long_story(4)
    with reader(browser, site) as page:
        with page.expect_response("**/next.json") as answer:
            page.goto(path_of(entry))
        told = json.loads(answer.value.text())["stories"]
        assert [(line["id"], line["reason"], line["why"]) for line in told] == [
            (topic.pk, "topic", f"More on {a_topic('Bridges').name}"),
            (same_desk.pk, "desk", "Also from World"),
            (other.pk, "site", "The latest"),
        ]
        gather(page, 3)
        assert page.locator("[data-why]").all_inner_texts() == [line["why"] for line in told]
