"""Prepared queries: the rows of the QuerySet they stand for, with other values each time, their SQL written once."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.database.compiled_queries import compiled
from articles.models.edition import Edition
from tests.builders import a_desk, live_article, scheduled_article

pytestmark = pytest.mark.django_db


def test_answer_is_that_of_the_query_for_values_of_every_kind():
    world, culture = a_desk("World"), a_desk("Culture")
    one, two = live_article(desk=world, headline="One"), live_article(desk=culture, headline="Two")
    coming = scheduled_article(desk=world, headline="Three")

    @compiled
    def asked(at, desk, headline, articles: list):
        return Edition.objects.live(at).filter(Q(desk=desk) | Q(headline=headline), article__in=articles).newest_first()

    now, later, both = timezone.now(), timezone.now() + timedelta(days=9), [one.pk, two.pk]
    for at, desk, headline, articles in (
        (now, world.pk, "", both),
        (now, world.pk, "Two", both),
        (now, world.pk, "Two", [two.pk]),
        (now, world.pk, "Two", []),
        (later, world.pk, "", [*both, coming.pk]),
    ):
        plain = Edition.objects.live(at).filter(Q(desk=desk) | Q(headline=headline), article__in=articles)
        found = asked(at=at, desk=desk, headline=headline, articles=articles)
        assert found == list(plain.newest_first())


def test_sql_is_written_once_and_anew_when_it_is_told_so():
    live_article(headline="One")
    written = []

    @compiled
    def asked(at):
        written.append(at)
        return Edition.objects.live(at).values_list("headline", flat=True)[:1]

    for _ in range(3):
        with CaptureQueriesContext(connection) as captured:
            assert asked(at=timezone.now()) == ["One"]
        assert len(captured) == 1
    assert asked(at=timezone.now() - timedelta(days=1)) == []
    assert len(written) == 1
    asked.forget()
    assert asked(at=timezone.now()) == ["One"]
    assert len(written) == 2


def test_related_rows_and_annotations_come_along():
    article = live_article(desk=a_desk("World"))

    @compiled
    def asked(article):
        return Edition.objects.filter(article=article).select_related("desk").annotate(is_long=Q(words__gt=0))

    (edition,) = asked(article=article.pk)
    with CaptureQueriesContext(connection) as captured:
        assert (edition.desk.name, bool(edition.is_long)) == ("World", True)
    assert len(captured) == 0


def test_question_may_be_told_the_names_of_its_values():
    live_article(headline="One"), live_article(headline="Two")
    asked = compiled(lambda **names: Edition.objects.filter(headline=names["name"]), ["name"])
    assert [edition.headline for edition in asked(name="Two")] == ["Two"]
