"""What the archive counts: in the site's time zone, whichever that is, though months are counted in UTC."""

import itertools
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from django.test import override_settings
from django.utils import timezone
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from articles.editorial.publishing.bulk_publish import NewStory, publish_many
from articles.models.edition import Edition
from articles.reader.parts.archive_counts import counts, oldest_and_newest
from articles.reader.parts.periods import Period
from articles.site_time_zone import site_date
from articles.text.body.body import BodySection
from tests.articles.reader.page_checks import queries
from tests.builders import a_desk, live_article, scheduled_article, system, withdrawn_article

pytestmark = pytest.mark.django_db
ZONES = ("UTC", "Asia/Tokyo", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Africa/Cairo")
NUMBERS = itertools.count()
YEARS = [Period(year) for year in range(1870, 2027)]
# Hours around the beginnings of months: of a year, of a month whose clock has just changed, and in the old days.
EDGES = [datetime(*day, tzinfo=UTC) for day in ((1871, 1, 1), (1999, 12, 1), (2024, 1, 1), (2024, 5, 1), (2024, 11, 1))]
DATES = st.builds(
    lambda edge, minutes: edge + timedelta(minutes=minutes), st.sampled_from(EDGES), st.integers(-960, 960)
)


def come_in(dates):
    """Live stories of these dates."""
    sections = [BodySection("", "<p>It rained.</p>")]
    rest = {"dek": "", "desk": a_desk().pk, "topics": [], "bylines": [], "sections": sections, "words": 2}
    stories = [NewStory(headline="A Story", slug=f"story-{next(NUMBERS)}", dated_at=date, **rest) for date in dates]
    publish_many(stories, by=system())


def one_by_one(now, of):
    """How many live stories there are of each Period that `of` makes of a date."""
    return Counter(of(site_date(date)) for date in Edition.objects.live(now).values_list("dated_at", flat=True))


@hypothesis_settings(max_examples=25, deadline=None)
@given(dates=st.lists(DATES, max_size=12), zone=st.sampled_from(ZONES))
def test_counts_are_those_of_stories_one_by_one_in_every_zone(dates, zone):
    come_in(dates)  # those of former examples stay, counted with the clock that they came in with
    now = timezone.now()
    with override_settings(TIME_ZONE=zone):
        assert dict(counts(YEARS, now)) == one_by_one(now, lambda date: Period(date.year))
        for year in (1870, 1871, 1999, 2023, 2024):
            months = one_by_one(now, lambda date: Period(date.year, date.month))
            of_year = {period: number for period, number in months.items() if period.year == year}
            assert dict(counts(Period(year).parts, now)) == of_year
        days = one_by_one(now, lambda date: Period(date.year, date.month, date.day))
        may = {period: number for period, number in days.items() if period[:2] == (2024, 5)}
        assert dict(counts(Period(2024, 5).parts, now)) == may


def test_stories_count_from_their_second_to_their_last(time_machine):
    start = datetime(2026, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)
    time_machine.move_to(start - timedelta(days=1), tick=False)
    scheduled_article(at=start)
    years = [Period(2026), Period(2027)]
    for zone, year in (("UTC", 2026), ("Asia/Tokyo", 2027), ("America/New_York", 2026)):
        with override_settings(TIME_ZONE=zone):
            assert counts(years, start - timedelta(microseconds=1)) == []
            assert counts(years, start) == [(Period(year), 1)]


def test_ends_of_the_archive_are_those_of_live_stories():
    assert oldest_and_newest(timezone.now()) == []
    dates = [datetime(year, 5, 6, tzinfo=UTC) for year in (1871, 1872, 1999, 2001)]
    withdrawn_article(original_date=dates[0])
    for date in dates[1:3]:
        live_article(original_date=date)
    scheduled_article(original_date=dates[3])
    assert oldest_and_newest(timezone.now()) == dates[1:3]


def test_nothing_is_asked_for_no_period():
    with queries() as asked:
        assert counts([], timezone.now()) == []
    assert asked == []
