"""The site's clock shows the same to everybody, on whichever clock a page is made."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from articles.site_time_zone import site_date, site_midnight, site_time

LATE = datetime(2026, 5, 31, 22, 30, tzinfo=UTC)


@pytest.mark.parametrize("active", [None, "Asia/Tokyo", "America/New_York"])
def test_sites_clock_is_not_that_of_who_looks(settings, active):
    settings.TIME_ZONE = "Europe/Paris"
    with timezone.override(active):
        assert f"{site_time(LATE):%Y-%m-%d %H:%M %Z}" == "2026-06-01 00:30 CEST"
        assert site_date(LATE) == date(2026, 6, 1)
        assert site_midnight(date(2026, 6, 1)) == datetime(2026, 5, 31, 22, tzinfo=UTC)
