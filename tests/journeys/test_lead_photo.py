"""The lead photo on the sheet, in a real browser: its words are its own; those of its file are confirmed there."""

import pytest

from articles.models.article import Article
from media import ingest
from tests import builders
from tests.articles import wires
from tests.journeys.test_autosave import kept
from tests.journeys.test_editing import change, press, sheet
from tests.journeys.writing import paste
from tests.media import files

pytestmark = [pytest.mark.journey, pytest.mark.once]


def choose_lead(page, typed):
    page.locator(".field-lead_photo .select2-selection").click()
    page.keyboard.type(typed)
    page.locator(".select2-results__option--highlighted", has_text=typed).wait_for()
    page.keyboard.press("Enter")


def words(page):
    return [page.locator(f"[name={name}]").input_value() for name in ("lead_caption", "lead_credit")]


@pytest.fixture
def photos():
    ferry = builders.a_photo(caption="A ferry in fog.", credit="Library: Ana")
    return ferry, builders.a_photo(80, 60, caption="The harbour wall.", credit="Library: Bo")


def test_words_stay_with_their_photo_and_come_back_with_it(sign_in, photos):
    article = builders.draft_article()
    page = sign_in(builders.editor())
    page.goto(change(article))
    sheet(page)
    choose_lead(page, "A ferry in fog.")
    page.locator("[data-lead-photo] img").wait_for()
    assert page.locator("[name=lead_caption]").get_attribute("placeholder") == "A ferry in fog."
    page.locator("[name=lead_caption]").fill("Caption of the ferry")
    page.locator("[name=lead_credit]").fill("Credit of the ferry")
    choose_lead(page, "The harbour wall.")
    assert words(page) == ["", ""]
    page.locator("[name=lead_credit][placeholder='Library: Bo']").wait_for()
    kept(page)
    page.reload()
    sheet(page)
    assert words(page) == ["", ""]
    choose_lead(page, "A ferry in fog.")
    assert words(page) == ["Caption of the ferry", "Credit of the ferry"]
    choose_lead(page, "The harbour wall.")
    press(page, "publish")
    page.goto(Article.objects.get().editions.get().path)
    figure = page.locator("article figure").first.inner_text()
    assert "The harbour wall." in figure and "Library: Bo" in figure and "of the ferry" not in figure


def test_words_written_before_there_was_a_photo_wait_for_a_click(sign_in, photos):
    page = sign_in(builders.editor())
    page.goto(change(builders.draft_article()))
    sheet(page)
    page.locator("[name=lead_caption]").fill("A caption from the wire")
    choose_lead(page, "The harbour wall.")
    assert words(page) == ["", ""]
    waiting = page.locator("[data-lead-photo] [data-part=waiting]")
    assert "A caption from the wire" in waiting.inner_text()
    waiting.get_by_role("button", name="Use them for this photo").click()
    assert words(page) == ["A caption from the wire", ""]
    assert waiting.inner_text() == ""
    kept(page)
    assert Article.objects.get().lead_caption == "A caption from the wire"


def test_words_from_the_file_are_confirmed_with_one_click(sign_in):
    datasets = {"n120": "Пором у порту".encode(), "n110": "Köln".encode("mac_roman")}
    data = files.with_segments(files.jpeg(640, 480), (0xED, files.iim(**datasets)))
    photo = ingest.ingest(data, by=None, alt="A ferry.")
    figure = f'<p>It came.</p><figure data-photo="{photo.pk}"><figcaption></figcaption></figure>'
    article = builders.draft_article(lead_photo=photo, body=figure)
    page = sign_in(builders.chief())
    page.goto(change(article))
    sheet(page)
    shown = page.locator(".unconfirmed-words", has_text="From the file, unconfirmed")
    assert shown.count() == 2
    assert "Credit: Köln (perhaps misread)" in shown.last.inner_text()
    assert page.locator("[data-blocker]", has_text="its credit “Köln” comes from the file").count() == 2
    shown.last.get_by_role("button", name="Confirm these words").click()
    page.locator("[data-blocker]").first.wait_for(state="detached")
    photo.refresh_from_db()
    assert photo.unconfirmed == {}


def test_pasted_story_never_puts_its_words_under_a_photo_that_is_there(sign_in, photos):
    article = builders.draft_article(headline="", dek="", body="", lead_photo=photos[1])
    page = sign_in(builders.editor())
    page.goto(change(article))
    sheet(page)
    paste(page, text=wires.story())
    page.locator(".pasted-story").wait_for()
    assert words(page) == ["", ""]
    assert wires.CAPTION in page.locator("[data-lead-photo] [data-part=waiting]").inner_text()
