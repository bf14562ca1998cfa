"""Preview: the reader's page of a working copy, a revision and an edition, for colleagues and for nobody else."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.editorial.publishing import publish
from articles.editorial.publishing.redact import redact
from tests import builders
from tests.articles.admin.forms import change_url

pytestmark = pytest.mark.django_db
LATER = timedelta(hours=1)


def url(article, name="preview", *args):
    return reverse(f"admin:articles_article_{name}", args=[article.pk, *args])


def article_on(page):
    """The HTML of the story's element on a page."""
    assert page.status_code == 200
    [story] = html.fromstring(page.content.decode()).xpath("//article[@data-story]")
    return html.tostring(story, encoding="unicode").strip()


def test_preview_shows_the_working_copy_to_those_who_may_read_it(enter, reporter):
    article = builders.live_article(headline="Old", lead_topic=builders.a_topic(), bylines=[builders.a_person("Ana")])
    builders.edited(article, headline="New words")
    url = reverse("admin:articles_article_preview", args=[article.pk])
    page = reporter.get(url)
    assert f'data-story="{article.pk}"' in page.text and "New words" in page.text
    assert "no-store" in page.headers["Cache-Control"]
    assert enter("stranger").get(url).status_code == 403
    assert reporter.get(reverse("admin:articles_article_preview", args=[0])).status_code == 404


def test_preview_of_a_story_without_anything(editor):
    article = builders.draft_article(headline="", dek="", body="", desk=None)
    assert editor.get(reverse("admin:articles_article_preview", args=[article.pk])).status_code == 200


def test_preview_of_a_changed_live_story_says_that_it_is_updated(editor):
    article = builders.live_article(headline="Old")
    assert "Updated" not in article_on(editor.get(url(article)))
    builders.edited(article, headline="New")
    assert "Updated" in article_on(editor.get(url(article)))
    assert "history/" not in article_on(editor.get(url(article)))


def test_preview_has_the_readers_frame_and_nothing_that_counts_or_leads_on(editor):
    builders.live_article(headline="Another")
    builders.a_static_page("About us")
    page = editor.get(url(builders.draft_article(desk=builders.a_desk("Sport"))))
    assert 'href="/sport/"' in page.text and 'href="/about/"' in page.text
    assert '<script type="module"' not in page.text and 'rel="next"' not in page.text
    assert '<meta name="robots" content="noindex, nofollow, noarchive">' in page.text
    assert 'rel="canonical"' not in page.text and "og:" not in page.text


def test_revision_is_shown_as_it_was(reporter):
    article = builders.draft_article(headline="First words")
    builders.edited(article, headline="Second words")
    page = reporter.get(url(article, "preview_revision", 1))
    assert "First words" in article_on(page) and "Revision 1, of " in page.text
    assert "Second words" in article_on(reporter.get(url(article, "preview_revision", 2)))
    assert url(article, "preview_revision", 1) in reporter.get(url(article, "revisions")).text
    assert reporter.get(url(article, "preview_revision", 9)).status_code == 404


def test_scheduled_edition_is_shown_just_as_readers_will_see_it(reporter, client, time_machine):
    now = timezone.now()
    time_machine.move_to(now, tick=False)
    article = builders.live_article(headline="Old", lead_photo=builders.a_photo(), lead_topic=builders.a_topic())
    quote = (
        f'<h2>Head</h2><p>“We wait,” <span data-person="{builders.a_person("Ida Known").pk}">Ida Known</span> said.</p>'
    )
    builders.edited(article, headline="New", body=quote, bylines=[builders.a_person("Bo Lind")])
    publish.correct(article, by=builders.system(), text="It was May.", at=now + LATER)
    edition = article.editions.pending(now).get()
    type(reporter.user).objects.update(time_zone="Asia/Tokyo")  # whose clock readers never see
    shown = article_on(reporter.get(url(article, "preview_edition", edition.pk)))
    assert "It was May." in shown and "Updated" in shown
    time_machine.move_to(now + LATER, tick=False)
    assert article_on(client.get(edition.path)) == shown


def test_preview_of_an_edition_is_linked_from_the_story_and_from_the_calendar(reporter):
    article = builders.scheduled_article(timezone.now() + LATER)
    preview = url(article, "preview_edition", article.editions.get().pk)
    assert preview in reporter.get(change_url(article)).text
    assert preview in reporter.get(reverse("admin:articles_article_planned")).text


def test_what_has_no_words_has_no_preview(chief):
    article = builders.withdrawn_article()
    published, ending = article.editions.order_by("goes_live_at")
    for edition in (ending, builders.live_article().editions.get()):  # an ending, and an edition of another story
        assert chief.get(url(article, "preview_edition", edition.pk)).status_code == 404
    assert chief.get(url(article, "preview_edition", published.pk)).status_code == 200
    redact(article, by=chief.user, reason="A court")
    assert chief.get(url(article, "preview_edition", published.pk)).status_code == 404
    assert chief.get(url(article, "preview_revision", 1)).status_code == 404
    assert url(article, "preview_edition", published.pk) not in chief.get(change_url(article)).text
    assert url(article, "preview_revision", 1) not in chief.get(url(article, "revisions")).text


def test_previews_are_for_who_may_read_the_story(enter):
    article = builders.scheduled_article(timezone.now() + LATER)
    pages = [
        url(article),
        url(article, "preview_revision", 1),
        url(article, "preview_edition", article.editions.get().pk),
    ]
    assert [enter("stranger").get(page).status_code for page in pages] == [403] * 3
    for page in [enter("reporter").get(page) for page in pages]:
        assert page.status_code == 200 and "no-store" in page.headers["Cache-Control"]


@pytest.mark.parametrize("width", ["phone", "desktop"])
def test_preview_is_looked_at_in_a_window_as_wide_as(reporter, width):
    address = url(builders.draft_article(headline="Seen"))
    screen = reporter.get(address, {"width": width})
    assert f'<iframe class="preview-{width}" src="{address}?framed"' in screen.text
    assert f'href="{address}?width={width}" aria-current="page"' in screen.text
    assert "Seen" in article_on(reporter.get(address, {"width": "of a barn"}))


def test_only_the_page_for_the_window_may_be_framed_and_only_by_us(reporter):
    address = url(builders.draft_article())
    framed, whole, screen = (reporter.get(address, query) for query in ({"framed": ""}, {}, {"width": "phone"}))
    assert framed.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in framed.headers["Content-Security-Policy"]
    assert "preview-bar" not in framed.text and '<base target="_blank">' in framed.text
    for page in (whole, screen):
        assert page.headers["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]
    policies = [page.headers["Content-Security-Policy"].replace("'none'", "'self'") for page in (framed, whole)]
    assert policies[0] == policies[1], "nothing else is let in"


@pytest.mark.parametrize("count", [1, 3])
def test_preview_asks_as_often_for_many_rows_as_for_few(reporter, django_assert_num_queries, count):
    people = [builders.a_person(f"Ida Known {number}") for number in range(count)]
    body = "".join(f'<p>“We wait,” <span data-person="{one.pk}">{one.name}</span> said.</p>' for one in people)
    photos = "".join(f'<figure data-photo="{builders.a_photo().pk}"></figure>' for _ in range(count))
    topics = [builders.a_topic(f"Topic {number}") for number in range(count)]
    article = builders.draft_article(body=body + photos, bylines=people, topics=topics)
    reporter.get(url(article))
    with django_assert_num_queries(20):
        reporter.get(url(article))


def test_preview_stands_beside_the_text_of_whoever_writes_it(enter):
    mine, other = enter("reporter"), enter("reporter")
    article = builders.draft_article(by=mine.user)
    page = mine.get(change_url(article)).text
    assert f'<iframe loading="lazy" src="{url(article)}?framed"' in page and "data-beside" in page
    for screen in (other.get(change_url(article)), mine.get(reverse("admin:articles_article_add"))):
        assert "<iframe" not in screen.text and "data-beside" not in screen.text
