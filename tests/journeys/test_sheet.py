"""The story's screen: accessible in each of its states, and one letter's work in however long a story."""

import pytest
from playwright.sync_api import expect

from tests import builders
from tests.journeys.axe import axe_faults, sideways_faults
from tests.journeys.clipboards import plain
from tests.journeys.test_editing import change
from tests.journeys.writing import ADD, choose, drop, keys_go_into_the_text, paste, picture, said, sheet

pytestmark = [pytest.mark.journey, pytest.mark.once]
PARAGRAPH = "<p>" + "The harbour was quiet, and the ferry came late again. " * 10 + "</p>"
# How many elements one typed letter makes, of all that the page makes.
ELEMENTS_PER_LETTER = """async () => {
    const { editor } = document.querySelector(".ProseMirror");
    const make = Document.prototype.createElement;
    let made = 0;
    Document.prototype.createElement = function (...given) { made += 1; return make.apply(this, given); };
    editor.view.dispatch(editor.state.tr.insertText("x", 5));
    Document.prototype.createElement = make;
    return made;
}"""


def states(page):
    """Bring the screen into each of its states, one after the other; yields their names."""
    keys = page.keyboard
    assert page.locator("textarea[name=body]").is_hidden(), "the sheet is written on, not its source"
    yield "begun"
    if page.locator(".header-more").is_visible():  # on a phone
        page.locator(".header-more").click()
        yield "the rest of the head"
    assert page.locator(".theme-toggle svg:visible").count() == 1
    keys.press("Escape")
    sheet(page).click()
    keys.type("> We wait.")
    keys.press("Alt+Enter")
    page.locator(".window [role=option]").first.wait_for()
    yield "speaker"
    keys.press("Enter")
    page.locator(".window").wait_for(state="detached")
    drop(page, picture(builders.picture_bytes(300, 200)))
    page.locator("figure img").wait_for()
    yield "photo"
    keys.press("Control+Alt+p")
    page.locator(".photo-dialog-photos img").first.wait_for()
    yield "library"
    keys.press("Escape")
    page.locator(".photo-dialog").wait_for(state="hidden")
    keys_go_into_the_text(page)
    keys.press("Control+/")
    page.locator(".shortcuts").wait_for()
    yield "shortcuts"
    keys.press("Escape")
    page.locator(".shortcuts").wait_for(state="hidden")
    page.locator(".field-topics .select2-selection").click()
    page.locator(".select2-results__option").first.wait_for()
    yield "topics"
    keys.press("Escape")
    page.locator(".more summary").click()
    page.locator(".more-panel").wait_for()
    yield "menu"
    page.locator("button[data-verb=focus]").click()
    yield "focus"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_every_state_of_the_sheet_is_accessible(sign_in, scheme, width):
    builders.a_person("Ana Diaz")
    builders.a_topic()
    page = sign_in(builders.editor())
    page.expected_complaints += ["Applying inline style", "Couldn't load preload assets"]  # of axe's own making
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(ADD)
    sheet(page)
    wrong = [line for state in states(page) for line in axe_faults(page, state)]
    assert not wrong, "\n".join(wrong)
    assert not sideways_faults(page, "sheet")


def test_what_a_pasted_story_held_is_accessible(sign_in):
    page = sign_in(builders.editor())
    page.expected_complaints += ["Applying inline style", "Couldn't load preload assets"]
    page.goto(ADD)
    sheet(page)
    paste(page, text=plain())
    said(page, "The story was read.")
    assert not axe_faults(page, "found")


def test_fields_of_choices_have_names_on_other_pages_of_the_admin(sign_in):
    """The stock admin's known violation: select2 names none of its parts."""
    page = sign_in(builders.chief())
    page.goto("/admin/articles/person/add/")
    page.get_by_role("combobox", name="Portrait").wait_for()


def test_focus_leaves_only_the_sheet_and_comes_back(sign_in):
    page = sign_in(builders.editor())
    page.goto(ADD)
    sheet(page)
    page.keyboard.press("Control+\\")
    page.locator(".story-layout-outer").wait_for(state="hidden")
    assert page.locator("button[data-verb=focus]").get_attribute("aria-pressed") == "true"
    assert page.locator("textarea[name=headline]").is_visible() and page.locator("button[data-verb=save]").is_visible()
    page.locator(".more summary").click()
    page.locator("button[data-verb=focus]").click()
    page.locator(".story-layout-outer").wait_for()


def test_toolbar_is_one_tab_stop_with_arrows_and_a_way_back(sign_in):
    page = sign_in(builders.editor())
    page.goto(ADD)
    text = sheet(page)
    page.keyboard.press("Alt+F10")
    for command in ("smaller", "bold"):
        page.keyboard.press("ArrowRight")
        assert page.evaluate("() => document.activeElement.dataset.command") == command
    assert page.locator('.tools [tabindex="0"]').count() == 1
    page.keyboard.press("Space")
    page.locator(".tools [data-command=bold][aria-pressed=true]").wait_for()
    keys_go_into_the_text(page)
    page.keyboard.type("Loud")
    expect(text.locator("strong")).to_have_text("Loud")


def test_words_are_counted_without_captions_and_question_mark_lists_the_keys(sign_in):
    photo = builders.a_photo()
    article = builders.draft_article(
        body=f'<p>One two three.</p><figure data-photo="{photo.pk}"><figcaption>Four five</figcaption></figure>'
    )
    page = sign_in(builders.editor())
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    sheet(page)
    page.locator(".sheet-counts", has_text="3 words · ").wait_for()
    page.locator("button[data-verb=save]").focus()
    page.keyboard.press("?")
    page.locator(".shortcuts dt", has_text="Alt+Enter").wait_for()
    assert page.locator(".ProseMirror").get_attribute("spellcheck") == "true"


def test_headline_is_measured_against_each_place_that_shows_it(sign_in):
    page = sign_in(builders.editor())
    page.goto(change(builders.draft_article(headline="Port Reopens")))
    sheet(page)
    lists, search = page.locator("#id_short_headline_length"), page.locator("#id_search_headline_length")
    assert [lists.inner_text(), search.inner_text()] == ["12 of about 45 characters", "12 of about 60 characters"]
    page.locator("textarea[name=headline]").fill("Port Reopens to All Ferries After Nine Weeks of Storms")
    assert lists.inner_text() == "54 of about 45 characters" and "is-over" in lists.get_attribute("class")
    assert "is-over" not in search.get_attribute("class")
    page.locator("textarea[name=short_headline]").fill("Port Reopens")
    assert lists.inner_text() == "12 of about 45 characters"


def test_letter_costs_one_paragraph_in_a_story_of_ten_thousand_words(sign_in):
    made = []
    page = sign_in(builders.editor())
    for paragraphs in (1, 100):
        article = builders.draft_article(body=PARAGRAPH * paragraphs)
        page.goto(f"/admin/articles/article/{article.pk}/change/")
        sheet(page)
        page.evaluate(ELEMENTS_PER_LETTER)  # the first letter writes every block once
        made.append(page.evaluate(ELEMENTS_PER_LETTER))
    assert made[0] == made[1] < 20
    html = page.evaluate("() => document.querySelector('.ProseMirror').innerHTML.length")
    assert html > 50_000


def test_speaker_is_chosen_by_its_label_of_the_field(sign_in):
    ana = builders.a_person("Ana Diaz")
    page = sign_in(builders.editor())
    page.goto(ADD)
    sheet(page)
    page.keyboard.type("> We wait.")
    page.get_by_role("button", name="Who says this?").click()
    page.get_by_role("combobox", name="Who says this?").wait_for()
    choose(page, "ana", "Ana Diaz")
    expect(page.locator(f"blockquote[data-person='{ana.pk}'] footer")).to_have_text("— Ana Diaz")
