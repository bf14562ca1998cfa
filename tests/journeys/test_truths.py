"""What goes out is what the screen shows, in a real browser: each truth is on the page without loading it again."""

from datetime import UTC, datetime

import pytest

from articles.editorial.writing import review
from articles.models.article import Article
from articles.models.house_word import HouseWord
from tests import builders
from tests.journeys.test_autosave import kept
from tests.journeys.test_editing import ADD, change, press, put_caret, sheet
from tests.journeys.writing import paste

RELEASE = """Norland reopens its northern port to ferries after nine weeks

EMBARGOED UNTIL 00:01 UTC ON THURSDAY 22 MAY 2031

Norland has reopened its northern port to ferries, nine weeks after a storm broke the quay, the ministry said.

“We have waited nine weeks for this morning,” said Ines Halloran, the harbor master. “The first ship is full.”

The quay was broken on March 14 by the highest tide in sixty years. Nobody was hurt, but forty boats were lost, and
the island had no fresh milk for eleven days. The repair has cost 12 million crowns, of which the state pays half.
"""
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


def test_list_of_what_blocks_is_computed_anew_and_leads_to_the_very_place(sign_in):
    builders.a_desk("World")
    builders.a_desk("Sport")  # where there is one desk, nobody is asked for it
    page = sign_in(builders.editor())
    page.goto(ADD)
    blockers = page.locator("[data-blocker]")
    assert blockers.all_inner_texts() == [
        "The story has no headline.",
        "The story has no text.",
        "The story has no desk.",
    ]
    page.locator("textarea[name=headline]").fill("Bridge Opens After a Year")
    put_caret(sheet(page).page)
    page.keyboard.type("It is open.")
    kept(page)
    assert blockers.all_inner_texts() == ["The story has no desk."]
    page.select_option("[name=desk]", label="World")
    page.wait_for_function("() => !document.querySelector('[data-blocker]')")
    page.locator("[data-warning=dek]").click()
    page.wait_for_function("() => document.activeElement.name === 'dek'")
    page.locator("[data-warning=byline]").click()
    page.wait_for_function("() => document.activeElement.className.includes('select2')")


def test_photo_without_words_is_led_to_in_the_text(sign_in):
    one, two = builders.a_photo(), builders.a_photo(alt="", caption="A ferry in the rain")
    figures = "".join(
        f'<figure data-photo="{photo.pk}"><figcaption></figcaption></figure>' for photo in (one, two, one)
    )
    article = builders.draft_article(body=f"<p>It rained.</p>{figures}<blockquote><p>We wait here.</p></blockquote>")
    page = sign_in(builders.editor())
    page.goto(change(article))
    sheet(page)
    (blocker,) = page.locator("[data-blocker]").all()
    assert blocker.inner_text().startswith("The photo “A ferry in the rain” has no alt text")
    blocker.click()
    page.wait_for_function("() => document.activeElement.dataset.part === 'alt'")
    assert page.evaluate("document.activeElement.closest('figure').dataset.photo") == str(two.pk)
    page.keyboard.type("A white ferry.")
    page.keyboard.press("Tab")
    page.wait_for_function("() => !document.querySelector('[data-blocker]')")
    page.locator("[data-warning=body]").click()
    page.wait_for_function("() => getSelection().toString() === 'We wait here.'")  # the sheet draws it in its own time


def test_approval_that_a_change_takes_away_is_said_at_once(sign_in):
    writer, chief = builders.reporter(), builders.chief(username="edda")
    article = builders.draft_article(by=writer, body="<p>It is open.</p>")
    review.submit(article, by=writer)
    review.approve(article, by=chief)
    page = sign_in(writer)
    page.goto(change(article))
    assert page.locator("[data-fragment=state] .state-whole").inner_text() == "Approved"
    put_caret(sheet(page).page, after="open.")
    page.keyboard.type(" At last.")
    kept(page)
    assert page.locator("[data-fragment=state] .state-whole").inner_text() == "Draft"
    assert page.locator("[data-undone]").inner_text().startswith("The approval by edda is gone, because the text was")
    assert "The approval by edda is gone" in press(page, "save")


def test_house_word_is_underlined_and_one_key_puts_the_right_one_there(sign_in):
    HouseWord.objects.create(wrong="judgement", right="judgment", reason="Dictionary")
    article = builders.draft_article(body="<p>“A judgement,” Bo Lind said on Monday.</p><p>It was a fair judgement</p>")
    page = sign_in(builders.editor())
    page.goto(change(article))
    sheet(page)
    found = page.locator(".house-word")
    found.nth(1).wait_for()
    assert found.nth(1).get_attribute("title").startswith("The house writes “judgment”, not “judgement” (Dictionary).")
    put_caret(page, after="judgement")
    page.keyboard.press("Alt+Enter")
    page.wait_for_function("() => document.querySelectorAll('.house-word').length === 1")
    kept(page)
    article.refresh_from_db()
    assert article.body.count("judgement") == 1 and article.body.endswith("<p>It was a fair judgment</p>")
    (warning,) = [text for text in page.locator("[data-warning]").all_inner_texts() if "judgement" in text]
    assert "stands in a quotation" in warning


def test_live_since_is_the_first_publication_and_updated_the_last(sign_in, time_machine):
    time_machine.move_to("2026-11-29T10:00:00+00:00", tick=True)
    article = builders.live_article(body="<p>It is open.</p>")
    time_machine.move_to("2026-11-29T12:00:00+00:00", tick=True)
    page = sign_in(builders.editor())
    page.goto(change(article))
    put_caret(sheet(page).page, after="open.")
    page.keyboard.type(" At last.")
    kept(page)
    assert page.locator("[data-behind]").inner_text().startswith("What readers see is the text of 10:00; yours differs")
    assert "Published: " in press(page, "publish")
    said = page.locator("[data-fragment=state] .state-whole").inner_text()
    assert said == "Live since 29 November 2026, 10:00 · updated 29 November 2026, 12:00"
    assert page.locator("[data-behind]").count() == 0


def test_embargo_of_a_pasted_story_blocks_at_once_and_one_click_schedules_for_it(sign_in):
    builders.a_desk("World")
    page = sign_in(builders.editor())
    page.goto(ADD)
    sheet(page)
    paste(page, text=RELEASE)
    page.locator("[data-embargo]").wait_for()
    assert page.locator("[data-blocker=embargo]").inner_text() == "The text says: embargoed until 22 May 2031, 00:01."
    assert "EMBARGO" not in page.locator(".ProseMirror").inner_text()
    page.select_option("[name=desk]", label="World")
    kept(page)
    page.locator(".verbs button[data-verb=publish]").click()
    sheet_says = page.locator("[data-publish-sheet] [data-embargo]")
    assert sheet_says.inner_text() == "The text says: embargoed until 22 May 2031, 00:01."
    page.get_by_label("Now").check()
    page.locator("[data-publish-sheet] [data-blocker=embargo]").wait_for()
    page.get_by_role("link", name="Back to writing").click()
    assert "Scheduled for Thu 22 May 2031, 00:01" in press(page, "schedule-at-embargo")
    assert page.locator("[data-blocker]").count() == 0
    assert Article.objects.get().editions.get().goes_live_at == datetime(2031, 5, 22, 0, 1, tzinfo=UTC)


def test_reporter_whose_change_takes_a_story_out_of_review_can_hand_it_in_again(sign_in):
    writer = builders.reporter()
    article = review.submit(builders.draft_article(by=writer, body="<p>It is open.</p>"), by=writer)
    page = sign_in(writer)
    page.goto(change(article))
    put_caret(sheet(page).page, after="open.")
    assert page.locator("button[data-verb=submit]").count() == 0
    page.keyboard.type(" At last.")
    page.locator("button[data-verb=submit]").wait_for()
    assert "Handed to the editors." in press(page, "submit")
