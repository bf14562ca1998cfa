"""The months that the archive counts, and whether the counts are right."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.db.models import F
from django.utils import timezone as clock

from articles.models.archive_count import ArchiveCount, is_right, month_of
from tests.builders import live_article, scheduled_article


def test_months_are_those_of_utc():
    east = timezone(timedelta(hours=9))
    assert month_of(datetime(2026, 5, 31, 23, tzinfo=UTC)) == 202605
    assert month_of(datetime(2026, 6, 1, 8, 59, tzinfo=east)) == 202605
    assert month_of(datetime(2026, 6, 1, 9, tzinfo=east)) == 202606


@pytest.mark.django_db
def test_counts_of_nothing_are_right():
    assert is_right(clock.now())


@pytest.mark.django_db
@pytest.mark.parametrize("wrong", [1, -1])
def test_counts_are_right_while_they_count_what_is_live_in_the_newest_month(wrong):
    live_article(original_date=datetime(2026, 2, 1, tzinfo=UTC))
    live_article(original_date=datetime(2026, 2, 28, 23, tzinfo=UTC))
    live_article(original_date=datetime(2026, 1, 31, 23, tzinfo=UTC))
    scheduled_article(original_date=datetime(2026, 2, 2, tzinfo=UTC))
    now = clock.now()
    assert is_right(now)
    assert is_right(now + timedelta(days=1))
    ArchiveCount.objects.filter(month=202602, from_at__lte=now).update(change=F("change") + wrong)
    assert not is_right(now)


@pytest.mark.django_db
def test_counts_that_are_missing_are_not_right():
    live_article()
    ArchiveCount.objects.all().delete()
    assert not is_right(clock.now())
