"""The page behind a preview link: what its holder sees, and that nobody without it learns anything."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.editorial.publishing import schedule, withdraw
from articles.editorial.publishing.redact import redact
from articles.editorial.writing import delete_story, preview_links
from articles.models.preview_link import PreviewLink, Shows
from tests import builders, walking

pytestmark = pytest.mark.django_db
SOON = timedelta(hours=1)
NEVER = f"/preview/{'x' * 32}/"


@pytest.fixture
def now(time_machine):
    time_machine.move_to(timezone.now(), tick=False)
    return timezone.now()


def shared(article, **given):
    """The address of a new link to the article."""
    given = {"by": builders.system(), "days": 7} | given
    return preview_links.share(article, **given).get_absolute_url()


def told(address):
    """What somebody without an account learns at an address: everything, and by how many queries."""
    answer = walking.get(address)
    return answer.status, answer.text, answer.queries


def test_link_shows_the_working_copy_as_it_is_when_it_is_opened(client):
    article = builders.draft_article(headline="Before")
    address = shared(article)
    assert "Before" in client.get(address).text
    builders.edited(article, headline="Since")
    page = client.get(address).text
    assert f'data-story="{article.pk}"' in page and "Since" in page and "Before" not in page


def test_link_says_whether_readers_see_these_words_others_or_none(client):
    article = builders.draft_article()
    address = shared(article)
    assert "Not published</strong>" in client.get(address).text
    builders.put_out(article)
    path = builders.live_edition(article).path
    page = client.get(address).text
    assert "Published</strong> Readers see this story as it stands here." in page and f'href="{path}"' in page
    assert "Not published" not in page
    builders.edited(article, dek="New.")
    assert "Not published yet</strong> Readers see another text of this story." in client.get(address).text
    revision = article.revisions.get(digest=builders.live_edition(article).digest)
    assert "Published</strong>" in client.get(shared(article, shows=Shows.REVISION, revision=revision)).text


def test_link_to_a_revision_shows_that_one_for_good(client):
    article = builders.draft_article(headline="Before")
    address = shared(article, shows=Shows.REVISION, revision=article.revisions.get())
    builders.edited(article, headline="Since")
    assert "Before" in client.get(address).text


def test_link_to_what_is_scheduled_follows_it_until_it_is_out(now, client, time_machine):
    article = builders.scheduled_article(now + SOON, headline="Before")
    address = shared(article, shows=Shows.SCHEDULED)
    builders.edited(article, headline="Not scheduled yet")
    assert "Before" in client.get(address).text
    builders.put_out(article, at=now + 2 * SOON)
    assert "Not scheduled yet" in client.get(address).text
    time_machine.move_to(now + 2 * SOON, tick=False)
    out = client.get(address)
    assert out.status_code == 302 and out.headers["Location"] == builders.live_edition(article).path
    assert out.headers["Referrer-Policy"] == "no-referrer" and "no-store" in out.headers["Cache-Control"]


def test_page_says_that_it_is_not_out_whom_to_ask_and_until_when(now, client):
    ada = builders.editor(username="ada-signs-in-so", first_name="Ada", last_name="Known")
    article = builders.draft_article(headline="Secret words")
    page = client.get(shared(article, by=ada, days=1)).text
    bar = " ".join(re.sub(r"<[^>]+>", "", page.split('class="preview-bar"')[1].split("</aside>")[0]).split())
    assert "Not published" in bar and "Questions: ask Ada Known." in bar
    assert f"{timezone.localtime(now + timedelta(days=1)):%H:%M}" in bar
    assert "ada-signs-in-so" not in page
    assert "<title>Not published · Newsroom</title>" in page, "chat programs show titles"
    assert "ask who sent you the link" in client.get(shared(article, by=builders.editor())).text
    address = shared(article, by=ada)
    PreviewLink.objects.update(made_by=None)
    assert "ask who sent you the link" in client.get(address).text


def test_nobody_keeps_lists_or_counts_the_page(client):
    page = client.get(shared(builders.draft_article()))
    assert page.headers["Cache-Control"] == "private, no-store"
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["X-Frame-Options"] == "DENY"
    assert not page.headers.get("ETag") and not page.headers.get("Content-Encoding") and not page.cookies
    assert '<meta name="robots" content="noindex, nofollow, noarchive">' in page.text
    assert '<script type="module"' not in page.text and 'rel="canonical"' not in page.text and "og:" not in page.text


def test_page_leads_to_no_draft(client):
    topic, person = builders.a_topic("Only here"), builders.a_person("Only Here")
    builders.live_article(headline="Public")
    page = client.get(shared(builders.draft_article(lead_topic=topic, bylines=[person])))
    assert 'rel="next"' not in page.text and "/admin/" not in page.text
    for address in set(walking.named_in(walking.Answer(200, "", page.text))):
        assert "Only" not in client.get(address).text, address


def test_photos_are_shown_to_who_has_the_link(client):
    photo = builders.a_photo()
    article = builders.draft_article(lead_photo=photo, body=f'<figure data-photo="{photo.pk}"></figure>')
    page = client.get(shared(article)).text
    pictures = set(re.findall(r'/photos/[^"\s]+', page))
    assert pictures and {client.get(picture).status_code for picture in pictures} == {200}


def test_openings_are_counted_and_looks_ahead_are_not(now, client):
    address = shared(builders.draft_article())
    assert client.head(address).status_code == 200
    assert client.post(address).status_code == 405
    assert PreviewLink.objects.get().times_opened == 0
    client.get(address)
    assert (PreviewLink.objects.get().times_opened, PreviewLink.objects.get().opened_at) == (1, now)


def _revoked(article, link, machine):
    preview_links.revoke(link, by=builders.system())


def _past(article, link, machine):
    machine.move_to(link.ends_at, tick=False)


def _withdrawn(article, link, machine):
    builders.put_out(article)
    machine.shift(SOON)
    withdraw.withdraw(article, by=builders.system(), notice="It was wrong.")


def _redacted(article, link, machine):
    redact(article, by=builders.chief(), reason="A court")


def _deleted(article, link, machine):
    delete_story.delete(article, by=builders.chief())


@pytest.mark.parametrize("end", [_revoked, _past, _withdrawn, _redacted, _deleted])
def test_link_that_is_good_no_more_is_answered_like_one_that_never_was(now, time_machine, end):
    builders.live_article(headline="Public")
    article = builders.draft_article(headline="Secret words")
    address = shared(article)
    assert told(address)[0] == 200
    end(article, PreviewLink.objects.get(), time_machine)
    assert told(address) == told(NEVER)
    assert told(address)[0] == 404 and "Secret" not in told(address)[1]


def test_link_to_what_is_scheduled_no_more_shows_nothing(client):
    article = builders.scheduled_article(headline="Secret words")
    address = shared(article, shows=Shows.SCHEDULED)
    schedule.cancel(article, by=builders.system())
    assert told(address)[:2] == told(NEVER)[:2]
    assert PreviewLink.objects.get().times_opened == 0


@pytest.mark.parametrize("token", ["x", "x" * 500, "%00", "..", "a%2Fb", "%F0%9F%98%80", ""])
def test_what_is_no_token_is_not_found(client, token):
    shared(builders.draft_article(headline="Secret words"))
    page = client.get(f"/preview/{token}/", follow=True)
    assert page.status_code == 404 and "Secret" not in page.text


def test_page_is_the_same_for_who_is_signed_in(now, reporter):
    address = shared(builders.draft_article())
    assert reporter.get(address).text == Client().get(address).text


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_as_often_for_many_rows_as_for_few(client, django_assert_num_queries, count):
    people = [builders.a_person(f"Ida Known {number}") for number in range(count)]
    body = "".join(f'<p>“We wait,” <span data-person="{one.pk}">{one.name}</span> said.</p>' for one in people)
    article = builders.draft_article(
        body=body, bylines=people, topics=[builders.a_topic(f"T {n}") for n in range(count)]
    )
    address = shared(article)
    with django_assert_num_queries(16):
        client.get(address)
