"""The archive: what it counts, on whose clock, and a day's stories page by page."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import override_settings

from articles.reader.parts.periods import Period
from tests.articles.reader.page_checks import card_ids, find, links_to_stories, queries, text_of, tree
from tests.builders import a_photo, live_article, live_edition, scheduled_article, withdrawn_article

pytestmark = pytest.mark.django_db
DAY = "/archive/2026/05/21/"


def of(*moment, **fields):
    """A live story of a moment in UTC."""
    return live_article(original_date=datetime(*moment, tzinfo=UTC), **fields)


@pytest.fixture
def secrets():
    """Stories of the same day that no page may show or count."""
    moment = datetime(2026, 5, 21, 12, tzinfo=UTC)
    for make in (scheduled_article, withdrawn_article):
        make(headline="Secret", original_date=moment, lead_photo=a_photo())


def test_years_months_and_days_are_counted(client, secrets):
    of(1998, 3, 1), of(2026, 4, 30), of(2026, 5, 20), of(2026, 5, 21), of(2026, 5, 21)
    rows = ".river-plain li"
    assert text_of(client.get("/archive/"), rows) == ["20264 stories", "19981 story"]
    assert text_of(client.get("/archive/2026/"), rows) == ["April 20261 story", "May 20263 stories"]
    days = ["Wednesday, 20 May 20261 story", "Thursday, 21 May 20262 stories"]
    assert text_of(client.get("/archive/2026/05/"), rows) == days
    assert len(card_ids(client.get(DAY))) == 2


def test_every_link_of_the_archive_leads_to_what_it_counts(client):
    of(2026, 4, 30), of(2026, 5, 20), of(2026, 5, 21)
    waiting, seen = ["/archive/"], set()
    while waiting:
        path = waiting.pop()
        seen.add(path)
        links = [link.get("href") for link in find(tree(client.get(path)), "main a[href]")]
        waiting += [link for link in links if link.startswith("/archive/") and link not in seen]
    assert sorted(seen) == [
        *("/archive/", "/archive/2026/", "/archive/2026/04/", "/archive/2026/04/30/"),
        *("/archive/2026/05/", "/archive/2026/05/20/", DAY),
    ]


@pytest.mark.parametrize(
    ("zone", "moments"),
    [
        ("Asia/Tokyo", [(2026, 5, 20, 15), (2026, 5, 21, 14, 59, 59)]),
        ("America/New_York", [(2026, 5, 21, 4), (2026, 5, 22, 3, 59, 59)]),
    ],
)
def test_a_day_is_the_newsrooms_from_its_first_second_to_its_last(client, zone, moments):
    with override_settings(TIME_ZONE=zone):
        inside = [of(*moment) for moment in moments]
        first, last = (datetime(*moment, tzinfo=UTC) for moment in moments)
        (
            live_article(original_date=first - timedelta(seconds=1)),
            live_article(original_date=last + timedelta(seconds=1)),
        )
        response = client.get(DAY)
        assert sorted(card_ids(response)) == [article.pk for article in inside]
        assert {live_edition(article).path[:9] for article in inside} == {"/2026/05/"}
        assert "Thursday, 21 May 20262 stories" in text_of(client.get("/archive/2026/05/"), ".river-plain li")


def test_days_without_a_midnight_follow_one_another():
    with override_settings(TIME_ZONE="Africa/Cairo"):  # the last Friday of April begins at one o'clock
        days = Period(2026, 4).parts
        assert len(days) == 30
        assert all(day.ends_at == after.starts_at for day, after in zip(days, days[1:], strict=False))
        hours = [round(day.ends_at.timestamp() - day.starts_at.timestamp()) / 3600 for day in days]
        assert sorted(hours) == [23, *[24] * 29]


def test_a_day_leads_to_the_days_beside_it(client, secrets):
    of(2026, 5, 3), of(2026, 5, 21), of(2026, 6, 9)
    assert text_of(client.get(DAY), "nav.more a") == ["Sunday, 3 May 2026", "Tuesday, 9 June 2026"]
    assert text_of(client.get("/archive/2026/05/03/"), "nav.more a") == ["Thursday, 21 May 2026"]


def test_a_day_is_read_to_its_end_by_its_links(client):
    start = datetime(2026, 5, 21, tzinfo=UTC)
    articles = [live_article(original_date=start + timedelta(minutes=number // 3)) for number in range(65)]
    of(2026, 5, 20)
    path, seen = DAY, []
    while path:
        response = client.get(path)
        seen += card_ids(response)
        more = find(tree(response), "p.more a")
        path = DAY + more[0].get("href") if more else ""
    assert sorted(seen) == [article.pk for article in articles]


@pytest.mark.parametrize(
    "path",
    [
        *("/archive/2026/", "/archive/2026/05/", DAY, "/archive/2026/02/30/", "/archive/2026/13/", "/archive/2026/00/"),
        *("/archive/2026/00/01/", "/archive/2026/05/00/", "/archive/0000/", "/archive/9999/", "/archive/2026/5/"),
        *("/archive/9999/12/31/", "/archive/0000/01/01/", f"{DAY}?before=x", f"{DAY}?before=1-1"),
    ],
)
def test_what_has_no_story_or_is_no_day_is_not_found(client, secrets, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/archive/2026/00/", "/archive/2026/00/21/", "/archive/2026/05/00/"])
def test_no_month_and_no_day_is_called_zero(client, path):
    of(2026, 5, 21)
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("path", "most"), [("/archive/", 3), ("/archive/2026/", 2), ("/archive/2026/05/", 2), (DAY, 7)]
)
def test_page_takes_as_many_queries_for_three_stories_as_for_one(client, secrets, path, most):
    of(2026, 5, 21, lead_photo=a_photo())
    client.get(path)
    with queries() as for_one:
        response = client.get(path)
    assert b"Secret" not in response.content
    for _ in range(2):
        of(2026, 5, 21, lead_photo=a_photo())
    of(2026, 3, 1)
    with queries() as for_many:
        client.get(path)
    assert len(for_one) == len(for_many) <= most, "\n".join(for_many)


def test_scheduled_story_is_counted_from_its_second_on(client, time_machine):
    start = datetime(2030, 5, 21, 18, tzinfo=UTC)
    coming = scheduled_article(at=start)
    time_machine.move_to(start - timedelta(microseconds=1), tick=False)
    assert client.get("/archive/2030/05/21/").status_code == 404
    assert text_of(client.get("/archive/"), ".river-plain li") == []
    time_machine.move_to(start, tick=False)
    assert card_ids(client.get("/archive/2030/05/21/")) == [coming.pk]
    assert text_of(client.get("/archive/"), ".river-plain li") == ["20301 story"]


def test_each_card_of_a_day_has_one_link_to_its_story(client):
    article = of(2026, 5, 21)
    [card] = find(tree(client.get(DAY)), "[data-story-card]")
    assert links_to_stories(card) == [live_edition(article).path]
