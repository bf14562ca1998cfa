"""Packages as readers have them on the front page: under their title, below what is on top, and each story once."""

import pytest
from lxml import html

from articles.editorial.publishing import withdraw
from articles.editorial.site.front_order import let_hold
from articles.editorial.site.packages import keep_package
from tests.articles.page.marks import select, texts
from tests.articles.reader.page_checks import card_ids, queries
from tests.builders import a_photo, live_article, put_on_top, system

pytestmark = pytest.mark.django_db


def together(title, *articles):
    """Let readers have the articles as a package."""
    draft = keep_package(title, [article.pk for article in articles], by=system())
    let_hold(draft, by=system(), expected=draft.stories())


def shown(client):
    """(title, ids of the stories) of each package of the front page."""
    page = html.fromstring(client.get("/").content.decode())
    return [
        (texts(part, "h2")[0], [int(card.get("data-story-card")) for card in select(part, "[data-story-card]")])
        for part in select(page, ".package")
    ]


def test_package_has_its_title_and_its_stories_in_order_and_no_story_is_there_twice(client):
    made = [live_article(headline=f"Story {number}", lead_photo=a_photo()) for number in range(12)]
    put_on_top(made[0].pk)
    together("The Vote", made[5], made[1])
    together("Ice & Snow", made[2], made[3], made[4])
    assert shown(client) == [
        ("The Vote", [made[5].pk, made[1].pk]),
        ("Ice & Snow", [made[2].pk, made[3].pk, made[4].pk]),
    ]
    found = card_ids(client.get("/"))
    assert found[0] == made[0].pk and len(found) == len(set(found)) == 12


def test_package_with_one_story_left_is_none_and_that_story_is_like_any_other(client):
    one, two, three = (live_article() for _ in range(3))
    together("The Vote", one, two)
    withdraw.withdraw(one, by=system())
    assert shown(client) == []
    assert sorted(card_ids(client.get("/"))) == [two.pk, three.pk]


@pytest.mark.parametrize("number", [1, 3])
def test_packages_cost_no_query(client, number):
    stories = [live_article(lead_photo=a_photo()) for _ in range(7)]
    live_article()
    with queries() as before:
        client.get("/")
    for at in range(number):
        together(f"Package {at}", *stories[2 * at : 2 * at + 2])
    with queries() as after:
        client.get("/")
    assert len(after) == len(before)


def test_page_of_nothing_but_packages_is_a_page_of_their_stories(client):
    one, two = live_article(), live_article()
    together("The Vote", one, two)
    assert shown(client) == [] and sorted(card_ids(client.get("/"))) == [one.pk, two.pk]
