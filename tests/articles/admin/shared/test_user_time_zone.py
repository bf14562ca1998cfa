"""People's own clocks: they see and enter times on theirs, the site's beside it; readers' pages stay on the site's."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.admin.shared.user_time_zone import both_times, user_time, which_clock, zone_choices
from articles.models.user import User
from media import ingest
from media.date_time_field import city
from media.models import Photo
from tests import builders
from tests.articles.admin.forms import change_url, fields_of, messages_of, press
from tests.articles.admin.story.test_autosave_api import ask

# The one way, headings of days and months, and what machines read.
FORMS = {
    "DATE_FORMAT",
    "MONTH_DAY_FORMAT",
    "TIME_FORMAT",
    "D j M",
    "l, j F Y",
    "F Y",
    "F",
    "l",
    "D",
    "c",
    "Y-m-d",
    r"Y-m-d\TH:i",
}
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
    move(editor, "Europe/Kyiv")
    return editor


def move(client, zone):
    """The person chooses another clock, in another tab."""
    User.objects.filter(pk=client.user.pk).update(time_zone=zone)


def test_both_clocks_are_said_and_the_date_twice_where_it_is_another():
    morning = datetime(2026, 11, 26, 7, tzinfo=UTC)
    assert both_times(morning) == "Thu 26 November 2026, 08:00 in Paris"
    with timezone.override("Europe/Kyiv"):
        assert both_times(morning) == "Thu 26 November 2026, 09:00 in Kyiv, 08:00 in Paris (site)"
    with timezone.override("America/Argentina/Buenos_Aires"):
        night = datetime(2026, 11, 26, 1, tzinfo=UTC)
        said = "Wed 25 November 2026, 22:00 in Buenos Aires, Thu 26 November 2026, 02:00 in Paris (site)"
        assert both_times(night) == said
        assert which_clock() == "Buenos Aires time, now 09:00; site 13:00"
    assert which_clock() == "Paris time"


def test_moment_to_come_says_its_weekday_and_one_that_is_over_does_not():
    assert user_time(timezone.now() + timedelta(seconds=1)) == "Wed 25 November 2026, 13:00"
    assert user_time(timezone.now()) == "25 November 2026, 13:00"
    assert both_times(datetime(2026, 11, 24, 7, tzinfo=UTC)) == "24 November 2026, 08:00 in Paris"
    assert user_time(None) == ""


def test_screens_write_dates_in_one_way_and_say_on_whose_clock(chief):
    form = re.compile(r'\|date(?:_format)?:"([^"]+)"')
    for path in (settings.BASE_DIR / "templates" / "admin").rglob("*.html"):
        other = [each for each in form.findall(path.read_text()) if each not in FORMS]
        assert not other, f"{path.name} writes dates in a way of its own: {other}"
    builders.live_article()
    page = chief.get(reverse("admin:articles_edition_changelist")).text
    assert "25 November 2026, 13:00" in page and "until further notice" in page
    assert "9000" not in page and "p.m." not in page
    assert "Days and hours are in Paris time." in page


def test_zones_are_named_by_place_after_the_sites_own():
    first, *continents = zone_choices()
    assert first == ("", "The site’s (Europe/Paris)")
    assert ("America/Argentina/Buenos_Aires", "Argentina/Buenos Aires") in dict(continents)["America"]
    assert city("UTC") == "UTC"


def test_story_is_scheduled_on_the_persons_clock_and_both_are_said(in_kyiv):
    article = builders.draft_article()
    page = in_kyiv.get(reverse("admin:articles_article_publish_sheet", args=[article.pk])).content.decode()
    assert "(Kyiv time, now 14:00; site 13:00)" in page
    page = press(in_kyiv, article, "schedule", publish_at="2026-11-26T09:00")
    said = "Thu 26 November 2026, 09:00 in Kyiv, 08:00 in Paris (site)"
    assert f"Scheduled for {said}" in messages_of(page)
    assert page.content.decode().count(said) >= 3, "in the message, in the story's state and in its timeline"
    assert article.editions.get().goes_live_at == datetime(2026, 11, 26, 7, tzinfo=UTC)


def test_question_for_a_notice_says_both_clocks(in_kyiv):
    story = builders.edited(builders.live_article(body="<p>It cost 12.</p>"), body="<p>It cost 14.</p>")
    page = press(in_kyiv, story, "schedule", publish_at="2026-11-26T09:00").content.decode()
    assert "It was to go live Thu 26 November 2026, 09:00 in Kyiv, 08:00 in Paris (site)." in page
    page = in_kyiv.get(
        reverse("admin:articles_article_publish_sheet", args=[story.pk]), {"publish_at": "soon"}
    ).content.decode()
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


DATED = datetime(2025, 4, 30, 22, 30, 0, 250, tzinfo=UTC)  # 01:30 in Kyiv
TWICE = datetime(2025, 11, 2, 6, 30, 0, 250, tzinfo=UTC)  # the second 01:30 in New York


def test_page_made_on_a_former_clock_is_read_on_it(in_kyiv):
    article = builders.draft_article(original_date=DATED)
    page = fields_of(in_kyiv.get(change_url(article)))
    assert page["original_date"] == ["2025-05-01T01:30:00"] and set(page["clock"]) == {"Europe/Kyiv"}
    move(in_kyiv, "America/New_York")
    in_kyiv.post(change_url(article), {**page, "headline": "Only this", "_verb": "save"})
    article.refresh_from_db()
    assert (article.headline, article.original_date) == ("Only this", DATED)

    typed = {"version": article.version, "original_date": "2025-05-01T02:30", "place": "x" * 81}
    refused = in_kyiv.post(change_url(article), {**page, **typed, "_verb": "save"})
    shown = fields_of(refused)
    assert shown["original_date"] == ["2025-04-30T19:30:00"] and set(shown["clock"]) == {"America/New_York"}
    in_kyiv.post(change_url(article), {**shown, "headline": "Again", "place": "", "_verb": "save"})
    article.refresh_from_db()
    assert (article.headline, article.original_date) == ("Again", datetime(2025, 4, 30, 23, 30, tzinfo=UTC))


def test_verbs_with_a_time_read_it_on_the_clock_of_the_page(in_kyiv):
    article, other = builders.draft_article(), builders.draft_article()
    page, board = fields_of(in_kyiv.get(change_url(article))), reverse("admin:articles_article_changelist")
    chosen = {"action": "schedule", "_selected_action": [other.pk]}
    assert 'name="clock" value="Europe/Kyiv"' in in_kyiv.post(board, chosen).text
    move(in_kyiv, "America/New_York")
    told = {"publish_at": "2026-11-26T09:00", "clock": "Europe/Kyiv"}
    in_kyiv.post(change_url(article), {**page, **told, "_verb": "schedule"})
    in_kyiv.post(board, {**chosen, **told})
    for story in (article, other):
        assert story.editions.get().goes_live_at == datetime(2026, 11, 26, 7, tzinfo=UTC)


@pytest.mark.parametrize("clock", ["Mars/Olympus", "Europe", ""])
def test_clock_that_nobody_has_means_ones_own(in_kyiv, clock):
    article = builders.draft_article()
    press(in_kyiv, article, "schedule", publish_at="2026-11-26T09:00", clock=clock)
    assert article.editions.get().goes_live_at == datetime(2026, 11, 26, 7, tzinfo=UTC)


def test_hour_that_comes_twice_on_the_clock_of_the_page_is_refused(in_kyiv):
    article = builders.draft_article()
    page = fields_of(in_kyiv.get(change_url(article)))
    move(in_kyiv, "America/New_York")
    typed = {"original_date": "2025-10-26T03:30", "_verb": "save"}
    assert "03:30 in Kyiv comes twice" in in_kyiv.post(change_url(article), {**page, **typed}).text


def test_words_are_kept_on_the_clock_of_the_page(in_kyiv):
    article = builders.draft_article(original_date=DATED)
    page = in_kyiv.get(change_url(article))
    assert '"clock": "Europe/Kyiv"' in page.text.split('id="autosave"')[1].split("</script>")[0]
    fields = {"headline": "Only this", "original_date": "2025-05-01T01:30"}
    move(in_kyiv, "America/New_York")
    ask(in_kyiv, "autosave", article, version=article.version, clock="Europe/Kyiv", fields=fields)
    article.refresh_from_db()
    assert (article.headline, article.original_date) == ("Only this", DATED)
    merged = ask(in_kyiv, "reconcile", article, clock="Europe/Kyiv", base=fields, mine=fields).json()
    assert merged["theirs"]["original_date"] == "2025-05-01T01:30:00"


def test_moment_in_the_hour_that_comes_twice_is_saved_back_as_it_was(editor):
    move(editor, "America/New_York")
    article = builders.draft_article(original_date=TWICE)
    photo = ingest.update(builders.a_photo(), None, licence_ends_at=TWICE)
    page = fields_of(editor.get(change_url(article)))
    assert page["original_date"] == ["2025-11-02T01:30:00"]
    press(editor, article, "save", headline="Only this", original_date="2025-11-02T01:30")  # as browsers shorten it
    article.refresh_from_db()
    assert (article.headline, article.original_date) == ("Only this", TWICE)
    ask(
        editor,
        "autosave",
        article,
        version=article.version,
        fields={"dek": "This.", "original_date": "2025-11-02T01:30"},
    )
    article.refresh_from_db()
    assert (article.dek, article.original_date) == ("This.", TWICE)
    words = {"alt": "A bridge.", "credit": "Only this", "licence_ends_at": "2025-11-02T01:30"}
    change_photo(editor, photo, words)
    photo.refresh_from_db()
    assert (photo.credit, photo.licence_ends_at) == ("Only this", TWICE)
    assert "comes twice" in press(editor, builders.draft_article(), "save", original_date="2025-11-02T01:30").text


def change_photo(client, photo, words):
    """Post the photo's form with these words; returns the page that follows."""
    address = reverse("admin:media_photo_change", args=[photo.pk])
    form = client.get(address).context["adminform"].form
    shown = {name: form[name].value() for name in form.fields}
    return client.post(address, {**{name: value for name, value in shown.items() if value}, **words}, follow=True)


@pytest.mark.parametrize(
    ("zone", "typed"), [("Europe/Kyiv", "0001-01-01T00:00:00"), ("America/New_York", "9999-12-31T23:59:59")]
)
@pytest.mark.parametrize("former", [None, "Europe/Moscow"])
def test_time_at_the_edge_of_the_calendar_is_refused_in_a_sentence(editor, zone, typed, former):
    move(editor, zone)
    told = {"publish_at": typed, "clock": former or zone}
    article, live, photo = builders.draft_article(), builders.live_article(), builders.a_photo()
    said = "is out of reach. Choose one from 2 to 9998."
    assert said in messages_of(press(editor, article, "schedule", **told))
    board = reverse("admin:articles_article_changelist")
    data = {"action": "schedule", "_selected_action": [article.pk], **told}
    assert said in messages_of(editor.post(board, data, follow=True))
    assert not article.editions.exists()
    notice = reverse("admin:articles_article_publish_sheet", args=[live.pk])
    assert "It was to go live" not in editor.get(notice, {"publish_at": typed}).text
    assert said in editor.post(notice, {"notice": "none", "version": 1, "seen": 1, **told}).text
    assert said in press(editor, article, "save", original_date=typed, clock=told["clock"]).text
    assert said in change_photo(editor, photo, {"licence_ends_at": typed, "clock": told["clock"]}).text
    together = {"action": "edit_together", "_selected_action": [photo.pk], "apply": "1", "licence_ends_at": typed}
    page = editor.post(reverse("admin:media_photo_changelist"), {**together, "clock": told["clock"]}, follow=True)
    assert said in page.text
    assert not Photo.objects.exclude(licence_ends_at=None).exists()
