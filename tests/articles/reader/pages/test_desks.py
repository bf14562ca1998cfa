"""A desk's page."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.articles.reader.page_checks import card_ids, find, text_of, tree
from tests.builders import a_desk, live_article

pytestmark = pytest.mark.django_db


def test_desk_shows_its_own_stories_once(client):
    own = [live_article() for _ in range(9)]
    live_article(desk=a_desk("Politics"))
    assert sorted(card_ids(client.get("/world/"))) == [article.pk for article in own]


def test_desk_says_where_you_are(client):
    live_article()
    page = tree(client.get("/world/"))
    assert find(page, ".masthead [aria-current]")[0].get("aria-current") == "page"
    assert text_of(client.get("/world/"), "h1") == ["World"]


def test_card_names_its_desk_on_every_page_but_that_desks_own(client):
    live_article()
    assert not find(tree(client.get("/world/")), ".first .kicker")
    assert [kicker.text_content() for kicker in find(tree(client.get("/")), ".first .kicker")] == ["World"]


def test_desk_without_stories_is_there(client):
    a_desk("Culture")
    assert "Nothing has been published here yet" in client.get("/culture/").content.decode()


def test_later_pages_of_a_desk_are_lists_only(client):
    date = timezone.now() - timedelta(days=2)
    articles = [live_article(original_date=date - timedelta(minutes=n)) for n in range(31)]
    first = client.get("/world/")
    response = client.get("/world/" + find(tree(first), ".more a")[0].get("href"))
    assert card_ids(response) == [articles[-1].pk]
    assert not find(tree(response), ".first")
    [canonical] = find(tree(response), "link[rel=canonical]")
    assert canonical.get("href").startswith("http://127.0.0.1:8000/world/?before="), "each page of a list is one"
    assert find(tree(first), "link[rel=canonical]")[0].get("href") == "http://127.0.0.1:8000/world/"
