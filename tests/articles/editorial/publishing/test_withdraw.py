"""Withdrawing and restoring: what readers see afterwards, and when there is nothing to do."""

from datetime import timedelta

import pytest

from articles.editorial.publishing import steps, withdraw
from articles.embargo import Kind
from articles.models.log_entry import LogEntry
from tests.articles.editorial.publishing.test_publish import HOUR, NOON, headlines_seen
from tests.builders import (
    draft_article,
    edited,
    editor,
    live_article,
    put_out,
    scheduled_article,
    withdrawn_article,
)

pytestmark = pytest.mark.django_db


def test_withdraw_ends_the_story_and_everything_to_come(clock):
    article = live_article()
    edited(article, headline="Two")
    put_out(article, at=NOON + HOUR)
    clock.shift(timedelta(minutes=1))
    edition = withdraw.withdraw(article, by=editor(), notice="It was wrong.", reason="Wrong source.")
    assert (edition.kind, edition.notice, edition.headline) == (Kind.WITHDRAWN, "It was wrong.", "")
    assert headlines_seen(NOON + 9 * HOUR) == set()
    assert headlines_seen(NOON) != set()
    assert LogEntry.objects.get(verb="withdraw").note == "Wrong source."


@pytest.mark.parametrize("make", [draft_article, scheduled_article, withdrawn_article])
def test_withdraw_refuses_what_readers_do_not_see(clock, make):
    article = make()
    clock.shift(timedelta(seconds=1))
    with pytest.raises(steps.NotLive):
        withdraw.withdraw(article, by=editor())


def test_restore_puts_the_last_published_words_back_at_their_old_address(clock):
    article = live_article(headline="Kept")
    edited(article, headline="Never published", slug="never-published")
    clock.shift(HOUR)
    withdraw.withdraw(article, by=editor())
    clock.shift(HOUR)
    edition = withdraw.restore(article, by=editor())
    assert (edition.headline, edition.path, edition.dated_at) == ("Kept", "/2026/03/kept/", NOON)
    assert headlines_seen(NOON + 2 * HOUR) == {"Kept"}


def test_restore_takes_no_date_from_the_working_copy(clock):
    article = withdrawn_article(headline="Kept", original_date=NOON - timedelta(days=400))
    edited(article, original_date=NOON - timedelta(days=800))
    clock.shift(HOUR)
    edition = withdraw.restore(article, by=editor())
    assert (edition.dated_at, edition.path) == (NOON - timedelta(days=400), "/2025/01/kept/")


@pytest.mark.parametrize("make", [draft_article, scheduled_article, live_article])
def test_restore_refuses_what_was_not_taken_down(clock, make):
    with pytest.raises(withdraw.NothingToRestore):
        withdraw.restore(make(), by=editor())


def test_notice_of_a_withdrawal_may_be_long(clock):
    article = live_article()
    assert withdraw.withdraw(article, by=editor(), notice="It was wrong. " * 60).notice == "It was wrong. " * 60
