"""Revisions on screen: a history that says what changed, any two compared, and going back."""

import pytest
from django.urls import reverse
from lxml import html

from articles.admin.story.revisions import ON_A_PAGE, changes
from articles.editorial.publishing.redact import redact
from articles.editorial.writing.working_copy import snapshot
from articles.models.revision import Reason
from tests import builders
from tests.articles.admin.forms import change_url, messages_of


def revisions_url(article, query=""):
    return reverse("admin:articles_article_revisions", args=[article.pk]) + query


def compare_url(article, query):
    return reverse("admin:articles_article_compare", args=[article.pk]) + query


@pytest.fixture
def told(db):
    """A story with three revisions."""
    article = builders.draft_article(headline="Bridge Opens", body="<p>It is open.</p>")
    article = builders.edited(article, headline="Bridge Is Open")
    return builders.edited(article, body="<p>It is open now.</p><p>Rain fell.</p>", desk=None)


def test_history_says_who_when_and_what_changed(editor, told):
    page = editor.get(revisions_url(told)).text
    assert "<strong>+3 words, desk</strong>" in page and "<strong>Headline</strong>" in page and "The first" in page
    assert page.count("Saved by system") == 3 and f'value="{told.version}"' in page
    assert revisions_url(told) in editor.get(change_url(told)).text


def test_any_two_are_compared_in_marked_up_prose(editor, told):
    page = editor.get(compare_url(told, "?from=1&to=3")).text
    assert "It is open<ins> now</ins>." in page or "<ins>now</ins>" in page
    assert "Bridge <del>Opens</del><ins>Is Open</ins>" in page and "<p><ins>Rain fell.</ins></p>" in page
    assert editor.get(compare_url(told, "?from=3&to=1")).text.count("<ins>") == page.count("<ins>")
    now = editor.get(compare_url(told, "?from=3")).text
    assert "the working copy as it is now" in now and "nothing that readers would see" in now


def test_what_stayed_the_same_is_folded_and_one_change_leads_to_the_next(editor):
    lines = [f"<p>Line {number} says so.</p>" for number in range(20)]
    article = builders.draft_article(body="".join(lines))
    lines[3], lines[15] = "<p>Line three says so.</p>", "<p>Line fifteen says so.</p>"
    builders.edited(article, body="".join(lines))
    page = html.fromstring(editor.get(compare_url(article, "?from=1&to=2")).text)
    assert [fold.text_content() for fold in page.xpath("//details[@class='marked-same']/summary")] == [
        f"{number} paragraphs are the same" for number in (2, 9, 3)
    ]
    assert [change.get("id") for change in page.xpath("//*[@class='marked-change']")] == ["change-1", "change-2"]
    leads = page.xpath("//*[@class='marked-between' or @class='marked-next']//a/@href[starts-with(., '#')]")
    assert leads == [
        "#change-1",
        "#change-2",
        "#change-1",
    ]


def test_any_two_stand_side_by_side_too(editor, told):
    page = html.fromstring(editor.get(compare_url(told, "?from=1&to=2&sides")).text)
    [pair] = page.xpath("//*[@class='marked-pair'][p[@class='marked-headline']]")
    assert [each.text_content() for each in pair] == ["Bridge Opens", "Bridge Is Open"]
    page = html.fromstring(editor.get(compare_url(told, "?from=2&to=3&sides")).text)
    [pair] = page.xpath("//section//*[@class='marked-pair']")
    assert [each.text_content().strip() for each in pair] == ["It is open.", "It is open now.Rain fell."]
    assert page.xpath("//a[text()='As one text']/@href") == ["?from=2&to=3&"]
    as_one = html.fromstring(editor.get(compare_url(told, "?from=2&to=3")).text)
    assert as_one.xpath("//a[text()='Side by side']/@href") == ["?from=2&to=3&sides"]


def test_revision_is_called_by_a_name_wherever_it_is_spoken_of(enter, editor, told):
    url = reverse("admin:articles_article_name_revision", args=[told.pk, 2])
    page = editor.post(url, {"name": " legal  read"}, follow=True)
    assert page.redirect_chain[-1][0] == revisions_url(told)
    assert html.fromstring(page.text).xpath("//*[@class='revisions-name']/text()") == ["legal read"]
    assert "<strong>legal read</strong>" in editor.get(compare_url(told, "?from=1&to=2")).text
    assert "<strong>legal read</strong>" in editor.get(compare_url(told, "?from=2&to=3")).text
    assert "legal read" in editor.get(change_url(told)).text
    assert "60 characters" in messages_of(editor.post(url, {"name": "x" * 61}, follow=True))
    assert editor.get(url).status_code == 405
    none = reverse("admin:articles_article_name_revision", args=[told.pk, 9])
    assert editor.post(none, {"name": "x"}).status_code == 404
    reporter = enter("reporter")
    assert reporter.post(url, {"name": "mine"}).status_code == 403
    assert (
        "name_revision" not in reporter.get(revisions_url(told)).text
        and "/name/" not in reporter.get(revisions_url(told)).text
    )


def test_any_revision_is_compared_with_what_readers_have(editor):
    article = builders.draft_article(headline="First")
    article = builders.edited(article, headline="Second")
    builders.put_out(article)
    builders.edited(article, headline="Third")
    page = editor.get(revisions_url(article)).text
    assert page.count("what readers have</span>") == 1 and page.count("to=live") == 3 and "?from=live" in page
    assert "<del>First</del><ins>Second</ins>" in editor.get(compare_url(article, "?from=1&to=live")).text
    assert "<del>Second</del><ins>Third</ins>" in editor.get(compare_url(article, "?from=live")).text
    assert "<del>Second</del><ins>Third</ins>" in editor.get(compare_url(article, "?from=4&to=live")).text


def test_story_that_nobody_reads_is_compared_with_nothing_live(editor, told):
    assert (
        "live" not in html.fromstring(editor.get(revisions_url(told)).text).get_element_by_id("content").text_content()
    )
    assert editor.get(compare_url(told, "?from=live")).status_code == 404


@pytest.mark.parametrize("query", ["", "?from=9", "?from=x", "?from=1&to=9", "?to=1"])
def test_revisions_that_are_not_there_are_not_found(editor, told, query):
    assert editor.get(compare_url(told, query)).status_code == 404


def test_markup_in_a_headline_is_text(editor):
    article = builders.draft_article(headline="<b>Bold</b>")
    builders.edited(article, headline="<i>Bold</i>")
    page = editor.get(compare_url(article, "?from=1&to=2")).text
    assert "<b>Bold" not in page and "<i>Bold" not in page


def test_going_back_makes_a_new_revision(editor, told):
    url = reverse("admin:articles_article_restore", args=[told.pk, 1])
    page = editor.post(url, {"version": told.version}, follow=True)
    assert "revision 1" in messages_of(page)
    told.refresh_from_db()
    newest = told.revisions.first()
    assert told.headline == "Bridge Opens" and (newest.number, newest.reason) == (4, Reason.RESTORED)
    stale = editor.post(url, {"version": 3})
    assert stale.status_code == 409 and "nothing was restored" in messages_of(stale)
    assert editor.post(url).status_code == 409 and editor.get(url).status_code == 405
    assert told.revisions.count() == 4


def test_who_only_reads_compares_and_restores_nothing(enter, told):
    reporter, stranger = enter("reporter"), enter("stranger")
    assert "Restore" not in reporter.get(revisions_url(told)).text
    assert reporter.get(compare_url(told, "?from=1")).status_code == 200
    assert (
        reporter.post(reverse("admin:articles_article_restore", args=[told.pk, 1]), {"version": 3}).status_code == 403
    )
    assert stranger.get(revisions_url(told)).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_history_asks_as_often_for_many_as_for_few(editor, django_assert_num_queries, count):
    article = builders.draft_article()
    for number in range(count):
        builders.edited(article, dek=f"Number {number} of them")
    editor.get(revisions_url(article))
    with django_assert_num_queries(11):
        editor.get(revisions_url(article))


def test_long_history_has_pages(editor):
    article = builders.draft_article()
    for number in range(ON_A_PAGE):
        builders.edited(article, dek=f"Dek {number}")
    first, second = editor.get(revisions_url(article)).text, editor.get(revisions_url(article, "?page=2")).text
    assert "?page=2" in first and "The first" not in first and "The first" in second


def test_story_without_revisions_says_when_there_will_be_one(editor):
    article = builders.draft_article()
    article.revisions.all().delete()
    assert "No revision yet" in editor.get(revisions_url(article)).text


def test_changes_are_told_in_words(db):
    article = builders.draft_article(body="<p>One two.</p>", topics=[builders.a_topic()])
    old = snapshot(article)
    assert changes(old, old) == [] and changes(None, old) == ["the first"]
    assert changes(old, old | {"body": "<p>One three four.</p>"}) == ["+2 −1 words"]
    assert changes(old, old | {"body": "<p>One two six.</p>"}) == ["+1 word"]
    assert changes(old, old | {"body": "<p><em>One</em> two.</p>"}) == ["form of the text"]
    assert changes(old, old | {"slug": "x", "topics": [], "bylines": [1]}) == ["topics", "byline", "address"]


def test_redacted_revision_says_so_and_is_not_gone_back_to(chief):
    article = builders.withdrawn_article(headline="Gone words")
    redact(article, by=chief.user, reason="A court")
    page = chief.get(revisions_url(article)).text
    assert "Words removed for legal reasons" in page and "Restore revision 1" not in page and "Gone" not in page
    article.refresh_from_db()
    url = reverse("admin:articles_article_restore", args=[article.pk, 1])
    answer = chief.post(url, {"version": article.version})
    assert answer.status_code == 409 and "removed for legal reasons" in messages_of(answer)
    assert "Words removed for legal reasons" in chief.get(change_url(article)).text
