"""Keys that writers' hands know, on the story's screen, in a real browser."""

import pytest

from articles.models.article import Article
from tests import builders
from tests.journeys.test_autosave import kept
from tests.journeys.test_editing import ADD, change, put_caret, sheet
from tests.journeys.writing import body, said

pytestmark = [pytest.mark.journey, pytest.mark.once]
FOCUSED = "() => document.activeElement.name || document.activeElement.className"
LIST = "<ul><li><p>One</p></li><li><p>Two</p></li></ul>"


def test_new_story_begins_in_the_headline_and_enter_leads_on_to_dek_and_text(sign_in):
    page = sign_in(builders.editor())
    page.goto(ADD)
    sheet(page)
    page.keyboard.type("Bridge Opens")
    page.keyboard.press("Enter")
    page.keyboard.type("At last.")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('.ProseMirror').editor.view.hasFocus()")
    page.keyboard.type("It is open.")
    assert page.locator("textarea[name=headline]").input_value() == "Bridge Opens"
    assert page.locator("textarea[name=dek]").input_value() == "At last."
    assert body(page) == "<p>It is open.</p>"


def test_tab_goes_through_headline_dek_and_text_before_all_else(sign_in):
    page = sign_in(builders.editor())
    page.goto(change(builders.edited(builders.draft_article(), dek="At last.")))
    sheet(page)
    stops = []
    for _ in range(4):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUSED))
    assert stops[:2] == ["headline", "dek"] and "ProseMirror" in stops[2]
    assert page.evaluate("() => document.activeElement.closest('.tools') !== null"), "then its toolbar, one stop"
    top = page.evaluate("() => document.querySelector('.tools').getBoundingClientRect().top")
    assert top < page.evaluate("() => document.querySelector('.ProseMirror').getBoundingClientRect().top")


def test_save_key_saves_a_revision_and_stays_on_the_page(sign_in):
    article = builders.draft_article(body="<p>It is open.</p>")
    page = sign_in(builders.editor())
    page.goto(change(article))
    put_caret(sheet(page).page, after="open.")
    page.keyboard.type(" At last.")
    page.keyboard.press("Control+s")
    said(page, "Saved, also in the history.")
    assert article.revisions.first().snapshot["body"] == "<p>It is open. At last.</p>"
    page.keyboard.type(" Yes.")  # the caret is where it was
    kept(page)
    article.refresh_from_db()
    assert article.body == "<p>It is open. At last. Yes.</p>"


@pytest.mark.parametrize(
    "field", ["[name=headline]", "[name=dek]", ".ProseMirror", "figure .story-words input", "[name=desk]"]
)
def test_next_verb_comes_by_its_key_wherever_the_caret_is(sign_in, field):
    photo = builders.a_photo(alt="A bridge.", credit="Photo: Ada Lens")
    page = sign_in(builders.editor())
    page.goto(change(builders.draft_article(body=f'<p>It is open.</p><figure data-photo="{photo.pk}"></figure>')))
    sheet(page)
    page.locator(field).first.focus()
    page.keyboard.press("Control+Enter")
    page.locator("[data-publish-sheet] button[data-verb=publish]").wait_for()


def test_save_key_on_an_empty_new_story_makes_none(sign_in):
    page = sign_in(builders.editor())
    page.goto(ADD)
    sheet(page)
    page.keyboard.press("Control+s")
    said(page, "There is nothing to save yet.")
    assert not Article.objects.exists()


def test_blocks_and_items_are_moved_by_keys_and_undo_takes_each_move_back(sign_in):
    page = sign_in(builders.editor())
    page.goto(change(builders.draft_article(body=f"<p>First</p>{LIST}<p>Last</p>")))
    put_caret(sheet(page).page, after="Last")
    page.keyboard.press("Alt+ArrowUp")
    assert body(page) == f"<p>First</p><p>Last</p>{LIST}"
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.press("Alt+ArrowUp")  # no further
    assert body(page) == f"<p>Last</p><p>First</p>{LIST}"
    page.keyboard.type("!")
    assert body(page).startswith("<p>Last!</p>"), "the caret went along"
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    assert body(page) == f"<p>First</p><p>Last</p>{LIST}"
    put_caret(page, after="One")
    page.keyboard.press("Alt+ArrowDown")
    assert body(page).endswith("<ul><li><p>Two</p></li><li><p>One</p></li></ul>")
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.press("Alt+ArrowUp")  # at its beginning the list goes on
    assert body(page) == f"<p>First</p>{LIST}<p>Last</p>"


# Whether the editor knows of what is selected on the page, which browsers tell it a moment later.
SELECTED = """() => {
    const { from, to } = document.querySelector(".ProseMirror").editor.state.selection
    return to - from === getSelection().toString().length
}"""
# What opens over or beside the sheet: how it is opened from the text, and what is seen then.
OPENED = {
    "find": (["Control+f"], ".find:not([hidden])"),
    "replace": (["Control+h"], ".find:not([hidden])"),
    "who is meant": (["Control+Alt+m"], ".window"),
    "link": (["Shift+Home", "Control+k"], ".window"),
    "library": (["Control+Alt+p"], ".photo-dialog[open]"),
    "shortcuts": (["Control+/"], ".shortcuts[open]"),
    "publish sheet": (["Control+Enter"], ".publish-dialog[open]"),
    "focus": (["Control+\\"], ".is-focused"),
    "toolbar": (["Alt+F10"], ".tools button:focus"),
}


def test_escape_leads_out_of_everything_and_back_to_the_words(sign_in):
    page = sign_in(builders.editor())
    page.goto(change(builders.draft_article(body="<p>It is open.</p>")))
    sheet(page)
    for name, (keys, shown) in OPENED.items():
        put_caret(page, after="open.")
        for key in keys:
            page.wait_for_function(SELECTED)
            page.keyboard.press(key)
        page.locator(shown).first.wait_for()
        page.keyboard.press("Escape")
        page.locator(shown).wait_for(state="hidden")
        page.wait_for_function("() => document.querySelector('.ProseMirror').editor.view.hasFocus()")
        assert body(page) == "<p>It is open.</p>", name
    page.keyboard.press("Control+f")
    page.get_by_label("Find", exact=True).wait_for()
    put_caret(page)
    page.keyboard.press("Escape")
    page.locator(".find").wait_for(state="hidden")  # from the text too


def test_escape_leaves_the_focus_mode(sign_in):
    page = sign_in(builders.editor())
    page.goto(ADD)
    sheet(page)
    page.keyboard.press("Control+\\")
    page.locator(".is-focused").wait_for()
    page.keyboard.press("Escape")
    page.locator(".is-focused").wait_for(state="detached")
