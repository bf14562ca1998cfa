"""What is on top of pages: who decides, how many, in which order."""

import pytest

from articles.editorial.permissions import Forbidden
from articles.editorial.site.front_order import OrderChanged, TooManyOnTop, front_order, set_front_order
from articles.models.log_entry import LogEntry
from articles.models.top_story import MOST_ON_TOP, TopStory
from tests.builders import a_desk, draft_article, editor, live_article, reporter

pytestmark = pytest.mark.django_db


def test_order_is_what_was_asked_for_each_story_once():
    one, two, three = live_article(), live_article(), live_article()
    assert (
        set_front_order([two.pk, one.pk, two.pk, 0], by=editor(), expected=[]) == [two.pk, one.pk] == front_order(None)
    )
    assert set_front_order([three.pk, two.pk], by=editor(), expected=[two.pk, one.pk]) == [three.pk, two.pk]
    assert [str(place) for place in TopStory.objects.all()] == [f"1. {three.pk}", f"2. {two.pk}"]
    assert set_front_order([], by=editor(), expected=[three.pk, two.pk]) == []
    notes = LogEntry.objects.filter(verb="arrange").values_list("note", flat=True)
    assert notes[0] == "Front page: newest first"
    assert notes[1] == f"Front page: story {three.pk}, story {two.pk}"


def test_front_and_desks_have_orders_of_their_own():
    article, desk = live_article(), a_desk("World")
    set_front_order([article.pk], by=editor(), expected=[])
    set_front_order([article.pk], by=editor(), expected=[], desk=desk)
    set_front_order([], by=editor(), expected=[article.pk])
    assert (front_order(None), front_order(desk)) == ([], [article.pk])


def test_top_has_only_so_many_places():
    stories = [draft_article().pk for _ in range(MOST_ON_TOP + 1)]
    set_front_order(stories[1:], by=editor(), expected=[])
    with pytest.raises(TooManyOnTop, match="Only 6 stories"):
        set_front_order(stories, by=editor(), expected=stories[1:])


def test_order_that_somebody_else_changed_is_not_overwritten():
    one, two = live_article(), live_article()
    set_front_order([one.pk], by=editor(), expected=[])
    with pytest.raises(OrderChanged):
        set_front_order([two.pk], by=editor(), expected=[])
    assert front_order(None) == [one.pk]


def test_editor_of_some_desks_arranges_those_only():
    world, sport, ada = a_desk("World"), a_desk("Sport"), editor()
    ada.desks.add(world)
    set_front_order([], by=ada, expected=[], desk=world)
    for desk in (sport, None):
        with pytest.raises(Forbidden):
            set_front_order([], by=ada, expected=[], desk=desk)
    with pytest.raises(Forbidden, match="arrange World"):
        set_front_order([], by=reporter(), expected=[], desk=world)
