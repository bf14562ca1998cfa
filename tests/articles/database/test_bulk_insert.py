"""Inserting many rows writes what `bulk_create` would have written, with ids, whatever stands in the rows."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.db import DataError, connection, transaction
from django.utils.safestring import mark_safe

from articles.database import bulk_insert as bulk_insert_module
from articles.database.bulk_insert import bulk_insert
from articles.embargo import Kind
from articles.models.edition import Byline, Edition
from articles.models.revision import Reason, Revision
from articles.models.search_entry import Spelling
from articles.models.topic import Topic
from tests.builders import a_person, draft_article, live_article, system

pytestmark = pytest.mark.django_db
LATE = datetime(2026, 5, 21, 23, 30, tzinfo=timezone(timedelta(hours=3)))


def test_rows_get_ids_and_read_back_as_they_were():
    article = draft_article()
    state = {"headline": "“Brücke”, 100 % of it", "topics": [1, 2]}
    rows = [
        Revision(article=article, number=number, made_at=LATE, made_by=system(), reason=Reason.IMPORTED, snapshot=state)
        for number in (71, 72)
    ]
    assert bulk_insert(iter(rows)) == rows
    found = list(Revision.objects.filter(number__gt=70).order_by("number"))
    assert [each.pk for each in found] == [each.pk for each in rows]
    assert not rows[0]._state.adding
    assert (found[0].snapshot, found[0].reason, found[0].made_at) == (state, Reason.IMPORTED, LATE.astimezone(UTC))


def test_row_takes_the_id_that_the_row_it_names_has_by_now():
    live_article()
    [edition], person = Edition.objects.all(), a_person("Ada")
    number, edition.pk = edition.pk, None
    row = Byline(edition=edition, article_id=edition.article_id, dated_at=LATE, person=person, name="Ada")
    edition.pk = number
    bulk_insert([row])
    assert Byline.objects.get(pk=row.pk).edition_id == number == row.edition_id


def test_rows_with_ids_of_their_own_keep_them():
    bulk_insert([Topic(pk=7000, name="Spans", key="spans", slug="spans")])
    assert Topic.objects.get(slug="spans").pk == 7000


def test_texts_of_any_kind_go_into_one_column_and_nothing_is_cut():
    words = [
        "plain",
        mark_safe("safe"),
        Kind.PUBLISHED,
        "",
        "a “quoted”, {braced}\\ NULL",
        "NULL",
        '"',
        "\\",
        " a\n\tb ",
    ]
    rows = [Spelling(key=word, word=word, from_at=LATE, entry=place or None) for place, word in enumerate(words)]
    bulk_insert(rows)
    assert list(Spelling.objects.order_by("pk").values_list("key", "entry")) == [
        (str(word), place or None) for place, word in enumerate(words)
    ]
    if connection.vendor == "postgresql":  # SQLite knows no lengths
        with pytest.raises(DataError), transaction.atomic():
            bulk_insert([Spelling(key="k" * 61, word="word", from_at=LATE)])


def test_values_have_a_place_each_or_one_for_each_column():
    rows = [Spelling(key=f"k{number}", word="word", from_at=LATE, entry=number) for number in range(3)]
    fields = [field for field in Spelling._meta.fields if not field.primary_key]
    places, values = bulk_insert_module._one_by_one(fields, rows, connection)
    lists, columns = bulk_insert_module._by_column(fields, rows, connection)
    assert (places.count("%s"), lists.count("%s")) == (12, 4)
    assert columns[0] == '{"k0","k1","k2"}'
    assert columns == [bulk_insert_module._array(values[place::4]) for place in range(4)]
    assert bulk_insert_module._array([{"left": "to the driver"}]) == [{"left": "to the driver"}]
    assert "(" not in lists.replace("UNNEST(", "").replace("(%s)", "")


def test_many_rows_go_in_by_several_statements(monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(bulk_insert_module, "MOST_VALUES", 10)
    rows = [Spelling(key=f"k{number}", word="word", from_at=LATE) for number in range(5)]
    with django_assert_num_queries(3):
        bulk_insert(rows)
    assert [each.key for each in Spelling.objects.filter(word="word")] == [f"k{number}" for number in range(5)]


def test_no_rows_are_no_statement(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert bulk_insert([]) == []
