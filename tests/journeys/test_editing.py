"""Writing, publishing and losing nothing, in a real browser."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.editorial.writing import drafts
from articles.models.article import Article
from articles.text.body.cleaning import clean
from tests import builders
from tests.journeys.steps import follow
from tests.journeys.writing import sheet_is_there

pytestmark = [pytest.mark.journey, pytest.mark.once]

ADD = "/admin/articles/article/add/"


def change(article):
    return reverse("admin:articles_article_change", args=[article.pk])


SET_CARET = """after => {
    const editor = document.querySelector(".ProseMirror").editor;
    let at = 1;
    editor.state.doc.descendants((node, place) => {
        if (after && node.isText && node.text.endsWith(after)) at = place + node.text.length;
    });
    editor.chain().focus().setTextSelection(at).run();
}"""
CARET_STANDS = """() => {
    const { view, state } = document.querySelector(".ProseMirror").editor;
    const { anchorNode, anchorOffset } = getSelection();
    return view.hasFocus() && view.posAtDOM(anchorNode, anchorOffset) === state.selection.anchor;
}"""


def put_caret(page, *, after=""):
    """Set the caret behind the words that end a piece of text, or at the very start; return when it stands there.

    A click would do it too, but the editor goes on handling a click for a while, over whatever is pressed next.
    """
    page.evaluate(SET_CARET, after)
    page.wait_for_function(CARET_STANDS)


def sheet(page):
    """The prose editor, ready to type in."""
    return sheet_is_there(page)


def open_menu(page):
    """Open the bar's menu, where all verbs are but Save and the one that comes next."""
    page.locator(".more").wait_for(state="attached")
    if page.locator(".more:not([open])").count():
        page.locator(".more summary").click()


def press(page, verb):
    """Press a verb, in the bar or in its menu, and wait for what it says; Publish is confirmed on its sheet."""
    button = page.locator(f'.story-layout button[data-verb="{verb}"]')
    button.wait_for(state="attached")
    if not button.is_visible():
        open_menu(page)
    if verb == "publish":
        button.click()
        button = confirm_button(page)
    follow(button)
    return page.locator(".messagelist").inner_text()


def confirm_button(page):
    """The publish sheet's own button, once the sheet is there, as a dialog or as a page."""
    button = page.locator("[data-publish-sheet] button[data-verb=publish]")
    button.wait_for()
    return button


def rich_body():
    """A body with every element and mark of the vocabulary, as demo and imported stories have it."""
    ana, bo = builders.a_person("Ana Diaz"), builders.a_person("Bo Lind")
    photo = builders.a_photo()
    return clean(
        f'<p>The mayor, <span data-person="{ana.pk}">Ana Diaz</span>, spoke <strong>first</strong> and '
        f'<em>last</em>, in <a href="https://example.org/a?b=1&amp;c=2">the <strong><em>old</em></strong> hall</a>.<br>'
        f"It rained.</p><h2>What <em>came</em> next</h2>"
        f'<blockquote data-person="{bo.pk}" data-attribution="Bo Lind, fisherman &amp; poet"><p>We wait.</p>'
        f"<p>We have <strong>always</strong> waited.</p></blockquote>"
        f'<figure data-photo="{photo.pk}" data-credit="Photo: Ada “Lens” &lt;3"><figcaption>The bridge, with '
        f'<span data-person="{ana.pk}"><em>the mayor</em></span> on it.</figcaption></figure>'
        f'<figure data-photo="{photo.pk}"><figcaption></figcaption></figure>'
        f"<ul><li><p>one</p><p>and more of one</p></li><li><p>two</p></li></ul><ol><li><p>first</p></li></ol>"
        f'<blockquote data-attribution="A statement"><p>No comment.</p></blockquote>'
        f'<p>مرحبا, 5&nbsp;000 — “fine”, <a href="/2026/05/other/">another story</a> and '
        f'<a href="mailto:desk@example.org">a <span data-person="{bo.pk}">friend</span></a>.</p>'
    )


def test_story_is_written_saved_and_published(sign_in):
    builders.a_desk("World")
    page = sign_in(builders.editor(username="edda"))
    page.goto(ADD)
    page.locator("textarea[name=headline]").fill("Bridge Opens After a Year")
    page.locator("textarea[name=dek]").fill("Nobody expected it.")
    text = sheet(page)
    assert text.get_attribute("aria-label") == "Story text"
    put_caret(page)
    page.keyboard.type("It was ")
    page.keyboard.press("Control+b")
    page.keyboard.type("open")
    page.keyboard.press("Control+b")
    page.keyboard.type(" on Monday.")
    page.keyboard.press("Enter")
    page.keyboard.type("## Why now")
    page.keyboard.press("Enter")
    page.keyboard.type("Because.")
    page.select_option("[name=desk]", label="World")
    assert "Saved." in press(page, "save")
    article = Article.objects.get()
    assert article.body == "<p>It was <strong>open</strong> on Monday.</p><h2>Why now</h2><p>Because.</p>"
    assert page.locator("[data-save-state=saved]").inner_text().endswith("by edda")
    assert "Published: " in press(page, "publish")
    edition = builders.live_edition(article)
    assert page.locator(".messagelist a").get_attribute("href") == edition.path
    assert edition.headline == "Bridge Opens After a Year" and edition.sections.count() == 2
    assert "Live since" in page.locator(".verbs-state").inner_text()


def test_opening_and_saving_changes_not_a_byte(sign_in):
    article = builders.draft_article(body=rich_body())
    page = sign_in(builders.editor())
    page.goto(change(article))
    sheet(page)
    press(page, "save")
    assert Article.objects.get().body == article.body and article.revisions.count() == 1


def test_one_letter_typed_changes_one_letter(sign_in):
    article = builders.draft_article(body=rich_body())
    page = sign_in(builders.editor())
    page.goto(change(article))
    text = sheet(page)
    assert text.locator("figure .story-photo img").count() == 2
    put_caret(page)
    page.keyboard.type("X")
    press(page, "save")
    assert Article.objects.get().body == article.body.replace("<p>The", "<p>XThe", 1)


def test_caption_is_typed_in_place(sign_in):
    article = builders.draft_article(body=rich_body())
    page = sign_in(builders.editor())
    page.goto(change(article))
    sheet(page)
    put_caret(page, after=" on it.")
    page.keyboard.type(" Now")
    press(page, "save")
    assert Article.objects.get().body == article.body.replace(
        "</span> on it.</figcaption>", "</span> on it. Now</figcaption>"
    )


def test_two_writers_lose_no_word_without_javascript_either(browser, site, sign_in):
    """With it, `test_keeping` shows how their words are merged."""
    article = builders.draft_article(body="<p>As it was.</p>")
    signed_in = sign_in(builders.editor())
    plain = browser.new_context(base_url=site, java_script_enabled=False)
    plain.add_cookies(signed_in.context.cookies())
    page = plain.new_page()
    page.goto(change(article))
    drafts.save(article, by=builders.chief(), version=article.version, body="<p>Theirs.</p>")
    page.locator("textarea[name=body]").fill("<p>Mine.</p>")
    follow(page.locator('button[data-verb="save"]'))
    page.locator("[data-save-state=conflict]").wait_for()
    assert "Mine." in page.locator("textarea[name=body]").input_value()
    assert Article.objects.get().body == "<p>Theirs.</p>"
    page.locator("input[name=over]").check()
    assert "Saved." in press(page, "save")
    article.refresh_from_db()
    assert article.body == "<p>Mine.</p>"
    assert "<p>Theirs.</p>" in [kept.snapshot["body"] for kept in article.revisions.all()]
    plain.close()


def test_topics_and_byline_are_chosen_by_typing(sign_in):
    topic, ana, bo = builders.a_topic("Ferries"), builders.a_person("Ana Zeta"), builders.a_person("Bo Alpha")
    article = builders.draft_article()
    page = sign_in(builders.editor())
    page.goto(change(article))
    for name, typed, meant in (("topics", "ferr", topic), ("byline", "ana z", ana), ("byline", "bo al", bo)):
        page.locator(f".field-{name} .select2-selection").click()
        page.keyboard.type(typed)
        page.locator(".select2-results__option--highlighted", has_text=str(meant)).wait_for()
        page.keyboard.press("Enter")
    press(page, "save")
    assert [row.person for row in article.byline_rows.all()] == [ana, bo]
    assert [row.tag for row in article.topic_rows.all()] == [topic]
    assert page.locator("[name=byline] option:checked").all_inner_texts() == ["Ana Zeta", "Bo Alpha"]


def test_story_is_scheduled_and_withdrawn_without_javascript(browser, site, sign_in):
    page = sign_in(builders.editor())
    plain = browser.new_context(base_url=site, java_script_enabled=False)
    plain.add_cookies(page.context.cookies())
    page = plain.new_page()
    article = builders.live_article(body="<p>As it was.</p>")
    page.goto(change(article))
    page.locator("textarea[name=body]").fill("<p>Typed without the editor.</p>")
    later = timezone.localtime() + timedelta(days=2)
    open_menu(page)
    follow(page.locator('button[data-verb="schedule"]'))
    page.locator("[name=publish_at]").fill(f"{later:%Y-%m-%dT%H:%M:%S}")
    follow(confirm_button(page))
    page.locator(".messagelist", has_text="Scheduled for").wait_for()
    open_menu(page)
    page.locator("[name=notice]").fill("It was wrong.")
    page.locator("[name=reason]").fill("Two sources withdrew.")
    assert "Withdrawn" in press(page, "withdraw")
    assert article.editions.current(timezone.now()).get().notice == "It was wrong."
    article.refresh_from_db()
    assert article.body == "<p>Typed without the editor.</p>"
    plain.close()


def test_preview_is_the_readers_page_beside_the_text_too(sign_in):
    article = builders.draft_article(headline="Seen by nobody yet", body=rich_body())
    page = sign_in(builders.editor())
    page.goto(change(article))
    sheet(page)
    open_menu(page)
    page.locator("[data-beside]").select_option("phone")
    beside = page.frame_locator(".beside iframe").locator("article[data-story]")
    beside.locator("h1", has_text="Seen by nobody yet").wait_for()
    page.wait_for_function("() => document.querySelector('.beside iframe').contentWindow.innerWidth === 360")
    page.locator("textarea[name=dek]").fill("A line more.")
    beside.get_by_text("A line more.").wait_for()
    page.reload()
    sheet(page)
    beside.get_by_text("A line more.").wait_for()  # chosen once, it stays
    open_menu(page)
    follow(page.locator('button[data-verb="preview"]'))
    page.locator("article[data-story] h1", has_text="Seen by nobody yet").wait_for()
    assert page.locator("article[data-story] [data-quote]").count() >= 2
    page.get_by_role("link", name="Back to writing").click()
    sheet(page)
