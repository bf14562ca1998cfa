"""Times as pages say them."""

from datetime import UTC, datetime

from django.test import override_settings
from django.utils import translation

from articles.page.dates import clock, day, day_of_year, iso, iso_day, parted, time_html, weekday, year

AT = datetime(2026, 5, 21, 22, 40, 9, 123456, tzinfo=UTC)


def test_time_is_said_in_the_zone_of_the_site():
    with override_settings(TIME_ZONE="Europe/Berlin"):
        assert time_html(AT) == '<time datetime="2026-05-22T00:40:09+02:00">22\xa0May\xa02026, 00:40</time>'


def test_iso_has_seconds_and_an_offset_and_no_fraction():
    assert iso(AT) == "2026-05-21T22:40:09+00:00"


def test_day_is_never_parted():
    assert day(AT) == "21\xa0May\xa02026"


def test_heading_may_part_a_date_where_a_line_of_text_may_not():
    assert weekday(AT) == "Thursday, 21\xa0May\xa02026"
    assert parted(weekday(AT)) == '<span class="whole">Thursday,</span> <span class="whole">21 May 2026</span>'


def test_day_and_year_of_a_moment_are_the_sites_and_a_date_is_itself():
    late = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert (iso_day(late), year(late)) == ("2026-12-31", "2026")
    with override_settings(TIME_ZONE="Asia/Tokyo"):
        assert (iso_day(late), year(late)) == ("2027-01-01", "2027")
        assert iso_day(late.date()) == "2026-12-31"


def test_what_was_said_before_is_said_again_in_the_language_and_zone_of_now():
    noon = datetime(2026, 5, 21, 12, 0, 40, tzinfo=UTC)
    assert (clock(noon), day_of_year(noon)) == ("12:00", "21\u00a0May")
    with override_settings(TIME_ZONE="Asia/Tokyo"), translation.override("uk"):
        assert (clock(noon), day_of_year(noon)) == ("21:00", "21\u00a0травня")
    assert (clock(noon), day_of_year(noon)) == ("12:00", "21\u00a0May")
