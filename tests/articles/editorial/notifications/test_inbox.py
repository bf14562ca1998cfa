"""Somebody's inbox, and how they choose to be told."""

import pytest
from django.utils import timezone

from articles.editorial.notifications.inbox import choose_ways, mark_read, messages_of, unread_of, ways_of
from articles.editorial.notifications.notify import notify
from articles.editorial.writing import seal
from articles.models.staff_message import StaffMessage, Told, Way
from tests.builders import draft_article, editor, reporter

pytestmark = pytest.mark.django_db


def test_inbox_has_the_newest_first_and_counts_what_is_unread():
    ann = reporter()
    one, two = draft_article(headline="One"), draft_article(headline="Two")
    notify([ann], Told.APPROVED, one, by=None)
    notify([ann], Told.APPROVED, two, by=None)
    notify([editor()], Told.APPROVED, two, by=None)
    assert [str(message.article) for message in messages_of(ann)] == ["Two", "One"]
    assert unread_of(ann) == 2
    mark_read(ann, timezone.now(), story=one.pk)
    assert unread_of(ann) == 1
    notify([ann], Told.COMMENTED, one, by=None)
    mark_read(ann, timezone.now(), messages=[messages_of(ann).first().pk])
    assert unread_of(ann) == 1
    mark_read(ann, timezone.now())
    assert unread_of(ann) == 0
    assert StaffMessage.objects.exclude(user=ann).get().read_at is None


def test_inbox_says_nothing_of_a_story_that_is_sealed_to_others():
    inside, outside = reporter(), editor()
    article = seal.seal(draft_article(by=inside), by=inside)
    StaffMessage.objects.bulk_create(
        StaffMessage(user=user, article=article, kind=Told.CHANGED, at=timezone.now(), way=Way.NEVER)
        for user in (inside, outside)
    )
    assert [messages_of(user).count() for user in (inside, outside)] == [1, 0]


def test_ways_are_chosen_by_kind_and_nonsense_is_passed_over():
    ann = reporter()
    assert ways_of(ann)[Told.SENT_BACK] == Way.MAIL
    choose_ways(ann, {Told.SENT_BACK: Way.DIGEST, "rain": Way.MAIL, Told.APPROVED: "pigeon", Told.CHANGED: Way.CHANNEL})
    ann.refresh_from_db()
    assert ann.told_by == {Told.SENT_BACK: Way.DIGEST}
    assert ways_of(ann)[Told.SENT_BACK] == Way.DIGEST
