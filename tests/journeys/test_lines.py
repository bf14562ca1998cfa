"""Lines of continuous reading (docs/fifty-lines.md) that no other journey holds, each by its number."""

import re

import pytest

from tests.builders import a_person, live_article
from tests.journeys.scrolling import (
    a_newsroom,
    gather,
    long_story,
    open_story,
    path_of,
    paths,
    reader,
    record,
    scroll_until,
    stories_on,
    to_the_foot,
    wait_for_stories,
)

pytestmark = [pytest.mark.journey, pytest.mark.once]
LISTENERS = """
window.listened = [];
const plain = EventTarget.prototype.addEventListener;
EventTarget.prototype.addEventListener = function (name, ...rest) {
    listened.push(name);
    return plain.call(this, name, ...rest);
};
"""


def test_19_an_address_of_a_quote_lands_on_it_and_no_id_stands_twice(browser, site):
    person = a_person("Ida Known")
    a_newsroom(3)
    said = f'<blockquote data-person="{person.pk}" data-attribution="Ida Known"><p>“Mind the step.”</p></blockquote>'
    filling = "<p>It was counted again, stone by stone.</p>" * 60
    entry = path_of(live_article(body=f"{filling}{said}{filling}"))
    with reader(browser, site) as page:
        page.goto(entry)
        anchor = page.locator("blockquote[id]").get_attribute("id")
        page.goto("/latest/")
        page.goto(f"{entry}#{anchor}")
        where = "(id) => document.getElementById(id).getBoundingClientRect().top"
        page.wait_for_function(f"(id) => ({where})(id) < innerHeight", arg=anchor)
        top = page.evaluate(where, anchor)
        assert 0 <= top < 200, "below the running head, and in view"
        gather(page, 3)
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map(({ id }) => id)")
        assert len(ids) == len(set(ids))


def test_23_a_page_to_log_in_is_never_shown_as_a_story(browser, site):
    entry = path_of(a_newsroom(3)[-1])
    with reader(browser, site) as page:
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


def test_27_a_story_that_was_only_loaded_is_not_told_as_read(browser, site):
    entry = path_of(a_newsroom(4)[-1])
    with reader(browser, site) as page:
        open_story(page, entry)
        gather(page, 2)
        page.evaluate("scrollTo(0, 0)")
        did = record(page)
        assert len(did["loaded"]) >= 1
        assert set(paths(did["read"])) <= {entry, *paths(did["active"])}


def test_34_nothing_listens_to_scrolling(browser, site):
    entry = path_of(a_newsroom(3)[-1])
    with reader(browser, site) as page:
        page.add_init_script(LISTENERS)
        listed = open_story(page, entry)
        scroll_until(page, listed[0])
        heard = set(page.evaluate("listened"))
        assert "click" in heard
        assert not heard & {"scroll", "wheel", "touchmove", "mousewheel"}


def test_38_words_of_the_first_story_are_found_from_the_third(browser, site):
    long_story(1), long_story(2)
    entry = path_of(live_article(body="<p>A quincunx of lanterns hung there.</p>" + "<p>It was dark.</p>" * 60))
    with reader(browser, site) as page:
        listed = open_story(page, entry)
        scroll_until(page, listed[1])
        assert page.evaluate("find('quincunx of lanterns', false, true)")
        page.wait_for_function("(path) => location.pathname === path", arg=entry)


def test_49_stories_of_three_lines_follow_one_another(browser, site):
    made = [live_article(headline=f"Short {number}", body="<p>It rained. It stopped.</p>") for number in range(4)]
    entry = path_of(made[-1])
    with reader(browser, site, "phone") as page:
        listed = open_story(page, entry)
        gather(page, 4)
        assert stories_on(page) == [entry, *listed]
        page.locator("[data-scroll-end]").wait_for()
