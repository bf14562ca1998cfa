"""From the clipboard to readers in four actions, with a photo in one more: nothing is asked that can be guessed."""

import pytest

from articles.models.article import Article
from tests import builders
from tests.articles import wires
from tests.journeys.test_autosave import kept
from tests.journeys.test_editing import ADD, confirm_button, sheet
from tests.journeys.writing import DROP, picture, said

pytestmark = [pytest.mark.journey, pytest.mark.once]


def copied(page, text):
    """Put a text onto the clipboard, as another program would."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/admin/")
    page.evaluate("text => navigator.clipboard.writeText(text)", text)


def begin(page):
    """Open a new story: the first key goes into its headline."""
    page.goto(ADD)
    sheet(page)
    page.wait_for_function("() => document.activeElement.name === 'headline'")


def paste_all(page):
    page.keyboard.press("Control+v")
    said(page, "The story was read.")


def press_publish(page):
    page.locator(".verbs button[data-verb=publish]").click()
    confirm_button(page)


def confirm(page):
    confirm_button(page).click()
    page.locator(".messagelist", has_text="Published: ").wait_for()


def drop_photo(page):
    """Drop a picture that the library does not have, without a word in it, onto the place for the lead."""
    file = picture(builders.picture_bytes(1600, 900, "navy"))
    page.locator("[data-lead-photo]").evaluate(DROP, {"files": [file], "texts": {}})
    said(page, "with the story’s caption and credit")
    page.locator("[data-lead-photo] img").wait_for()


@pytest.fixture
def page(page, sign_in):
    """An editor's page, in a newsroom that has written on the matter before, with a story on the clipboard."""
    builders.live_article(desk=builders.a_desk("World"), topics=[builders.a_topic(wires.TOPIC)])
    builders.a_desk("Sport")
    sign_in(builders.editor())
    copied(page, wires.story())
    return page


def edition_of_the_pasted():
    """What is live of it, looked at: every part is in its place."""
    edition = builders.live_edition(Article.objects.latest("pk"))
    assert (edition.headline, edition.dek) == (wires.HEADLINE, wires.DEK)
    assert (edition.desk.name, edition.topic_rows.get(is_lead=True).topic.name) == ("World", wires.TOPIC)
    assert [row.person.name for row in edition.byline_rows.all()] == [wires.BYLINE]
    assert [section.heading for section in edition.sections.all()] == ["", wires.FIRST, wires.SECOND]
    return edition


def test_story_is_live_after_open_paste_publish_and_confirm(page):
    for action in (begin, paste_all, press_publish, confirm):
        action(page)
    page.goto(edition_of_the_pasted().path)
    assert page.locator("article h1").inner_text() == wires.HEADLINE and not page.locator("article figure").count()


def test_lead_photo_takes_one_action_more_and_only_what_it_shows_is_asked(page):
    for action in (begin, paste_all, drop_photo):
        action(page)
    kept(page)
    asked = page.locator("[data-blocker]").all_inner_texts()
    assert len(asked) == 1 and "alt text" in asked[0], "what a picture shows nobody can guess"
    page.locator("[data-blocker]").click()
    page.keyboard.type("An officer hands a lamp over.")
    page.keyboard.press("Tab")
    said(page, "The photo is described")
    for action in (press_publish, confirm):
        action(page)
    edition = edition_of_the_pasted()
    page.goto(edition.path)
    figure = page.locator("article figure").first.inner_text()
    assert page.locator("article figure img").first.get_attribute("alt") == "An officer hands a lamp over."
    assert wires.CAPTION in figure and wires.CREDIT.removeprefix("Photo by ") in figure
