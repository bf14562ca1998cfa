"""A question whose SQL is kept answers like the QuerySets that it was written from."""

from datetime import timedelta

import pytest
from django.db.models import Value
from django.utils import timezone

from articles.database.kept_sql import Given, KeptSql
from articles.models.edition import Edition
from tests.builders import live_article

pytestmark = pytest.mark.django_db


def others(at, article):
    """The live stories but one, the newest and the oldest first, in two questions."""
    live = Edition.objects.live(at).exclude(article_id=article).only("article_id", "dated_at")
    return [live.newest_first().annotate(shelf=Value(0))[:2], live.order_by("dated_at").annotate(shelf=Value(1))[:1]]


def answer(rows):
    """What is told of rows."""
    return [(row.pk, row.article_id, row.dated_at, row.shelf) for row in rows]


def test_answers_are_those_of_the_querysets_whatever_is_given(django_assert_num_queries):
    kept = KeptSql(lambda: others(Given("at"), Given("article")))
    now = timezone.now()
    articles = [live_article(original_date=now - timedelta(days=day)).pk for day in range(4)]
    for article in (*articles, 0):
        at = timezone.now()
        plain = [row for part in others(at, article) for row in part]
        with django_assert_num_queries(1):
            assert answer(kept.ask(at=at, article=article)) == answer(plain)
    assert kept.ask(at=now - timedelta(days=9), article=0) == []
