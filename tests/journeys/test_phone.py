"""A story on a phone, by touch: written, its photo from a file, published, corrected; the state is always on screen."""

import pytest
from playwright.sync_api import expect

from articles.models.article import Article
from tests import builders
from tests.journeys.axe import sideways_faults, small_targets
from tests.journeys.scrolling import PHONE
from tests.journeys.steps import PATIENCE
from tests.journeys.test_autosave import kept
from tests.journeys.test_editing import ADD, confirm_button, put_caret, sheet
from tests.journeys.writing import keys_go_into_the_text, said

pytestmark = [pytest.mark.journey, pytest.mark.once]
STATE_IS_SEEN = """() => {
    const { left, top, bottom, width, height } = document.querySelector("[data-save-state]").getBoundingClientRect()
    const there = document.elementFromPoint(left + Math.min(width / 2, 20), top + height / 2)
    const cut = [...document.querySelectorAll(".verbs-state, .verbs-state *")].filter(
        (each) => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== "inline")
    return width > 0 && top >= 0 && bottom <= innerHeight && Boolean(there?.closest(".verbs")) && !cut.length
}"""


@pytest.fixture
def phone(browser, site, sign_in):
    """An editor's phone."""
    signed_in = sign_in(builders.editor())
    context = browser.new_context(base_url=site, **PHONE)
    context.add_cookies(signed_in.context.cookies())
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def look(page, where):
    """The state can be read, and every finger hits what it is meant to, once what has happened is drawn."""
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate(STATE_IS_SEEN), where
    assert not small_targets(page), where
    assert not sideways_faults(page, where)


def tap(field):
    """Tap a field and wait for the caret: browsers make a click of a tap in their own time."""
    field.tap()
    expect(field).to_be_focused()


def write(page):
    page.goto(ADD)
    sheet(page)
    tap(page.locator("textarea[name=headline]"))
    page.keyboard.type("Ferries Sail Again")
    kept(page)
    look(page, "the headline is written")
    tap(page.locator("textarea[name=dek]"))
    page.keyboard.type("The first in nine weeks.")
    tap(page.locator(".ProseMirror"))
    keys_go_into_the_text(page)
    for line in range(12):
        page.keyboard.type(f"Line {line}: the repair has cost 12 million crowns, of which the state pays half.")
        page.keyboard.press("Enter")
    page.keyboard.type("It is open.")
    kept(page)
    look(page, "the text is written")


def add_photo(page):
    with page.expect_file_chooser() as chooser:
        page.get_by_text("Upload …", exact=True).first.tap()
    file = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": builders.picture_bytes(1200, 900, "teal")}
    chooser.value.set_files(file)
    said(page, "The lead photo is chosen.")
    lead = page.locator("[data-lead-photo]")
    for field, words in (("Alt text", "A ferry comes in."), ("Credit", "Ana Diaz")):
        tap(lead.get_by_label(field))
        page.keyboard.type(words)
    tap(page.locator("textarea[name=headline]"))
    said(page, "The photo is described")
    kept(page)
    look(page, "the photo is there")


def publish(page, said, answer=None):
    page.locator(".verbs button[data-verb=publish]").tap()
    confirm_button(page)
    assert not small_targets(page), "publish sheet"
    if answer:
        page.get_by_label(answer).tap()
        expect(page.get_by_label(answer)).to_be_checked()
    confirm_button(page).tap()
    page.locator(".messagelist", has_text=said).wait_for()
    sheet(page)
    look(page, said)


def test_story_is_written_published_and_corrected_by_touch(phone):
    builders.a_desk("World")
    write(phone)
    add_photo(phone)
    publish(phone, "Published: ")
    article = Article.objects.get()
    edition = builders.live_edition(article)
    assert edition.headline == "Ferries Sail Again" and "A ferry comes in." in phone.request.get(edition.path).text()
    body = article.body.replace("12 million", "14 million", 1)
    tap(phone.locator(".ProseMirror"))
    put_caret(phone, after="Line 0: the repair has cost 12 million crowns, of which the state pays half.")
    for _ in range(len("12 million crowns, of which the state pays half.")):
        phone.keyboard.press("Backspace")
    phone.keyboard.type("14 million crowns, of which the state pays half.")
    kept(phone)
    look(phone, "the number is mended")
    publish(phone, "Published with a correction", answer="Correction: readers")
    edition = builders.live_edition(article)
    article.refresh_from_db()
    assert article.body == body and edition.has_corrections
    words = phone.request.get(edition.path).text()
    assert "14 million" in words and "misstated a number" in words
