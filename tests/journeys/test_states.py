"""The story's screen when something is the matter: accessible in each state, on a phone by touch and on a desk."""

from contextlib import closing

import pytest

from articles.editorial.writing import drafts
from articles.models.article import Article
from tests import builders
from tests.journeys.axe import faults_by_day_and_night, sideways_faults, small_targets
from tests.journeys.scrolling import PHONE
from tests.journeys.steps import PATIENCE, follow
from tests.journeys.test_autosave import kept
from tests.journeys.test_desk import SELECT
from tests.journeys.test_editing import change, confirm_button, put_caret, sheet
from tests.journeys.writing import keys_go_into_the_text, paste

pytestmark = [pytest.mark.journey, pytest.mark.once]
DESK = {"viewport": {"width": 1280, "height": 900}}
DEVICES = {"phone": PHONE, "desk": DESK}


def select(page, words):
    keys_go_into_the_text(page)
    page.evaluate(SELECT, [words, ".ProseMirror p"])


def states(page, article):
    """Bring the screen into each of its states, one after the other; yields their names."""
    keys = page.keyboard
    page.goto(change(article))
    sheet(page)
    page.locator("[data-blocker]").first.wait_for()
    page.locator("[data-warning]").first.wait_for()
    yield "blocked"
    page.locator(".more summary").click()
    page.locator(".more-panel").wait_for()
    yield "menu"
    keys.press("Escape")
    put_caret(page)
    keys.press("Control+h")
    page.get_by_label("Find", exact=True).fill("ferry")
    page.locator(".found").first.wait_for()
    yield "find"
    keys.press("Escape")
    select(page, "ferry comes")
    page.locator(".notes-bubble").wait_for()
    yield "selected"
    keys.press("Control+k")
    page.locator(".window [role=option]").first.wait_for()
    yield "link"
    keys.press("Escape")
    page.locator(".window").wait_for(state="detached")
    select(page, "ferry comes")
    page.locator(".notes-bubble").click()
    page.get_by_label("Your comment").fill("Which one?")
    yield "comment"
    page.locator(".notes-dialog [data-do=send]").click()
    page.locator("[data-comment]").wait_for()
    yield "comment beside"
    put_caret(page, after="comes late.")
    paste(page, html="<p>See <b>this</b>: <iframe src='https://example.org/film'></iframe> there.</p>")
    page.locator("[data-left-out]").wait_for()
    yield "left out"
    page.locator("[data-left-out] button", has_text="Take the paste back").click()
    keys.press("Control+\\")
    yield "only the sheet"
    keys.press("Escape")


def publishing(page, _article):
    """The publish sheet with what blocks, and with what warns."""
    keys = page.keyboard
    page.locator(".verbs button[data-verb=publish]").click()
    page.locator("[data-publish-sheet] [data-blocker]").first.wait_for()
    page.locator(".look-social img").wait_for()
    yield "publish sheet, blocked"
    keys.press("Escape")
    page.locator(".publish-dialog").wait_for(state="detached")
    page.locator("[name=desk]").select_option("World")
    page.wait_for_function("() => !document.querySelector('[data-blocker=desk]')")
    page.locator(".verbs button[data-verb=publish]").click()
    confirm_button(page)
    yield "publish sheet, with a warning"
    keys.press("Escape")
    page.locator(".publish-dialog").wait_for(state="detached")


def conflict(page, article):
    """Two people change the same words; the dialog marks where they differ."""
    kept(page)
    put_caret(page, after="comes late.")
    article.refresh_from_db()
    drafts.save(
        article, by=builders.chief(), version=article.version, body=article.body.replace("comes late.", "came late.")
    )
    page.keyboard.press("Backspace")
    page.keyboard.type(", they say.")
    view = page.get_by_role("dialog", name="Two people changed the same words")
    view.wait_for()
    marked = view.locator("mark").all_inner_texts()
    assert [words.strip() for words in marked] == ["comes", ", they say", "came"]
    yield "conflict"
    view.get_by_label("Yours").check()
    view.get_by_role("button", name="Take what is chosen").click()
    view.wait_for(state="detached")
    kept(page)


def history(page, article):
    """The list of revisions, and two of them compared."""
    page.goto(f"{change(article).removesuffix('change/')}revisions/")
    page.locator(".revisions").wait_for()
    yield "history"
    follow(page.get_by_role("button", name="Compare"))
    page.locator(".marked").wait_for()
    yield "compared"


def walk(page, article):
    """All states of the story."""
    for steps in (states, publishing, conflict, history):
        yield from steps(page, article)


def faults(page, state):
    """What is wrong with the page in this state, in both lights; for fingers where there are any."""
    yield from faults_by_day_and_night(page, state)
    page.emulate_media(color_scheme="light")
    yield from sideways_faults(page, state)
    if page.evaluate("matchMedia('(pointer: coarse)').matches"):
        yield from (f"{state}: {target}" for target in small_targets(page))


@pytest.mark.parametrize("device", DEVICES)
def test_every_state_is_accessible_in_light_and_dark_and_fingers_hit_what_they_mean(browser, site, sign_in, device):
    builders.a_desk("World"), builders.a_desk("Sport")
    builders.live_article(headline="Ferries of the North")
    article = builders.draft_article(
        headline="The Ferry", desk=None, body="<p>The ferry comes late.</p><p>It rained.</p>"
    )
    builders.edited(article, dek="It is late.")
    context = browser.new_context(base_url=site, **DEVICES[device])
    context.add_cookies(sign_in(builders.editor()).context.cookies())
    context.set_default_timeout(PATIENCE)
    with closing(context):
        page = context.new_page()
        page.route("**/here/", lambda route: route.abort())  # else it may hear of a change before it has one of its own
        wrong = [line for state in walk(page, article) for line in faults(page, state)]
    assert not wrong, "\n".join(wrong)
    assert Article.objects.get(pk=article.pk).body.startswith("<p>The ferry comes late, they say.")
