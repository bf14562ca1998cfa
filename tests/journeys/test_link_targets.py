"""Ctrl+K in the text: stories, topics and people by words; at a caret, what is chosen is put in by its own name."""

import pytest
from playwright.sync_api import expect

from tests import builders
from tests.journeys.axe import axe_faults
from tests.journeys.writing import ADD, body, choose, sheet

pytestmark = [pytest.mark.journey, pytest.mark.once]
# Puts the caret into the first link, so many letters from its beginning.
INTO_THE_LINK = """(letters) => {
  const { editor } = document.querySelector(".ProseMirror")
  const link = document.querySelector(".ProseMirror :is(a, [data-person])")
  editor.commands.setTextSelection(editor.view.posAtDOM(link, 0) + letters)
}"""


@pytest.fixture
def newsroom():
    """A topic that a story in print has, a person, and a story whose headline names both."""
    topic, person = builders.a_topic("Orsk Dam"), builders.a_person("Ana Orskaya")
    return topic, person, builders.live_article(headline="Rain at Orsk", topics=[topic])


@pytest.fixture
def page(page, sign_in):
    """A new story with the caret in its text."""
    sign_in(builders.editor()).goto(ADD)
    sheet(page)
    return page


def test_at_a_caret_what_is_chosen_is_put_in_by_its_name(page, newsroom):
    page.expected_complaints += ["Applying inline style", "preload assets"]  # axe itself, under our policy
    topic, person, story = newsroom
    page.keyboard.type("See ")
    for typed, label in (("orsk dam", "Orsk Dam"), ("orskaya", "Ana Orskaya"), ("rain", "Rain at Orsk")):
        page.keyboard.press("Control+k")
        page.locator(".window [role=option]").first.wait_for()
        assert axe_faults(page, "something of ours to link to") == []
        choose(page, typed, label)
        page.keyboard.type("; ")
    page.keyboard.press("Control+k")
    page.locator(".window input").fill("example.org/report")
    page.keyboard.press("Enter")
    linked = (
        f'<p>See <a data-topic="{topic.pk}">Orsk Dam</a>; <span data-person="{person.pk}">Ana Orskaya</span>; '
        f'<a data-story="{story.pk}">Rain at Orsk</a>; '
        f'<a href="https://example.org/report">https://example.org/report</a></p>'
    )
    page.wait_for_function("(html) => document.querySelector('[name=body]').value === html", arg=linked)
    page.locator("button[data-verb=save]").click()
    page.locator(".messagelist", has_text="Saved").wait_for()
    sheet(page)
    assert body(page) == linked, "and all of it is stored"


def test_link_to_a_topic_or_a_person_stays_by_enter_and_goes_by_no_link(page, newsroom):
    topic, person, _ = newsroom
    for name, linked in (
        ("Orsk Dam", f'<p><a data-topic="{topic.pk}">waters</a></p>'),
        ("Ana Orskaya", f'<p><span data-person="{person.pk}">waters</span></p>'),
    ):
        page.keyboard.type("waters")
        page.keyboard.press("Shift+Home")
        page.keyboard.press("Control+k")
        choose(page, name, name)
        assert body(page) == linked
        page.evaluate(INTO_THE_LINK, 0)
        page.keyboard.press("Control+k")
        expect(page.locator(".window [role=option][aria-selected=true]")).to_contain_text(name)
        page.keyboard.press("Enter")
        page.locator(".window").wait_for(state="detached")
        assert body(page) == linked
        page.evaluate(INTO_THE_LINK, len("waters"))
        page.keyboard.press("Control+k")
        page.locator(".window [role=option]", has_text="No link").click()
        page.locator(".window").wait_for(state="detached")
        assert body(page) == "<p>waters</p>"
        page.keyboard.press("Control+a")
        page.keyboard.press("Delete")


def test_line_may_begin_with_what_is_linked_and_one_undo_takes_back_the_link_alone(page, newsroom):
    topic, person, story = newsroom
    page.keyboard.press("Control+b")
    page.keyboard.press("Control+k")
    choose(page, "orsk dam", "Orsk Dam")
    page.keyboard.type(" holds")
    linked = f'<a data-topic="{topic.pk}"><strong>Orsk Dam</strong></a>'
    assert body(page) == f"<p>{linked}<strong> holds</strong></p>", "in the letters that were chosen"
    page.keyboard.press("Control+z")
    assert body(page) == f"<p>{linked}</p>"
    page.keyboard.press("Control+z")
    assert "Orsk Dam" not in body(page)


def test_second_press_changes_nothing_and_escape_leads_back_to_the_words(page, newsroom):
    page.keyboard.type("Rain ")
    page.keyboard.press("Control+k")
    page.locator(".window [role=option]").first.wait_for()
    page.keyboard.press("Control+k")
    expect(page.locator(".window")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".window").wait_for(state="detached")
    page.keyboard.type("fell.")
    assert body(page) == "<p>Rain fell.</p>"


def test_without_a_server_it_says_so_and_an_address_is_taken_all_the_same(page):
    page.expected_complaints += ["ERR_FAILED", "Failed to load"]
    page.keyboard.type("See ")
    page.route("**/ask/targets/**", lambda route: route.abort())
    page.keyboard.press("Control+k")
    page.locator(".window input").fill("dam")
    page.locator(".window-status", has_text="can’t be reached").wait_for()
    page.locator(".window input").fill("example.org/report")
    page.locator(".window [role=option]", has_text="https://example.org/report").click()
    page.locator(".window").wait_for(state="detached")
    assert body(page) == '<p>See <a href="https://example.org/report">https://example.org/report</a></p>'
