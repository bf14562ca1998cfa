"""Links: what is an address becomes one, words with a dot do not, and none is shown that saving would drop."""

import pytest

from tests import builders
from tests.journeys.axe import axe_faults
from tests.journeys.steps import follow
from tests.journeys.writing import ADD, body, choose, paste, sheet

pytestmark = [pytest.mark.journey, pytest.mark.once]


@pytest.fixture
def page(page, sign_in):
    """A new story with the caret in its text."""
    sign_in(builders.editor()).goto(ADD)
    sheet(page)
    return page


def select(page, start, end):
    page.evaluate(
        f"document.querySelector('.ProseMirror').editor.commands.setTextSelection({{ from: {start}, to: {end} }})"
    )


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("/2026/05/b/", "/2026/05/b/"),
        ("www.example.org", "https://www.example.org"),
        ("example.org/report", "https://example.org/report"),
        ("desk@example.org", "mailto:desk@example.org"),
    ],
)
def test_link_typed_is_what_is_saved(page, typed, expected):
    page.keyboard.type("The plan")
    select(page, 5, 9)
    page.keyboard.press("Control+k")
    page.locator(".window input").fill(typed)
    page.keyboard.press("Enter")
    page.locator(".window").wait_for(state="detached")
    assert body(page) == f'<p>The <a href="{expected}">plan</a></p>'
    follow(page.locator("button[data-verb=save]"))
    page.locator(".messagelist", has_text="Saved").wait_for()
    sheet(page)
    assert body(page) == f'<p>The <a href="{expected}">plan</a></p>'
    select(page, 5, 9)
    page.keyboard.press("Control+k")
    page.locator(".window input").fill("")
    page.keyboard.press("Enter")
    page.locator(".window").wait_for(state="detached")
    assert body(page) == "<p>The plan</p>"


@pytest.mark.parametrize("typed", ["glacier", "the glacier", "javascript:alert(1)", "ftp://example.org"])
def test_what_cannot_be_an_address_is_refused_in_words_at_once(page, typed):
    page.keyboard.type("The plan")
    select(page, 5, 9)
    page.keyboard.press("Control+k")
    page.locator(".window input").fill(typed)
    page.locator(".window-status", has_text="is no address").wait_for()
    page.keyboard.press("Enter")
    assert page.locator(".window").is_visible()
    page.keyboard.press("Escape")
    page.locator(".window").wait_for(state="detached")
    assert body(page) == "<p>The plan</p>"


def test_sentences_do_not_become_links_and_addresses_do(page):
    page.keyboard.type("They stood there.It rained, at 3.am. See www.example.org, or https://example.org/x ")
    page.keyboard.press("Enter")
    page.keyboard.type("On Monday.In notes.md")
    page.keyboard.press("Enter")
    linked = '<a href="https://www.example.org">www.example.org</a>, or <a href="https://example.org/x">https://example.org/x</a>'
    assert body(page) == (
        f"<p>They stood there.It rained, at 3.am. See {linked} </p><p>On Monday.In notes.md</p><p></p>"
    )


def test_one_undo_takes_a_link_away_that_came_by_itself(page):
    page.keyboard.type("See www.example.org")
    page.keyboard.press("Space")
    assert body(page) == '<p>See <a href="https://www.example.org">www.example.org</a> </p>'
    page.keyboard.press("Control+z")
    assert body(page) == "<p>See www.example.org </p>"
    page.keyboard.type("now")
    assert body(page) == "<p>See www.example.org now</p>"


def test_pasted_text_links_its_addresses_only(page):
    page.keyboard.type("Begun. ")
    paste(page, text="They stood there.It rained. See https://example.org/x.")
    assert body(page) == (
        '<p>Begun. They stood there.It rained. See <a href="https://example.org/x">https://example.org/x</a>.</p>'
    )


def test_story_of_ours_is_found_by_its_words_and_kept_by_its_number(page):
    target = builders.live_article(headline="Orsk Dam Holds")
    page.keyboard.type("The plan")
    select(page, 5, 9)
    page.keyboard.press("Control+k")
    choose(page, "orsk dam", "Orsk Dam Holds")
    pointed = f'<p>The <a data-story="{target.pk}">plan</a></p>'
    assert body(page) == pointed
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+k")
    page.locator(".window [role=option]", has_text="World").first.wait_for()
    assert axe_faults(page, "stories of ours to link to") == []
    choose(page, "dam", "Orsk Dam Holds")
    assert body(page) == f'{pointed}<p><a data-story="{target.pk}">Orsk Dam Holds</a></p>'
    page.locator("p.reads-more").wait_for()
    follow(page.locator("button[data-verb=save]"))
    page.locator(".messagelist", has_text="Saved").wait_for()
    sheet(page)
    assert body(page) == f'{pointed}<p><a data-story="{target.pk}">Orsk Dam Holds</a></p>'
    select(page, 6, 6)
    page.keyboard.press("Control+k")
    page.locator(".window [role=option][aria-selected=true]", has_text="Orsk Dam Holds").wait_for()
    choose(page, "", "Orsk Dam Holds")  # what is linked now stands first
    assert body(page).startswith(pointed)
    select(page, 6, 6)
    page.keyboard.press("Control+k")
    page.locator(".window [role=option]", has_text="No link").click()
    page.locator(".window").wait_for(state="detached")
    assert body(page).startswith("<p>The plan</p>")
