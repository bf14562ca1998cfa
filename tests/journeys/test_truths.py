"""What goes out is what the screen shows, in a real browser: each truth is on the page without loading it again."""

import pytest

from tests import builders
from tests.journeys.test_autosave import kept
from tests.journeys.test_editing import change, press, put_caret, sheet

pytestmark = [pytest.mark.journey, pytest.mark.once]


def test_scheduled_story_that_is_edited_says_what_goes_out_and_sends_the_newer_text(sign_in):
    article = builders.scheduled_article(headline="Bridge Opens", body="<p>It is open.</p>")
    page = sign_in(builders.editor())
    page.goto(change(article))
    put_caret(sheet(page).page, after="open.")
    assert page.locator("[data-behind]").count() == 0
    page.keyboard.type(" At last.")
    kept(page)
    notice = page.locator("[data-behind]")
    assert "is the text of" in notice.inner_text() and "yours differs" in notice.inner_text()
    due = article.editions.get().goes_live_at
    page.goto("/admin/articles/article/?state=ahead")
    assert page.locator("#result_list [data-behind]").count() == 1
    page.goto("/admin/articles/article/planned/")
    assert page.locator("li [data-behind]").count() == 1
    page.goto(change(article))
    assert "The newer text goes out instead" in press(page, "send-newer")
    assert page.locator("[data-behind]").count() == 0
    edition = article.editions.get()
    assert "At last." in edition.sections.get().html and edition.goes_live_at == due
