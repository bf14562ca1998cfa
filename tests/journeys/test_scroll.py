"""Scroll for next in a real browser: through fifteen stories, and through all that may go wrong on the way."""

import gzip
import json
from itertools import pairwise

import pytest
from django.conf import settings

from articles.editorial.publishing import withdraw
from newsroom.script_bundle import bundle
from tests.builders import live_article, system
from tests.journeys.axe import faults_by_day_and_night
from tests.journeys.scrolling import (
    DEVICES,
    TO_THE_FOOT,
    a_newsroom,
    gather,
    long_story,
    open_story,
    path_of,
    paths,
    read_until,
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


@pytest.mark.parametrize("device", DEVICES)
def test_no_task_keeps_the_reader_waiting(browser, site, device):
    a_newsroom(7)
    long_story(8, paragraphs=60)
    entry = path_of(long_story(9))
    with reader(browser, site, device) as page:
        listed = open_story(page, entry)
        assert page.request.get(listed[0]).text().count(" ") > 10_000, "one of them is as long as stories get"
        browser.start_tracing(page=page, categories=TASKS)
        try:
            for path in listed[:5]:
                read_until(page, path)
        finally:
            trace = json.loads(browser.stop_tracing())["traceEvents"]
    # The time that the page's own thread worked, so that whatever else this machine does counts for nothing.
    threads = {(e["pid"], e["tid"]) for e in trace if e["name"] == "FunctionCall" and "/js/" in str(e["args"])}
    mine = [e for e in trace if e["name"] == "RunTask" and (e["pid"], e["tid"]) in threads]
    tasks = [e["tdur"] / 1000 for e in mine if "tdur" in e]  # one cut by the start or the end of the trace has none
    assert len(tasks) > 100, "the trace holds the tasks of the page's thread"
    assert max(tasks) < LONGEST_TASK, sorted(tasks)[-5:]


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


def test_story_withdrawn_in_between_is_passed_over(browser, site):
    made = a_newsroom(6)
    entry = path_of(made[-1])
    with reader(browser, site) as page:
        page.expected_complaints.append("410")
        listed = open_story(page, entry)
        gone = next(article for article in made if path_of(article) == listed[2])
        withdraw.withdraw(gone, by=system())
        gather(page, 5)
        expected = [path for path in listed if path != listed[2]]
        assert stories_on(page) == [entry, *expected[:4]]
        page.wait_for_selector("[data-scroll-end]")
        hrefs = page.locator("article a[rel=next]").evaluate_all("(links) => links.map((a) => a.getAttribute('href'))")
        assert hrefs == expected[:4], "no link names the story that is gone"


def test_stories_published_meanwhile_neither_repeat_nor_skip_any(browser, site):
    entry = path_of(a_newsroom(8)[-1])
    with reader(browser, site) as page:
        listed = open_story(page, entry)
        scroll_until(page, listed[0])
        for number in range(100, 110):
            long_story(number)
        gather(page, 8)
        assert stories_on(page) == [entry, *listed]
        page.wait_for_selector("[data-scroll-end]")
        assert paths(record(page)["loaded"]) == listed


def test_after_five_stories_a_button_lets_the_foot_of_the_page_be_reached(browser, site):
    entry = path_of(a_newsroom(9)[-1])
    with reader(browser, site) as page:
        listed = open_story(page, entry)
        gather(page, 6)
        button = page.get_by_role("button", name="Continue reading")
        button.scroll_into_view_if_needed()
        assert page.locator("article a[rel=next]").last.locator(".next").inner_text() in button.inner_text()
        page.keyboard.press("End")
        page.wait_for_function("() => scrollY + innerHeight > document.body.scrollHeight - 2")
        assert page.locator("footer a").last.is_visible()
        assert len(stories_on(page)) == 6
        button.focus()
        page.keyboard.press("Enter")
        wait_for_stories(page, 7)
        page.wait_for_function("() => document.activeElement.matches('h2.headline')")
        focused = page.evaluate("document.activeElement.closest('article').dataset.url")
        assert focused == listed[5], "who pressed the button is where they wanted to go"
        assert not page.locator("[data-scroll-continue]").count()
        gather(page, 9)
        assert stories_on(page) == [entry, *listed]


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("when", ["as soon as it is there", "before it is drawn"])
def test_who_jumps_past_the_story_that_came_sees_nothing_move(browser, site, device, when):
    entry = path_of(a_newsroom(5)[-1])
    with reader(browser, site, device) as page:
        asked = []
        page.on("request", lambda request: "article.html" in request.url and asked.append(request))
        open_story(page, entry)
        if when == "as soon as it is there":
            page.evaluate(f"document.addEventListener('story:loaded', () => queueMicrotask({TO_THE_FOOT}))")
            to_the_foot(page)
        else:
            while not asked:  # and no further: who outruns the server is where the story comes
                page.evaluate("scrollBy(0, 200); new Promise((done) => requestAnimationFrame(done))")
            wait_for_stories(page, 2)
            assert page.evaluate(
                "document.querySelectorAll('article[data-story]')[1].getBoundingClientRect().top > innerHeight"
            ), "it is below the screen"
            to_the_foot(page)
        wait_for_stories(page, 3)


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


def test_end_of_the_list_says_so_with_ways_on(browser, site):
    entry = path_of(a_newsroom(3)[-1])
    with reader(browser, site) as page:
        open_story(page, entry)
        gather(page, 3)
        end = page.locator("[data-scroll-end]")
        end.scroll_into_view_if_needed()
        assert end.locator("a").all_inner_texts() == ["Front page", "World", "Bridges", "All topics"]
        assert page.locator("article").last.locator("a[rel=next]").count() == 0
        page.wait_for_function("() => record.read.length === 3")


def test_reader_who_saves_data_is_asked_from_the_start(browser, site):
    entry = path_of(a_newsroom(4)[-1])
    with reader(browser, site) as page:
        page.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(entry)
        to_the_foot(page)
        button = page.locator("[data-scroll-continue]")
        button.wait_for()
        assert not [url for url in asked if "next.json" in url or "article.html" in url]
        for number in (2, 3):
            button.click()
            wait_for_stories(page, number)
            button.wait_for()
            assert len(stories_on(page)) == number, "one story a press"


def test_keyboard_alone_leads_from_story_to_story(browser, site):
    entry = path_of(a_newsroom(4)[-1])
    with reader(browser, site) as page:
        listed = open_story(page, entry)
        for number, path in enumerate(listed[:2], 2):
            gather(page, number)
            link = page.locator("article", has=page.locator(f"a[rel=next][href='{path}']")).last.locator("a[rel=next]")
            link.focus()
            assert link.evaluate("(a) => a === document.activeElement")
            page.keyboard.press("Enter")
            page.wait_for_function("(path) => location.pathname === path", arg=path)
            assert page.evaluate("document.activeElement.closest('article').dataset.url") == path
            assert page.evaluate("document.activeElement.matches('.headline')")
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        assert page.evaluate("history.length") == 2, "about:blank and the story"


def test_focus_stays_where_it_is_and_the_next_story_is_said(browser, site):
    entry = path_of(a_newsroom(3)[-1])
    with reader(browser, site) as page:
        listed = open_story(page, entry)
        page.locator("article a[rel=tag]").first.focus()
        said = page.locator("[role=status]")
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight - 3 * innerHeight)")
        wait_for_stories(page, 2)
        assert said.inner_text() == "", "nothing is said before it is on screen"
        scroll_until(page, listed[0])
        assert page.evaluate("document.activeElement.matches('a[rel=tag]')")
        title = page.locator(f"article[data-url='{listed[0]}'] .headline").inner_text()
        assert said.inner_text() == f"Next story: {title}"


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


def test_arabic_story_turns_the_root_and_moves_nothing_else(browser, site):
    made = [long_story(1), long_story(2, language="ar", headline="جسر جديد فوق النهر"), long_story(3)]
    with reader(browser, site) as page:
        listed = open_story(page, path_of(made[-1]))
        gather(page, 3)
        page.evaluate("scrollTo(0, 0)")
        page.wait_for_function("(path) => location.pathname === path", arg=path_of(made[-1]))
        where = """[...document.querySelectorAll('.masthead a, h1, article:has(h1) section p')].map((part) => {
            const {x, y, width} = part.getBoundingClientRect();
            return width && [x, Math.round(y + scrollY), width];
        })"""
        before = page.evaluate(where)
        scroll_until(page, listed[0])
        assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
        assert page.evaluate(where) == before


def test_without_javascript_the_link_leads_on_through_other_stories(browser, site):
    for number in range(8):
        long_story(number, lead_topic=None)
    with reader(browser, site, "phone", java_script_enabled=False) as page:
        page.goto("/latest/")
        with page.expect_navigation():
            page.locator("[data-story-card] a[href*='/20']").nth(3).click()
        seen = []
        while page.locator("a[rel=next]").count():
            seen.append(page.locator("article[data-story]").get_attribute("data-story"))
            with page.expect_navigation():  # until all of the page is there
                page.locator("a[rel=next]").click()
        assert len(set(seen)) == len(seen) == 7
        assert page.locator("[data-scroll-end]").is_visible(), "the eighth and last says that the list ends"


@pytest.mark.parametrize("device", DEVICES)
def test_page_has_no_axe_violation_with_one_three_and_ten_stories(browser, site, device):
    entry = path_of(a_newsroom(10)[-1])
    with reader(browser, site, device) as page:
        open_story(page, entry)
        for number in (1, 3, 6, 10):
            gather(page, number)
            page.evaluate("scrollTo(0, 0)")
            page.wait_for_function("(path) => location.pathname === path", arg=entry)
            assert faults_by_day_and_night(page, f"{number} stories") == []
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map((element) => element.id)")
        assert len(ids) == len(set(ids))
        levels = page.evaluate("[...document.querySelectorAll('article :is(h1,h2,h3)')].map((h) => +h.tagName[1])")
        assert levels.count(1) == 1 and all(after - before < 2 for before, after in pairwise(levels))


def test_story_without_another_says_that_it_is_the_end(browser, site):
    path = path_of(live_article())
    with reader(browser, site) as page:
        page.goto(path)
        page.locator("[data-scroll-end]").wait_for()
        page.wait_for_function("() => record.read.length === 1")


def test_script_of_a_story_page_weighs_at_most_five_kilobytes():
    static = settings.BASE_DIR / "newsroom/static"
    text = bundle("readers/js/reader.js", lambda name: (static / name).read_text())
    assert len(gzip.compress(text.encode())) <= 5_000
