"""What "scroll for next" asks for: the reading list, and each story as a part of another's page."""

import json
from datetime import timedelta
from itertools import islice

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import html as parser

from articles.editorial.publishing import withdraw
from tests.articles.page.marks import select, texts
from tests.articles.reader.pages.test_story import WORKING_COPY, path_of, rich_article
from tests.builders import (
    a_desk,
    a_topic,
    draft_article,
    edited,
    live_article,
    put_out,
    scheduled_article,
    system,
    withdrawn_article,
)

pytestmark = pytest.mark.django_db
LATER = {"h1": "h2", "h2": "h3", "h3": "h4"}


@pytest.fixture
def watched(client):
    """A client that asserts of each answer that it asked at most 8 questions, none of a working copy."""

    def get(path, **options):
        with CaptureQueriesContext(connection) as queries:
            response = client.get(path, **options)
        get.asked = len(queries)
        assert len(queries) <= 8, "\n".join(query["sql"] for query in queries)
        assert not [query["sql"] for query in queries if WORKING_COPY.search(query["sql"])]
        return response

    return get


def listed(response):
    assert response.status_code == 200, response.content
    return [line["id"] for line in response.json()["stories"]]


def page(response):
    return parser.document_fromstring(response.content.decode())


def link(get, path):
    """The address that a story's page leads on to, or None."""
    found = select(page(get(path)), "article a[rel=next]")
    return found[0].get("href") if found else None


def walk(get, path):
    """The paths that a reader without JavaScript comes through from a story, its own first."""
    while path:
        yield path.partition("?")[0]
        path = link(get, path)


@pytest.mark.parametrize("others", [1, 3])
def test_list_names_what_follows_in_two_questions(watched, others):
    entry = live_article(lead_topic=a_topic())
    following = [live_article(headline=f"Next {number}", lead_topic=a_topic()) for number in range(others)]
    scheduled_article()
    withdrawn_article()
    response = watched(path_of(entry) + "next.json")
    assert listed(response) == [article.pk for article in reversed(following)]
    assert response.json()["stories"][-1] == {
        "id": following[0].pk,
        "path": path_of(following[0]),
        "headline": "Next 0",
        "language": "en",
        "direction": "ltr",
        "reason": "topic",
        "why": "More on Bridges",
    }
    assert watched.asked == 2


def test_list_of_a_lone_story_is_empty(watched):
    assert listed(watched(path_of(live_article()) + "next.json")) == []


def test_list_begins_with_the_story_that_the_page_links_to(watched):
    entry = live_article(lead_topic=a_topic())
    for number in range(4):
        live_article(lead_topic=a_topic() if number % 2 else None)
    first = watched(path_of(entry) + "next.json").json()["stories"][0]
    assert link(watched, path_of(entry)).partition("?")[0] == first["path"]


def test_list_is_cut_after_sixty_stories(client):
    entry = live_article()
    for _ in range(61):
        live_article()
    assert len(listed(client.get(path_of(entry) + "next.json"))) == 60


@pytest.mark.parametrize("part", ["next.json", "article.html"])
def test_parts_answer_like_the_page(watched, part):
    article = live_article(slug="old")
    live_article()
    old = path_of(article)
    response = watched(old + part)
    assert set(response["Cache-Control"].split(", ")) == {"public", "max-age=0", "must-revalidate"}
    assert response["ETag"] and not response.cookies and response["Vary"] == "Accept-Encoding"
    assert response["X-Robots-Tag"] == "noindex"
    assert watched(old + part, headers={"If-None-Match": response["ETag"]}).status_code == 304
    assert Client(enforce_csrf_checks=True).post(old + part).status_code == 405
    put_out(edited(article, slug="new"))
    moved = watched(old + part)
    assert (moved.status_code, moved["Location"]) == (301, path_of(article) + part)
    withdraw.withdraw(article, by=system())
    assert watched(old + part).status_code == 410
    assert watched(f"/2026/05/never-was/{part}").status_code == 404


@pytest.mark.parametrize("part", ["next.json", "article.html"])
def test_parts_of_a_story_to_come_are_not_there(watched, part):
    at = timezone.now() + timedelta(hours=1)
    article = scheduled_article(at=at)
    draft_article()
    path = article.editions.get().path + part
    assert watched(path).status_code == 404
    with time_machine.travel(at, tick=False):
        assert watched(path).status_code == 200


def as_later(article):
    """The article of a story's own page as the HTML that it must have in another's."""
    for element in list(article.iter("h1", "h2", "h3")):
        element.tag = LATER[element.tag]
    for image in article.iter("img"):
        image.attrib.pop("fetchpriority", None)
        image.set("loading", "lazy")
    return settled(article)


def settled(article):
    """The article as text, in which blanks and the order of attributes count for nothing."""
    for element in article.iter():
        pairs = sorted(element.attrib.items())
        element.attrib.clear()
        element.attrib.update(pairs)
    return " ".join(parser.tostring(article, encoding="unicode").split())


@pytest.mark.parametrize("build", [lambda: rich_article(2), lambda: live_article(language="ar", dek="")])
def test_part_is_the_very_article_of_the_story_s_own_page(watched, build):
    article = build()
    live_article()
    own, part = page(watched(path_of(article))), page(watched(path_of(article) + "article.html"))
    [first], [later] = select(own, "article[data-story]"), select(part, "article[data-story]")
    assert settled(first) != settled(later)
    assert as_later(first) == settled(later)


def test_part_brings_the_head_of_the_story_s_own_page(watched):
    article = rich_article(1)
    own, part = page(watched(path_of(article))), page(watched(path_of(article) + "article.html"))
    for selector in ("title", "link[rel=canonical]", "meta[property]", "meta[name=description]"):
        told = [
            [parser.tostring(element, with_tail=False) for element in select(head, selector)] for head in (own, part)
        ]
        assert told[0] == told[1] != [], selector
    for name in ("lang", "dir"):
        assert own.get(name) == part.get(name)


def test_root_speaks_the_story_s_language_and_the_frame_the_site_s(watched):
    found = page(watched(path_of(live_article(language="ar"))))
    assert (found.get("lang"), found.get("dir")) == ("ar", "rtl")
    assert (found.find("body").get("lang"), found.find("body").get("dir")) == ("en", "ltr")


def twins():
    """Four pairs of stories, each pair alone on its topic: by their own lists they would point at each other."""
    return [live_article(lead_topic=a_topic(f"Pair {number // 2}")) for number in range(8)]


def test_without_javascript_the_link_walks_through_the_entry_s_whole_list(client):
    articles = twins()
    for entry in (articles[0], articles[7]):
        paths = list(islice(walk(client.get, path_of(entry)), 20))
        assert paths[1:] == [line["path"] for line in client.get(path_of(entry) + "next.json").json()["stories"]]
        assert len(set(paths)) == len(paths) == 8


def test_end_of_the_entry_s_list_says_so(client):
    entry, other = live_article(desk=a_desk("Sport")), live_article()
    found = page(client.get(link(client.get, path_of(entry))))
    assert not select(found, "a[rel=next]")
    assert texts(found, "nav[data-scroll-end] a") == ["Front page", "World", "All topics"]
    assert path_of(other) in select(found, "link[rel=canonical]")[0].get("href")


def test_page_within_a_list_is_the_story_s_page_but_for_its_link(watched):
    articles = twins()
    path = path_of(articles[3])
    own, within = (watched(path + query).content.decode() for query in ("", f"?after={articles[0].pk}"))
    assert own != within
    lines = list(zip(own.splitlines(), within.splitlines(), strict=True))
    assert len([1 for one, other in lines if one != other]) <= 2, "canonical address and all else are the same"


def test_list_within_a_list_is_its_rest(watched):
    articles = twins()
    entry = path_of(articles[0])
    whole = listed(watched(entry + "next.json"))
    second = watched(entry + "next.json").json()["stories"][1]["path"]
    assert listed(watched(f"{second}next.json?after={articles[0].pk}")) == whole[2:]
    assert watched.asked == 2


def test_page_within_a_list_asks_seven_questions(watched):
    entry, last = live_article(), live_article()
    path = path_of(rich_article(3))
    assert path_of(last) in link(watched, f"{path}?after={entry.pk}")
    assert f"?after={entry.pk}" in link(watched, f"{path}?after={entry.pk}")
    assert watched.asked == 7


@pytest.mark.parametrize("value", ["", "x", "-1", "1e3", "٣", "9" * 19, "9" * 18, "0", "own", "gone", "1 or 1=1"])
def test_value_that_names_no_list_is_ignored(client, value):
    article, gone = live_article(), withdrawn_article()
    live_article()
    value = {"own": article.pk, "gone": gone.pk}.get(value, value)
    own = client.get(path_of(article))
    assert client.get(path_of(article), {"after": value}).content == own.content
    own = client.get(path_of(article) + "next.json").json()
    assert json.loads(client.get(path_of(article) + "next.json", {"after": value}).content) == own
