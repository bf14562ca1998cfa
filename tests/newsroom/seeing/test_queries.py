"""Queries: counted for the request that asks them, written down when slow, without any value."""

import logging

import pytest
from django.db import connection

from newsroom.seeing import queries
from newsroom.seeing.current import begun, current
from newsroom.seeing.queries import note, shape, watch
from newsroom.seeing.tally import tally


@pytest.fixture
def request_seen():
    seen = begun()
    token = current.set(seen)
    yield seen
    current.reset(token)


def ask(sql="SELECT 1", params=()):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)


@pytest.mark.django_db
def test_a_request_counts_what_it_asks(request_seen):
    ask()
    ask()
    assert request_seen.queries == 2
    assert request_seen.database > 0


@pytest.mark.django_db
def test_what_is_asked_outside_of_requests_is_counted_too():
    before = tally.counts().get(("queries",), 0)
    ask()
    assert tally.counts()["queries",] == before + 1


@pytest.mark.django_db
def test_who_watches_for_a_while_goes_alone():
    def other(execute, *args):
        return execute(*args)

    with connection.execute_wrapper(other):
        connection.execute_wrappers.remove(note)
        watch(connection)  # as when the connection is opened anew inside
        watch(connection)
    assert connection.execute_wrappers.count(note) == 1
    assert other not in connection.execute_wrappers


@pytest.mark.django_db
def test_a_slow_query_is_written_down_without_what_it_was_about(request_seen, settings, monkeypatch, caplog):
    settings.SLOW_QUERY_MS = 200
    moments = iter([0.0, 0.1, 10.0, 10.5])
    monkeypatch.setattr(queries, "perf_counter", lambda: next(moments))
    ask("SELECT %s", ["quick"])
    assert not caplog.records
    ask("SELECT %s, 'a word' AS said, 17", ["the words of a reader"])
    [record] = caplog.records
    assert (record.name, record.levelno, record.facts["ms"]) == ("newsroom.queries", logging.WARNING, 500.0)
    assert record.facts["sql"] == "SELECT %s, ? AS said, ?"
    assert "reader" not in record.getMessage()


@pytest.mark.django_db
def test_what_a_command_asks_for_is_not_written_down_but_counted(monkeypatch, caplog):
    before = tally.counts().get(("slow_queries",), 0)
    moments = iter([0.0, 1.0])
    monkeypatch.setattr(queries, "perf_counter", lambda: next(moments))
    ask()
    assert not caplog.records
    assert tally.counts()["slow_queries",] == before + 1


@pytest.mark.django_db
def test_a_slow_query_that_fails_is_written_down_and_fails(request_seen, monkeypatch, caplog):
    moments = iter([0.0, 1.0])
    monkeypatch.setattr(queries, "perf_counter", lambda: next(moments))
    with pytest.raises(ZeroDivisionError):
        note(lambda *_: 1 / 0, "SELECT 1", (), False, {})
    assert len(caplog.records) == 1


@pytest.mark.django_db
def test_with_nought_nothing_is_slow(request_seen, settings, monkeypatch, caplog):
    settings.SLOW_QUERY_MS = 0
    moments = iter([0.0, 9.0])
    monkeypatch.setattr(queries, "perf_counter", lambda: next(moments))
    ask()
    assert not caplog.records


@pytest.mark.parametrize(
    ("sql", "shown"),
    [
        ("SELECT  a\n FROM b", "SELECT a FROM b"),
        ("WHERE x = 'it''s secret' AND y = 1.5", "WHERE x = ? AND y = ?"),
        ("WHERE x IN (%s, %s, %s, %s)", "WHERE x IN (…)"),
        ("WHERE x IN (1, 2, 3)", "WHERE x IN (…)"),
        ('SELECT "t1"."a2" FROM "t1" LIMIT 21', 'SELECT "t1"."a2" FROM "t1" LIMIT ?'),
        ("SELECT part0.* FROM x AS part0", "SELECT part0.* FROM x AS part0"),
    ],
)
def test_the_shape_of_a_query(sql, shown):
    assert shape(sql) == shown


def test_a_long_query_is_cut():
    assert len(shape("SELECT a " * 1000)) <= queries.LONGEST_SHAPE
