"""Times as pages say them."""

from datetime import UTC, datetime

from django.utils import timezone

from articles.page.moments import day, iso, parted, time_html, weekday

AT = datetime(2026, 5, 21, 22, 40, 9, 123456, tzinfo=UTC)


def test_time_is_said_in_the_zone_of_the_site():
    with timezone.override("Europe/Berlin"):
        assert time_html(AT) == '<time datetime="2026-05-22T00:40:09+02:00">22\xa0May\xa02026, 00:40</time>'


def test_iso_has_seconds_and_an_offset_and_no_fraction():
    assert iso(AT) == "2026-05-21T22:40:09+00:00"


def test_day_is_never_parted():
    assert day(AT) == "21\xa0May\xa02026"


def test_heading_may_part_a_date_where_a_line_of_text_may_not():
    assert weekday(AT) == "Thursday, 21\xa0May\xa02026"
    assert parted(weekday(AT)) == "Thursday, 21 May 2026"
