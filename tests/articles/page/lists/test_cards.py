"""Cards: rank, days and times."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.test import override_settings
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from articles.models.edition import Edition
from articles.page.lists.cards import (
    FURTHER,
    OPENING_FIELDS,
    SECONDS,
    WINDOW,
    Card,
    by_day,
    card_rows,
    cards,
    opening,
    spoken_time,
)
from tests.builders import a_desk, a_person, a_photo, a_topic, live_article

NOW = datetime(2026, 5, 21, 18, 40, tzinfo=UTC)


def card(photo=None, dated_at=NOW, language="en", kicker=None):
    """A Card without a database: `photo` is None, "landscape" or "portrait"."""
    picture = SimpleNamespace(is_portrait=photo == "portrait") if photo else None
    story = SimpleNamespace(dated_at=dated_at, language=language, label="", key=object())
    return Card(story, picture, kicker, (), "")


PHOTOS = st.lists(st.sampled_from([None, "landscape", "portrait"]), max_size=20)


@given(PHOTOS)
def test_opening_ranks_without_losing_the_order(photos):
    stories = [card(photo) for photo in photos]
    opened = opening(stories)
    if not stories:
        assert opened is None
        return
    shown = [opened.first, *([opened.big] if opened.big else []), *opened.others]
    assert len(shown) == min(len(stories), 1 + SECONDS)
    assert len({id(each) for each in shown}) == len(shown)
    landscapes = [each for each in stories[:WINDOW] if each.is_landscape]
    assert opened.first is (landscapes[0] if landscapes else stories[0])
    assert [stories.index(each) for each in opened.others] == sorted(stories.index(each) for each in opened.others)
    if opened.big and not opened.big.photo:
        assert not any(each.photo for each in opened.others)


@pytest.mark.parametrize(("same_topic", "shown"), [(0, 0), (2, 2), (9, FURTHER)])
def test_under_the_lead_stand_the_newest_of_its_topic_that_the_opening_does_not_show(same_topic, shown):
    stories = [card(kicker="Bridges") for _ in range(1 + SECONDS)] + [card(kicker="Ferries"), card()]
    more = [card(kicker="Bridges") for _ in range(same_topic)]
    opened = opening(stories + more)
    assert opened.further == more[:shown]
    assert all(each in opened for each in opened.further)


def test_nothing_stands_under_a_lead_without_a_topic():
    assert opening([card() for _ in range(WINDOW)]).further == []


def test_lead_is_no_old_story_however_fine_its_photo():
    stories = [card() for _ in range(WINDOW)] + [card("landscape")]
    assert opening(stories).first is stories[0]


@given(st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)), max_size=12))
def test_days_keep_every_card_in_order(moments):
    stories = [card(dated_at=moment) for moment in sorted(moments, reverse=True)]
    days = by_day(stories)
    assert [each for _, of_day in days for each in of_day] == stories
    assert [day for day, _ in days] == sorted({day for day, _ in days}, reverse=True)


def test_stamp_is_valid_in_html_whatever_the_clock_gave():
    assert card(dated_at=NOW.replace(microsecond=123456)).stamp == "2026-05-21T18:40:00+00:00"
    with override_settings(TIME_ZONE="Asia/Tokyo"):
        assert card().stamp == "2026-05-22T03:40:00+09:00"


def test_day_is_the_one_in_the_sites_time_zone():
    with override_settings(TIME_ZONE="Asia/Tokyo"):
        assert [str(day) for day, _ in by_day([card()])] == ["2026-05-22"]


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (timedelta(), "18:40"),
        (timedelta(hours=18, minutes=40), "00:00"),
        (timedelta(hours=18, minutes=41), "20\u00a0May"),
        (timedelta(days=200), "2\u00a0November\u00a02025"),
    ],
)
def test_time_is_said_short_and_never_relative(before, said):
    assert spoken_time(NOW - before, NOW) == said


def test_time_today_is_the_sites_today():
    with override_settings(TIME_ZONE="Asia/Tokyo"):
        assert spoken_time(NOW, NOW) == "03:40"
        assert spoken_time(NOW - timedelta(hours=4), NOW) == "21\u00a0May"


def test_card_in_another_language_says_so():
    assert card(language="ar").is_foreign
    assert not card(language="en").is_foreign
    with override_settings(LANGUAGE_CODE="ar"):
        assert not card(language="ar").is_foreign


def live_cards():
    """The Cards of all live stories."""
    now = timezone.now()
    return cards(card_rows(Edition.objects.live(now), *OPENING_FIELDS), now)


@pytest.mark.django_db
def test_card_has_what_a_list_shows():
    topic, other, ada = a_topic("Bridges"), a_topic("Arches"), a_person("Ada")
    photo = a_photo()
    live_article(lead_photo=photo, lead_topic=topic, topics=[other, topic], bylines=[ada])
    (found,) = live_cards()
    assert (found.photo, found.kicker, found.names) == (photo, ("Bridges", "/topics/bridges/"), ("Ada",))


@pytest.mark.django_db
def test_card_without_a_topic_has_its_desk():
    live_article(desk=a_desk("World"))
    assert (live_cards()[0].kicker, live_cards()[0].desk) == (None, ("World", "/world/"))


@pytest.mark.django_db
def test_photo_whose_licence_has_ended_is_not_shown():
    end = timezone.now() + timedelta(hours=1)
    photo = a_photo()
    photo.licence_ends_at = end
    photo.save()
    live_article(lead_photo=photo)
    with time_machine.travel(end - timedelta(seconds=1), tick=False):
        assert live_cards()[0].photo
    with time_machine.travel(end, tick=False):
        assert live_cards()[0].photo is None
