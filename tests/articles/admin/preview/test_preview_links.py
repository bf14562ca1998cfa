"""The screen of preview links: making, listing and revoking them, by who may."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.editorial.publishing import publish, withdraw
from articles.editorial.publishing.redact import redact
from articles.editorial.writing import preview_links
from articles.models.desk import validate_desk_slug
from articles.models.preview_link import PreviewLink, Shows
from tests import builders
from tests.articles.admin.forms import change_url, messages_of

pytestmark = pytest.mark.django_db


def url(article, query=""):
    return reverse("admin:articles_article_links", args=[article.pk]) + query


def revoke_url(link, article=None):
    return reverse("admin:articles_article_revoke_link", args=[(article or link.article).pk, link.pk])


def test_link_is_made_and_its_address_stands_there_to_be_copied(editor):
    article = builders.draft_article()
    given = {"shows": "working copy", "days": "3", "for_whom": "Our lawyer"}
    page = editor.post(url(article), given, follow=True)
    link = PreviewLink.objects.get()
    assert (link.shows, link.ends_at - link.made_at, link.made_by) == ("working copy", timedelta(days=3), editor.user)
    assert "The link is made." in messages_of(page)
    assert f">http://127.0.0.1:8000{link.get_absolute_url()}</code>" in page.text and "Our lawyer" in page.text
    assert "not opened yet" in page.text
    preview_links.count_opening(link, timezone.now())
    assert "opened 1 time," in editor.get(url(article)).text


def test_what_there_is_can_be_shared(editor):
    article = builders.scheduled_article(headline="One")
    assert editor.post(url(article), {"shows": "revision", "days": "7"}).status_code == 200, "none was named"
    editor.post(url(article), {"shows": "scheduled", "days": "7"})
    editor.post(url(article, "?revision=1"), {"shows": "revision", "days": "7"})
    links = PreviewLink.objects.order_by("pk")
    assert [(link.shows, link.revision) for link in links] == [
        (Shows.SCHEDULED, None),
        (Shows.REVISION, article.revisions.get(number=1)),
    ]


def test_what_was_looked_at_is_proposed_to_be_shared(editor):
    article = builders.scheduled_article()
    edition = article.editions.get()
    for preview, given, query, proposed in (
        ("preview", [], "", "working copy"),
        ("preview_revision", [1], "?revision=1", "revision"),
        ("preview_edition", [edition.pk], "?shows=scheduled", "scheduled"),
    ):
        page = editor.get(reverse(f"admin:articles_article_{preview}", args=[article.pk, *given])).text
        assert f'href="{url(article, query)}"' in page
        [chosen] = html.fromstring(editor.get(url(article, query)).text).xpath("//input[@name='shows'][@checked]")
        assert chosen.get("value") == proposed
    assert editor.get(url(article, "?shows=x")).status_code == 200


@pytest.mark.parametrize("query", ["?revision=7", "?revision=x", "?revision=" + "9" * 30, ""])
def test_revision_that_is_none_is_not_offered(editor, query):
    assert 'value="revision"' not in editor.get(url(builders.draft_article(), query)).text


@pytest.mark.parametrize(
    "wrong", [{"shows": "scheduled"}, {"days": "400"}, {"days": "x"}, {"days": ""}, {"for_whom": "x" * 121}]
)
def test_what_does_not_fit_makes_no_link_and_loses_no_word(editor, wrong):
    given = {"shows": "working copy", "days": "7", "for_whom": "Bo"} | wrong
    page = editor.post(url(builders.draft_article()), given)
    assert page.status_code == 200 and "errorlist" in page.text and not PreviewLink.objects.exists()
    assert f'value="{given["for_whom"]}"' in page.text


def test_refusal_is_said_in_a_sentence(editor):
    article = builders.withdrawn_article()
    page = editor.post(url(article), {"shows": "working copy", "days": "7"})
    assert "Restore it first." in page.text and not PreviewLink.objects.exists()


def test_link_is_revoked_and_its_address_no_longer_stands_there(editor):
    article = builders.shared_article()
    link = article.preview_links.get()
    assert link.token in editor.get(url(article)).text
    page = editor.post(revoke_url(link), follow=True)
    assert "shows nothing any more" in messages_of(page)
    assert link.token not in page.text and "Revoked" in page.text and "never opened" in page.text
    assert "had ended already" in messages_of(editor.post(revoke_url(link), follow=True))
    assert editor.get(revoke_url(link)).status_code == 405


def test_link_that_has_ended_says_so(editor, time_machine):
    time_machine.move_to(timezone.now(), tick=False)
    article = builders.shared_article()
    time_machine.shift(timedelta(days=7))
    page = editor.get(url(article)).text
    assert article.preview_links.get().token not in page and "Ended" in page


def test_link_to_a_story_that_is_down_is_not_among_those_that_can_be_opened(editor):
    article = builders.shared_article()
    publish.publish(article, by=builders.system())
    withdraw.withdraw(article, by=builders.system())
    page = editor.get(url(article)).text
    assert article.preview_links.get().token not in page and "while the story is down" in page


def test_links_are_made_seen_and_revoked_by_who_may_write_the_story_only(enter):
    mine, reporter = enter("reporter"), enter("reporter")
    article = builders.draft_article(by=mine.user)
    given = {"shows": "working copy", "days": "7"}
    for client in (reporter, enter("stranger"), enter("photo editor")):
        assert client.get(url(article)).status_code == client.post(url(article), given).status_code == 403
        assert url(article) not in client.get(change_url(article)).text
    assert mine.post(url(article), given).status_code == 302
    link = PreviewLink.objects.get()
    assert reporter.post(revoke_url(link)).status_code == 403
    assert mine.post(revoke_url(link, builders.draft_article())).status_code == 404, "it is another story's"
    for screen in (change_url(article), reverse("admin:articles_article_preview", args=[article.pk])):
        assert url(article) in mine.get(screen).text
    assert mine.post(revoke_url(link)).status_code == 302


def test_address_of_previews_is_no_desks():
    with pytest.raises(ValidationError):
        validate_desk_slug("preview")


@pytest.mark.parametrize("count", [1, 3])
def test_screen_asks_as_often_for_many_links_as_for_few(editor, django_assert_num_queries, count):
    article = builders.live_article()
    builders.put_out(builders.edited(article, dek="New."), at=timezone.now() + timedelta(days=1))
    for _ in range(count):
        preview_links.share(article, by=editor.user, days=7, shows=Shows.REVISION, revision=article.revisions.last())
    editor.get(url(article))
    with django_assert_num_queries(11):
        editor.get(url(article))


def test_redacted_revision_is_not_offered(chief):
    article = builders.withdrawn_article()
    redact(article, by=chief.user, reason="A court")
    assert 'value="revision"' not in chief.get(url(article, "?revision=1")).text
