"""The card of what has no photo: named by the page, drawn once, of what readers may see and nothing else."""

import re

import pytest
from django.core.files.storage import storages

from articles.editorial.publishing import withdraw
from media.cards import draw
from tests.builders import (
    a_person,
    a_photo,
    a_topic,
    edited,
    live_article,
    live_edition,
    put_out,
    scheduled_article,
    system,
)

pytestmark = pytest.mark.django_db


def named_by(client, path):
    """The path of the picture that a page is shown with elsewhere, or ""."""
    page = client.get(path).content.decode()
    found = re.search(r'property="og:image" content="https?://[^/]+([^"]+)"', page)
    return found[1] if found else ""


def test_story_without_a_photo_is_shown_by_its_card(client, monkeypatch):
    article = live_article(headline="Dam Holds", lead_topic=a_topic("Rivers"))
    path = live_edition(article).path
    address = named_by(client, path)
    page = client.get(path).content.decode()
    assert re.fullmatch(rf"/cards/story-{article.pk}-[0-9a-f]{{12}}\.png", address)
    assert page.count(address) == 2, "Open Graph and JSON-LD name the same picture"
    assert '"og:image:width" content="1200"' in page and '"og:image:height" content="630"' in page
    response = client.get(address)
    assert response["Content-Type"] == "image/png" and "max-age=86400" in response["Cache-Control"]
    monkeypatch.setattr(draw, "png", lambda words: pytest.fail("drawn again"))
    assert client.get(address).content == response.content
    assert storages["renditions"].exists(address.removeprefix("/"))


@pytest.mark.parametrize(
    ("headline", "is_rtl"), [("افتتاح الجسر", True), ("הגשר נפתח", True), ("Міст відкрито", False)]
)
def test_a_card_runs_as_its_headline_does_whatever_language_the_story_says(client, monkeypatch, headline, is_rtl):
    drawn = []
    monkeypatch.setattr(draw, "png", lambda words: drawn.append(words) or b"")
    article = live_article(headline=headline, language="en")
    client.get(named_by(client, live_edition(article).path))
    assert [words.is_rtl for words in drawn] == [is_rtl]


def test_story_with_a_photo_has_no_card(client):
    article = live_article(lead_photo=a_photo(1300, 800))
    assert "/photos/" in named_by(client, live_edition(article).path)


def test_former_address_leads_to_the_present_words(client):
    article = live_article(headline="Dam Holds")
    old = named_by(client, live_edition(article).path)
    put_out(edited(article, search_headline="Dam Bursts"))
    new = named_by(client, live_edition(article).path)
    response = client.get(old)
    assert new != old and (response.status_code, response["Location"]) == (302, new)


def test_topic_and_person_have_cards_while_readers_know_them(client):
    topic, person, nobody = a_topic("Rivers"), a_person("Ada Lind", role="mayor"), a_person()
    article = live_article(lead_topic=topic, bylines=[person])
    for path in (topic.get_absolute_url(), person.get_absolute_url()):
        assert client.get(named_by(client, path)).status_code == 200
    assert client.get(f"/cards/person-{nobody.pk}-{'0' * 12}.png").status_code == 404
    withdraw.withdraw(article, by=system(), notice="It was wrong.")
    for kind, number in (("story", article.pk), ("topic", topic.pk), ("person", person.pk)):
        assert client.get(f"/cards/{kind}-{number}-{'0' * 12}.png").status_code == 404


def test_story_that_is_not_out_yet_has_no_card(client):
    assert client.get(f"/cards/story-{scheduled_article().pk}-{'0' * 12}.png").status_code == 404


def test_headline_of_letters_that_no_face_has_is_shared_by_the_sites_name(client):
    article = live_article(headline="日本語の見出し", bylines=[a_person("Ada Lind")])
    path = live_edition(article).path
    address = named_by(client, path)
    assert client.get(address).status_code == 200, "page and card are made of the same words"
    assert '"og:image:alt" content="Newsroom"' in client.get(path).content.decode()


def test_card_asks_few_questions(client, django_assert_num_queries):
    address = named_by(client, live_edition(live_article(lead_topic=a_topic())).path)
    client.get(address)
    with django_assert_num_queries(4):  # edition and desk, lead topic, byline, the site's name
        client.get(address)
