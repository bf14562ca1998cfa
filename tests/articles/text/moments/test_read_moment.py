"""Moments that lines name: months as the Arabic press of each region calls them."""

from datetime import UTC, datetime

import pytest

from articles.text.moments.read_moment import names_an_hour, read_moment

NOW = datetime(2026, 1, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("month", "number"),
    [
        *(("كانون الثاني", 1), ("شباط", 2), ("آذار", 3), ("نيسان", 4), ("أيار", 5), ("حزيران", 6), ("تموز", 7)),
        *(("آب", 8), ("أيلول", 9), ("تشرين الأول", 10), ("تشرين الثاني", 11), ("كانون الأول", 12)),
        *(("جانفي", 1), ("فيفري", 2), ("أفريل", 4), ("ماي", 5), ("جوان", 6), ("جويلية", 7), ("أوت", 8)),
        *(("يوليوز", 7), ("غشت", 8), ("شتنبر", 9), ("نونبر", 11), ("دجنبر", 12)),
    ],
)
def test_months_of_the_levant_and_of_the_maghreb_are_read(month, number):
    line = f"محظور النشر حتى الساعة 10:00 من يوم 21 {month} 2026"
    assert read_moment(line, now=NOW, zone=UTC) == datetime(2026, number, 21, 10, tzinfo=UTC)


def test_both_names_of_a_month_are_one_day():
    line = "محظور النشر حتى 10:00 يوم 21 تشرين الثاني/نوفمبر 2026"
    assert read_moment(line, now=NOW, zone=UTC) == datetime(2026, 11, 21, 10, tzinfo=UTC)


def test_an_hour_beside_a_date_is_named():
    assert names_an_hour("22 May 2026, 10:00")
    assert not names_an_hour("22 May 2026")
