"""Marks are set while somebody types, as saving sets them, and one undo has them straight again."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from articles.models.article import Article
from tests import builders
from tests.journeys.writing import ADD, body, sheet

pytestmark = [pytest.mark.journey, pytest.mark.once]
EXAMPLES = json.loads((Path(__file__).parents[1] / "js" / "typing-examples.json").read_text())
COMPOSED = "words => document.querySelector('.ProseMirror').editor.view.dom.textContent === words"


@pytest.fixture
def sheet_page(page, sign_in):
    """An empty sheet, open for a reporter."""
    sign_in(builders.reporter())
    page.goto(ADD)
    sheet(page)
    return page


def written(page, words):
    """Wait until the text says these words, each line of which is a paragraph."""
    page.wait_for_function(COMPOSED, arg=words)


@pytest.mark.parametrize("language", ["en", "de", "fr", "uk", "he"])
def test_typing_sets_what_saving_would(sheet_page, language):
    keys = sheet_page.keyboard
    sheet_page.locator("select[name=language]").select_option(language)
    for _, typed, printed in [example for example in EXAMPLES if example[0] == language][:3]:
        for field in ("headline", "dek"):
            sheet_page.locator(f"textarea[name={field}]").click()
            keys.press("Control+a")
            keys.type(typed)
            expect(sheet_page.locator(f"textarea[name={field}]")).to_have_value(printed)
        sheet(sheet_page)
        keys.press("Control+a")
        keys.type(typed)
        written(sheet_page, printed)


@pytest.mark.parametrize("undo", ["Control+z", "Backspace"])
def test_one_undo_has_marks_straight_again_and_they_stay_so(sheet_page, undo):
    keys = sheet_page.keyboard
    keys.type('He read "')
    written(sheet_page, "He read “")
    keys.press(undo)
    written(sheet_page, 'He read "')
    keys.type("Boat\" and wasn'")
    written(sheet_page, 'He read "Boat" and wasn’')
    keys.press(undo)
    keys.type("t sure...")
    written(sheet_page, 'He read "Boat" and wasn\'t sure…')
    keys.press("Control+z")
    written(sheet_page, 'He read "Boat" and wasn\'t sure...')
    headline = sheet_page.locator("textarea[name=headline]")
    headline.click()
    keys.type('Read "')
    expect(headline).to_have_value("Read “")
    keys.press(undo)
    expect(headline).to_have_value('Read "')
    keys.type('Boat", it\'s "so"')
    expect(headline).to_have_value('Read "Boat", it’s “so”')


def test_caret_and_marks_of_words_stay_and_what_is_saved_is_what_was_seen(sheet_page):
    keys = sheet_page.keyboard
    sheet_page.locator("textarea[name=headline]").fill("A boat")
    sheet(sheet_page)
    keys.type("She said.")
    at = 1 + len("She")
    sheet_page.evaluate("at => document.querySelector('.ProseMirror').editor.commands.setTextSelection(at)", at)
    keys.press("Control+b")
    keys.type(' "we\'ll go,"')
    keys.press("Control+b")
    written(sheet_page, "She “we’ll go,” said.")
    assert body(sheet_page) == "<p>She<strong> “we’ll go,”</strong> said.</p>"
    sheet_page.locator("[data-save-state=saved]").wait_for(state="attached")
    sheet_page.wait_for_url("**/change/**")
    assert Article.objects.get().body == body(sheet_page)


def test_what_a_keyboard_composes_is_not_touched_while_it_does(sheet_page):
    session = sheet_page.context.new_cdp_session(sheet_page)
    session.send("Input.imeSetComposition", {"text": '"', "selectionStart": 1, "selectionEnd": 1})
    written(sheet_page, '"')
    session.send("Input.insertText", {"text": "“да”"})
    written(sheet_page, "“да”")
