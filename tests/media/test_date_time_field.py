"""The field for a time: digits are read on the clock of whoever looks, and those that say no one moment are refused."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from media.date_time_field import LocalDateTimeField


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("2026-11-26T09:00", datetime(2026, 11, 26, 7, tzinfo=UTC)),
        ("2026-06-26 09:00:30", datetime(2026, 6, 26, 6, 0, 30, tzinfo=UTC)),
        ("2026-10-25T02:59", datetime(2026, 10, 24, 23, 59, tzinfo=UTC)),
        ("2026-10-25T04:00", datetime(2026, 10, 25, 2, tzinfo=UTC)),
        ("2026-10-25T03:30:00+02:00", datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
        ("", None),
    ],
)
def test_time_is_read_on_the_persons_own_clock(typed, moment):
    with timezone.override("Europe/Kyiv"):
        assert LocalDateTimeField(required=False).clean(typed) == moment


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "2026-03-29T03:30",
            "29 March 2026, 03:30 in Kyiv is a time that no clock shows: then the clocks go forward.",
        ),
        ("2026-10-25T03:30", "25 October 2026, 03:30 in Kyiv comes twice: then the clocks go back."),
        ("0001-12-31T23:00:00+05:00", "The year 1 is out of reach. Choose one from 2 to 9998."),
        ("9999-01-01", "The year 9999 is out of reach."),
        ("soon", "Enter a valid date/time."),
        ("2026-02-31T09:00", "Enter a valid date/time."),
    ],
)
def test_time_that_is_none_or_two_is_refused_in_a_sentence(typed, said):
    with timezone.override("Europe/Kyiv"), pytest.raises(ValidationError) as refused:
        LocalDateTimeField().clean(typed)
    assert said in refused.value.messages[0]
