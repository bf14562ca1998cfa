"""The numbers of readings: one row a story and day, whatever happens at once."""

from datetime import date, timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection

from articles.models.edition import Edition
from articles.models.view_count import ViewCount, days_before
from tests.builders import live_article

DAY = date(2026, 5, 21)


@pytest.mark.django_db
def test_readings_add_up_by_story_and_day():
    one, other = live_article(), live_article()
    for article, day in ((one, DAY), (one, DAY), (one, DAY + timedelta(days=1)), (other, DAY)):
        ViewCount.objects.count_one(article.pk, day)
    assert list(ViewCount.objects.order_by("article", "date").values_list("article", "date", "times")) == [
        (one.pk, DAY, 2),
        (one.pk, DAY + timedelta(days=1), 1),
        (other.pk, DAY, 1),
    ]
    assert str(ViewCount.objects.get(article=other)) == "1 on 2026-05-21"
    totals = Edition.objects.annotate(total=ViewCount.objects.since(DAY).total_of("article_id"))
    assert dict(totals.values_list("article_id", "total")) == {one.pk: 3, other.pk: 1}
    late = Edition.objects.annotate(total=ViewCount.objects.since(DAY + timedelta(days=1)).total_of("article_id"))
    assert dict(late.values_list("article_id", "total")) == {one.pk: 1, other.pk: None}


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_no_reading_is_lost_when_several_come_at_once():
    article, ready = live_article(), Barrier(4)

    def tell():
        ready.wait()
        for _ in range(5):
            ViewCount.objects.count_one(article.pk, DAY)
        connection.close()

    threads = [Thread(target=tell) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ViewCount.objects.get().times == 20


def test_days_before_end_with_the_day():
    assert days_before(DAY, 3) == [date(2026, 5, 19), date(2026, 5, 20), DAY]
