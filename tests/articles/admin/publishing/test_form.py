"""Which moments the publish sheet offers, and what a choice and a date mean together."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.admin.publishing.form import in_words, meant, moments

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
LATER = datetime(2026, 12, 24, 9, tzinfo=UTC)


def labels(now, embargo=None):
    return [moment.label for moment in moments(now, embargo)]


def test_moments_are_those_still_to_come():
    assert labels(NOON) == ["Now", "In one hour", "Tonight 18:00", "Tomorrow 6:00", "At a date"]
    assert "Tonight 18:00" not in labels(NOON.replace(hour=18))
    assert "When the embargo ends" in labels(NOON, LATER)
    assert "When the embargo ends" not in labels(NOON, NOON)


def test_moments_are_on_the_persons_clock(time_machine):
    time_machine.move_to(NOON, tick=False)
    with timezone.override("America/New_York"):
        tonight, tomorrow = moments(NOON)[2:4]
    assert tonight.at == datetime(2026, 11, 30, 23, tzinfo=UTC)
    assert tomorrow.at == datetime(2026, 12, 1, 11, tzinfo=UTC)
    with timezone.override("America/New_York"):
        assert in_words(tonight).startswith("Mon 30 November 2026, 18:00 in New York")
    assert in_words(moments(NOON)[0]) == ""


def test_moment_of_a_page_left_open_over_midnight_is_the_one_it_showed():
    tomorrow = moments(NOON)[3]
    assert meant(tomorrow.value, None, NOON + timedelta(hours=14)) == tomorrow.at


@pytest.mark.parametrize(
    ("when", "date", "at"),
    [
        ("", None, None),
        ("now", None, None),
        ("", LATER, LATER),
        ("now", LATER, LATER),
        ("at", LATER, LATER),
        ("hour", None, NOON + timedelta(hours=1)),
        ("2026-12-01T06:00:00+02:00", None, datetime(2026, 12, 1, 4, tzinfo=UTC)),
    ],
)
def test_choice_and_date_mean(when, date, at):
    assert meant(when, date, NOON) == at


@pytest.mark.parametrize(
    ("when", "date"), [("at", None), ("hour", LATER), ("soon", None), ("2026-12-01T06:00:00", None)]
)
def test_choice_that_means_nothing_is_refused(when, date):
    with pytest.raises(ValidationError):
        meant(when, date, NOON)
