"""The calendar of what is planned: what goes live, is updated and ends, on its day, in any month."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from lxml import html

from articles.editorial.publishing import schedule
from tests import builders

pytestmark = pytest.mark.django_db
URL = "admin:articles_article_planned"


def planned(client, month=""):
    """{day: what is planned on it} of the page of a month."""
    page = html.fromstring(client.get(reverse(URL), {"month": month}).content.decode())
    return {
        day.xpath("./time/@datetime")[0]: [" ".join(item.text_content().split()) for item in day.xpath(".//li")]
        for day in page.xpath("//td")
        if day.xpath(".//li")
    }


@pytest.fixture
def may(time_machine):
    time_machine.move_to(datetime(2026, 5, 20, 10, 0, tzinfo=UTC), tick=False)


def test_stories_stand_on_their_day_with_what_happens(may, reporter):
    builders.scheduled_article(datetime(2026, 5, 21, 16, 40, tzinfo=UTC), headline="The Bridge")
    live = builders.live_article(headline="The Ferry")
    builders.put_out(builders.edited(live, dek="New."), at=datetime(2026, 5, 22, 6, 0, tzinfo=UTC))
    schedule.expire(live, by=builders.system(), at=datetime(2026, 5, 23, 6, 0, tzinfo=UTC))
    shown = planned(reporter)
    assert list(shown) == ["2026-05-21", "2026-05-22", "2026-05-23"]
    assert "Goes live The Bridge World" in shown["2026-05-21"][0]
    assert "Update The Ferry" in shown["2026-05-22"][0]
    assert "Ends The Ferry" in shown["2026-05-23"][0]


def test_planned_says_where_another_text_is_written_by_now(may, reporter):
    article = builders.scheduled_article(datetime(2026, 5, 21, 16, 40, tzinfo=UTC), headline="The Bridge")
    builders.scheduled_article(datetime(2026, 5, 21, 17, 40, tzinfo=UTC), headline="The Ferry")
    builders.edited(article, dek="New.")
    (said,) = html.fromstring(reporter.get(reverse(URL)).content).xpath("//li//*[@data-behind]")
    assert said.text_content() == "What goes out at 16:40 on 21 May 2026 is the text of 10:00; yours differs."


def test_what_has_happened_is_not_planned(may, reporter, time_machine):
    builders.scheduled_article(datetime(2026, 5, 21, 16, 40, tzinfo=UTC))
    time_machine.move_to(datetime(2026, 5, 21, 16, 40, tzinfo=UTC), tick=False)
    assert planned(reporter) == {}
    assert "Nothing is planned" in reporter.get(reverse(URL)).content.decode()


def test_other_months_are_a_step_away(may, reporter):
    builders.scheduled_article(datetime(2026, 7, 2, 12, 0, tzinfo=UTC))
    assert planned(reporter) == {}
    assert list(planned(reporter, "2026-07")) == ["2026-07-02"]
    assert list(planned(reporter, "2026-06")) == ["2026-07-02"], "the last week of June reaches that far"


@pytest.mark.parametrize("month", ["", "2026-13", "x", "0001-01", "9999-12", "2026-05-20"])
def test_month_that_is_none_is_the_present_one(may, reporter, month):
    assert "May 2026" in reporter.get(reverse(URL), {"month": month}).content.decode()


def test_calendar_takes_as_many_queries_for_many_stories_as_for_one(may, reporter, django_assert_max_num_queries):
    for day in range(21, 28):
        builders.scheduled_article(datetime(2026, 5, day, 12, 0, tzinfo=UTC))
    with django_assert_max_num_queries(5):
        reporter.get(reverse(URL))


def test_calendar_is_for_who_sees_stories(enter):
    assert enter("stranger").get(reverse(URL)).status_code == 403
