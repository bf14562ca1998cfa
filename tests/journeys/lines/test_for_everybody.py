"""Lines 38 to 50: finding, focus, screen readers, paper, small screens, less motion, other directions."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.builders import live_article
from tests.journeys.axe import faults_by_day_and_night, sideways_faults
from tests.journeys.lines.devices import CHROMIUM, EVERYWHERE, on
from tests.journeys.scrolling import (
    OPENED,
    READING,
    a_newsroom,
    gather,
    is_back,
    long_story,
    open_story,
    path_of,
    scroll_until,
    stories_on,
    to_the_foot,
    wait_for_stories,
)

pytestmark = [pytest.mark.journey, pytest.mark.once]
IS_SEEN = "(it) => it.getBoundingClientRect().top > -4 && it.getBoundingClientRect().top < innerHeight"
TEN_FRAMES = "async () => { for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame) }"
ARABIC = "جسر جديد فوق النهر"
SHOWN = "[...document.querySelectorAll('article')].filter((it) => it.checkVisibility()).map((it) => it.dataset.url)"
MOVING = """() => document.getAnimations()
    .filter(({ playState, effect }) => playState === "running" && effect.getComputedTiming().duration > 1)
    .map(({ animationName, transitionProperty }) => animationName || transitionProperty)"""
HEAR = """(said) => new MutationObserver(() => (window.sayings ??= []).push(said.textContent))
    .observe(said, {childList: true, characterData: true, subtree: true})"""


@on(*EVERYWHERE)
def test_38_find_in_page_finds_the_first_story_from_the_third(reading):
    long_story(1), long_story(2)
    entry = path_of(live_article(body="<p>A quincunx of lanterns hung there.</p>" + "<p>It was dark.</p>" * 60))
    with reading() as page:
        listed = open_story(page, entry)
        scroll_until(page, listed[1])
        assert page.evaluate("find('quincunx of lanterns', false, true)")
        page.wait_for_function("(path) => location.pathname === path", arg=entry)


@on(*EVERYWHERE)
def test_39_focus_is_never_taken(reading):
    entry = path_of(a_newsroom(3)[-1])
    with reading() as page:
        listed = open_story(page, entry)
        page.locator("article a[rel=tag]").first.focus()
        gather(page, 2)
        page.evaluate("scrollTo(0, 0)")
        scroll_until(page, listed[0])
        assert page.evaluate("document.activeElement.matches('a[rel=tag]')")


@on(*EVERYWHERE)
def test_40_the_link_moves_focus_to_the_next_headline(reading):
    entry = path_of(a_newsroom(4)[-1])
    with reading() as page:
        listed = open_story(page, entry)
        before = page.evaluate("history.length")
        for number, path in enumerate(listed[:2], 2):
            gather(page, number)
            page.locator(f"a[rel=next][href^='{path}']").last.focus()
            page.keyboard.press("Enter")
            page.wait_for_function("(path) => location.pathname === path", arg=path)
            assert page.evaluate("document.activeElement.closest('article').dataset.url") == path
            assert page.evaluate("document.activeElement.matches('.headline')")
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        assert page.evaluate("history.length") == before


@on(*CHROMIUM)
def test_41_articles_and_headings_in_order_and_no_fault_with_one_three_and_ten_stories(reading):
    entry = path_of(a_newsroom(10, subhead="The Count")[-1])
    with reading() as page:
        open_story(page, entry)
        for number in (1, 3, 10):
            gather(page, number)
            page.evaluate("scrollTo(0, 0)")
            page.wait_for_function("(path) => location.pathname === path", arg=entry)
            assert faults_by_day_and_night(page, f"{number} stories") == []
        levels = page.evaluate("[...document.querySelectorAll('article :is(h1,h2,h3)')].map((h) => +h.tagName[1])")
        assert levels.count(1) == 1 and all(after - before < 2 for before, after in pairwise(levels))


@on(*EVERYWHERE)
def test_42_the_next_story_is_said_once_and_politely(reading):
    entry = path_of(a_newsroom(3)[-1])
    with reading() as page:
        listed = open_story(page, entry)
        said = page.locator("[role=status]")
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight - 3 * innerHeight)")
        wait_for_stories(page, 2)
        assert said.inner_text() == "", "nothing is said before it is on screen"
        said.evaluate(HEAR)
        scroll_until(page, listed[0])
        page.evaluate("scrollTo(0, 0)")
        page.wait_for_function("(path) => location.pathname === path", arg=entry)
        scroll_until(page, listed[0])
        title = page.locator(f"article[data-url='{listed[0]}'] .headline").inner_text()
        assert page.evaluate("sayings.filter(Boolean)") == [f"Next story: {title}"], "none again going up and down"


@on(*EVERYWHERE)
def test_43_skip_links_lead_to_the_next_story_and_to_the_foot(reading):
    entry = path_of(a_newsroom(3)[-1])
    with reading() as page:
        listed = open_story(page, entry)
        for name in ("Skip to the foot of the page", "Skip to the next story", "Skip to the story"):
            assert page.get_by_role("link", name=name).count() == 1
        scroll_until(page, listed[0])
        skip_to_the_next_story(page, listed[0])
        page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
        page.wait_for_function("() => document.querySelector('article').dataset.url === location.pathname")
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


@on(*EVERYWHERE)
def test_44_after_five_stories_a_button_lets_the_foot_be_reached(reading):
    entry = path_of(a_newsroom(9)[-1])
    with reading() as page:
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


@on(*EVERYWHERE)
def test_45_one_story_a_page_is_remembered(reading):
    entry = path_of(a_newsroom(3)[-1])
    with reading() as page:
        page.goto("/latest/")
        page.evaluate("localStorage.setItem('reader', JSON.stringify({single: true}))")
        page.goto(entry)
        to_the_foot(page)
        assert page.locator("footer.foot").is_visible()
        link = page.locator("a[rel=next]")
        path = link.get_attribute("href").partition("?")[0]
        link.click()
        page.wait_for_url(f"**{path}")
        assert stories_on(page) == [path]


@on(*CHROMIUM)
def test_46_nothing_moves_for_those_who_want_less_motion(reading):
    entry = path_of(a_newsroom(3)[-1])
    with reading(reduced_motion="reduce") as page:
        listed = open_story(page, entry)
        assert page.evaluate(MOVING) == []
        scroll_until(page, listed[0])
        assert page.evaluate(MOVING) == []
        page.locator("a[rel=next]").last.click()
        page.wait_for_function("(path) => location.pathname === path", arg=listed[1])
        assert page.evaluate(MOVING) == []


@on(*CHROMIUM)
def test_47_paper_gets_the_story_on_screen_and_nobody_is_moved(reading):
    entry = path_of(a_newsroom(6)[-1])
    with reading() as page:
        listed = open_story(page, entry)
        for path in listed[:3]:
            scroll_until(page, path)
        text = page.evaluate(READING, listed[2])
        page.emulate_media(media="print")
        assert page.evaluate(SHOWN) == [listed[2]]
        page.emulate_media(media="screen")
        is_back(page, text)
        page.pdf()
        page.evaluate(TEN_FRAMES)  # the heights come back in some of them
        is_back(page, text)
        assert page.evaluate("location.pathname") == listed[2]
        page.evaluate("record.shifts.splice(0)")  # paper is another layout, and nobody sees the screen meanwhile


@on(*EVERYWHERE)
def test_48_at_320_pixels_which_400_percent_leaves_of_1280_nothing_scrolls_sideways(reading):
    entry = path_of(a_newsroom(6)[-1])
    with reading() as page:
        page.set_viewport_size({"width": 320, "height": 256})
        listed = open_story(page, entry)
        for path in listed[:2]:
            scroll_until(page, path, steps=900)
            assert not sideways_faults(page, path)


@on(*EVERYWHERE)
def test_49_stories_of_three_lines_and_of_eleven_thousand_words_follow_one_another(reading):
    short = [live_article(headline=f"Short {number}", body="<p>It rained. It stopped.</p>") for number in range(3)]
    long = long_story(4, paragraphs=60, lead_topic=None)
    entry = path_of(live_article(headline="Short too", body="<p>It rained. It stopped.</p>"))
    with reading() as page:
        listed = open_story(page, entry)
        assert set(listed) == {path_of(each) for each in (*short, long)}
        gather(page, 5)
        assert stories_on(page) == [entry, *listed]
        page.locator("[data-scroll-end]").wait_for()


@on(*EVERYWHERE)
def test_50_a_story_from_right_to_left_turns_the_root_and_moves_nothing_else(reading):
    made = [long_story(1), long_story(2, language="ar", headline=ARABIC), long_story(3)]
    with reading() as page:
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
