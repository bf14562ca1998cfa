"""What is on top of pages: who decides, how many, in which order, as a draft, from when, and what was so before."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles.editorial.permissions import Forbidden
from articles.editorial.site.front_order import (
    OrderChanged,
    TimeIsPast,
    TimeIsTaken,
    TooManyOnTop,
    draft_of,
    drop_order,
    front_order,
    keep_order,
    let_hold,
)
from articles.models.log_entry import LogEntry
from articles.models.page_order import MOST_ON_TOP, PageOrder, TopStory
from articles.signals import timeline_changed
from tests.builders import a_desk, draft_article, editor, live_article, put_on_top, reporter

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 5, 21, 12, tzinfo=UTC)


@pytest.fixture
def noon(time_machine):
    """Let it be noon; returns what lets it be as many hours later."""
    time_machine.move_to(NOON, tick=False)
    return lambda hours: time_machine.move_to(NOON + timedelta(hours=hours), tick=False)


def test_draft_is_what_was_asked_for_each_story_once_and_readers_have_it_when_somebody_says_so():
    one, two, ada = live_article(), live_article(), editor()
    draft = keep_order([two.pk, one.pk, two.pk, 0], by=ada, expected=[])
    assert draft == draft_of(None) and draft.stories() == [two.pk, one.pk] and draft.changed_by == ada
    assert front_order(None) == []
    assert keep_order([one.pk], by=ada, expected=[two.pk, one.pk]) == draft, "there is one"
    assert let_hold(draft, by=ada, expected=[one.pk]).goes_live_at
    assert (front_order(None), draft_of(None)) == ([one.pk], None)
    put_on_top(by=ada)
    assert front_order(None) == []
    notes = LogEntry.objects.filter(verb="arrange").values_list("note", flat=True)
    assert list(notes) == ["Front page: newest first", f"Front page: story {one.pk}"]


def test_front_and_desks_have_orders_of_their_own():
    article, desk = live_article(), a_desk("World")
    put_on_top(article.pk)
    put_on_top(article.pk, desk=desk)
    put_on_top()
    assert (front_order(None), front_order(desk)) == ([], [article.pk])


def test_top_has_only_so_many_places():
    stories = [draft_article().pk for _ in range(MOST_ON_TOP + 1)]
    put_on_top(*stories[1:])
    with pytest.raises(TooManyOnTop, match="Only 6 stories"):
        keep_order(stories, by=editor(), expected=stories[1:])


def test_order_holds_from_its_second_until_the_next_one_begins(noon):
    one, two, three = (live_article().pk for _ in range(3))
    put_on_top(one)
    put_on_top(two, at=NOON + timedelta(hours=6))
    put_on_top(three, at=NOON + timedelta(hours=3))
    moments = [NOON + timedelta(hours=hours, seconds=more) for hours in (0, 3, 6) for more in (-1, 0)]
    assert [front_order(None, at) for at in moments] == [[], [one], [one], [three], [three], [two]]
    noon(4)
    put_on_top(one)
    assert front_order(None, NOON + timedelta(hours=3)) == [three], "what was on top stays known"
    assert front_order(None) == [one]
    assert [order.goes_live_at.hour for order in PageOrder.objects.to_come(timezone.now())] == [18]
    assert "from 2026-05-21 18:00 UTC" in LogEntry.objects.get(note__contains=f"story {two}").note


def test_order_to_come_is_changed_moved_and_thrown_away_and_one_that_began_is_not(noon):
    one, two, ada = live_article(), live_article(), editor()
    order = put_on_top(one.pk, at=NOON + timedelta(hours=6))
    keep_order([two.pk], by=ada, expected=[one.pk], order=order)
    let_hold(order, by=ada, expected=[two.pk], at=NOON + timedelta(hours=5))
    assert front_order(None, NOON + timedelta(hours=5)) == [two.pk]
    draft = keep_order([one.pk], by=ada, expected=[])
    drop_order(draft, by=ada)
    assert draft_of(None) is None
    noon(5)
    for change in (
        lambda: keep_order([], by=ada, expected=[two.pk], order=order),
        lambda: let_hold(order, by=ada, expected=[two.pk]),
        lambda: drop_order(order, by=ada),
    ):
        with pytest.raises(OrderChanged):
            change()
    assert front_order(None) == [two.pk]
    later = put_on_top(one.pk, at=NOON + timedelta(hours=9))
    drop_order(later, by=ada)
    assert front_order(None, NOON + timedelta(hours=9)) == [two.pk]
    assert LogEntry.objects.filter(verb="arrange").first().note == "Front page: not from 2026-05-21 21:00 UTC"


def test_time_that_is_past_or_taken_is_refused(noon):
    ada, at = editor(), NOON + timedelta(hours=6)
    put_on_top(live_article().pk, at=at)
    draft = keep_order([], by=ada, expected=[])
    with pytest.raises(TimeIsTaken, match="Another order"):
        let_hold(draft, by=ada, expected=[], at=at)
    for past in (NOON, NOON - timedelta(hours=1)):
        with pytest.raises(TimeIsPast, match="is past"):
            let_hold(draft, by=ada, expected=[], at=past)
    assert draft_of(None) == draft


def test_order_that_somebody_else_changed_is_not_overwritten():
    one, two, ada = live_article(), live_article(), editor()
    put_on_top(one.pk)
    with pytest.raises(OrderChanged):
        keep_order([two.pk], by=ada, expected=[])
    draft = keep_order([one.pk, two.pk], by=ada, expected=[one.pk])
    with pytest.raises(OrderChanged):
        let_hold(draft, by=ada, expected=[one.pk])
    assert front_order(None) == [one.pk]


def test_editor_of_some_desks_arranges_those_only():
    world, sport, ada, own = a_desk("World"), a_desk("Sport"), editor(), reporter()
    ada.desks.add(world)
    draft = keep_order([], by=ada, expected=[], desk=world)
    for desk in (sport, None):
        with pytest.raises(Forbidden):
            keep_order([], by=ada, expected=[], desk=desk)
        other = keep_order([], by=editor(), expected=[], desk=desk)
        with pytest.raises(Forbidden):
            let_hold(other, by=ada, expected=[])
        with pytest.raises(Forbidden):
            drop_order(other, by=ada)
    for change in (lambda: let_hold(draft, by=own, expected=[]), lambda: drop_order(draft, by=own)):
        with pytest.raises(Forbidden, match="arrange World"):
            change()


def test_stories_that_come_leave_or_will_are_told_of(django_capture_on_commit_callbacks, noon):
    one, two, told = live_article().pk, live_article().pk, []

    def hear(sender, *, article_id, **kwargs):
        told.append(article_id)

    timeline_changed.connect(hear)
    with django_capture_on_commit_callbacks(execute=True):
        put_on_top(one)
        put_on_top(two)
    with django_capture_on_commit_callbacks(execute=True):
        drop_order(put_on_top(at=NOON + timedelta(hours=1)), by=editor())
    timeline_changed.disconnect(hear)
    assert sorted(told) == sorted([one, one, two, two])


def test_what_an_older_version_wrote_is_on_no_page():
    TopStory.objects.create(article=live_article(), position=0)
    assert front_order(None) == []
