"""A story's address through its whole life, at a fixed number of queries."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.db.models import Value
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import html as parser

from articles.editorial.directory.merge_people import merge
from articles.editorial.directory.rename import rename
from articles.editorial.publishing import publish, schedule, withdraw
from articles.editorial.publishing.edition_builder import compose
from articles.models.correction import CorrectionKind
from articles.models.section import Section
from articles.models.topic import Topic
from articles.page.story import story_of
from articles.reader.pages.story import story_at
from media import ingest
from tests.articles.page.marks import select, texts
from tests.builders import (
    a_person,
    a_photo,
    a_topic,
    draft_article,
    edited,
    live_article,
    live_edition,
    put_out,
    scheduled_article,
    system,
    withdrawn_article,
)

pytestmark = pytest.mark.django_db
WORKING_COPY = re.compile(r'"articles_(?:article|articletopic|articlebyline|revision)"')


@pytest.fixture
def watched(client):
    """A client that asserts of each page that it asked at most 7 questions, none of a working copy; `.asked` counts."""

    def get(path, **options):
        with CaptureQueriesContext(connection) as queries:
            response = client.get(path, **options)
        get.asked = len(queries)
        assert len(queries) <= 7, "\n".join(query["sql"] for query in queries)
        assert not [query["sql"] for query in queries if WORKING_COPY.search(query["sql"])]
        return response

    return get


def rich_article(items=3, **fields):
    """A live story with `items` of everything that a story can have several of, and as many notes."""
    people = [a_person(role="herder") for _ in range(items)]
    body = "<p>It was agreed on Thursday.</p>"
    for number, person in enumerate(people):
        body += (
            f"<h2>Part {number}</h2><p>“It is only the {number} summer of many,” said "
            f'<span data-person="{person.pk}">{person.name}</span>.</p>'
            f'<blockquote data-person="{person.pk}"><p>“Set off {number}.”</p></blockquote>'
            f'<figure data-photo="{a_photo().pk}"><figcaption>Inside {number}.</figcaption></figure>'
        )
    article = live_article(
        body=body,
        bylines=[a_person() for _ in range(items)],
        lead_photo=a_photo(),
        lead_topic=a_topic("Lead"),
        topics=[a_topic(f"Topic {number}") for number in range(items)],
        **fields,
    )
    for number in range(items):
        publish.correct(article, by=system(), text=f"Note {number}.")
    return article


def path_of(article):
    return live_edition(article).path


def page(response):
    return parser.document_fromstring(response.content.decode())


@pytest.mark.parametrize("items", [1, 3])
def test_story_page_asks_seven_questions_whatever_the_story_has(watched, items):
    article = rich_article(items)
    for _ in range(items):
        live_article()
    rich_article(1, headline="Another Must Not Show")
    response = watched(path_of(article))
    assert response.status_code == 200
    assert watched.asked == 7
    found = page(response)
    assert len(select(found, "article[data-story]")) == 1
    assert len(select(found, "a[rel=author]")) == items
    assert len(select(found, "section h2")) == items
    assert len(select(found, "blockquote[data-quote]")) == items
    assert len(select(found, "section figure")) == items
    assert len(select(found, ".corrections .note")) == items
    assert len(select(found, ".topics li")) == items + 1
    assert len(select(found, ".speakers li")) == items


def test_story_without_corrections_is_not_asked_for_them(watched):
    watched(path_of(live_article()))
    assert watched.asked == 6


def test_page_carries_canonical_open_graph_and_one_news_article(watched, settings):
    settings.SITE_URL = "https://news.example"
    article = live_article(headline="A “Bridge” & More")
    found = page(watched(path_of(article) + "?from=mail"))
    [canonical] = select(found, "link[rel=canonical]")
    assert canonical.get("href") == "https://news.example" + path_of(article)
    assert select(found, "meta[property=og:title]")[0].get("content") == "A “Bridge” & More"
    assert len(select(found, "script[type=application/ld+json]")) == 1
    assert texts(found, "title")[0].startswith("A “Bridge” & More")
    assert select(found, "nav a[aria-current=true]")[0].text == "World"


def test_page_sets_no_cookie_and_is_kept_by_nobody_without_asking(watched):
    response = watched(path_of(live_article()))
    assert not response.cookies
    assert response["Vary"] == "Accept-Encoding", "nothing personal"
    assert set(response["Cache-Control"].split(", ")) == {"public", "max-age=0", "must-revalidate"}
    assert response["ETag"]


def test_frames_of_a_page_are_those_of_its_own_embeds_and_no_other_page_has_any(watched):
    film = '<div data-embed="https://youtu.be/a1b2c3d4">A film</div>'
    embedding = live_article(body=f"<p>Watch.</p>{film}<div data-embed='https://vimeo.com/1234567'></div>{film}")
    response = watched(path_of(embedding))
    hosts = "https://www.youtube-nocookie.com https://player.vimeo.com"
    assert f"frame-src {hosts};" in response["Content-Security-Policy"] + ";"
    assert page(response).find(".//main").get("data-frames") == hosts
    drawn = response.content.decode()
    assert "<iframe" not in drawn and "frame-src" not in watched(path_of(live_article()))["Content-Security-Policy"]
    assert not re.findall(r"<(?:img|script|link|source)[^>]*(?:youtube|vimeo)", drawn)


def test_page_unchanged_answers_304(client):
    path = path_of(live_article())
    tag = client.get(path)["ETag"]
    assert client.get(path, headers={"If-None-Match": tag}).status_code == 304


def test_head_answers_like_get_without_a_body(client):
    path = path_of(live_article())
    response = client.head(path)
    assert (response.status_code, response.content) == (200, b"")


def test_only_get_and_head_are_allowed():
    client = Client(enforce_csrf_checks=True)
    path = path_of(live_article())
    assert [getattr(client, verb)(path).status_code for verb in ("post", "put", "delete")] == [405, 405, 405]


def test_edited_words_do_not_show_until_they_are_published(watched):
    article = live_article(headline="Old Words")
    edited(article, headline="New Words", slug="new-address")
    assert texts(page(watched(path_of(article))), "h1") == ["Old Words"]


def test_former_address_redirects_to_the_present_one(watched):
    article = live_article(slug="old")
    old = path_of(article)
    put_out(edited(article, slug="new"))
    response = watched(old)
    assert (response.status_code, response["Location"]) == (301, path_of(article))
    assert "max-age=0" in response["Cache-Control"], "the address may come back, so nobody may keep the redirect"
    assert watched.asked == 1


def test_address_of_a_scheduled_change_leads_nowhere_before_its_second(watched):
    at = timezone.now() + timedelta(hours=1)
    article = live_article(slug="old")
    old = path_of(article)
    edition = put_out(edited(article, slug="new"), at=at)
    assert watched(edition.path).status_code == 404
    assert watched(old).status_code == 200
    with time_machine.travel(at, tick=False):
        assert watched(edition.path).status_code == 200
        assert watched(old).status_code == 301


def test_scheduled_story_can_not_be_told_from_none(watched):
    live_article()
    at = timezone.now() + timedelta(hours=1)
    article = scheduled_article(at=at, headline="Under Embargo")
    path = article.editions.get().path
    coming, asked = watched(path), watched.asked
    never = watched(path.replace("under-embargo", "never-was"))
    assert coming.status_code == never.status_code == 404
    assert (coming.content, asked) == (never.content, watched.asked)
    with time_machine.travel(at - timedelta(microseconds=1), tick=False):
        assert watched(path).status_code == 404
    with time_machine.travel(at, tick=False):
        assert texts(page(watched(path)), "h1") == ["Under Embargo"]


def test_draft_has_no_address(client):
    draft_article(slug="draft")
    assert client.get(f"/{timezone.now():%Y/%m}/draft/").status_code == 404


def test_withdrawn_story_says_so_without_its_headline(watched):
    article = withdrawn_article(headline="Wrong Story", notice="We could not confirm <it>.")
    live_article(headline="Right Story")
    response = watched(article.addresses.get().path)
    found = page(response)
    assert response.status_code == 410
    assert texts(found, "h1") == ["This Story Was Withdrawn"]
    assert "We could not confirm <it>." in texts(found, "main")[0]
    assert f"{timezone.localtime():%Y}" in texts(found, "header .quiet time")[0]
    assert select(found, "meta[name=robots]")[0].get("content") == "noindex"
    assert "Wrong" not in response.content.decode()
    assert texts(found, "article[data-story-card] h3") == ["Right Story"]
    assert watched.asked == 4


def test_withdrawn_story_without_a_notice_still_says_something(watched):
    article = withdrawn_article(notice="")
    assert "We no longer publish it." in texts(page(watched(article.addresses.get().path)), ".dek")[0]


def test_expired_story_says_that_its_time_is_over(watched):
    at = timezone.now() + timedelta(hours=1)
    article = live_article()
    path = path_of(article)
    schedule.expire(article, by=system(), at=at)
    assert watched(path).status_code == 200
    with time_machine.travel(at, tick=False):
        response = watched(path)
    assert response.status_code == 410
    assert texts(page(response), "h1") == ["This Story Has Run Its Time"]


def test_restored_story_is_back_at_its_address(watched):
    article = withdrawn_article(headline="Back")
    withdraw.restore(article, by=system())
    found = page(watched(path_of(article)))
    assert texts(found, "h1") == ["Back"]
    assert not select(found, ".updated"), "the words are the same as before"


def test_update_is_said_with_its_time(watched):
    article = live_article()
    assert not select(page(watched(path_of(article))), ".updated")
    put_out(edited(article, dek="More is known now."))
    assert len(select(page(watched(path_of(article))), ".updated time")) == 1


def test_old_story_brought_in_today_is_not_called_updated(watched):
    article = live_article(original_date=timezone.now() - timedelta(days=400))
    assert not select(page(watched(path_of(article))), ".updated")


def test_correction_to_come_is_not_shown_before_its_second(watched):
    at = timezone.now() + timedelta(hours=1)
    article = live_article()
    path = path_of(article)
    publish.correct(article, by=system(), text="Early.")
    publish.correct(article, by=system(), text="Late.", kind=CorrectionKind.CLARIFICATION, at=at)
    assert "Late." not in watched(path).content.decode()
    with time_machine.travel(at, tick=False):
        assert "Late." in watched(path).content.decode()


def test_renamed_person_keeps_the_printed_name_and_the_link_follows(watched):
    person = a_person("Ada Before")
    path = path_of(live_article(bylines=[person]))
    person.name, person.slug = "Ada After", "ada-after"
    person.save()
    [author] = select(page(watched(path)), "a[rel=author]")
    assert (author.text, author.get("href")) == ("Ada Before", "/people/ada-after/")


def test_photo_leaves_its_caption_at_the_very_second_at_which_its_licence_ends(watched):
    end = timezone.now() + timedelta(hours=1)
    photo, placed = (ingest.update(a_photo(1200, 800), None, licence_ends_at=end) for _ in range(2))
    body = f'<p>Text.</p><figure data-photo="{placed.pk}"><figcaption>A placed bridge.</figcaption></figure>'
    path = path_of(live_article(lead_photo=photo, body=body))
    with time_machine.travel(end - timedelta(seconds=1), tick=False):
        response = watched(path)
        found = page(response)
        assert len(select(found, "figure img")) == 2 and 'property="og:image"' in response.text
        assert not select(found, ".why")
    with time_machine.travel(end, tick=False):
        response = watched(path)
        found = page(response)
        assert not select(found, "figure img") and "/photos/" not in response.text
        assert texts(found, "figure .caption") == ["The bridge.", "A placed bridge."]
        assert texts(found, "figure .why") == ["The licence for this picture has ended, so it is no longer shown."] * 2
        shown = found.xpath("//meta[@property='og:image']/@content")
        assert len(shown) == 1 and "/cards/" in shown[0], "its words are drawn instead"


def test_next_story_is_linked_and_a_lone_story_ends(watched):
    article = live_article()
    found = page(watched(path_of(article)))
    assert not select(found, "a[rel=next]")
    assert select(found, "div[data-scroll-onward] nav[data-scroll-end] hr.oxford"), "the end closes the sheet"
    other = live_article(headline="After That")
    found = page(watched(path_of(article)))
    [link] = select(found, "a[rel=next]")
    assert link.get("href") == f"{path_of(other)}?after={article.pk}"
    assert texts(found, "a[rel=next]") == ["Scroll for next Also from World After That"]
    assert not select(found, "div[data-scroll-onward] nav"), "the end waits in a template"


def test_preview_of_composed_rows_is_the_reader_s_story():
    article = rich_article(2)
    edition = live_edition(article)
    composed = compose(edition.revision, dated_at=edition.dated_at)
    composed.edition.path = edition.path
    preview = story_of(
        composed.edition,
        at=timezone.now(),
        sections=composed.sections,
        quotes=composed.quotes,
        placements=composed.placements,
        bylines=composed.bylines,
        mentions=composed.mentions,
        topics=composed.topics,
    )
    sections = list(
        Section.objects.filter(edition=edition).annotate(
            is_update=Value(False), has_private_history=Value(False), has_versions=Value(False)
        )
    )
    assert replace(story_at(edition, sections, timezone.now()), corrections=()) == preview


def test_links_to_topics_follow_a_name_and_a_merge_and_give_none_away(client, django_assert_num_queries):
    dams, weirs, unseen = a_topic("Dams"), a_topic("Weirs"), a_topic("Quiet Inquiry")
    for topic in (dams, weirs):
        live_article(topics=[topic])
    words = f'<a data-topic="{dams.pk}">dams</a> and <a data-topic="{unseen.pk}">an inquiry</a>'
    path = live_edition(live_article(body=f"<p>All on {words}.</p>")).path
    client.get(path)
    with django_assert_num_queries(7):
        page = client.get(path).content.decode()
    assert '<p>All on <a href="/topics/dams/">dams</a> and an inquiry.</p>' in page
    assert "quiet-inquiry" not in page
    merge(dams, into=weirs, by=system())
    assert '<a href="/topics/weirs/">dams</a>' in client.get(path).content.decode()
    rename(weirs, "Weirs and Locks", by=system())
    now = Topic.objects.get(name="Weirs and Locks").get_absolute_url()
    assert f'<a href="{now}">dams</a>' in client.get(path).content.decode()


def test_links_to_our_stories_follow_them_and_give_none_away(client, django_assert_num_queries):
    target = live_article(headline="The Dam Holds", slug="dam")
    line = f'<p><a data-story="{target.pk}">The Dam Holds</a></p>'
    article = live_article(body=f'<p>When the <a data-story="{target.pk}">dam held</a>.</p>{line}')
    path = live_edition(article).path
    put_out(edited(target, slug="dam-bursts"))
    moved = live_edition(target).path
    assert moved.endswith("/dam-bursts/")
    client.get(path)
    with django_assert_num_queries(7):
        page = client.get(path).content.decode()
    assert f'<a href="{moved}">dam held</a>' in page
    assert f'<p class="more"><span>Read more</span> <a href="{moved}">The Dam Holds</a></p>' in page
    withdraw.withdraw(target, by=system(), notice="It was wrong.")
    page = client.get(path).content.decode()
    assert "When the dam held." in page and "The Dam Holds" not in page
