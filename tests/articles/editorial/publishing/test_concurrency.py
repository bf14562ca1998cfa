"""Deciding on a story that has moved on: nothing is done, and the person is told who did what."""

from datetime import UTC, datetime, timedelta

import pytest

from articles.editorial.publishing import publish, redact, republish, schedule, withdraw
from articles.editorial.publishing.concurrency import MOVES, TimelineMoved
from articles.editorial.publishing.correction_prompt import NO_CORRECTION
from tests.builders import chief, draft_article, edited, live_article, reworded_article, withdrawn_article

pytestmark = pytest.mark.django_db
T = datetime(2026, 5, 21, 12, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
DECISIONS = {
    "publish": (draft_article, lambda article, **who: publish.publish(article, **who)),
    "schedule": (draft_article, lambda article, **who: schedule.schedule(article, at=T + HOUR, **who)),
    "correct": (live_article, lambda article, **who: publish.correct(article, text="It was May.", **who)),
    "cancel": (lambda: scheduled(), lambda article, **who: schedule.cancel(article, **who)),
    "withdraw": (live_article, lambda article, **who: withdraw.withdraw(article, **who)),
    "expire": (live_article, lambda article, **who: schedule.expire(article, at=T + HOUR, **who)),
    "restore": (withdrawn_article, lambda article, **who: withdraw.restore(article, **who)),
    "republish": (reworded_article, lambda article, **who: republish.republish(article, **who)),
}


def test_newer_text_is_decided_on_the_state_that_the_page_showed():
    article = edited(scheduled(), dek="Later still.")
    with pytest.raises(TimelineMoved, match="Nothing was done"):
        schedule.send_newer(article, by=chief(), expected_version=article.timeline_version + 1)
    schedule.send_newer(article, by=chief(), expected_version=article.timeline_version, correction=NO_CORRECTION)


@pytest.fixture(autouse=True)
def _clock(time_machine):
    time_machine.move_to(T, tick=False)


def scheduled():
    """A live story with an update to come."""
    article = edited(live_article(), dek="Later.")
    schedule.schedule(article, by=chief(), at=T + HOUR, correction=NO_CORRECTION)
    article.refresh_from_db()
    return article


@pytest.mark.parametrize("verb", DECISIONS)
def test_verb_that_was_decided_on_a_former_state_is_refused(verb, time_machine):
    made, action = DECISIONS[verb]
    article, by = made(), chief()
    time_machine.shift(1)
    article.refresh_from_db()
    before = list(article.editions.values_list("pk", "ends_at"))
    with pytest.raises(TimelineMoved, match="Nothing was done"):
        action(article, by=by, expected_version=article.timeline_version + 1)
    assert list(article.editions.values_list("pk", "ends_at")) == before
    action(article, by=by, expected_version=article.timeline_version)
    moved = article.timeline_version + 1
    article.refresh_from_db()
    assert article.timeline_version == moved
    assert article.log.filter(by=by, verb__in=MOVES).values_list("verb", flat=True).get() == verb


def test_redaction_moves_a_timeline_too(time_machine):
    article, by = withdrawn_article(), chief(username="ada")
    time_machine.shift(1)
    article.refresh_from_db()
    redact.redact(article, by=by, reason="By order of a court")
    with pytest.raises(TimelineMoved, match="ada removed words from it for legal reasons"):
        withdraw.restore(article, by=chief(), expected_version=article.timeline_version)


def test_refusal_tells_who_did_what_in_the_meantime():
    ada, ida = chief(username="ada"), chief(username="ida")
    article = live_article()
    schedule.expire(article, by=ida, at=T + HOUR)
    withdraw.withdraw(article, by=ada, reason="Two sources withdrew.")
    with pytest.raises(TimelineMoved) as told:
        withdraw.withdraw(article, by=ida, expected_version=article.timeline_version)
    assert str(told.value) == (
        "Nothing was done, for the story is not what it was on your page: you set the time of its end "
        "(At 21 May 2026, 13:30 UTC); ada withdrew it (Two sources withdrew.). "
        "Look at it as it is now, then decide."
    )


def test_of_many_moves_the_last_are_told_and_somebody_who_left_is_no_name():
    article, gone = live_article(), chief(username="gone")
    for hours in range(1, 6):
        schedule.expire(article, by=gone, at=T + hours * HOUR)
    gone.delete()
    with pytest.raises(TimelineMoved) as told:
        schedule.cancel(article, by=chief(), expected_version=0)
    assert str(told.value).count("somebody who has left set the time of its end") == 3
    assert "17:30" in str(told.value)


def test_move_that_no_log_tells_of_is_told_all_the_same():
    article = live_article()
    article.log.all().delete()
    with pytest.raises(TimelineMoved, match="somebody has decided on it"):
        withdraw.withdraw(article, by=chief(), expected_version=0)
