"""A story may be called otherwise on lists, and in search engines and where its link is shared."""

import json
import re

import pytest

from articles.editorial.publishing import withdraw
from articles.editorial.publishing.redact import redact
from tests import builders

pytestmark = pytest.mark.django_db
HEADLINE = "Ferry returns to the northern harbour after eleven weeks"


def live(**fields):
    return builders.live_article(headline=HEADLINE, desk=builders.a_desk("World"), **fields)


def told(client, path):
    """(title, shared title, headline of the page, the data for search engines) of a story's page."""
    page = client.get(path).content.decode()
    (title,) = re.findall(r"<title>(.*?) · ", page)
    (shared,) = re.findall(r'property="og:title" content="(.*?)"', page)
    (heading,) = re.findall(r"<h1[^>]*>\s*(.*?)\s*</h1>", page)
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    return title, shared, heading, json.loads(data)


@pytest.mark.parametrize("path", ["/", "/world/", "/latest/"])
def test_lists_show_the_headline_that_is_theirs(client, path):
    live(short_headline="Ferry is back", search_headline="Northern ferry reopens")
    page = client.get(path).content.decode()
    assert "Ferry is back</a>" in page
    assert f"{HEADLINE}</a>" not in page and "Northern ferry reopens" not in page


def test_search_engines_and_shared_links_show_theirs_and_the_page_its_own(client):
    article = live(short_headline="Ferry is back", search_headline="Northern ferry reopens")
    title, shared, heading, data = told(client, builders.live_edition(article).path)
    assert title == shared == data["alternativeHeadline"] == "Northern ferry reopens"
    assert heading == data["headline"] == HEADLINE
    feed = client.get("/feeds/rss.xml").content.decode()
    assert HEADLINE in feed and "Ferry is back" not in feed


def test_without_any_all_places_show_the_headline(client):
    article = live()
    title, shared, heading, data = told(client, builders.live_edition(article).path)
    assert title == shared == heading == data["headline"] == HEADLINE
    assert "alternativeHeadline" not in data
    assert f"{HEADLINE}</a>" in client.get("/").content.decode()


def test_words_removed_by_order_of_law_are_gone_from_them_too(client):
    article = live(short_headline="Ferry of Ida Moss", search_headline="Moss ferry")
    withdraw.withdraw(article, by=builders.system(), notice="", reason="A letter.")
    redact(article, by=builders.chief(), reason="A court", words="")
    (edition,) = article.editions.filter(kind="published")
    assert edition.short_headline == edition.search_headline == ""
    article.refresh_from_db()
    assert article.short_headline == article.search_headline == ""
