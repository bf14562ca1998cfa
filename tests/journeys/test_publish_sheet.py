"""From the clipboard to readers by the publish sheet, in a real browser: with a mouse, by keys alone, on a phone."""

import pytest
from django.utils import timezone

from articles.models.article import Article
from tests import builders
from tests.journeys.axe import axe_faults
from tests.journeys.test_autosave import kept
from tests.journeys.test_editing import ADD, change, confirm_button, put_caret, sheet
from tests.journeys.writing import paste

pytestmark = [pytest.mark.journey, pytest.mark.once]
BY_AXE = ["Applying inline style", "Couldn't load preload assets"]
STORY = """Norland Reopens Its Northern Port

The first ferry in nine weeks came in full.

By Ana Diaz

NORRVIK, Norland — Norland has reopened its northern port to ferries, nine weeks after a storm broke the quay, the
ministry said on Monday.

“We have waited nine weeks for this morning,” said Ines Halloran, the harbor master. “The first ship is full.”

The quay was broken on March 14 by the highest tide in sixty years. Nobody was hurt, but forty boats were lost, and
the island had no fresh milk for eleven days. The repair has cost 12 million crowns, of which the state pays half.

The next ferry is due on Tuesday, and the ministry expects that all of them will sail by the end of the month.
"""


def a_newsroom():
    """Two desks, one of which has written on ferries."""
    builders.a_desk("Sport")
    ferries = builders.a_topic("Ferry")
    builders.live_article(desk=builders.a_desk("World"), topics=[ferries])
    return ferries


def test_pasted_story_is_live_after_paste_publish_and_confirm_for_its_desk_is_guessed(sign_in):
    a_newsroom()
    page = sign_in(builders.editor())
    page.goto(ADD)
    sheet(page)
    paste(page, text=STORY)
    page.locator(".verbs button[data-verb=publish]").click()
    confirm_button(page).click()
    page.locator(".messagelist", has_text="Published: ").wait_for()
    edition = builders.live_edition(Article.objects.latest("pk"))
    assert edition.desk.name == "World" and edition.headline == "Norland Reopens Its Northern Port"


def test_offered_topics_are_taken_by_one_key_and_the_guess_says_why(sign_in):
    ferries = a_newsroom()
    article = builders.draft_article(desk=None, headline="Ferries Wait", by=builders.chief())
    page = sign_in(builders.editor())
    page.goto(change(article))
    sheet(page)
    assert "Other stories on what the text names" in page.locator("[data-guess]").inner_text()
    assert page.locator("[name=desk] option:checked").inner_text() == "World"
    page.keyboard.press("Control+Alt+k")
    kept(page)
    page.wait_for_function("() => !document.querySelector('[data-offered-topic]')")
    article.refresh_from_db()
    assert article.desk.name == "World" and article.lead_topic == ferries


def test_sheet_is_accessible_leads_to_what_blocks_and_is_never_stale(sign_in):
    builders.a_desk("World")
    article = builders.draft_article(dek="", desk=None)
    page = sign_in(builders.editor())
    page.expected_complaints += BY_AXE
    page.goto(change(article))
    put_caret(sheet(page).page)
    page.select_option("[name=desk]", "")
    kept(page)
    page.locator(".verbs button[data-verb=publish]").click()
    page.locator("[data-publish-sheet] [data-blocker=desk]").click()
    page.locator(".publish-dialog").wait_for(state="detached")
    assert page.evaluate("document.activeElement.name") == "desk"
    page.select_option("[name=desk]", label="World")
    page.keyboard.press("Control+Enter")
    button = confirm_button(page)
    assert not page.locator("[data-publish-sheet] [data-blocker]").count()
    assert not axe_faults(page, "publish sheet")
    page.get_by_label("Tomorrow 6:00").check()
    page.locator("[data-publish-sheet] button", has_text="Schedule").wait_for()
    assert button.is_visible()
    page.keyboard.press("Escape")
    page.locator(".publish-dialog").wait_for(state="detached")
    page.locator(".verbs button[data-verb=publish]").wait_for()
    assert not article.editions.exists()


LOOKS = "() => [...document.querySelectorAll('.look-title')].map(title => title.textContent)"


def test_looks_follow_what_is_typed_and_what_was_typed_goes_out(sign_in):
    long = "Norland Reopens Its Northern Port to All Ferries After Nine Weeks of Storms"
    article = builders.draft_article(headline="Port Reopens", dek="At last.")
    page = sign_in(builders.editor())
    page.expected_complaints += BY_AXE
    page.goto(change(article))
    sheet(page)
    page.keyboard.press("Control+Enter")
    confirm_button(page)
    page.locator(".look-field").get_by_label("Headline for search and sharing").fill(long)
    assert page.evaluate(LOOKS) == [
        "Norland Reopens Its Northern Port to All Ferries After Nine…",
        "Norland Reopens Its Northern Port to All Ferries After Nine Weeks of …",
        "Port Reopens",
        "Port Reopens",
    ]
    page.locator(".look-field").get_by_label("Headline on lists").fill("Port Open")
    typed = page.evaluate(LOOKS)
    assert typed[2:] == ["Port Open", "Port Reopens"] and not axe_faults(page, "looks")
    assert page.locator(".look-field small").all_inner_texts() == [
        f"{len(long)} of about 60 characters", "9 of about 45 characters",
    ]  # fmt: skip
    page.locator(".publish-slug summary").click()
    page.locator(".publish-dialog [name=slug]").fill("port-open")
    assert page.locator("[data-look=address]").last.inner_text().endswith(" › port-open")
    confirm_button(page).click()
    page.locator(".messagelist", has_text="Published: ").wait_for()
    edition = article.editions.get()
    assert edition.path.endswith("/port-open/")
    assert (edition.headline, edition.short_headline, edition.search_headline) == ("Port Reopens", "Port Open", long)
    sheet(page)
    page.keyboard.press("Control+Enter")
    confirm_button(page)
    assert page.evaluate(LOOKS) == typed, "the server cuts them the same"


IS_WHOLE = """(part) => {
    const { top, bottom } = document.querySelector(part).getBoundingClientRect();
    return innerHeight === 480 && top >= 0 && bottom <= 480;
}"""


def test_phone_has_the_headline_on_top_and_state_and_verbs_at_the_thumb(sign_in):
    article = builders.draft_article(body="<p>It is open.</p>" * 40)
    page = sign_in(builders.editor())
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(change(article))
    put_caret(sheet(page).page)
    box = page.locator("textarea[name=headline]").bounding_box()
    assert box["y"] < 160, "nothing but the head of the page stands over it"
    page.evaluate("() => { window.scrolled = new Promise((done) => addEventListener('scrollend', done)) }")
    page.mouse.wheel(0, 3000)
    page.evaluate("scrolled.then(() => {})")
    page.set_viewport_size({"width": 390, "height": 480})  # as a keyboard leaves it
    for part in ("[data-save-state]", ".verbs button[data-verb=publish]", ".more summary", ".tools"):
        page.wait_for_function(IS_WHOLE, arg=part)
    for target in page.locator(".verbs button:visible, .verbs summary, .tools button").all():
        size = target.bounding_box()
        assert size["height"] >= 44 and size["width"] >= 44
    page.locator(".more summary").click()
    assert page.locator(".more-panel button[data-verb=preview]").is_visible()
    page.keyboard.press("Escape")
    page.locator(".verbs button[data-verb=publish]").click()
    confirm_button(page).click()
    page.locator(".messagelist", has_text="Published: ").wait_for()
    assert article.editions.live(timezone.now()).exists()
