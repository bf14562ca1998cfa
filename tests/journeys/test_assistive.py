"""What assistive technology and a reader's own colours make of readers' pages."""

import re
from collections import Counter

import pytest

from tests.builders import a_person, a_photo, live_article
from tests.journeys.axe import ALL, axe_faults
from tests.journeys.scrolling import gather, long_story, open_story, path_of, reader

pytestmark = [pytest.mark.journey, pytest.mark.once]
# Parts of a page that people jump to by role and name, and what else is read out by its name.
PARTS = "region|navigation|complementary"
NAMED = f"link|button|textbox|searchbox|combobox|checkbox|radio|heading|img|figure|dialog|{PARTS}"
ONCE = f"{PARTS}|banner|contentinfo|main|search"
# axe reads the page's own colour of a filled button's letters, not the reader's, which the browser draws.
IN_OWN_COLOURS = ALL | {"rules": {"color-contrast": {"enabled": False}}}
# The colours of an element and of the sign drawn before or after it.
PAINTED = """(element, sign) => {
    const ground = sign ? element : element.parentElement
    return [getComputedStyle(element, sign || undefined), getComputedStyle(ground)].map((each) => each.backgroundColor)
}"""


def unnamed(read_out):
    """The lines of a page as it is read out that say what something is, not which."""
    return re.findall(rf"^ *- (?:{NAMED})(?: \[[^\]]*\])*:?$", read_out, re.MULTILINE)


def alike(read_out):
    """Parts of the page that nobody can tell from one another."""
    found = Counter(re.findall(rf'^ *- ((?:{ONCE})\b(?: "[^"]*")?)', read_out, re.MULTILINE))
    return [part for part, times in found.items() if times > 1]


def three_stories():
    """Three stories with equal subheads and photos and one speaker: the addresses of the speaker and of the newest."""
    ida = a_person("Ida Known", role="ferry pilot")
    said = f'<p>“We count,” <span data-person="{ida.pk}">Ida Known</span> said.</p>'
    body = f"{said}<h2>The Count</h2>{said}<h2>The Count</h2>{said}"
    stories = [live_article(body=body * 3, lead_photo=a_photo(64, 48), headline=f"Counted {n}") for n in range(3)]
    return ida.get_absolute_url(), path_of(stories[-1])


def test_each_thing_on_a_page_is_read_out_by_a_name_of_its_own(browser, site):
    person, newest = three_stories()
    with reader(browser, site) as page:
        for address in ("/", "/world/", "/topics/", "/people/", person, "/search/?q=counted", "/latest/"):
            page.goto(address)
            read_out = page.locator("body").aria_snapshot()
            assert "banner" in read_out and "main" in read_out
            assert (address, unnamed(read_out), alike(read_out)) == (address, [], [])
        open_story(page, newest)
        gather(page, 3)
        read_out = page.locator("body").aria_snapshot()
        assert read_out.count('- heading "The Count"') == 3 * 6
        assert (unnamed(read_out), alike(read_out)) == ([], [])


def test_in_a_reader_s_own_colours_signs_are_seen_and_nothing_is_at_fault(browser, site):
    live = live_article(label="live", headline="Votes Counted")
    path = path_of(long_story(1))
    with reader(browser, site, forced_colors="active") as page:
        for address, element, sign in (
            ("/", ".is-live", "::before"),
            ("/search/?q=counted", "mark", ""),
            (path, ".running p", "::after"),
            (path_of(live), None, ""),
        ):
            page.goto(address)
            if element:
                sign_colour, ground = page.locator(element).first.evaluate(PAINTED, sign)
                assert sign_colour != ground, address
            assert axe_faults(page, address, IN_OWN_COLOURS) == []
