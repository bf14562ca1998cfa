"""Copies of stories for other programs: where they are, what they answer, and what they never tell."""

import json
import re
from datetime import timedelta
from itertools import product

import pytest
from django.test import override_settings
from django.utils import timezone
from jsonschema import Draft202012Validator
from lxml import etree

from articles.editorial.publishing import publish, withdraw
from articles.management.demo import loading
from articles.models.edition import Edition
from tests.articles.reader.machines.test_sitemaps import everything
from tests.articles.reader.page_checks import find, queries, tree
from tests.articles.reader.test_feeds import KINDS, feed
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
from tests.conventions.source import ROOT

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"
SCHEMA = json.loads((ROOT / "tests/articles/page/schemas/ninjs-schema_3.1.json").read_text())


def path_of(article):
    """The present address of a story, live or not."""
    return article.editions.exclude(path="").latest("goes_live_at").path


def asked(client, url, **more):
    """oEmbed's answer about an address."""
    return client.get("/oembed", {"url": url, **more})


def test_every_copy_of_the_demo_s_stories_is_valid(client):
    loading.load("not a secret")
    paths = list(Edition.objects.live(timezone.now()).values_list("path", flat=True))
    assert len(paths) > 20
    for path in paths:
        response = client.get(f"{path}ninjs.json")
        assert response["Content-Type"] == "application/json"
        Draft202012Validator(SCHEMA).validate(response.json())
    known = everything(client)
    assert set(paths) <= set(known)
    of_something = re.compile(r"/((topics|people)/[\w-]+/|world/)?")
    for page, file in product(filter(of_something.fullmatch, known), KINDS):
        assert feed(client, file, page)


def test_ninjs_moves_and_goes_with_its_story(client):
    article = live_article(slug="one")
    old = path_of(article)
    put_out(edited(article, slug="two"))
    response = client.get(f"{old}ninjs.json")
    assert (response.status_code, response["Location"]) == (301, f"{path_of(article)}ninjs.json")
    withdraw.withdraw(article, by=system())
    assert client.get(f"{path_of(article)}ninjs.json").status_code == 410
    assert client.get(f"{path_of(scheduled_article())}ninjs.json").status_code == 404


def test_ninjs_takes_as_many_queries_for_much_as_for_little(client):
    def cost(**fields):
        article = live_article(lead_photo=a_photo(), **fields)
        publish.correct(article, by=system(), text="It was wrong.")
        with queries() as statements:
            client.get(f"{path_of(article)}ninjs.json")
        return len(statements)

    little = cost(bylines=[a_person()], topics=[a_topic("A")])
    much = cost(bylines=[a_person() for _ in range(3)], topics=[a_topic(name) for name in "ABC"])
    assert little == much <= 9


def test_pages_name_their_copies_and_these_answer(client):
    article = live_article(headline="Bridge & Ferry", lead_photo=a_photo(900, 600), bylines=[a_person("Ada")])
    for page in (path_of(article), f"{path_of(article)}article.html"):
        found = find(tree(client.get(page)), "link[rel=alternate]")
        links = {link.get("type"): link.get("href").removeprefix(SITE) for link in found}
        assert client.get(links["application/json"]).json()["by"] == "Ada"
        told = client.get(links["application/json+oembed"]).json()
        assert told["title"] == "Bridge & Ferry"


def test_oembed_tells_a_link_with_its_photo(client):
    article = live_article(headline="Bridge & Ferry", lead_photo=a_photo(900, 600), bylines=[a_person("Ada")])
    told = asked(client, SITE + path_of(article)).json()
    url = told.pop("thumbnail_url")
    assert told == {
        "version": "1.0",
        "type": "link",
        "title": "Bridge & Ferry",
        "author_name": "Ada",
        "provider_name": "Newsroom",
        "provider_url": f"{SITE}/",
        "thumbnail_width": 800,
        "thumbnail_height": 533,
    }
    assert client.get(url.removeprefix(SITE)).status_code == 200
    root = etree.fromstring(asked(client, SITE + path_of(article), format="xml").content)
    assert root.tag == "oembed"
    assert root.findtext("title") == "Bridge & Ferry"
    assert root.findtext("thumbnail_url") == url


def test_oembed_keeps_the_limits_it_is_given(client):
    article = live_article(lead_photo=a_photo(1600, 900))
    told = asked(client, SITE + path_of(article), maxwidth="500", maxheight="200").json()
    assert told["thumbnail_width"] <= 500 and told["thumbnail_height"] <= 200
    assert "thumbnail_url" not in asked(client, SITE + path_of(article), maxheight="10").json()
    for nonsense in ("x", "-1", "٣", "9" * 30, ""):
        assert asked(client, SITE + path_of(article), maxwidth=nonsense).json()["thumbnail_width"] == 1200
    assert "thumbnail_url" not in asked(client, SITE + path_of(live_article())).json()


def test_oembed_shows_no_photo_whose_licence_has_ended(client, time_machine):
    end = timezone.now() + timedelta(hours=1)
    photo = a_photo(1600, 900)
    type(photo).objects.filter(pk=photo.pk).update(licence_ends_at=end)
    article = live_article(lead_photo=photo)
    time_machine.move_to(end, tick=False)
    assert "thumbnail_url" not in asked(client, SITE + path_of(article)).json()


def test_oembed_knows_former_addresses_and_those_without_a_slash(client):
    article = live_article(slug="one", headline="Bridge")
    old = path_of(article)
    put_out(edited(article, slug="two"))
    for url in (SITE + old, f"{SITE}{old.rstrip('/')}?utm_source=mail#q1"):
        assert asked(client, url).json()["title"] == "Bridge"


@pytest.mark.parametrize("make", [draft_article, scheduled_article, withdrawn_article])
def test_oembed_tells_nothing_of_what_readers_do_not_see(client, make):
    article = make(headline="Secret", slug="secret")
    path = f"{timezone.localdate():/%Y/%m/}secret/"
    response = asked(client, SITE + path)
    assert response.status_code == 404
    assert b"Secret" not in response.content, article.pk


@pytest.mark.parametrize(
    "url",
    ["", "x", "/", "http://[", "https://evil.example{path}", "ftp://127.0.0.1:8000{path}", "http://127.0.0.1:8000/\0"],
)
def test_oembed_answers_for_our_stories_only(client, url):
    assert asked(client, url.format(path=path_of(live_article()))).status_code == 404


@override_settings(SITE_URL="https://news.example")
def test_oembed_answers_for_the_sites_own_address_by_either_scheme(client):
    path = path_of(live_article())
    assert asked(client, f"https://news.example{path}").status_code == 200
    assert asked(client, f"http://news.example{path}").status_code == 200
    assert asked(client, f"http://127.0.0.1:8000{path}").status_code == 404


def test_oembed_refuses_other_formats_in_so_many_words(client):
    assert asked(client, SITE + path_of(live_article()), format="yaml").status_code == 501


def test_oembed_takes_four_queries(client):
    article = live_article(lead_photo=a_photo(), bylines=[a_person(), a_person()], topics=[a_topic("A"), a_topic("B")])
    with queries() as statements:
        asked(client, SITE + live_edition(article).path)
    assert len(statements) == 4


def test_copies_may_be_read_by_pages_elsewhere_and_are_not_listed(client):
    path = path_of(live_article())
    for response in (client.get(f"{path}ninjs.json"), asked(client, SITE + path)):
        assert response["Access-Control-Allow-Origin"] == "*"
        assert response["X-Robots-Tag"] == "noindex"
        assert response["ETag"]
