"""Scheduling: a story goes live or ends at its very moment, what is planned there gives way, and can be taken back."""

from datetime import timedelta

import pytest

from articles.editorial.permissions import Forbidden
from articles.editorial.publishing import publish, schedule, steps
from articles.editorial.publishing.correction_prompt import NO_CORRECTION, CorrectionUndecided
from articles.embargo import FAR_FUTURE, Kind
from articles.models.address import Address
from tests.articles.editorial.publishing.test_publish import HOUR, NOON, headlines_seen, timeline
from tests.builders import (
    draft_article,
    edited,
    editor,
    live_article,
    put_out,
    reporter,
    scheduled_article,
    withdrawn_article,
)

pytestmark = pytest.mark.django_db


def test_scheduled_story_is_seen_from_its_second_on_and_not_before(clock):
    article = scheduled_article(NOON + HOUR, headline="Later")
    assert headlines_seen(NOON + HOUR - timedelta(microseconds=1)) == set()
    assert headlines_seen(NOON + HOUR) == {"Later"}
    assert article.editions.get().dated_at == NOON + HOUR


def test_schedule_the_same_words_for_the_same_time_again_is_refused(clock):
    article = scheduled_article(NOON + HOUR)
    with pytest.raises(steps.NothingNew):
        schedule.schedule(article, by=editor(), at=NOON + HOUR)
    schedule.schedule(article, by=editor(), at=NOON + 2 * HOUR)
    assert timeline(article) == [(Kind.PUBLISHED, NOON + 2 * HOUR, FAR_FUTURE)]


def test_schedule_the_words_that_are_out_is_refused_unless_it_replaces_something(clock):
    article = live_article(headline="One")
    with pytest.raises(steps.NothingNew):
        schedule.schedule(article, by=editor(), at=NOON + HOUR)
    schedule.expire(article, by=editor(), at=NOON + 3 * HOUR)
    with pytest.raises(steps.NothingNew):
        schedule.schedule(article, by=editor(), at=NOON + HOUR)
    assert len(timeline(article)) == 2
    put_out(edited(article, headline="Two"), at=NOON + HOUR)
    put_out(edited(article, headline="One"), at=NOON + 2 * HOUR)
    assert headlines_seen(NOON + HOUR) == {"One"}


def test_newer_text_takes_the_place_of_what_is_scheduled_at_the_same_moment(clock):
    article = scheduled_article(NOON + HOUR, headline="Early")
    edited(article, headline="Late")
    edition = schedule.send_newer(article, by=editor())
    assert timeline(article) == [(Kind.PUBLISHED, NOON + HOUR, FAR_FUTURE)]
    assert (edition.headline, headlines_seen(NOON + HOUR)) == ("Late", {"Late"})
    article.refresh_from_db()
    assert article.published_version == article.version
    assert article.log.filter(verb="schedule").count() == 2
    with pytest.raises(steps.NothingNew):
        schedule.send_newer(article, by=editor())


def test_newer_text_of_an_update_leaves_what_is_out_until_then_and_a_planned_end(clock):
    article = live_article(headline="First")
    put_out(edited(article, headline="Second"), at=NOON + HOUR)
    schedule.expire(article, by=editor(), at=NOON + 2 * HOUR)
    edited(article, headline="Third")
    schedule.send_newer(article, by=editor(), correction=NO_CORRECTION)
    assert headlines_seen(NOON + HOUR - timedelta(microseconds=1)) == {"First"}
    assert headlines_seen(NOON + HOUR) == {"Third"}
    assert headlines_seen(NOON + 2 * HOUR) == set()


def test_newer_text_asks_whether_it_corrects_what_is_out(clock):
    article = live_article(body="<p>It cost 12 million.</p>")
    put_out(edited(article, label="analysis"), at=NOON + HOUR)
    edited(article, body="<p>It cost 14 million.</p>")
    with pytest.raises(CorrectionUndecided, match="12 → 14") as asked:
        schedule.send_newer(article, by=editor())
    assert asked.value.at == NOON + HOUR
    schedule.send_newer(article, by=editor(), correction=NO_CORRECTION)


def test_newer_text_needs_something_scheduled_rights_and_to_be_ready(clock):
    with pytest.raises(schedule.NothingScheduled):
        schedule.send_newer(draft_article(), by=editor())
    article = scheduled_article(NOON + HOUR, headline="Early")
    with pytest.raises(Forbidden):
        schedule.send_newer(article, by=reporter())
    edited(article, headline="")
    with pytest.raises(steps.NotReady, match="no headline"):
        schedule.send_newer(article, by=editor())
    assert headlines_seen(NOON + HOUR) == {"Early"}


def test_schedule_in_the_past_is_refused(clock):
    with pytest.raises(steps.InThePast, match="has passed"):
        schedule.schedule(draft_article(), by=editor(), at=NOON)


def test_cancel_takes_back_the_future_and_its_address(clock):
    article = scheduled_article(NOON + HOUR)
    assert schedule.cancel(article, by=editor()) == 1
    assert timeline(article) == []
    assert not Address.objects.exists()
    with pytest.raises(schedule.NothingScheduled):
        schedule.cancel(article, by=editor())


def test_cancel_leaves_the_live_words_open_ended(clock):
    article = live_article(headline="One")
    edited(article, headline="Two")
    schedule.schedule(article, by=editor(), at=NOON + HOUR)
    schedule.cancel(article, by=editor())
    assert timeline(article) == [(Kind.PUBLISHED, NOON, FAR_FUTURE)]


def test_expire_ends_the_story_at_its_time(clock):
    article = live_article(headline="Brief")
    schedule.expire(article, by=editor(), at=NOON + HOUR)
    assert headlines_seen(NOON + HOUR - timedelta(microseconds=1)) == {"Brief"}
    assert headlines_seen(NOON + HOUR) == set()
    schedule.expire(article, by=editor(), at=NOON + 2 * HOUR)
    assert timeline(article)[-1] == (Kind.EXPIRED, NOON + 2 * HOUR, FAR_FUTURE)
    assert len(timeline(article)) == 2


def test_expire_refuses_the_past_and_what_will_not_be_out(clock):
    with pytest.raises(steps.InThePast):
        schedule.expire(live_article(), by=editor(), at=NOON)
    with pytest.raises(steps.NotLive):
        schedule.expire(draft_article(), by=editor(), at=NOON + HOUR)
    with pytest.raises(steps.NotLive):
        schedule.expire(withdrawn_article(), by=editor(), at=NOON + HOUR)


def test_expire_a_story_still_to_come_works_and_drops_later_updates(clock):
    article = scheduled_article(NOON + HOUR, headline="Short")
    schedule.expire(article, by=editor(), at=NOON + 2 * HOUR)
    assert headlines_seen(NOON + HOUR) == {"Short"}
    assert headlines_seen(NOON + 2 * HOUR) == set()


@pytest.mark.parametrize("verb", [schedule.schedule, schedule.expire])
def test_time_that_no_clock_will_show_is_refused(clock, verb):
    article = live_article()
    with pytest.raises(steps.TooFarAhead, match="year 9000"):
        verb(article, by=editor(), at=FAR_FUTURE)
    assert timeline(article) == [(Kind.PUBLISHED, NOON, FAR_FUTURE)]


def test_schedule_needs_a_moment(clock):
    with pytest.raises(steps.TimeNeeded, match="Say when"):
        schedule.schedule(draft_article(), by=editor(), at=None)


@pytest.mark.parametrize("is_corrected", [False, True])
def test_update_at_the_very_moment_of_a_planned_end_takes_its_place(clock, is_corrected):
    article = live_article(headline="First")
    schedule.expire(article, by=editor(), at=NOON + HOUR)
    article = edited(article, headline="Second")
    if is_corrected:
        publish.correct(article, by=editor(), text="It was not.", at=NOON + HOUR)
    else:
        put_out(article, at=NOON + HOUR)
    assert timeline(article) == [
        (Kind.PUBLISHED, NOON, NOON + HOUR),
        (Kind.PUBLISHED, NOON + HOUR, FAR_FUTURE),
    ]
    assert headlines_seen(NOON + HOUR - timedelta(microseconds=1)) == {"First"}
    assert headlines_seen(NOON + HOUR) == {"Second"}


def test_end_at_the_very_moment_of_a_planned_update_takes_its_place(clock):
    article = live_article(headline="First")
    put_out(edited(article, headline="Second"), at=NOON + HOUR)
    schedule.expire(article, by=editor(), at=NOON + HOUR)
    assert timeline(article) == [(Kind.PUBLISHED, NOON, NOON + HOUR), (Kind.EXPIRED, NOON + HOUR, FAR_FUTURE)]
    assert headlines_seen(NOON + HOUR) == set()
