"""RSS feeds."""

from datetime import UTC, datetime

import pytest
from django.test import override_settings
from lxml import etree

from articles.editorial import directory, publishing
from tests.builders import a_desk, a_person, a_topic, edited, live_article, system

pytestmark = pytest.mark.django_db
DC = "{http://purl.org/dc/elements/1.1/}"


def channel_of(client, path):
    """The channel element of a feed."""
    response = client.get(path)
    assert response["Content-Type"].startswith("application/rss+xml")
    return etree.fromstring(response.content).find("channel")


def test_item_has_all_its_parts(client):
    article = live_article(
        headline="Bridge & Ferry",
        dek="It <opens>.",
        lead_topic=a_topic("Bridges"),
        topics=[a_topic("Arches")],
        bylines=[a_person("Ada"), a_person("Bo")],
        original_date=datetime(2026, 5, 21, 18, 40, tzinfo=UTC),
    )
    (item,) = channel_of(client, "/feeds/rss.xml").findall("item")
    assert item.findtext("title") == "Bridge & Ferry"
    assert item.findtext("description") == "It <opens>."
    assert item.findtext("link") == f"http://127.0.0.1:8000{article.editions.get().path}"
    assert item.findtext("pubDate") == "Thu, 21 May 2026 18:40:00 +0000"
    assert item.findtext(f"{DC}creator") == "Ada, Bo"
    assert [category.text for category in item.findall("category")] == ["World", "Bridges", "Arches"]
    assert item.find("guid").get("isPermaLink") == "false"


def test_feed_survives_control_characters_that_were_pasted(client):
    live_article(
        headline="A\x08 Bridge\x1f",
        dek="It\x01 opens.",
        lead_topic=a_topic("Bri\x02dges"),
        bylines=[directory.person_named("A\x03da", by=system())],
    )
    (item,) = channel_of(client, "/feeds/rss.xml").findall("item")
    assert (item.findtext("title"), item.findtext("description")) == ("A Bridge", "It opens.")
    assert item.findtext(f"{DC}creator") == "Ada"


def test_guid_outlives_a_new_address(client):
    article = live_article()
    before = channel_of(client, "/feeds/rss.xml").find("item")
    publishing.publish(edited(article, slug="another"), by=system())
    after = channel_of(client, "/feeds/rss.xml").find("item")
    assert before.findtext("guid") == after.findtext("guid")
    assert before.findtext("link") != after.findtext("link")


def test_feeds_of_desk_and_topic_hold_their_own(client):
    topic = a_topic("Bridges")
    live_article(headline="On world", topics=[topic])
    live_article(headline="On politics", desk=a_desk("Politics"))
    channel = channel_of(client, "/world/feeds/rss.xml")
    assert (channel.findtext("title"), channel.findtext("link")) == ("World · Newsroom", "http://127.0.0.1:8000/world/")
    assert [item.findtext("title") for item in channel.findall("item")] == ["On world"]
    channel = channel_of(client, "/topics/bridges/feeds/rss.xml")
    assert channel.findtext("link") == "http://127.0.0.1:8000/topics/bridges/"
    assert [item.findtext("title") for item in channel.findall("item")] == ["On world"]


@override_settings(SITE_URL="https://news.example", ALLOWED_HOSTS=["*"])
def test_addresses_are_the_sites_own_whatever_host_was_asked(client):
    live_article()
    content = client.get("/feeds/rss.xml", headers={"host": "evil.example"}).content.decode()
    assert "https://news.example/feeds/rss.xml" in content
    assert "evil.example" not in content


def test_feed_names_no_date_of_change_that_a_withdrawal_would_belie(client):
    live_article()
    assert "Last-Modified" not in client.get("/feeds/rss.xml")
