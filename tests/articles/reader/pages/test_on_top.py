"""Stories that editors put on top: their order, no story twice, no trace of one that is not live."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.editorial.publishing import withdraw
from tests import builders
from tests.articles.reader.page_checks import card_ids, find, queries, text_of, tree
from tests.builders import a_desk, a_photo, edited, live_article, put_out, scheduled_article, system

pytestmark = pytest.mark.django_db


def put_on_top(*articles, desk=None):
    builders.put_on_top(*(article.pk for article in articles), desk=desk)


@pytest.mark.parametrize(("path", "desk"), [("/", None), ("/world/", "World")])
def test_stories_on_top_stand_first_in_the_order_that_was_set(client, path, desk):
    old = [live_article() for _ in range(3)]
    for _ in range(14):
        live_article(lead_photo=None)
    put_on_top(old[2], old[0], desk=a_desk(desk) if desk else None)
    shown = card_ids(client.get(path))
    assert shown[:2] == [old[2].pk, old[0].pk]
    assert len(shown) == len(set(shown)) if desk else shown.count(old[2].pk) == 1
    assert text_of(client.get(path), ".first h2, .first h3")[0].strip() == old[2].headline


def test_photo_does_not_move_a_story_up_over_the_order(client):
    plain, pictured = live_article(), live_article(lead_photo=a_photo(640, 480))
    also = live_article()
    put_on_top(plain, also, pictured)
    assert card_ids(client.get("/"))[:3] == [plain.pk, also.pk, pictured.pk]


def test_one_story_on_top_leaves_the_others_newest_first(client):
    old, pictured = live_article(), live_article(lead_photo=a_photo(640, 480))
    newest = live_article()
    put_on_top(old)
    assert card_ids(client.get("/")) == [old.pk, pictured.pk, newest.pk]


@pytest.mark.parametrize(("path", "desk"), [("/", None), ("/world/", "World")])
def test_story_that_is_not_live_takes_no_place_and_leaves_no_trace(client, time_machine, path, desk):
    shown = live_article()
    live_article()
    before = client.get(path).content
    with queries() as without:
        client.get(path)
    at = timezone.now() + timedelta(hours=1)
    coming, gone = scheduled_article(at=at, headline="Not Yet Known"), live_article(headline="Gone")
    withdraw.withdraw(gone, by=system(), notice="It was wrong.")
    put_on_top(coming, gone, desk=a_desk(desk) if desk else None)
    with queries() as within:
        response = client.get(path)
    assert response.content == before
    assert len(within) == len(without)
    time_machine.move_to(at, tick=False)
    assert card_ids(client.get(path))[0] == coming.pk
    assert shown.pk in card_ids(client.get(path))


def test_story_that_left_the_desk_leaves_its_top(client):
    article, desk = live_article(), a_desk("World")
    newer = live_article()
    put_on_top(article, desk=desk)
    assert card_ids(client.get("/world/")) == [article.pk, newer.pk]
    put_out(edited(article, desk=a_desk("Sport")))
    assert card_ids(client.get("/world/")) == [newer.pk]


def test_story_on_top_is_in_its_place_on_later_pages(client):
    date = timezone.now() - timedelta(days=2)
    articles = [live_article(original_date=date - timedelta(minutes=n)) for n in range(31)]
    put_on_top(articles[-1], desk=a_desk("World"))
    first = client.get("/world/")
    assert card_ids(first)[0] == articles[-1].pk
    assert card_ids(client.get("/world/" + find(tree(first), ".more a")[0].get("href"))) == [articles[-1].pk]


@pytest.mark.parametrize("count", [0, 1, 6])
def test_front_costs_at_most_ten_queries_with_any_number_on_top(client, count):
    stories = [live_article() for _ in range(7)]
    put_on_top(*stories[:count])
    with queries() as asked:
        client.get("/")
    assert len(asked) <= 10
    put_on_top(*stories[:count], desk=a_desk("World"))
    with queries() as asked:
        client.get("/world/")
    assert len(asked) <= 8
