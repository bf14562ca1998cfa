"""What stands on top of pages: who decides, how many, in which order; and whose record of changes is private."""

import pytest

from articles.editorial.permissions import Forbidden
from articles.editorial.site.front_order import MovedMeanwhile, TooMany, arrange, order_of, set_history_private
from articles.models.log_entry import LogEntry
from articles.models.private_history import PrivateHistory
from articles.models.top_story import MOST_ON_TOP, TopStory
from tests.builders import a_desk, draft_article, editor, live_article, reporter

pytestmark = pytest.mark.django_db


def test_order_is_what_was_asked_for_each_story_once():
    one, two, three = live_article(), live_article(), live_article()
    assert arrange([two.pk, one.pk, two.pk, 0], by=editor(), seen=[]) == [two.pk, one.pk] == order_of(None)
    assert arrange([three.pk, two.pk], by=editor(), seen=[two.pk, one.pk]) == [three.pk, two.pk]
    assert [str(place) for place in TopStory.objects.all()] == [f"1. {three.pk}", f"2. {two.pk}"]
    assert arrange([], by=editor(), seen=[three.pk, two.pk]) == []
    notes = LogEntry.objects.filter(verb="arrange").values_list("note", flat=True)
    assert notes[0] == "Front page: newest first"
    assert notes[1] == f"Front page: story {three.pk}, story {two.pk}"


def test_front_and_desks_have_orders_of_their_own():
    article, desk = live_article(), a_desk("World")
    arrange([article.pk], by=editor(), seen=[])
    arrange([article.pk], by=editor(), seen=[], desk=desk)
    arrange([], by=editor(), seen=[article.pk])
    assert (order_of(None), order_of(desk)) == ([], [article.pk])


def test_top_has_only_so_many_places():
    stories = [draft_article().pk for _ in range(MOST_ON_TOP + 1)]
    arrange(stories[1:], by=editor(), seen=[])
    with pytest.raises(TooMany, match="Only 6 stories"):
        arrange(stories, by=editor(), seen=stories[1:])


def test_order_that_somebody_else_changed_is_not_overwritten():
    one, two = live_article(), live_article()
    arrange([one.pk], by=editor(), seen=[])
    with pytest.raises(MovedMeanwhile):
        arrange([two.pk], by=editor(), seen=[])
    assert order_of(None) == [one.pk]


def test_editor_of_some_desks_arranges_those_only():
    world, sport, ada = a_desk("World"), a_desk("Sport"), editor()
    ada.desks.add(world)
    arrange([], by=ada, seen=[], desk=world)
    for desk in (sport, None):
        with pytest.raises(Forbidden):
            arrange([], by=ada, seen=[], desk=desk)
    with pytest.raises(Forbidden, match="arrange World"):
        arrange([], by=reporter(), seen=[], desk=world)


def test_record_of_a_story_is_closed_and_opened_once():
    article, ada = live_article(), editor()
    assert set_history_private(article, True, by=ada)
    assert not set_history_private(article, True, by=ada)
    assert PrivateHistory.objects.filter(article=article).exists()
    assert set_history_private(article, False, by=ada)
    assert not set_history_private(article, False, by=ada)
    assert list(article.log.values_list("verb", flat=True)[:2]) == ["open record", "close record"]
    with pytest.raises(Forbidden):
        set_history_private(article, True, by=reporter())
