"""Field report 15: a reader view that shows another story than the one on screen. `make audit` tries a real one."""

import pytest

from tests.journeys.scrolling import a_newsroom, open_story, path_of, reader, scroll_until

pytestmark = [pytest.mark.journey, pytest.mark.once]
# What a program finds that reads a copy of the document, as reader modes do, and leaves out what is `hidden`.
EXTRACTED = """() => {
    const page = document.cloneNode(true);
    for (const hidden of page.querySelectorAll("[hidden]")) hidden.remove();
    return [...page.querySelectorAll("[data-story] .headline")].map((headline) => headline.textContent);
}"""


def test_15_reader_views_get_the_story_on_screen_after_scrolling(browser, site):
    entry = a_newsroom(4)[-1]
    with reader(browser, site) as page:
        listed = open_story(page, path_of(entry))
        assert page.evaluate(EXTRACTED) == [entry.headline]
        for path in listed[:2]:
            scroll_until(page, path)
            assert page.evaluate(EXTRACTED) == [page.title().split(" · ")[0]]
