"""Planned: what goes live, is updated, ends, is due and has a slot; by month, week and day; moved to another hour."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from lxml import html

from articles.editorial.publishing import publish, schedule
from articles.editorial.site.front_order import front_order, keep_order, let_hold
from articles.editorial.writing import seal
from articles.editorial.writing.assignment import assign, plan_story
from articles.models.article import Article
from tests import builders
from tests.articles.reader.page_checks import queries

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
    assert said.text_content() == "What goes out at 16:40 on Thu 21 May 2026 is the text of 10:00; yours differs."


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
    page = html.fromstring(reporter.get(reverse(URL), {"month": "2026-12"}).content)
    assert page.xpath("//a[@rel='prev' or @rel='next']/@href") == [
        "?view=month&day=2026-11-01",
        "?view=month&day=2027-01-01",
    ]


@pytest.mark.parametrize("month", ["", "2026-13", "x", "0001-01", "9999-12", "2026-05-20"])
def test_month_that_is_none_is_the_present_one(may, reporter, month):
    assert "May 2026" in reporter.get(reverse(URL), {"month": month}).content.decode()


def test_calendar_takes_as_many_queries_for_many_stories_as_for_one(may, reporter, django_assert_max_num_queries):
    for day in range(21, 28):
        builders.scheduled_article(datetime(2026, 5, day, 12, 0, tzinfo=UTC))
        plan_story("An idea", by=builders.system(), desk=None, due_at=datetime(2026, 5, day, 11, tzinfo=UTC))
    with django_assert_max_num_queries(8):
        reporter.get(reverse(URL))


def test_calendar_is_for_who_sees_stories(enter):
    assert enter("stranger").get(reverse(URL)).status_code == 403


def by_hour(client, view, day):
    """{hour: what stands there} of a week or a day."""
    page = html.fromstring(client.get(reverse(URL), {"view": view, "day": day}).content.decode())
    cells = {cell.get("data-moment"): cell.xpath(".//a[@class='planned-story']") for cell in page.xpath("//td")}
    return {moment: [link.text_content() for link in links] for moment, links in cells.items() if links}


@pytest.fixture
def plan(may):
    """An idea with a slot and a time at which it is due, of a writer."""
    ann = builders.reporter(username="ann", first_name="Ann", last_name="Lee")
    due, slot = datetime(2026, 5, 21, 15, tzinfo=UTC), datetime(2026, 5, 22, 6, 30, tzinfo=UTC)
    return plan_story("Bridge idea", by=builders.system(), desk=builders.a_desk(), to=ann, due_at=due, slot_at=slot)


def test_ideas_stand_where_they_are_due_and_at_their_slot(plan, reporter):
    assert by_hour(reporter, "week", "2026-05-23") == {
        "2026-05-21T15:00": ["Bridge idea"],
        "2026-05-22T06:00": ["Bridge idea"],
    }
    assert by_hour(reporter, "day", "2026-05-22") == {"2026-05-22T06:00": ["Bridge idea"]}
    assert by_hour(reporter, "day", "2026-05-23") == {}
    shown = planned(reporter)
    assert "15:00 Due Bridge idea World Ann Lee" in shown["2026-05-21"][0]
    assert "06:30 Planned Bridge idea" in shown["2026-05-22"][0]


def test_what_is_late_says_so_and_what_is_out_is_planned_no_more(plan, reporter, time_machine):
    time_machine.move_to(datetime(2026, 5, 22, 8, tzinfo=UTC), tick=False)
    assert "Due · late" in planned(reporter)["2026-05-21"][0] and "Planned · late" in planned(reporter)["2026-05-22"][0]
    plan = builders.edited(plan, headline="Bridge", body=builders.BODY)
    builders.put_out(plan)
    assert planned(reporter) == {}


def test_sealed_ideas_are_seen_by_those_to_whom_they_are_open(plan, reporter, enter):
    ann = plan.assigned_to
    seal.seal(plan, by=builders.chief())
    assert planned(reporter) == {}
    assert by_hour(reporter, "week", "2026-05-23") == {}
    seal.add_person(Article.objects.get(pk=plan.pk), ann, by=seal_owner(plan))
    reporter.force_login(ann)
    assert by_hour(reporter, "week", "2026-05-23")["2026-05-21T15:00"] == [f"Sealed story {plan.pk}"]


def seal_owner(article):
    return Article.objects.get(pk=article.pk).sealed_to.get(is_owner=True).user


def move(client, article, to, **more):
    """Move a story as the page does; the status and what is said."""
    answer = client.post(f"{reverse(URL)}?view=week", {"story": article.pk, "to": to, **more}, follow=True)
    return answer.status_code, answer.content.decode()


def test_slot_is_moved_by_who_assigns_and_by_nobody_else(plan, editor, reporter):
    status, page = move(editor, plan, "2026-05-24T18:00")
    assert status == 200 and "is moved to" in page
    plan.refresh_from_db()
    assert plan.slot_at == datetime(2026, 5, 24, 18, tzinfo=UTC)
    assert plan.log.first().verb == "plan"
    assert move(reporter, plan, "2026-05-25T18:00")[0] == 403
    assert "Enter a valid date/time" in move(editor, plan, "soon")[1]
    plan.refresh_from_db()
    assert plan.slot_at == datetime(2026, 5, 24, 18, tzinfo=UTC)
    page = html.fromstring(reporter.get(reverse(URL), {"view": "week", "day": "2026-05-24"}).content)
    assert page.xpath("//li") and not page.xpath("//*[@draggable]")


def test_what_is_scheduled_is_moved_as_it_stands(may, editor):
    story = builders.scheduled_article(datetime(2026, 5, 21, 16, 40, tzinfo=UTC), headline="The Bridge")
    assert "is moved to" in move(editor, story, "2026-05-21T18:00", seen=story.timeline_version)[1]
    assert story.editions.get().goes_live_at == datetime(2026, 5, 21, 18, tzinfo=UTC)
    assert "Nothing was done" in move(editor, story, "2026-05-21T19:00", seen=story.timeline_version)[1]
    assert "has passed" in move(editor, story, "2026-05-01T18:00")[1]
    builders.edited(story, dek="Newer.")
    assert "other words are written by now" in move(editor, story, "2026-05-21T20:00")[1]
    assert story.editions.get().goes_live_at == datetime(2026, 5, 21, 18, tzinfo=UTC)


def test_update_that_tells_readers_something_is_not_moved_without_it(may, editor):
    live = builders.edited(builders.live_article(headline="The Ferry"), dek="It was May.")
    publish.correct(live, by=builders.system(), text="It was May.", at=datetime(2026, 5, 22, 6, tzinfo=UTC))
    live.refresh_from_db()
    page = html.fromstring(editor.get(reverse(URL)).content)
    assert page.xpath("//li") and not page.xpath("//*[@draggable]")
    assert "other words are written by now, or readers have some" in move(editor, live, "2026-05-23T06:00")[1]


@pytest.mark.parametrize(("view", "day"), [("week", ""), ("day", "x"), ("week", "9999-12-31"), ("day", "0001-01-01")])
def test_day_that_is_none_is_today(may, reporter, view, day):
    page = html.fromstring(reporter.get(reverse(URL), {"view": view, "day": day}).content)
    assert page.xpath("//thead/tr/th[@aria-current='date']")
    assert len(page.xpath("//tbody/tr")) == 24


def test_stories_are_assigned_anew_without_losing_their_slot_by_a_move(plan, editor):
    story = assign(plan, None, by=builders.system(), slot_at=plan.slot_at)
    move(editor, story, "2026-05-24T18:00")
    story.refresh_from_db()
    assert (story.assigned_to, story.due_at, story.slot_at) == (None, None, datetime(2026, 5, 24, 18, tzinfo=UTC))
    assert story.slot_at - plan.slot_at > timedelta(days=2)


def order_from(at, *stories, desk=None):
    """An order of a page with these stories, which holds from a moment on."""
    draft = keep_order(stories, by=builders.system(), expected=front_order(desk), desk=desk)
    return let_hold(draft, by=builders.system(), expected=draft.stories(), at=at)


def orders_on(client, view, day="2026-05-21"):
    """[(what an order says, where it leads)] of a day, week or month of the plan."""
    page = html.fromstring(client.get(reverse(URL), {"view": view, "day": day}).content.decode())
    found = page.xpath("//li[@class='planned-order']")
    return [(" ".join(item.text_content().split()), item.xpath("./a/@href")[0]) for item in found]


@pytest.mark.parametrize("view", ["day", "week", "month"])
def test_orders_stand_at_the_time_from_which_they_hold_and_lead_to_their_screen(may, chief, view):
    world = builders.a_desk("World")
    front = order_from(datetime(2026, 5, 21, 18, tzinfo=UTC), builders.live_article(desk=world).pk)
    of_desk = order_from(datetime(2026, 5, 21, 6, 30, tzinfo=UTC), desk=world)
    keep_order([], by=builders.system(), expected=[])  # a draft has no time
    address = reverse("admin:articles_article_order")
    shown = orders_on(chief, view)
    assert shown == [
        (
            "06:30 Order of a page World: order holds from 06:30",
            f"{address}?desk={world.pk}&order={of_desk.pk}",
        ),
        (
            "18:00 Order of a page Front page: order holds from 18:00",
            f"{address}?desk=front&order={front.pk}",
        ),
    ]
    page = chief.get(shown[1][1]).content.decode()
    assert "From Thu 21 May 2026, 18:00" in page and 'aria-current="true"' in page


def test_order_that_holds_by_now_is_planned_no_more(may, chief, time_machine):
    order_from(datetime(2026, 5, 21, 18, tzinfo=UTC))
    time_machine.move_to(datetime(2026, 5, 21, 17, 59, 59, tzinfo=UTC), tick=False)
    assert len(orders_on(chief, "day")) == 1
    time_machine.move_to(datetime(2026, 5, 21, 18, tzinfo=UTC), tick=False)
    assert orders_on(chief, "day") == [] == orders_on(chief, "day", "2026-05-22")


def test_orders_are_shown_to_those_who_arrange_their_page(may, enter, reporter):
    world, sport = builders.a_desk("World"), builders.a_desk("Sport")
    for desk, hour in ((None, 6), (world, 7), (sport, 8)):
        order_from(datetime(2026, 5, 21, hour, tzinfo=UTC), desk=desk)
    some = enter("editor")
    some.user.desks.add(world)
    assert ["World" in said for said, _ in orders_on(some, "week")] == [True]
    assert orders_on(reporter, "week") == []
    assert "Nothing is planned here" in reporter.get(reverse(URL), {"view": "week"}).content.decode()
    some.user.desks.clear()
    assert len(orders_on(some, "week")) == 3


def test_plan_asks_as_often_for_many_orders_as_for_one(may, chief):
    def asked():
        with queries() as told:
            chief.get(reverse(URL))
        return len(told)

    for number in range(6):
        order_from(datetime(2026, 5, 21, number, tzinfo=UTC), desk=builders.a_desk(f"Desk {number}"))
        if number == 0:
            one = asked()
    assert asked() == one
