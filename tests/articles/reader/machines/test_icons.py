"""What the site is called and its icon: wherever readers and machines are told, from the next request on."""

import io
import json

import feedparser
import pytest
from PIL import Image

from articles.editorial.site import publisher
from articles.models.publisher import Publisher
from articles.site_identity import identity
from media.icons import SIDES
from tests.articles.reader.page_checks import find, queries, text_of, tree
from tests.builders import a_desk, a_person, a_photo, a_topic, chief, live_article, live_edition

pytestmark = pytest.mark.django_db


def called(name, **facts):
    """The publisher, called so."""
    return publisher.save_publisher(Publisher(name=name, **facts), by=chief())


@pytest.fixture
def path():
    """The address of a story with a desk, a topic and somebody who signs."""
    ada = a_person("Ada")
    ada.slug = "ada"
    ada.save()
    return live_edition(live_article(topics=[a_topic("Bridges")], bylines=[ada])).path


def told(client, path):
    """{where: the name of the site that is told there}."""
    page = tree(client.get(path))
    [data] = find(page, "script[type=application/ld+json]")
    [site_name] = find(page, "meta[property=og:site_name]")
    return {
        "masthead": text_of(client.get(path), ".masthead .wordmark")[0],
        "title": find(page, "title")[0].text.partition(" · ")[2],
        "shared": site_name.get("content"),
        "JSON-LD": json.loads(data.text)["publisher"]["name"],
        "front": json.loads(find(tree(client.get("/")), "script[type=application/ld+json]")[0].text)["@graph"][1][
            "name"
        ],
        "RSS": feedparser.parse(client.get("/feeds/rss.xml").content).feed.title,
        "Atom": feedparser.parse(client.get("/feeds/atom.xml").content).feed.title,
        "JSON Feed": client.get("/feeds/feed.json").json()["title"],
        "news": client.get("/news-sitemap.xml")
        .content.decode()
        .partition("<news:name>")[2]
        .partition("</news:name>")[0],
        "oEmbed": client.get("/oembed", {"url": f"http://127.0.0.1:8000{path}"}).json()["provider_name"],
        "ninjs": client.get(f"{path}ninjs.json").json()["copyrightHolder"],
        "manifest": client.get("/manifest.webmanifest").json()["name"],
    }


def test_site_is_called_as_it_was_set_up_until_the_publisher_says_otherwise(client, path, settings):
    settings.SITE_NAME = "Set Up"
    assert set(told(client, path).values()) == {"Set Up"}
    called("The “Record” & Co")
    assert set(told(client, path).values()) == {"The “Record” & Co"} or told(client, path)["news"].startswith(
        "The “Record” &amp;"
    )
    called("")
    assert set(told(client, path).values()) == {"Set Up"}


def test_name_costs_no_page_a_query_and_no_copy_more_than_one(client, path):
    called("The Record")
    pages = [
        "/",
        "/world/",
        "/latest/",
        "/topics/",
        "/topics/bridges/",
        "/people/",
        "/people/ada/",
        "/search/?q=bridge",
    ]
    pages += ["/archive/", "/corrections/", "/never/printed/", path, f"{path}history/"]
    for page in pages:
        client.get(page)
        with queries() as asked:
            client.get(page)
        assert not [sql for sql in asked if sql.startswith('SELECT "articles_publisher"')], page
    for copy in (
        "/feeds/rss.xml",
        "/feeds/feed.json",
        "/news-sitemap.xml",
        "/manifest.webmanifest",
        f"{path}ninjs.json",
    ):
        with queries() as asked:
            client.get(copy)
        assert len([sql for sql in asked if "articles_publisher" in sql]) == 1, copy


def test_nothing_is_kept_outside_a_request(client, django_assert_num_queries):
    client.get("/")
    with django_assert_num_queries(2):
        assert identity() == identity() == ("Newsroom", "")


def test_icon_of_the_publisher_is_offered_in_its_sizes_for_ever(client, path):
    a_desk()
    digest = called("", icon=a_photo(700, 600)).icon_digest
    page = tree(client.get(path))
    links = [link.get("href") for link in find(page, "link[rel=icon], link[rel=apple-touch-icon]")]
    assert links == [f"/icons/{digest}-{side}.png" for side in (32, 192, 180)]
    [data] = find(page, "script[type=application/ld+json]")
    logo = json.loads(data.text)["publisher"]["logo"]
    assert (logo["url"], logo["width"]) == (f"http://127.0.0.1:8000/icons/{digest}-512.png", 512)
    offered = client.get("/manifest.webmanifest").json()["icons"]
    assert [each["sizes"] for each in offered] == [f"{side}x{side}" for side in SIDES]
    for each in offered:
        response = client.get(each["src"])
        assert response["Content-Type"] == each["type"] == "image/png"
        assert "immutable" in response["Cache-Control"]
        assert f"{Image.open(io.BytesIO(response.content)).width}" == each["sizes"].partition("x")[0]
    assert (
        client.get(f"/icons/{'0' * 16}-32.png").status_code == client.get(f"/icons/{digest}-33.png").status_code == 404
    )
    assert client.post(links[0]).status_code == 405


def test_icon_we_ship_is_there_without_one(client):
    page = tree(client.get("/"))
    assert [link.get("type") for link in find(page, "link[rel=icon]")] == ["image/svg+xml"]
    [manifest] = find(page, "link[rel=manifest]")
    response = client.get(manifest.get("href"))
    assert response["Content-Type"] == "application/manifest+json"
    assert client.get(response.json()["icons"][0]["src"]).status_code in (200, 404)  # static files are the server's
