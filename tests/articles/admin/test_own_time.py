"""People's own clocks: they see and enter times on theirs, the site's beside it; readers' pages stay on the site's."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.admin.own_time import OwnTimeField, both, city, which_clock, zone_choices
from articles.models.user import User
from tests import builders
from tests.articles.admin.forms import change_url, messages_of, press

T = datetime(2026, 11, 25, 12, tzinfo=UTC)
ME = reverse("admin:articles_user_me")


@pytest.fixture(autouse=True)
def paris(settings, time_machine):
    """The site's clock is that of Paris, and it is 13:00."""
    settings.TIME_ZONE = "Europe/Paris"
    time_machine.move_to(T, tick=False)


@pytest.fixture
def in_kyiv(editor):
    """An editor whose clock is that of Kyiv."""
    User.objects.filter(pk=editor.user.pk).update(time_zone="Europe/Kyiv")
    return editor


def test_both_clocks_are_said_and_the_date_twice_where_it_is_another():
    morning = datetime(2026, 11, 26, 7, tzinfo=UTC)
    assert both(morning) == "Thu 26 Nov 2026, 08:00 in Paris"
    with timezone.override("Europe/Kyiv"):
        assert both(morning) == "Thu 26 Nov 2026, 09:00 in Kyiv, 08:00 in Paris (site)"
    with timezone.override("America/Argentina/Buenos_Aires"):
        night = datetime(2026, 11, 26, 1, tzinfo=UTC)
        assert both(night) == "Wed 25 Nov 2026, 22:00 in Buenos Aires, Thu 26 Nov 2026, 02:00 in Paris (site)"
        assert which_clock() == "Buenos Aires time, now 09:00; site 13:00"
    assert which_clock() == "Paris time"


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
        assert OwnTimeField(required=False).clean(typed) == moment


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "2026-03-29T03:30",
            "Sun 29 Mar 2026, 03:30 in Kyiv is a time that no clock shows: then the clocks go forward.",
        ),
        ("2026-10-25T03:30", "Sun 25 Oct 2026, 03:30 in Kyiv comes twice: then the clocks go back."),
        ("soon", "Enter a valid date/time."),
        ("2026-02-31T09:00", "Enter a valid date/time."),
    ],
)
def test_time_that_is_none_or_two_is_refused_in_a_sentence(typed, said):
    with timezone.override("Europe/Kyiv"), pytest.raises(ValidationError) as refused:
        OwnTimeField().clean(typed)
    assert said in refused.value.messages[0]


def test_zones_are_named_by_place_after_the_sites_own():
    first, *continents = zone_choices()
    assert first == ("", "The site’s (Europe/Paris)")
    assert ("America/Argentina/Buenos_Aires", "Argentina/Buenos Aires") in dict(continents)["America"]
    assert city("UTC") == "UTC"


def test_story_is_scheduled_on_the_persons_clock_and_both_are_said(in_kyiv):
    article = builders.draft_article()
    page = in_kyiv.get(change_url(article)).content.decode()
    assert "Goes live at (Kyiv time, now 14:00; site 13:00)" in page
    page = press(in_kyiv, article, "schedule", publish_at="2026-11-26T09:00")
    said = "Thu 26 Nov 2026, 09:00 in Kyiv, 08:00 in Paris (site)"
    assert f"Scheduled for {said}" in messages_of(page)
    assert page.content.decode().count(said) >= 3, "in the message, in the story's state and in its timeline"
    assert article.editions.get().goes_live_at == datetime(2026, 11, 26, 7, tzinfo=UTC)


def test_question_for_a_notice_says_both_clocks(in_kyiv):
    story = builders.edited(builders.live_article(body="<p>It cost 12.</p>"), body="<p>It cost 14.</p>")
    page = press(in_kyiv, story, "schedule", publish_at="2026-11-26T09:00").content.decode()
    assert "It was to go live Thu 26 Nov 2026, 09:00 in Kyiv, 08:00 in Paris (site)." in page
    page = in_kyiv.get(reverse("admin:articles_article_notice", args=[story.pk]), {"at": "soon"}).content.decode()
    assert "It was to go live" not in page


def test_path_day_and_pages_are_those_of_the_sites_clock(in_kyiv, time_machine):
    time_machine.move_to(datetime(2026, 11, 30, 22, 30, tzinfo=UTC))  # December in Kyiv
    article = builders.draft_article(slug="late")
    press(in_kyiv, article, "publish")
    assert builders.live_edition(article).path == "/2026/11/late/"
    preview = in_kyiv.get(reverse("admin:articles_article_preview", args=[article.pk])).content.decode()
    assert "2026-11-30T23:30:00+01:00" in preview
    pages = [client.get("/2026/11/late/").content for client in (in_kyiv, Client())]
    assert pages[0] == pages[1]


def test_planned_stories_and_licences_are_on_the_persons_own_clock(in_kyiv):
    builders.scheduled_article(datetime(2026, 11, 30, 22, 30, tzinfo=UTC), headline="Late")
    page = in_kyiv.get(reverse("admin:articles_article_planned"), {"month": "2026-12"}).content.decode()
    assert "Days and hours are in Kyiv time, now 14:00; site 13:00." in page
    assert "<b>00:30</b>" in page
    photo = builders.a_photo()
    page = in_kyiv.get(reverse("admin:media_photo_change", args=[photo.pk])).content.decode()
    assert "In the time of Europe/Kyiv." in page


def test_log_speaks_on_the_sites_clock(in_kyiv):
    article = builders.draft_article()
    press(in_kyiv, article, "schedule", publish_at="2026-11-26T09:00")
    assert "For 26 November 2026, 08:00 CET" in article.log.get(verb="schedule").note


def test_everybody_sets_their_own_clock(reporter):
    page = reporter.get("/admin/").content.decode()
    assert f'href="{ME}"' in page
    assert "Saved." in messages_of(reporter.post(ME, {"time_zone": "Asia/Tokyo", "is_superuser": "on"}, follow=True))
    reporter.user.refresh_from_db()
    assert (reporter.user.time_zone, reporter.user.is_superuser) == ("Asia/Tokyo", False)
    page = reporter.post(ME, {"time_zone": "Mars/Olympus"}).content.decode()
    assert "Select a valid choice" in page
    reporter.post(ME, {"time_zone": ""})
    reporter.user.refresh_from_db()
    assert reporter.user.zone is None
    assert Client().get(ME).status_code == 302


def test_chief_sets_somebodys_clock(chief):
    somebody = builders.reporter()
    address = reverse("admin:articles_user_change", args=[somebody.pk])
    form = chief.get(address).context["adminform"].form
    assert form.fields["time_zone"].choices
    chief.post(address, {"username": somebody.username, "is_active": "on", "is_staff": "on", "time_zone": "Asia/Tokyo"})
    somebody.refresh_from_db()
    assert str(somebody.zone) == "Asia/Tokyo"
