"""The newest day, offered where there is nothing else."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles.reader.parts.newest_day import newest_day
from tests.builders import live_article, scheduled_article, withdrawn_article

pytestmark = pytest.mark.django_db


def test_newest_day_is_empty_when_nothing_is_live():
    withdrawn_article()
    scheduled_article()
    assert newest_day(timezone.now()) is None


def test_newest_day_has_at_most_five_of_one_day_newest_first():
    morning = datetime(2026, 5, 21, 6, tzinfo=UTC)
    live_article(original_date=morning - timedelta(days=1))
    stories = [live_article(original_date=morning + timedelta(hours=hour)) for hour in range(6)]
    day = newest_day(datetime(2027, 1, 1, tzinfo=UTC))
    assert (day.date.isoformat(), day.is_today) == ("2026-05-21", False)
    assert [edition.article_id for edition in day.editions] == [story.pk for story in reversed(stories[1:])]


def test_newest_day_leaves_out_the_day_before_and_knows_today():
    now = timezone.now()
    today = live_article()
    live_article(original_date=now - timedelta(days=2))
    day = newest_day(timezone.now())
    assert day.is_today
    assert [edition.article_id for edition in day.editions] == [today.pk]
