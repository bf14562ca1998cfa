"""The reading counter: what it counts, what it refuses, what it does not know, and what is read most."""

import sqlite3
from datetime import timedelta

import pytest
from django.db import DatabaseError, OperationalError
from django.test import Client, override_settings
from django.utils import timezone

from articles.editorial.publishing import withdraw
from articles.models.view_count import ViewCount
from articles.reader.parts import view_counter
from articles.reader.parts.view_counter import AddressLimiter, most_read
from articles.site_time_zone import site_date
from tests.articles.reader.page_checks import queries, text_of
from tests.builders import draft_article, live_article, live_edition, scheduled_article, system, withdrawn_article

pytestmark = pytest.mark.django_db
NOW = timezone.now().replace(hour=12, minute=0)


@pytest.fixture(autouse=True)
def fresh_limiter(monkeypatch):
    """Nobody has come through yet."""
    monkeypatch.setattr(view_counter, "limiter", AddressLimiter())


def tell(client, body, **more):
    """A beacon as a browser sends it."""
    return client.post("/read", str(body).encode(), content_type="text/plain;charset=UTF-8", **more)


def times_read(article):
    """How often a story was read in all."""
    return sum(ViewCount.objects.filter(article=article).values_list("times", flat=True))


def test_reading_is_counted_on_the_newsrooms_day(time_machine):
    time_machine.move_to(NOW.replace(hour=23, minute=30), tick=False)
    article, client = live_article(), Client(enforce_csrf_checks=True)
    with override_settings(TIME_ZONE="Asia/Tokyo"):
        response = tell(client, article.pk)
        tomorrow = site_date(timezone.now())
    assert (response.status_code, response.content) == (204, b"")
    assert list(ViewCount.objects.values_list("article", "date", "times")) == [(article.pk, tomorrow, 1)]
    assert tomorrow == (NOW + timedelta(days=1)).date()


def test_counter_sets_no_cookie_and_stores_nothing_but_three_numbers(client):
    response = tell(client, live_article().pk, REMOTE_ADDR="203.0.113.7", HTTP_USER_AGENT="Snoopable/1.0")
    assert not response.cookies
    assert "no-store" in response["Cache-Control"]
    assert {field.name for field in ViewCount._meta.get_fields()} == {"id", "article", "date", "times"}


@pytest.mark.parametrize("make", [draft_article, scheduled_article, withdrawn_article])
def test_what_readers_do_not_see_is_not_counted_and_not_betrayed(client, make):
    unseen = make()
    assert tell(client, unseen.pk).status_code == tell(client, 99999999).status_code == 204
    assert not ViewCount.objects.exists()


def test_one_beacon_tells_of_all_stories_of_a_visit_each_once(client):
    articles, unseen = [live_article() for _ in range(3)], scheduled_article()
    told = " ".join(str(article.pk) for article in [*articles, unseen, articles[0]])
    assert tell(client, told).status_code == 204
    assert [times_read(article) for article in (*articles, unseen)] == [1, 1, 1, 0]


@pytest.mark.parametrize("wish", ["Sec-GPC", "DNT"])
def test_nobody_is_counted_who_asks_not_to_be(client, wish):
    article = live_article()
    assert tell(client, article.pk, headers={wish: "1"}).status_code == 204
    assert times_read(article) == 0
    assert tell(client, article.pk, headers={wish: "0"}).status_code == 204
    assert times_read(article) == 1


REFUSED = ["", "0", "-1", "x", "1x", "٣", "1 ", " 1", "1  2", "9" * 19, "9" * 100_000, "1 " * 64 + "1", "\0", "1\n"]


@pytest.mark.parametrize("body", REFUSED)
def test_what_is_no_id_is_refused(client, body):
    assert tell(client, body).status_code == 400
    assert not ViewCount.objects.exists()


def test_only_a_post_from_our_own_pages_counts(client):
    article = live_article()
    for method in (client.get, client.head, client.put, client.delete):
        assert method("/read").status_code == 405
    for site in ("cross-site", "same-site", "none"):
        assert tell(client, article.pk, headers={"Sec-Fetch-Site": site}).status_code == 403
    assert times_read(article) == 0
    assert tell(client, article.pk, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 204
    assert times_read(article) == 1


def test_one_address_tells_so_often_and_no_more(client, monkeypatch):
    monkeypatch.setattr(view_counter, "MOST_A_MINUTE", 3)
    article = live_article()
    answers = [tell(client, article.pk).status_code for _ in range(5)]
    assert answers == [204, 204, 204, 429, 429]
    assert tell(client, article.pk, REMOTE_ADDR="203.0.113.9").status_code == 204
    assert times_read(article) == 4


def test_address_is_the_proxys_word_only_where_there_is_a_proxy(client, monkeypatch, settings):
    monkeypatch.setattr(view_counter, "MOST_A_MINUTE", 1)
    article = live_article()
    spoofed = [tell(client, article.pk, headers={"X-Forwarded-For": f"198.51.100.{n}"}).status_code for n in range(2)]
    assert spoofed == [204, 429]
    settings.SITE_URL = "https://news.example"
    told = [
        tell(client, article.pk, headers={"X-Forwarded-For": f"6.6.6.{n}, 198.51.100.{last}"}).status_code
        for n, last in ((1, 1), (2, 1), (3, 2))
    ]
    assert told == [204, 429, 204]


def test_limiter_forgets_with_the_minute_and_never_grows_without_end(monkeypatch):
    monkeypatch.setattr(view_counter, "MOST_A_MINUTE", 1)
    monkeypatch.setattr(view_counter, "MOST_ADDRESSES", 2)
    limiter = AddressLimiter()
    assert [limiter.allows(address, 1) for address in ("a", "a", "b", "c", "c")] == [True, False, True, False, False]
    assert [limiter.allows(address, 2) for address in ("c", "a", "b")] == [True, True, False]
    assert not any(address in str(vars(limiter)) for address in ("'a'", "'b'", "'c'"))


def test_counting_takes_two_queries_or_four_for_the_days_first(client):
    article = live_article()
    costs = []
    for _ in range(3):
        with queries() as statements:
            tell(client, article.pk)
        costs.append(len([sql for sql in statements if "SAVEPOINT" not in sql]))
    assert costs == [4, 2, 2]


def test_front_page_shows_what_is_read_most(client, time_machine):
    time_machine.move_to(NOW, tick=False)
    today = timezone.localdate()
    articles = [live_article(headline=f"Story {number}") for number in range(7)]
    assert text_of(client.get("/"), ".most") == []
    for number, article in enumerate(articles):
        ViewCount.objects.create(article=article, date=today - timedelta(days=number % 2), times=number + 1)
    ViewCount.objects.create(article=articles[0], date=today - timedelta(days=2), times=1000)
    ViewCount.objects.create(article=articles[1], date=today, times=7)
    withdraw.withdraw(articles[6], by=system())
    ViewCount.objects.create(article=scheduled_article(headline="Secret"), date=today, times=500)
    time_machine.move_to(NOW + timedelta(minutes=1), tick=False)
    response = client.get("/")
    assert text_of(response, ".most li") == ["Story 1", "Story 5", "Story 4", "Story 3", "Story 2"]
    assert b"Secret" not in response.content
    assert live_edition(articles[1]).path in response.content.decode()


def test_most_read_takes_one_query_for_one_and_for_three():
    def cost():
        with queries() as statements:
            most_read(timezone.now())
        return len(statements)

    costs = []
    for _ in range(3):
        ViewCount.objects.count_one(live_article().pk, timezone.localdate())
        costs.append(cost())
    assert costs == [1, 1, 1]


def test_full_disk_costs_a_number_and_no_reader_an_error(client, monkeypatch, caplog):
    def full(*_args):
        cause = sqlite3.OperationalError("database or disk is full")
        cause.sqlite_errorname = "SQLITE_FULL"
        raise OperationalError from cause

    article = live_article()
    monkeypatch.setattr(view_counter, "_count", full)
    assert client.post("/read", str(article.pk), content_type="text/plain").status_code == 204
    assert "not counted" in caplog.text


def test_fault_of_ours_while_counting_is_not_hidden(client, monkeypatch):
    def wrong(*_args):
        raise DatabaseError("a fault of ours")

    monkeypatch.setattr(view_counter, "_count", wrong)
    with pytest.raises(DatabaseError):
        client.post("/read", str(live_article().pk), content_type="text/plain")
