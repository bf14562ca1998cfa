"""The lead photo on the sheet, in a real browser: how it gets there, and whose its words are."""

import pytest

from articles.models.article import Article
from media import ingest
from tests import builders
from tests.articles import wires
from tests.journeys.axe import axe_faults, sideways_faults
from tests.journeys.test_autosave import kept
from tests.journeys.test_editing import ADD, change, press, sheet
from tests.journeys.writing import DROP, PASTE, keys_go_into_the_text, paste, picture, said
from tests.media import files

pytestmark = [pytest.mark.journey, pytest.mark.once]


def choose_lead(page, typed):
    page.locator("[data-lead-photo] [data-do=choose]").click()
    page.get_by_label("Search the library").fill(typed)
    page.locator(".photo-dialog-photos button", has_text=typed).click()
    page.locator(".photo-dialog").wait_for(state="hidden")
    page.locator("[data-lead-photo] img").wait_for()


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
    page.goto(change(builders.draft_article(lead_caption="A caption from the wire")))
    sheet(page)
    assert page.get_by_label("Caption", exact=True).is_visible(), "words without a photo are seen"
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


def lead(page):
    """The number of the lead photo, once its picture is there."""
    page.locator("[data-lead-photo] img").wait_for()
    return int(page.locator("[name=lead_photo]").input_value())


def test_lead_photo_is_dropped_pasted_and_taken_with_the_camera(sign_in):
    page = sign_in(builders.editor())
    page.goto(ADD)
    sheet(page)
    one, two, three = (builders.picture_bytes(640, 360, colour) for colour in ("red", "green", "blue"))
    page.locator("[data-lead-photo]").evaluate(DROP, {"files": [picture(one)], "texts": {}})
    said(page, "The lead photo is chosen.")
    dropped = lead(page)
    page.locator("[name=lead_caption]").fill("The red one.")
    page.locator("[name=headline]").evaluate(PASTE, {"files": [picture(two)], "texts": {}})
    said(page, "The caption and credit of the former photo stay with that one.")
    assert lead(page) != dropped and words(page) == ["", ""]
    assert page.locator("#lead-camera").get_attribute("capture") == "environment"
    page.locator("#lead-camera").set_input_files({"name": "c.jpg", "mimeType": "image/jpeg", "buffer": three})
    page.wait_for_function("() => document.querySelector('.sheet-status').textContent === 'The lead photo is chosen.'")
    kept(page)
    assert Article.objects.get().lead_photo_id == lead(page)
    page.locator("[data-do=remove]").click()
    said(page, "The story has no lead photo.")
    assert page.locator("[data-lead-photo] img").count() == 0
    kept(page)
    assert Article.objects.get().lead_photo is None


def test_file_that_is_no_picture_is_said_and_changes_nothing(sign_in, photos):
    page = sign_in(builders.editor())
    page.goto(change(builders.draft_article(lead_photo=photos[0])))
    sheet(page)
    page.locator("[data-lead-photo]").evaluate(DROP, {"files": [picture(b"no picture")], "texts": {}})
    said(page, "This is not a picture we can read.")
    assert lead(page) == photos[0].pk


def test_photo_of_the_text_becomes_the_lead_with_its_words_and_the_former_one_takes_its_place(sign_in, photos):
    ferry, wall = photos
    figure = f'<figure data-photo="{wall.pk}" data-credit="Mine"><figcaption>A <em>wall</em>.</figcaption></figure>'
    article = builders.draft_article(
        lead_photo=ferry, lead_caption="Of the ferry.", body=f"<p>It rained.</p>{figure}<p>It stopped.</p>"
    )
    page = sign_in(builders.editor())
    page.goto(change(article))
    sheet(page)
    page.locator(".ProseMirror figure").get_by_role("button", name="Make it the lead").click()
    said(page, "the former one stands in its place in the text")
    assert lead(page) == wall.pk and words(page) == ["A wall.", "Mine"]
    kept(page)
    article.refresh_from_db()
    assert f'<figure data-photo="{ferry.pk}"><figcaption>Of the ferry.</figcaption></figure>' in article.body
    assert f'data-photo="{wall.pk}"' not in article.body
    page.locator("[data-do=remove]").click()
    page.locator(".ProseMirror figure").get_by_role("button", name="Make it the lead").click()
    said(page, "it has left the text")
    kept(page)
    article.refresh_from_db()
    assert article.lead_photo == ferry and "<figure" not in article.body


def test_words_alt_text_and_focus_are_set_in_place_and_blockers_stand_at_the_photo(sign_in):
    photo = builders.a_photo(640, 480, alt="", credit="")
    page = sign_in(builders.editor())
    page.goto(change(builders.draft_article(lead_photo=photo)))
    sheet(page)
    block = page.locator("[data-lead-photo]")
    assert block.locator(".is-blocker").all_inner_texts() == page.locator("[data-blocker^=lead_]").all_inner_texts()
    assert block.locator(".is-blocker").count() == 2
    page.locator("[data-blocker=lead_photo]").click()
    page.keyboard.type("A ferry comes in.")
    block.get_by_label("Credit").fill("Ana")
    block.get_by_label("Caption").fill("It is late.")
    said(page, "The photo is described")
    block.locator(".is-blocker").first.wait_for(state="detached")
    block.get_by_role("button", name="Focus and cuts").click()
    block.locator(".focus-point").wait_for()
    with page.expect_response(lambda answer: '"y":0.49' in (answer.request.post_data or "")):
        page.keyboard.press("Shift+ArrowLeft")
        page.keyboard.press("ArrowUp")
    said(page, "The focus is set")
    photo.refresh_from_db()
    assert (photo.alt, photo.focus_x, photo.focus_y) == ("A ferry comes in.", 0.4, 0.49)
    kept(page)
    article = Article.objects.get()
    assert (article.lead_caption, article.lead_credit) == ("It is late.", "Ana")


def test_picture_desk_places_a_photo_and_its_keys_change_no_word(sign_in, photos):
    article = builders.live_article(body="<p>It rained.</p>")
    page = sign_in(builders.photo_editor())
    page.goto(change(article))
    text = sheet(page)
    text.click()
    page.keyboard.type("Mine")
    said(page, "the words are the writers")
    assert text.inner_text().strip() == "It rained."
    choose_lead(page, "A ferry in fog.")
    page.locator("[data-command=photo]").click()
    page.locator(".photo-dialog-photos label", has_text="The harbour wall.").click()
    page.get_by_role("button", name="Place").click()
    said(page, "The photo is in the text.")
    keys_go_into_the_text(page)
    page.keyboard.type("A caption of mine.")
    assert "Saved." in press(page, "save")
    article.refresh_from_db()
    assert article.lead_photo == photos[0]
    assert article.body.startswith("<p>It rained.</p><figure") and "A caption of mine." in article.body
    assert "ferry" not in article.editions.get().path and page.locator("[data-behind]").count() == 1


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_lead_photo_is_accessible_in_every_state_and_comes_after_the_text_for_the_tab_key(
    sign_in, photos, width, scheme
):
    page = sign_in(builders.editor())
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme=scheme)
    article = builders.draft_article(body=f'<figure data-photo="{photos[1].pk}"></figure><p>It rained.</p>')
    page.goto(change(article))
    sheet(page)
    wrong = axe_faults(page, "empty")
    page.locator("[data-do=choose]").click()
    page.locator(".photo-dialog-photos button").first.wait_for()
    wrong += axe_faults(page, "library")
    page.keyboard.press("Escape")
    choose_lead(page, "A ferry in fog.")
    wrong += axe_faults(page, "chosen")
    page.locator("[data-do=focus]").click()
    page.locator(".focus-point").wait_for()
    wrong += axe_faults(page, "focus")
    assert not wrong, "\n".join(wrong)
    assert not sideways_faults(page, "lead photo")
    tops = page.evaluate(
        "['.sheet-headline', '[data-lead-photo]'].map(s => document.querySelector(s).getBoundingClientRect().top)"
    )
    assert (tops[0] < tops[1]) == (width == 390), "above the headline as readers see it, but for a phone"
    follows = (
        "document.querySelector('.sheet-body').compareDocumentPosition(document.querySelector('[data-lead-photo]'))"
    )
    assert page.evaluate(follows) == 4
