"""Several questions in one trip: each answered as if it had been asked alone."""

import pytest

from articles.database.one_trip import ids_of
from articles.models.article import Article
from tests.builders import draft_article

pytestmark = pytest.mark.django_db


def test_each_question_is_answered_in_its_order_by_one_query(django_assert_num_queries):
    stories = [draft_article(headline=word) for word in ("One", "Two", "Three")]
    ids = [story.pk for story in stories]
    with django_assert_num_queries(1):
        found = ids_of(
            {
                "newest": Article.objects.order_by("-pk").values("pk")[:2],
                "named": Article.objects.filter(headline="Two").values("pk"),
                "impossible": Article.objects.filter(pk__in=[]).values("pk"),
                "none": Article.objects.filter(headline="Four").values("pk"),
            }
        )
    assert found == {"newest": [ids[2], ids[1]], "named": [ids[1]], "impossible": [], "none": []}


def test_nothing_asked_is_no_trip(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert ids_of({"impossible": Article.objects.none().values("pk")}) == {"impossible": []}
