"""Somebody's calendar at its private address: what stands in it, for whom, and that it can be taken back."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.editorial.site.calendar_address import make_calendar_address
from articles.editorial.writing import seal
from articles.editorial.writing.assignment import plan_story
from articles.models.article import Article
from articles.models.user import User
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def soon(time_machine):
    time_machine.move_to(timezone.now().replace(hour=10, minute=0, second=0, microsecond=0), tick=False)
    return timezone.now() + timedelta(hours=3)


def feed(user):
    """(status, summaries) of somebody's calendar, as a program without cookies gets it."""
    user.refresh_from_db()
    if not user.calendar_key:
        make_calendar_address(user)
    answer = Client().get(reverse("calendar", args=[user.calendar_key]))
    lines = answer.content.decode().replace("\r\n ", "").split("\r\n")
    return answer.status_code, [line.removeprefix("SUMMARY:") for line in lines if line.startswith("SUMMARY:")]


def test_calendar_has_ones_own_and_for_who_decides_the_desks(soon):
    world, sport = builders.a_desk("World"), builders.a_desk("Sport")
    ann, bo = builders.reporter(username="ann"), builders.editor(username="bo")
    bo.desks.set([sport])
    chief = builders.chief()
    plan_story("Bridge", by=chief, desk=world, to=ann, due_at=soon, slot_at=soon + timedelta(hours=2))
    builders.scheduled_article(soon, headline="The match", desk=sport)
    assert feed(ann) == (200, ["Due: Bridge", "Planned: Bridge"])
    assert feed(bo) == (200, ["Goes live: The match"])
    assert sorted(feed(chief)[1]) == ["Due: Bridge", "Goes live: The match", "Planned: Bridge"]


def test_entry_says_desk_and_writer_and_leads_to_the_story(soon, settings):
    ann = builders.reporter(username="ann", first_name="Ann", last_name="Lee")
    idea = plan_story("Bridge, again", by=builders.chief(), desk=builders.a_desk(), to=ann, due_at=soon)
    make_calendar_address(ann)
    answer = Client().get(reverse("calendar", args=[ann.calendar_key]))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private, no-store" and "noindex" in answer["X-Robots-Tag"]
    text = answer.content.decode().replace("\r\n ", "")
    assert "SUMMARY:Due: Bridge\\, again\r\n" in text
    assert "DESCRIPTION:World\\nAnn Lee\r\n" in text
    assert f"URL:{settings.SITE_URL}/admin/articles/article/{idea.pk}/change/" in text
    assert f"UID:due-{idea.pk}@" in text


def test_sealed_story_is_in_the_calendars_of_those_who_are_in_without_its_words(soon):
    ann, outside, owner = builders.reporter(), builders.chief(), builders.editor()
    idea = plan_story("Quandrelith", by=owner, desk=builders.a_desk("Vorsamund"), to=ann, due_at=soon)
    seal.seal(idea, by=owner, to=[ann])
    assert feed(outside) == (200, [])
    assert feed(ann) == (200, [f"Due: Sealed story {idea.pk}"])
    text = Client().get(reverse("calendar", args=[ann.calendar_key])).content.decode()
    assert "Quandrelith" not in text and "Vorsamund" not in text


def test_address_is_made_and_taken_back_on_the_screen_of_ones_own(soon, reporter):
    told, choose = reverse("admin:inbox_told"), reverse("admin:inbox_calendar")
    assert not html.fromstring(reporter.get(told).content).xpath("//input[@id='calendar-address']")
    reporter.post(choose)
    (first,) = html.fromstring(reporter.get(told).content).xpath("//input[@id='calendar-address']/@value")
    path = first[first.index("/calendar/") :]
    assert Client().get(path).status_code == 200
    reporter.post(choose)
    assert Client().get(path).status_code == 404, "a new one ends the one before"
    reporter.post(choose, {"drop": "1"})
    assert User.objects.get(pk=reporter.user.pk).calendar_key == ""
    assert reporter.get(choose).status_code == 405
    assert Client().post(path).status_code == 405


def test_who_may_not_look_at_stories_gets_no_address(enter):
    stranger = enter("stranger")
    stranger.post(reverse("admin:inbox_calendar"))
    assert User.objects.get(pk=stranger.user.pk).calendar_key == ""
    assert not html.fromstring(stranger.get(reverse("admin:inbox_told")).content).xpath("//*[@data-calendar]")


def test_calendar_takes_as_many_queries_for_many_plans_as_for_one(soon, django_assert_max_num_queries):
    chief, ann = builders.chief(), builders.reporter()
    make_calendar_address(chief)
    for number in range(4):
        plan_story(f"Idea {number}", by=chief, desk=builders.a_desk(), to=ann, due_at=soon, slot_at=soon)
        builders.scheduled_article(soon)
    assert Article.objects.count() == 8
    with django_assert_max_num_queries(10):
        Client().get(reverse("calendar", args=[chief.calendar_key]))
