"""Sitemaps, held to a schema of the protocol's rules; which stories they name, and until which second."""

from datetime import datetime, timedelta

import pytest
from django.conf.locale import LANG_INFO
from django.test import override_settings
from django.utils import timezone
from lxml import etree

from articles.editorial.publishing import withdraw
from articles.reader.machines import sitemaps
from articles.reader.machines.sitemaps import news_language
from media.models import Photo
from tests.articles.reader.page_checks import queries
from tests.builders import (
    a_desk,
    a_person,
    a_photo,
    a_static_page,
    a_topic,
    edited,
    live_article,
    live_edition,
    put_out,
    scheduled_article,
    system,
    withdrawn_article,
)
from tests.conventions.source import ROOT

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "i": "http://www.google.com/schemas/sitemap-image/1.1",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}
SCHEMA = etree.XMLSchema(file=str(ROOT / "tests/articles/reader/schemas/sitemap.xsd"))


def document(client, path):
    """The document at an address, which keeps the rules."""
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    root = etree.fromstring(response.content)
    if len(root):
        SCHEMA.assertValid(root)
    return root


def find(element, path):
    """What an XPath with the namespaces' first letters finds."""
    return element.xpath(path, namespaces=NAMES)


def files(client):
    """{path: last change or None} of the index."""
    found = find(document(client, "/sitemap.xml"), "s:sitemap")
    return {find(each, "string(s:loc)").removeprefix(SITE): find(each, "string(s:lastmod)") for each in found}


def addresses(client, path):
    """The paths that a file names."""
    return [loc.removeprefix(SITE) for loc in find(document(client, path), "s:url/s:loc/text()")]


def everything(client):
    """Every path that any file of the index names."""
    return [path for file in files(client) for path in addresses(client, file)]


def test_every_page_is_named_once_and_answers(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "SPAN", 2)
    ada = a_person("Ada")
    stories = [live_article(bylines=[ada], topics=[a_topic("Bridges")]) for _ in range(5)]
    named = everything(client)
    assert len(named) == len(set(named))
    expected = {live_edition(story).path for story in stories}
    expected |= {"/", "/latest/", "/topics/", "/people/", "/world/", "/topics/bridges/", ada.get_absolute_url()}
    assert expected <= set(named)
    assert {client.get(path).status_code for path in named} == {200}
    assert len([file for file in files(client) if "stories" in file]) in (3, 4)


def test_what_readers_do_not_see_is_not_named(client):
    for make in (scheduled_article, withdrawn_article):
        make(bylines=[a_person("Ada")], topics=[a_topic("Bridges")])
    assert list(files(client)) == ["/sitemaps/pages.xml"]
    for name in ("stories-0", "people-0", "topics-0", "stories-999999999", "people-999999999"):
        assert client.get(f"/sitemaps/{name}.xml").status_code == 404


def test_scheduled_story_is_named_from_its_second_on(client, time_machine):
    start = timezone.now() + timedelta(hours=1)
    scheduled_article(at=start, slug="to-come")
    time_machine.move_to(start - timedelta(microseconds=1), tick=False)
    assert not any("to-come" in path for path in everything(client))
    time_machine.move_to(start, tick=False)
    assert any("to-come" in path for path in everything(client))


def test_file_changes_with_every_edition_and_with_a_withdrawal(client, time_machine):
    start = timezone.now().replace(microsecond=0)
    time_machine.move_to(start, tick=False)
    first, _ = live_article(), live_article()
    [file] = [file for file in files(client) if "stories" in file]

    def told():
        return datetime.fromisoformat(files(client)[file])

    assert told() == start
    time_machine.move_to(start + timedelta(minutes=1), tick=False)
    put_out(edited(first, dek="New words."))
    assert told() == start + timedelta(minutes=1)
    [lastmod] = find(document(client, file), f"s:url[s:loc='{SITE}{live_edition(first).path}']/s:lastmod/text()")
    assert datetime.fromisoformat(lastmod) == told()
    time_machine.move_to(start + timedelta(minutes=2), tick=False)
    withdraw.withdraw(first, by=system())
    assert told() == start + timedelta(minutes=2)
    assert len(addresses(client, file)) == 1


def test_lists_change_with_their_newest_story_and_static_pages_with_their_words(client, time_machine):
    start = timezone.now().replace(microsecond=0)
    time_machine.move_to(start, tick=False)
    page = a_static_page()
    speaker, writer, topic, quiet = a_person("Ada"), a_person("Bo"), a_topic("Bridges"), a_topic("Ferries")
    said = f'<blockquote data-person="{speaker.pk}" data-attribution="Ada"><p>Words.</p></blockquote>'
    live_article(topics=[quiet], bylines=[writer])
    time_machine.move_to(later := start + timedelta(minutes=1), tick=False)
    live_article(topics=[topic], body=said, desk=a_desk("Politics"))
    scheduled_article(at=start + timedelta(days=1), topics=[topic, quiet], bylines=[writer])

    def told(path):
        return {
            find(url, "string(s:loc)").removeprefix(SITE): find(url, "string(s:lastmod)")
            for file in files(client)
            if file.startswith(path)
            for url in find(document(client, file), "s:url")
        }

    changed = {path: moment and datetime.fromisoformat(moment) for path, moment in told("/sitemaps/").items()}
    assert {changed[path] for path in ("/", "/latest/", "/archive/", "/politics/", "/topics/bridges/")} == {later}
    assert changed["/world/"] == changed["/topics/ferries/"] == changed[writer.get_absolute_url()] == start
    assert changed[speaker.get_absolute_url()] == later
    assert changed[page.get_absolute_url()] == page.changed_at and changed["/corrections/"] == ""
    assert {datetime.fromisoformat(moment) for moment in files(client).values()} == {later}


def test_photos_of_a_story_are_named_while_their_licence_runs(client, time_machine):
    end = timezone.now() + timedelta(hours=1)
    lead, inside = a_photo(), a_photo()
    Photo.objects.filter(pk=lead.pk).update(licence_ends_at=end)
    live_article(
        lead_photo=lead, body=f'<p>One.</p><figure data-photo="{inside.pk}"><figcaption>Pier.</figcaption></figure>'
    )
    [file] = [file for file in files(client) if "stories" in file]
    images = find(document(client, file), "//i:loc/text()")
    assert [client.get(url.removeprefix(SITE)).status_code for url in images] == [200, 200]
    time_machine.move_to(end, tick=False)
    assert len(find(document(client, file), "//i:loc")) == 1


def test_news_are_those_of_two_days_to_the_second(client, time_machine):
    now = timezone.now().replace(microsecond=0)
    time_machine.move_to(now, tick=False)
    live_article(headline="Fresh", original_date=now - timedelta(days=2) + timedelta(seconds=1))
    live_article(headline="Stale", original_date=now - timedelta(days=2))
    root = document(client, "/news-sitemap.xml")
    assert find(root, "//n:title/text()") == ["Fresh"]
    assert find(root, "//n:publication/n:name/text()") == ["Newsroom"]
    time_machine.move_to(now + timedelta(seconds=1), tick=False)
    assert find(document(client, "/news-sitemap.xml"), "//n:title/text()") == []


def test_news_are_the_newest_thousand(client, monkeypatch):
    assert sitemaps.NEWS_AT_MOST == 1_000
    monkeypatch.setattr(sitemaps, "NEWS_AT_MOST", 2)
    for number in range(3):
        live_article(headline=f"Number {number} & more")
    root = document(client, "/news-sitemap.xml")
    assert find(root, "//n:title/text()") == ["Number 2 & more", "Number 1 & more"]


def test_every_language_has_a_name_in_the_news_sitemap():
    pattern = find(
        etree.parse(ROOT / "tests/articles/reader/schemas/sitemap-news.xsd"), "string(//*[@name='language']//*/@value)"
    )
    assert pattern == "[a-z]{2,3}|zh-cn|zh-tw"
    names = {news_language(code) for code in LANG_INFO}
    assert {"en", "pt", "zh-cn", "zh-tw"} <= names
    assert all(len(name) in (2, 3) or name in ("zh-cn", "zh-tw") for name in names)


@pytest.mark.parametrize("kind", ["stories", "people", "topics"])
def test_a_file_takes_as_many_queries_for_three_as_for_one(client, kind):
    fields = {"lead_photo": a_photo(), "bylines": [a_person()], "topics": [a_topic()]}
    first = live_article(**fields)
    [file] = [file for file in files(client) if kind in file]
    with queries() as for_one:
        client.get(file)
    for _ in range(2):
        live_article(**fields | {"bylines": [a_person()], "topics": [a_topic("Arches")]})
    with queries() as for_three:
        client.get(file)
    assert len(for_one) == len(for_three) <= 2, first.pk


@pytest.mark.parametrize(("path", "most"), [("/sitemap.xml", 6), ("/news-sitemap.xml", 2), ("/sitemaps/pages.xml", 3)])
def test_index_and_news_take_as_many_queries_for_three_as_for_one(client, path, most):
    live_article(bylines=[a_person()], topics=[a_topic()])
    with queries() as for_one:
        client.get(path)
    for desk in ("World", "Politics"):
        live_article(desk=a_desk(desk), bylines=[a_person()], topics=[a_topic("Arches")])
    with queries() as for_three:
        client.get(path)
    assert len(for_one) == len(for_three) <= most


@override_settings(SITE_URL="https://news.example", ALLOWED_HOSTS=["*"])
def test_addresses_are_the_sites_own_whatever_host_was_asked(client):
    live_article()
    for path in ("/sitemap.xml", "/news-sitemap.xml", "/sitemaps/pages.xml", "/robots.txt"):
        content = client.get(path, headers={"host": "evil.example"}).content.decode()
        assert "https://news.example/" in content
        assert "evil.example" not in content
