"""Feeds, read by a strict parser as other people's programs read them, and held to the rules of their formats."""

import json
import re
from datetime import UTC, datetime, timedelta
from itertools import product

import feedparser
import pytest
from django.test import override_settings
from django.utils import timezone
from jsonschema import Draft202012Validator
from lxml import etree

from articles.editorial.directory import entries
from articles.editorial.directory.rename import rename
from articles.editorial.publishing import publish, withdraw
from articles.models.person import Person
from media.models import Photo
from tests.articles.reader.page_checks import find, tree
from tests.builders import (
    a_desk,
    a_person,
    a_photo,
    a_topic,
    chief,
    edited,
    live_article,
    live_edition,
    put_out,
    scheduled_article,
    system,
)
from tests.conventions.source import ROOT

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"
KINDS = {"rss.xml": "application/rss+xml", "atom.xml": "application/atom+xml", "feed.json": "application/feed+json"}
XML = ("rss.xml", "atom.xml")
SCHEMAS = ROOT / "tests/articles/reader/schemas"
GRAMMARS = {file: etree.RelaxNG(file=str(SCHEMAS / f"{file.removesuffix('.xml')}.rng")) for file in XML}
JSON_FEED = Draft202012Validator(json.loads((SCHEMAS / "json-feed.json").read_text()))
HOSTILE = "A]]><b>Bridge</b> & “Ferry”\x08\x0c\x1f <![CDATA[ \ufffe</title>"


def feed(client, file, page="/"):
    """The feed as a program understands it: feedparser's, or for JSON the same names over the document."""
    response = client.get(f"{page}feeds/{file}")
    assert response.status_code == 200, response.content[:300]
    assert response["Content-Type"] == f"{KINDS[file]}; charset=utf-8"
    if file == "feed.json":
        document = json.loads(response.content)
        check_json_feed(document)
        return [simple_json(item) for item in document["items"]]
    parsed = feedparser.parse(response.content, response_headers={"content-type": response["Content-Type"]})
    assert not parsed.bozo, parsed.bozo_exception
    GRAMMARS[file].assertValid(etree.fromstring(response.content))
    assert parsed.version == ("rss20" if file == "rss.xml" else "atom10")
    return [simple_xml(entry) for entry in parsed.entries]


def simple_xml(entry):
    """What every format must say of a story, from a feedparser entry."""
    return {
        "id": entry.id,
        "url": entry.link,
        "title": entry.title,
        "summary": entry.get("summary", ""),
        "html": entry.content[0].value,
        "names": [author.name for author in entry.get("authors", [])],
        "tags": [tag.term for tag in entry.get("tags", [])],
        "published": datetime(*entry.published_parsed[:6], tzinfo=UTC),
        "updated": datetime(*entry.updated_parsed[:6], tzinfo=UTC),
        "pictures": [picture["url"] for picture in entry.get("media_content", [])],
    }


def simple_json(item):
    """The same from an item of a JSON feed."""
    return {
        "id": item["id"],
        "url": item["url"],
        "title": item["title"],
        "summary": item.get("summary", ""),
        "html": item["content_html"],
        "names": [author["name"] for author in item.get("authors", [])],
        "tags": item.get("tags", []),
        "published": datetime.fromisoformat(item["date_published"]).replace(microsecond=0),
        "updated": datetime.fromisoformat(item["date_modified"]).replace(microsecond=0),
        "pictures": [each["url"] for each in item.get("attachments", [])],
    }


def check_json_feed(document):
    """The rules of JSON Feed 1.1 for what we use; and no id twice."""
    JSON_FEED.validate(document)
    for item in document["items"]:
        assert all(datetime.fromisoformat(item[f"date_{which}"]).tzinfo for which in ("published", "modified"))
    assert len({item["id"] for item in document["items"]}) == len(document["items"])


@pytest.mark.parametrize("file", KINDS)
def test_entry_has_all_its_parts(client, file):
    article = live_article(
        headline="Bridge & Ferry",
        dek="It <opens>.",
        lead_topic=a_topic("Bridges"),
        topics=[a_topic("Arches")],
        bylines=[a_person("Ada"), a_person("Bo")],
        original_date=datetime(2026, 5, 21, 18, 40, tzinfo=UTC),
    )
    [entry] = feed(client, file)
    assert (entry["title"], entry["summary"]) in (
        ("Bridge & Ferry", "It <opens>."),
        ("Bridge & Ferry", "It &lt;opens&gt;."),
    )
    assert entry["url"] == SITE + article.editions.get().path
    assert entry["published"] == entry["updated"] == datetime(2026, 5, 21, 18, 40, tzinfo=UTC)
    assert ", ".join(entry["names"]) == "Ada, Bo"
    assert entry["tags"] == ["World", "Bridges", "Arches"]


@pytest.mark.parametrize("file", KINDS)
def test_entry_holds_the_full_text_for_programs_that_are_not_our_page(client, file):
    ada, inside = a_person("Ada"), a_photo(900, 600, alt="A pier.")
    body = (
        f'<p>“It floats,” <span data-person="{ada.pk}">Ada</span> said. <a href="https://example.org/x">More</a></p>'
        f'<h2>The pier</h2><figure data-photo="{inside.pk}"><figcaption>The pier.</figcaption></figure><p>Last.</p>'
    )
    live_article(body=body, lead_photo=a_photo(1600, 900, alt="A ferry."), lead_caption="The ferry.")
    [entry] = feed(client, file)
    content = etree.HTML(entry["html"])
    assert "Last." in entry["html"]
    assert content.xpath("//h2/text()") == ["The pier"]
    assert content.xpath("//img/@alt") == ["A ferry.", "A pier."]
    assert "The ferry." in entry["html"] and "Photo: Ada Lens" in entry["html"]
    addresses = content.xpath("//@href | //@src")
    assert f"{SITE}{ada.get_absolute_url()}" in addresses
    assert all(re.match(r"https?://", address) for address in addresses)
    assert not content.xpath("//@class | //@id | //@srcset | //@data-person | //picture | //source | //script")
    assert len(entry["pictures"]) == 2
    assert all(client.get(url.removeprefix(SITE)).status_code == 200 for url in entry["pictures"])


@pytest.mark.parametrize("file", XML)
def test_photos_are_told_in_media_rss_with_caption_and_credit(client, file):
    live_article(lead_photo=a_photo(1600, 900, alt="A ferry."), lead_caption="The ferry & <crew>.")
    root = etree.fromstring(client.get(f"/feeds/{file}").content)
    names = {"m": "http://search.yahoo.com/mrss/"}
    [content] = root.xpath("//m:content", namespaces=names)
    assert (content.get("medium"), content.get("type")) == ("image", "image/jpeg")
    assert (content.get("width"), content.get("height")) == ("1200", "675")
    assert content.xpath("string(m:description)", namespaces=names) == "The ferry & <crew>."
    assert content.xpath("string(m:credit)", namespaces=names) == "Photo: Ada Lens"


@pytest.mark.parametrize("file", KINDS)
def test_photo_leaves_the_feed_at_the_second_its_licence_ends(client, file, time_machine):
    end = timezone.now() + timedelta(hours=1)
    photo = a_photo(1600, 900)
    Photo.objects.filter(pk=photo.pk).update(licence_ends_at=end)
    live_article(lead_photo=photo, lead_caption="The ferry.")
    time_machine.move_to(end - timedelta(seconds=1), tick=False)
    [before] = feed(client, file)
    time_machine.move_to(end, tick=False)
    [after] = feed(client, file)
    assert len(before["pictures"]) == 1 and "<img" in before["html"]
    assert not after["pictures"] and "<img" not in after["html"] and "/photos/" not in after["html"]
    assert "The ferry." in after["html"]


@pytest.mark.parametrize("file", KINDS)
def test_feed_survives_what_was_pasted(client, file):
    live_article(
        headline=HOSTILE,
        dek=HOSTILE,
        body="<p>]]&gt; &amp; \x01\x0c “x”</p>",
        lead_topic=a_topic("Bri\x02dges & <i>"),
        bylines=[entries.get_or_create_person("A\x03da <b>", by=system())],
    )
    [entry] = feed(client, file)
    assert "Bridge" in entry["title"] and "Ferry" in entry["title"]
    assert "]]&gt; &amp;" in entry["html"]
    assert entry["names"] == ["Ada <b>"] or entry["names"] == ["Ada"]


def test_s9_the_description_of_rss_is_text_written_as_html(client):
    live_article(dek="D <img src=x onerror=alert(1)> & 1 < 2")
    [item] = etree.fromstring(client.get("/feeds/rss.xml").content).findall("channel/item")
    shown = etree.HTML(item.findtext("description"))  # as a program that follows RSS 2.0 shows it
    assert not shown.xpath("//img")
    assert "".join(shown.itertext()) == "D <img src=x onerror=alert(1)> & 1 < 2"


@pytest.mark.parametrize("file", KINDS)
def test_id_outlives_a_new_address_and_a_new_date(client, file):
    article = live_article()
    [before] = feed(client, file)
    date = datetime(2019, 1, 1, tzinfo=UTC)
    put_out(edited(article, slug="another", original_date=date))
    [after] = feed(client, file)
    assert before["id"] == after["id"] == f"tag:127.0.0.1,2026:story:{article.pk}"
    assert before["url"] != after["url"]
    assert before["published"] != after["published"]


@pytest.mark.parametrize("file", KINDS)
def test_correction_is_in_the_entry_and_moves_its_date_of_change(client, file, time_machine):
    start = timezone.now().replace(microsecond=0)
    time_machine.move_to(start, tick=False)
    article = live_article()
    time_machine.move_to(start + timedelta(minutes=5), tick=False)
    publish.correct(article, by=system(), text="The bridge has <three> arches.")
    [entry] = feed(client, file)
    assert "<h2>Correction</h2>" in entry["html"]
    assert "The bridge has &lt;three&gt; arches." in entry["html"]
    assert entry["updated"] - entry["published"] == timedelta(minutes=5)


@pytest.mark.parametrize("file", KINDS)
def test_feeds_hold_their_own(client, file):
    topic, ada, bo = a_topic("Bridges"), a_person("Ada"), a_person("Bo")
    said = f'<blockquote data-person="{ada.pk}" data-attribution="Ada"><p>“So be it.”</p></blockquote>'
    live_article(headline="Quotes", topics=[topic], body=f"<p>One.</p>{said}{said}")
    live_article(headline="Names", body=f'<p>One <span data-person="{ada.pk}">Ada</span>.</p>')
    live_article(headline="Signed", desk=a_desk("Politics"), bylines=[ada, bo])
    scheduled_article(headline="To come", topics=[topic], bylines=[ada])

    def titles(page):
        return [entry["title"] for entry in feed(client, file, page)]

    assert titles("/") == ["Signed", "Names", "Quotes"]
    assert titles("/world/") == ["Names", "Quotes"]
    assert titles("/topics/bridges/") == ["Quotes"]
    assert titles(ada.get_absolute_url()) == ["Signed", "Names", "Quotes"]
    assert titles(bo.get_absolute_url()) == ["Signed"]


@pytest.mark.parametrize("file", KINDS)
def test_empty_feed_is_a_feed(client, file):
    a_desk()
    assert feed(client, file) == feed(client, file, "/world/") == []


@pytest.mark.parametrize(("file", "page"), [*product(KINDS, ["/", "/world/", "/topics/bridges/"])])
@override_settings(SITE_URL="https://news.example", ALLOWED_HOSTS=["*"], WEBSUB_HUB="https://hub.example/")
def test_feed_names_itself_its_page_and_its_hub(client, file, page):
    live_article(topics=[a_topic("Bridges")])
    response = client.get(f"{page}feeds/{file}", headers={"host": "evil.example"})
    own = f"https://news.example{page}feeds/{file}"
    assert response["Link"] == f'<{own}>; rel="self", <https://hub.example/>; rel="hub"'
    content = response.content.decode()
    assert "evil.example" not in content
    if file == "feed.json":
        document = json.loads(content)
        assert document["feed_url"] == own
        assert document["home_page_url"] == f"https://news.example{page}"
        assert document["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]
    else:
        GRAMMARS[file].assertValid(etree.fromstring(response.content))
        links = {link.rel: link.href for link in feedparser.parse(content).feed.links}
        assert (links["self"], links["hub"]) == (own, "https://hub.example/")
        assert links["alternate"] == f"https://news.example{page}"


@pytest.mark.parametrize("file", KINDS)
def test_feed_that_lost_a_story_has_a_new_tag(client, file):
    live_article()
    article = live_article()
    before = client.get(f"/feeds/{file}")
    withdraw.withdraw(article, by=system())
    after = client.get(f"/feeds/{file}", headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert client.get(f"/feeds/{file}", headers={"If-None-Match": after["ETag"]}).status_code == 304


CHANGES = {
    "withdraw": lambda story: withdraw.withdraw(story, by=system()),
    "publish": lambda story: put_out(edited(story, headline="Another headline")),
    "rename": lambda story: rename(Person.objects.get(), "Ada Lovelace", by=chief()),
}


@pytest.mark.parametrize("file", KINDS)
@pytest.mark.parametrize("change", CHANGES)
def test_feed_says_when_it_changed_last_to_whoever_has_only_a_date_to_ask_with(client, time_machine, file, change):
    start = datetime(2026, 5, 21, 12, tzinfo=UTC)
    time_machine.move_to(start, tick=False)
    story = live_article(headline="Bridge opens", bylines=[a_person("Ada")])
    assert "Last-Modified" not in client.get(f"/feeds/{file}")  # this very second may bring more
    time_machine.move_to(start + timedelta(minutes=5), tick=False)
    scheduled_article(at=start + timedelta(days=1))
    told = client.get(f"/feeds/{file}")["Last-Modified"]
    assert told == "Thu, 21 May 2026 12:00:00 GMT"
    assert client.get(f"/feeds/{file}", headers={"If-Modified-Since": told}).status_code == 304
    CHANGES[change](story)
    assert client.get(f"/feeds/{file}", headers={"If-Modified-Since": told}).status_code == 200
    time_machine.move_to(start + timedelta(minutes=6), tick=False)
    again = client.get(f"/feeds/{file}", headers={"If-Modified-Since": told})
    assert (again.status_code, again["Last-Modified"]) == (200, "Thu, 21 May 2026 12:05:00 GMT")
    time_machine.move_to(start + timedelta(days=1, seconds=1), tick=False)
    assert client.get(f"/feeds/{file}")["Last-Modified"] == "Fri, 22 May 2026 12:00:00 GMT"


def test_feed_changes_when_a_licence_ends(client, time_machine):
    start = datetime(2026, 5, 21, 12, tzinfo=UTC)
    time_machine.move_to(start, tick=False)
    a_photo()
    Photo.objects.update(licence_ends_at=start + timedelta(minutes=1))
    live_article()
    time_machine.move_to(start + timedelta(seconds=59), tick=False)
    assert client.get("/feeds/rss.xml")["Last-Modified"] == "Thu, 21 May 2026 12:00:00 GMT"
    time_machine.move_to(start + timedelta(seconds=61), tick=False)
    assert client.get("/feeds/rss.xml")["Last-Modified"] == "Thu, 21 May 2026 12:01:00 GMT"


def test_atom_is_as_rfc_4287_wants_it(client):
    live_article(bylines=[a_person("Ada")])
    live_article()
    root = etree.fromstring(client.get("/feeds/atom.xml").content)
    names = {"a": "http://www.w3.org/2005/Atom"}
    for parent in (root, *root.xpath("a:entry", namespaces=names)):
        for once in ("id", "title", "updated"):
            assert len(parent.xpath(f"a:{once}", namespaces=names)) == 1
        assert len(parent.xpath("a:link[@rel='alternate']", namespaces=names)) == 1
    ids = root.xpath("//a:id/text()", namespaces=names)
    assert len(ids) == len(set(ids)) == 3
    assert root.xpath("a:author/a:name", namespaces=names)
    for moment in root.xpath("//a:updated/text() | //a:published/text()", namespaces=names):
        assert datetime.fromisoformat(moment).tzinfo


@pytest.mark.parametrize(("file", "found", "instead"), [
    ("rss.xml", b'isPermaLink="false"', b""),
    ("rss.xml", b" 2026 18:40:00 ", b" 26 6:40 "),
    ("rss.xml", b"<link>http", b"<link>/http"),
    ("rss.xml", b"<content:encoded>", b"<content:encoded/><content:encoded>"),
    ("atom.xml", b"<published>2026-05-21T", b"<published>21 May "),
    ("atom.xml", b"<title>", b"<title/><title>"),
    ("atom.xml", b'rel="self"', b'rel="me"'),
    ("atom.xml", b' medium="image"', b' medium="picture"'),
    ("feed.json", b'"content_html"', b'"content"'),
    ("feed.json", b'"date_published": "2026-05-21T', b'"date_published": "21 May '),
])  # fmt: skip
def test_rules_refuse_what_is_wrong(client, file, found, instead):
    live_article(original_date=datetime(2026, 5, 21, 18, 40, tzinfo=UTC), lead_photo=a_photo())
    content = client.get(f"/feeds/{file}").content
    assert found in content
    wrong = content.replace(found, instead)
    if file == "feed.json":
        assert not JSON_FEED.is_valid(json.loads(wrong))
    else:
        assert not GRAMMARS[file].validate(etree.fromstring(wrong))


def test_pages_name_their_feeds(client):
    ada = a_person("Ada")
    article = live_article(topics=[a_topic("Bridges")], bylines=[ada])
    own = ("/world/", "/topics/bridges/", ada.get_absolute_url())
    for page in ("/", *own, "/latest/", live_edition(article).path):
        links = find(tree(client.get(page)), "link[rel=alternate]")
        named = {link.get("href"): link.get("type") for link in links}
        for of in ("/", page) if page in own else ("/",):
            for file, kind in KINDS.items():
                assert named[f"{SITE}{of}feeds/{file}"] == kind
        for address in named:
            assert client.get(address.removeprefix(SITE)).status_code == 200
