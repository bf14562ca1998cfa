"""What the head of every kind of list page says to machines, against what the page shows to people."""

import json

import pytest

from tests.articles.reader.page_checks import find, links_to_stories, text_of, tree
from tests.builders import a_desk, a_person, a_photo, a_topic, live_article, live_edition

pytestmark = pytest.mark.django_db
HOSTILE = "</script><script>alert(“1”)</script> & <!--"


@pytest.fixture
def newsroom(settings):
    """A person quoted, with a portrait and an alias, in a story with a photo under a topic; and a second story."""
    settings.SITE_URL, settings.SITE_NAME = "https://news.example", "The Record"
    ada = a_person("Ada", role="ferry pilot", organisation="Harbour Board", aliases=["A. Ash"])
    ada.portrait = a_photo(800, 1000, alt="Ada at the wheel.")
    ada.save()
    said = f'<blockquote data-person="{ada.pk}" data-attribution="Ada"><p>“It floats.”</p></blockquote>'
    live_article(headline="Second", lead_topic=a_topic("Ferries"), topics=[a_topic("Ferries")])
    live_article(
        headline=HOSTILE,
        body=f"<p>It was opened.</p>{said}",
        lead_topic=a_topic("Ferries"),
        topics=[a_topic("Ferries")],
        lead_photo=a_photo(1600, 900, alt="A ferry."),
    )
    return ada


def pages(ada):
    """Every kind of list page: its address, the og:type, and what its data is about."""
    return {
        "/": ("website", "NewsMediaOrganization"),
        "/world/": ("website", "CollectionPage"),
        "/latest/": ("website", "CollectionPage"),
        "/topics/": ("website", "CollectionPage"),
        "/topics/ferries/": ("website", "CollectionPage"),
        "/people/": ("website", "CollectionPage"),
        "/archive/": ("website", "CollectionPage"),
        "/corrections/": ("website", "CollectionPage"),
        ada.get_absolute_url(): ("profile", "ProfilePage"),
    }


def meta(page):
    """{property or name: content} of the page's head."""
    return {
        element.get("property") or element.get("name"): element.get("content")
        for element in find(page, "meta[content]")
    }


def data_of(page):
    """The nodes of the page's one script of data."""
    [script] = find(page, "script[type=application/ld+json]")
    return json.loads(script.text)["@graph"]


def test_every_list_page_has_one_address_a_description_and_data(client, newsroom):
    for path, (kind, about) in pages(newsroom).items():
        page = tree(client.get(path + "?utm_source=mail"))
        said = meta(page)
        [canonical] = find(page, "link[rel=canonical]")
        assert canonical.get("href") == said["og:url"] == f"https://news.example{path}"
        assert said["description"] == said["og:description"] != ""
        assert (said["og:type"], said["og:site_name"]) == (kind, "The Record")
        assert said["og:title"] == text_of(client.get(path), "h1")[0]
        nodes = data_of(page)
        assert nodes[0]["@type"] == about
        if path != "/":
            assert nodes[0]["url"] == canonical.get("href")
            assert nodes[1]["@type"] == "BreadcrumbList"
            assert nodes[1]["itemListElement"][-1]["item"] == canonical.get("href")


@pytest.mark.parametrize("path", ["/", "/world/", "/latest/", "/topics/ferries/"])
def test_list_is_shared_with_the_first_photo_on_it(client, newsroom, path):
    said = meta(tree(client.get(path)))
    assert said["twitter:card"] == "summary_large_image"
    assert (said["og:image:width"], said["og:image:height"], said["og:image:alt"]) == ("1200", "675", "A ferry.")
    assert said["og:image"].startswith("https://news.example/photos/")
    assert said["og:image"].endswith(".jpg")
    assert client.get(said["og:image"].removeprefix("https://news.example")).status_code == 200


@pytest.mark.parametrize("path", ["/world/", "/latest/", "/topics/ferries/"])
def test_items_are_the_stories_on_the_page(client, newsroom, path):
    page = tree(client.get(path))
    items = data_of(page)[0]["mainEntity"]["itemListElement"]
    assert {item["url"].removeprefix("https://news.example") for item in items} == set(links_to_stories(page))
    assert HOSTILE in [item["name"] for item in items]


def test_person_is_described_as_on_the_page(client, newsroom):
    page = tree(client.get(newsroom.get_absolute_url()))
    profile = data_of(page)[0]
    person = profile["mainEntity"]
    assert (person["@type"], person["name"], person["alternateName"]) == ("Person", "Ada", ["A. Ash"])
    assert (person["jobTitle"], person["worksFor"]["name"]) == ("ferry pilot", "Harbour Board")
    assert person["image"]["height"] == 1000
    [quote], [shown] = profile["hasPart"], find(page, "[data-quote]")
    assert quote["@type"] == "Quotation"
    assert quote["url"] == shown.get("cite")
    assert quote["text"] == shown.text_content().strip("“”")
    assert quote["isPartOf"]["headline"] == HOSTILE
    assert quote["spokenByCharacter"]["@id"] == person["@id"]
    assert meta(page)["og:image:alt"] == "Ada at the wheel."


def test_story_is_described_as_on_the_page(client, newsroom):
    edition = live_edition(live_article(headline=HOSTILE, lead_photo=a_photo(2000, 1000, alt="A pier.")))
    said = meta(tree(client.get(edition.path)))
    assert said["og:title"] == HOSTILE
    assert (said["og:image:width"], said["og:image:height"], said["og:image:type"]) == ("1200", "675", "image/jpeg")


def test_empty_newsroom_has_heads_too(client):
    a_desk("Culture")
    for path in ("/", "/culture/", "/latest/", "/topics/", "/people/"):
        assert data_of(tree(client.get(path)))
