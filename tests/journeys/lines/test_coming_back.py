"""Lines 16 to 19: whoever leaves and comes back finds the paragraph, and the rest of the list."""

import json

import pytest

from tests.builders import a_person, live_article
from tests.journeys.lines.devices import EVERYWHERE, FIREFOX, KEEPING, on
from tests.journeys.scrolling import (
    LINE,
    NOT_KEPT,
    READING,
    UPCOMING,
    a_newsroom,
    gather,
    is_back,
    open_story,
    path_of,
    scroll_until,
    stories_on,
)

pytestmark = [pytest.mark.journey, pytest.mark.once]
SAYS_WHERE = """(text) => addEventListener("pageshow", ({persisted}) => requestAnimationFrame(() => {
    const block = [...document.querySelectorAll("section > *")].find((one) => one.textContent === text);
    localStorage.where = JSON.stringify({
        kept: persisted, path: location.pathname, top: block.getBoundingClientRect().top,
        stories: [...document.querySelectorAll("article[data-story]")].map(({dataset}) => dataset.url),
    });
}))"""
KNOWS_NOTHING = "(it) => it.stopImmediatePropagation()"


def read_three(page, entry):
    """Read on to the third story of the list and into it; returns the list and the paragraph that is at 200 pixels."""
    page.goto("/latest/")
    listed = open_story(page, entry)
    for path in listed[:3]:
        scroll_until(page, path)
    return listed, page.evaluate(READING, listed[2])


@on(KEEPING, FIREFOX)
def test_16_link_and_back_from_the_browser_s_own_memory(reading):
    entry = path_of(a_newsroom(9)[-1])
    with reading() as page:
        listed, text = read_three(page, entry)
        page.evaluate(SAYS_WHERE, text)
        page.locator(".masthead a").first.evaluate(
            "(link) => { setTimeout(() => link.click()) }"
        )  # from where the reader is
        page.wait_for_function("() => location.pathname === '/'")
        page.evaluate("() => { setTimeout(() => history.back()) }")
        # Playwright loses sight of a page that comes back whole; it says itself where it is, to a page beside it.
        beside = page.context.new_page()
        beside.goto("/latest/")
        beside.wait_for_function("() => localStorage.where")
        where = json.loads(beside.evaluate("localStorage.where"))
        assert where["kept"] and where["path"] == listed[2]
        assert abs(where["top"] - 200) < LINE
        assert where["stories"][:4] == [entry, *listed[:3]]
        page.goto("/latest/")


@on(*EVERYWHERE)
def test_17_link_and_back_loaded_anew(reading):
    entry = path_of(a_newsroom(9)[-1])
    with reading() as page:
        listed, text = read_three(page, entry)
        page.evaluate(NOT_KEPT)
        page.goto("/latest/")
        page.go_back()
        is_back(page, text)
        scroll_until(page, listed[3])
        gather(page, 3)
        assert stories_on(page)[:3] == listed[2:5], "the list goes on"


@on(*EVERYWHERE)
def test_18_reload_and_a_tab_that_was_killed(reading):
    entry = path_of(a_newsroom(9)[-1])
    with reading() as page:
        listed, text = read_three(page, entry)
        state = page.evaluate("history.state")
        assert (state["entry"], state["depth"]) == (entry, 3)
        assert [line["path"] for line in state["list"]] == listed[3:]
        page.reload()
        is_back(page, text)
        assert stories_on(page)[0] == listed[2]
        page.wait_for_function(f"(path) => {UPCOMING} === path", arg=listed[3])
        # A tab whose history knows nothing, as after a crash.
        page.evaluate("history.replaceState(null, '')")
        page.evaluate(f"() => document.addEventListener('visibilitychange', {KNOWS_NOTHING}, true)")
        page.reload()
        is_back(page, text)


@on(*EVERYWHERE)
def test_19_an_address_of_a_quote_lands_on_it_and_no_id_stands_twice(reading):
    person = a_person("Ida Known")
    a_newsroom(3)
    said = f'<blockquote data-person="{person.pk}" data-attribution="Ida Known"><p>“Mind the step.”</p></blockquote>'
    filling = "<p>It was counted again, stone by stone.</p>" * 60
    entry = path_of(live_article(body=f"{filling}{said}{filling}"))
    with reading() as page:
        page.goto(entry)
        anchor = page.locator("blockquote[id]").get_attribute("id")
        page.goto("/latest/")
        page.goto(f"{entry}#{anchor}")
        where = "(id) => document.getElementById(id).getBoundingClientRect().top"
        page.wait_for_function(f"(id) => ({where})(id) < innerHeight", arg=anchor)
        assert 0 <= page.evaluate(where, anchor) < 200, "below the running head, and in view"
        gather(page, 3)
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map(({ id }) => id)")
        assert len(ids) == len(set(ids))
