"""What people reported of other tools' feeds: signs escaped twice, photos that no reader shows."""

import json

import pytest
from lxml import etree, html

from tests.builders import a_person, a_photo, live_article, live_edition

pytestmark = pytest.mark.django_db

HEADLINE = "R&D at “Weber & Töchter” <down> 7%"
FEEDS = ("/feeds/rss.xml", "/feeds/atom.xml")
MEDIA = {"media": "http://search.yahoo.com/mrss/", "content": "http://purl.org/rss/1.0/modules/content/"}


@pytest.fixture
def story():
    return live_article(
        headline=HEADLINE,
        bylines=[a_person("Ada & Bo Lind")],
        lead_photo=a_photo(1600, 900, alt="A yard", credit="Lind"),
    )


@pytest.mark.parametrize("address", [*FEEDS, "/sitemap.xml", "/news-sitemap.xml"])
def test_25_ampersands_are_escaped_once_in_feeds_and_sitemaps(client, story, address):
    body = client.get(address).content
    etree.fromstring(body)  # raises for a feed that is no XML
    assert b"&amp;amp;" not in body


@pytest.mark.parametrize("address", FEEDS)
def test_25_feeds_say_the_headline_as_it_was_written(client, story, address):
    feed = etree.fromstring(client.get(address).content)
    titles = [title.text for title in feed.iter("{*}title")]
    assert HEADLINE in titles


def test_25_pages_say_headline_and_byline_as_they_were_written(client, story):
    page = html.fromstring(client.get(live_edition(story).path).content)
    assert page.findtext(".//title").startswith(HEADLINE)
    assert page.find_class("headline")[0].text_content() == HEADLINE
    assert [name.text_content() for name in page.xpath("//a[@rel='author']")] == ["Ada & Bo Lind"]
    data = json.loads(page.findtext(".//script[@type='application/ld+json']"))
    assert data["headline"] == HEADLINE and data["author"][0]["name"] == "Ada & Bo Lind"


def test_26_a_feed_reader_that_knows_html_only_shows_the_photo(client, story):
    item = etree.fromstring(client.get("/feeds/rss.xml").content).find("channel/item")
    picture = html.fromstring(item.findtext("content:encoded", namespaces=MEDIA)).find(".//img")
    assert picture.get("src").startswith("http") and picture.get("alt") == "A yard"
    assert int(picture.get("width")) > int(picture.get("height")) > 0
    medium = item.find("media:content", MEDIA)
    assert medium.get("url").startswith("http")


def test_description_of_rss_is_html_so_the_dek_is_escaped_once_more(client):
    live_article(dek="Down <img src=x> & out")
    item = etree.fromstring(client.get("/feeds/rss.xml").content).find("channel/item")
    assert item.findtext("description") == "Down &lt;img src=x&gt; &amp; out"
