"""Never losing a word, in a real browser: autosave, lost connections, expired sessions, other people and other tabs."""

import re

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

from articles.editorial.writing import drafts
from articles.models.article import Article
from articles.text.body.body import Body
from tests import builders
from tests.journeys.axe import axe_faults
from tests.journeys.steps import PATIENCE as WAIT
from tests.journeys.steps import follow
from tests.journeys.test_editing import ADD, change, press, put_caret, sheet

pytestmark = pytest.mark.journey
# Marked `once` is what the browser keeps: two writers on one row are tried on both databases.


def state(page, name):
    """Wait until the page says that its words are in this state; returns how it says so."""
    element = page.locator(f'[data-save-state="{name}"]')
    element.wait_for(timeout=WAIT)
    return element.inner_text()


def kept(page):
    """Wait until the working copy has all that stands on the page."""
    page.wait_for_function(
        "() => document.querySelector('[data-save-state]')?.textContent.match(/^Saved \\d+:/)", timeout=WAIT
    )


def found_in_the_browser(page):
    """What the page says of words that only this browser had, once it has looked."""
    page.locator("[data-kept][data-looked]").wait_for(state="attached")
    return page.locator("[data-kept]").inner_text()


def another(browser, site, user):
    """A page of somebody else, in a browser of their own."""
    client = Client()
    client.force_login(user)
    context = browser.new_context(base_url=site)
    context.set_default_timeout(WAIT)
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": site}])
    return context.new_page()


@pytest.mark.once
def test_new_story_is_kept_before_anybody_saves_it(sign_in):
    page = sign_in(builders.editor())
    page.goto(ADD)
    page.locator("textarea[name=headline]").fill("Bridge opens")
    put_caret(sheet(page).page)
    page.keyboard.type("It is open.")
    kept(page)
    article = Article.objects.get()
    page.wait_for_url(f"**{change(article)}")
    assert not article.revisions.exists()
    assert (article.headline, article.body) == ("Bridge opens", "<p>It is open.</p>")
    page.keyboard.type(" At last.")
    kept(page)
    page.reload()
    assert "It is open. At last." in sheet(page).inner_text() and Article.objects.count() == 1
    assert "Saved." in press(page, "save")
    assert article.revisions.count() == 1


@pytest.mark.once
def test_save_right_after_the_last_key_has_it(sign_in):
    article = builders.draft_article(body="<p>Was.</p>")
    page = sign_in(builders.editor())
    page.goto(change(article))
    put_caret(sheet(page).page)
    page.keyboard.type("Now it is. ")
    assert "Saved." in press(page, "save")
    assert Article.objects.get().body == "<p>Now it is. Was.</p>" and article.revisions.count() == 2
    sheet(page)
    page.wait_for_function("async () => (await indexedDB.databases()).length > 0")
    assert found_in_the_browser(page) == ""
    page.goto(ADD)
    sheet(page)
    assert found_in_the_browser(page) == "" and page.locator("textarea[name=headline]").input_value() == ""


@pytest.mark.once
def test_without_a_connection_words_stay_and_arrive_later(sign_in):
    article = builders.draft_article(body="<p>Was.</p>")
    page = sign_in(builders.editor())
    page.expected_complaints.append("ERR_INTERNET_DISCONNECTED")
    page.goto(change(article))
    put_caret(sheet(page).page)
    page.context.set_offline(True)
    page.keyboard.type("Typed offline. ")
    assert "kept in this browser" in state(page, "offline")
    page.locator('button[data-verb="save"]').click()
    assert "Typed offline." in sheet(page).inner_text()
    page.context.set_offline(False)
    kept(page)
    assert "Typed offline." in Article.objects.get().body


@pytest.mark.once
def test_words_only_the_browser_has_are_there_on_return(sign_in):
    article = builders.draft_article(
        body=f"<p>Was.</p><p>{'Too long for a request that outlives its page. ' * 500}</p>"
    )
    page = sign_in(builders.editor())
    page.expected_complaints.append("ERR_FAILED")
    page.route("**/autosave/", lambda route: route.abort())
    page.goto(change(article))
    put_caret(sheet(page).page)
    page.keyboard.type("Only here. ")
    state(page, "offline")
    page.goto("/admin/")
    page.goto(ADD)
    link = page.locator("[data-kept] a")
    link.wait_for()
    page.unroute("**/autosave/")
    link.click()
    page.locator("[data-kept]", has_text="only this browser had").wait_for()
    assert "Only here. Was." in sheet(page).inner_text()
    kept(page)
    assert Article.objects.get().body.startswith("<p>Only here. Was.</p>")
    page.reload()
    sheet(page)
    assert found_in_the_browser(page) == ""


@pytest.mark.once
def test_signed_out_writes_on_and_signs_in_beside_the_story(sign_in, site):
    user = builders.editor(username="edda", password="a long secret")
    article = builders.draft_article(body="<p>Was.</p>")
    page = sign_in(user)
    page.expected_complaints += ["401", "403"]  # signed out, and a token from before signing in again
    page.goto(change(article))
    put_caret(sheet(page).page)
    Session.objects.all().delete()
    page.keyboard.type("Signed out. ")
    assert "signed out" in state(page, "signed-out")
    page.locator('button[data-verb="save"]').click()
    with page.expect_popup() as popup:
        page.get_by_role("link", name="Sign in in another tab").click()
    login = popup.value
    login.locator("[name=username]").fill("edda")
    login.locator("[name=password]").fill("a long secret")
    follow(login.locator("[type=submit]"))
    login.get_by_text("go back to your story").wait_for()
    login.close()
    put_caret(page)
    page.keyboard.type("On it goes. ")
    kept(page)
    assert "On it goes. Signed out. Was." in Body(Article.objects.get().body).plain_text
    assert "Saved." in press(page, "save")


def test_two_people_on_one_story_keep_both_peoples_paragraphs(browser, site, sign_in):
    article = builders.draft_article(headline="Was", body="<p>One.</p><p>Two.</p>")
    page, other = sign_in(builders.editor(username="edda")), another(browser, site, builders.chief(username="cleo"))
    for one in (page, other):
        one.goto(change(article))
        sheet(one)
    page.locator("[data-presence]", has_text="cleo is here too").wait_for(timeout=WAIT)
    other.locator("[data-presence]", has_text="edda is here too").wait_for(timeout=WAIT)
    put_caret(page, after="One.")
    page.keyboard.type(" Of Edda.")
    put_caret(other, after="Two.")
    other.keyboard.type(" Of Cleo.")
    other.locator("textarea[name=headline]").fill("Of Cleo too")
    for one in (page, other):
        one.wait_for_function(
            "() => { const text = document.querySelector('.ProseMirror').textContent;"
            " return text.includes('Of Edda.') && text.includes('Of Cleo.') }",
            timeout=WAIT,
        )
        kept(one)
    page.wait_for_function("() => document.querySelector('[name=headline]').value === 'Of Cleo too'")
    article.refresh_from_db()
    assert article.body == "<p>One. Of Edda.</p><p>Two. Of Cleo.</p>" and article.revisions.count() == 1
    other.context.close()
    page.wait_for_function("() => document.querySelector('[data-presence]').textContent === ''", timeout=WAIT)


def test_one_paragraph_changed_by_two_is_chosen_side_by_side(sign_in):
    article = builders.draft_article(headline="Was", body="<p>One.</p><p>Two.</p>")
    page = sign_in(builders.editor())
    page.expected_complaints += ["409", "ERR_FAILED"]
    page.route("**/here/", lambda route: route.abort())  # else the page may hear of it before it is written on
    page.goto(change(article))
    put_caret(sheet(page).page)
    drafts.save(
        article, by=builders.chief(username="cleo"), version=1, headline="Theirs", body="<p>One, theirs.</p><p>Two.</p>"
    )
    page.locator("textarea[name=headline]").fill("Mine")
    put_caret(page, after="One.")
    page.keyboard.type(" Mine.")
    view = page.get_by_role("dialog", name="Two people changed the same words")
    view.wait_for(timeout=WAIT)
    state(page, "conflict")
    assert axe_faults(page, "while it is open, only the dialog is to be reached") == []
    view.get_by_role("button", name="Decide later").click()
    assert Article.objects.get().headline == "Theirs" and "One. Mine." in sheet(page).inner_text()
    page.locator('button[data-verb="save"]').click()
    text = view.get_by_role("group", name="Text")
    assert "One. Mine." in text.inner_text() and "One, theirs." in text.inner_text() and "cleo" in text.inner_text()
    text.get_by_label("Keep both, one after the other").check()
    view.get_by_role("group", name="Headline").get_by_label("Yours").check()
    view.get_by_role("button", name="Take what is chosen").click()
    kept(page)
    article.refresh_from_db()
    assert (article.headline, article.body) == ("Mine", "<p>One, theirs.</p><p>One. Mine.</p><p>Two.</p>")


def test_refused_save_leads_to_the_same_choice(sign_in):
    """The Save that comes before the page has heard of the other person's."""
    article = builders.draft_article(body="<p>As it was.</p>")
    page = sign_in(builders.editor())
    page.expected_complaints += ["409", "ERR_FAILED"]
    page.route("**/here/", lambda route: route.abort())
    page.goto(change(article))
    put_caret(sheet(page).page)
    drafts.save(article, by=builders.chief(), version=1, body="<p>As it was.</p><p>Theirs.</p>")
    page.keyboard.type("Mine. ")
    page.locator('button[data-verb="save"]').click()
    kept(page)
    assert Article.objects.get().body == "<p>Mine. As it was.</p><p>Theirs.</p>"


@pytest.mark.once
def test_other_tab_of_the_same_browser_loses_nothing(sign_in):
    article = builders.draft_article(body="<p>One.</p><p>Two.</p>")
    page = sign_in(builders.editor())
    page.expected_complaints.append("409")
    page.goto(change(article))
    sheet(page)
    second = page.context.new_page()
    second.goto(change(article))
    put_caret(sheet(second).page, after="Two.")
    second.keyboard.type(" Second tab.")
    put_caret(page, after="One.")
    page.keyboard.type(" First tab.")
    for one in (page, second):
        one.wait_for_function(
            "() => /First tab.*Second tab/s.test(document.querySelector('.ProseMirror').textContent)", timeout=WAIT
        )
        kept(one)
    assert Article.objects.get().body == "<p>One. First tab.</p><p>Two. Second tab.</p>"


@pytest.mark.once
def test_full_browser_store_is_said_and_the_server_keeps_the_words(sign_in):
    article = builders.draft_article(body="<p>Was.</p>")
    page = sign_in(builders.editor())
    page.add_init_script(
        "IDBObjectStore.prototype.put = function () { throw new DOMException('full', 'QuotaExceededError') }"
    )
    page.goto(change(article))
    put_caret(sheet(page).page)
    page.keyboard.type("No room. ")
    page.wait_for_function("() => /^Saved .* no room/.test(document.querySelector('[data-save-state]').textContent)")
    assert Article.objects.get().body == "<p>No room. Was.</p>"


@pytest.mark.once
def test_what_does_not_fit_is_said_and_stays_in_the_browser(sign_in):
    article = builders.draft_article(body="<p>Was.</p>")
    page = sign_in(builders.editor())
    page.goto(change(article))
    sheet(page)
    page.locator("textarea[name=dek]").fill("Kept.")
    page.locator("[name=slug]").fill("no slug!")
    assert re.search("slug: Enter a valid", state(page, "offline"))
    assert Article.objects.get().dek == "Kept."
    page.reload()
    page.wait_for_function("() => document.querySelector('[name=slug]').value === 'no slug!'")


def test_topics_taken_from_somebody_else_are_shown_by_name(sign_in):
    topic = builders.a_topic("Ferries")
    article = builders.draft_article()
    page = sign_in(builders.editor())
    page.goto(change(article))
    sheet(page)
    drafts.save(article, by=builders.chief(), version=1, topics=[topic], lead_topic=topic)
    page.locator(".field-topics .select2-selection__choice", has_text="Ferries").wait_for(timeout=WAIT)
    page.locator(".field-lead_topic .select2-selection__rendered", has_text="Ferries").wait_for()
    page.locator("[data-kept]", has_text="is on this page now").wait_for()
    assert "Saved." in press(page, "save")
    assert [row.tag for row in article.topic_rows.all()] == [topic]


@pytest.mark.once
def test_revisions_are_compared_and_restored_without_a_mouse(sign_in):
    article = builders.draft_article(headline="Bridge Opens", body="<p>It is open.</p><p>It rained.</p>")
    article = builders.edited(article, body="<p>It is open now, said the mayor.</p><p>It rained.</p><p>Ships wait.</p>")
    builders.edited(article, headline="Bridge Is Open")
    page = sign_in(builders.editor())
    page.goto(change(article))
    follow(page.locator("[data-revisions]"), "Enter")
    page.get_by_role("heading", name="Revisions").wait_for()
    assert page.locator(".revisions li").count() == 3
    wrong = axe_faults(page, "revisions")
    page.locator("[name=from][value='1']").focus()
    page.keyboard.press("Space")
    follow(page.get_by_role("button", name="Compare"), "Enter")
    page.locator(".marked").wait_for()
    came = [words.strip() for words in page.locator(".marked ins").all_inner_texts()]
    assert came == ["Is Open", "now, said the mayor", "Ships wait."]
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        wrong += axe_faults(page, scheme)
    follow(page.get_by_role("link", name="Revisions"), "Enter")
    follow(page.get_by_role("button", name="Restore revision 1"), "Enter")
    page.locator(".messagelist", has_text="revision 1").wait_for()
    assert Article.objects.get().headline == "Bridge Opens" and article.revisions.count() == 4
    assert not wrong, "\n".join(wrong)
