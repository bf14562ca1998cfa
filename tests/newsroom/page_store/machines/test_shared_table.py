"""The table in Redis: what is current, what nobody knows, and that no commit passes unheard, whatever fails."""

import threading
import time

import pytest

from newsroom.page_store.generations import places_of
from newsroom.page_store.here import own_connection
from newsroom.page_store.machines import ledger, word
from newsroom.page_store.shelves import Key
from tests.articles.management.test_serve import until

STORY, OTHER = Key("/2026/05/a-story/", ""), Key("/2026/05/another/", "")


@pytest.fixture
def pair(machines):
    """Two machines, the table in force."""
    first, second = machines(), machines()
    first.table.begin_anew()
    return first, second


def test_what_one_machine_makes_another_one_serves(pair):
    first, second = pair
    assert first.answer(STORY) == b"A story."
    assert second.store.kept(STORY).bodies == {"": b"A story."}
    assert second.store.counts.from_files == 1
    assert second.store.kept(STORY) is not None
    assert second.store.counts.hits == 1
    assert [key for key, _ in second.store.all()] == [STORY]


def test_what_one_machine_changes_no_other_one_serves(pair):
    first, second = pair
    for machine in pair:
        machine.answer(STORY)
        machine.answer(OTHER, b"Another.", tags=("story:2",))
    second.change("story:1")
    for machine in pair:
        assert machine.store.kept(STORY) is None
        assert machine.store.kept(OTHER) is not None
    assert first.answer(STORY, b"New.") == b"New."
    assert second.store.kept(STORY).bodies[""] == b"New."


def test_between_mark_and_raise_nothing_made_of_it_is_current(pair):
    first, second = pair
    connection = own_connection()
    connection.autocommit = False
    number, places = first.table.begin_change(["story:1"], connection)
    last = second.table.last_raise
    assert not second.table.is_still
    assert not second.table.are_current(places_of(["story:1"]), last)
    assert second.table.are_current(places_of(["story:2"]), last)
    second.table.settle()
    assert not second.table.is_still, "its owner is at work"
    connection.commit()
    first.table.end_change(number, places)
    assert second.table.is_still
    assert not second.table.are_current(places_of(["story:1"]), last)
    assert second.table.are_current(places_of(["story:1"]), second.table.last_raise)
    connection.close()


@pytest.mark.parametrize("is_committed", [True, False])
def test_the_mark_of_a_dead_owner_is_raised_when_its_transaction_is_over(pair, is_committed):
    first, second = pair
    connection = own_connection()
    connection.autocommit = False
    first.table.begin_change(["story:1"], connection)
    last = second.table.last_raise
    if is_committed:
        connection.commit()
    connection.close()

    def is_settled():  # the database hears of the end of a connection a moment later
        second.table.settle()
        return second.table.is_still

    until(is_settled)
    assert not second.table.are_current(places_of(["story:1"]), last)


def test_two_marks_are_counted_apart_and_many_places_fit(pair):
    first, second = pair
    connections = [own_connection() for _ in range(2)]
    begun = []
    for connection, tags in zip(connections, (["story:1", "site"], ["site", *map(str, range(5000))]), strict=True):
        connection.autocommit = False
        begun.append(first.table.begin_change(tags, connection))
    connections[0].commit()
    first.table.end_change(*begun[0])
    last = second.table.last_raise
    assert second.table.are_current(places_of(["story:1"]), last)
    assert not second.table.are_current(places_of(["site"]), last)
    assert not second.table.are_current(places_of(map(str, range(4000, 9000))), last)
    connections[1].commit()
    first.table.end_change(*begun[1])
    assert second.table.is_still
    for connection in connections:
        connection.close()


@pytest.mark.parametrize("how", ["FLUSHALL", "restart", "evicted"])
def test_a_redis_that_lost_its_table_serves_nothing_until_another_is_in_force(pair, redis, how):
    first, second = pair
    for machine in pair:
        machine.answer(STORY)
    if how == "restart":
        redis.kill()
        redis.start()
    else:
        redis.ask(*(["FLUSHALL"] if how == "FLUSHALL" else ["DEL", "tests:generations"]))
    first.server._away_until = second.server._away_until = 0.0
    assert first.store.kept(STORY) is None
    assert first.table.last_raise == -1
    second.table._begun_at = 0.0
    assert second.answer(STORY, b"Made again.") == b"Made again."
    assert first.store.kept(STORY) is None or first.store.kept(STORY).bodies[""] == b"Made again."
    first.word.table()
    assert second.table.last_raise > 0


def test_a_table_from_before_that_comes_back_is_not_believed(pair, redis):
    """As of a snapshot on disk, or of a replica that takes over and lacks the last raises."""
    first, second = pair
    first.answer(STORY)
    before = redis.ask("DUMP", "tests:generations")
    kept = redis.ask("DUMP", first.store._name(STORY))
    first.change("story:1")
    redis.kill()
    redis.start()
    redis.ask("RESTORE", "tests:generations", 0, before)
    redis.ask("RESTORE", first.store._name(STORY), 0, kept)
    for machine in pair:
        machine.server._away_until = 0.0
        assert machine.store.kept(STORY) is None
        assert not machine.table.are_current(places_of(["story:1"]), 1 << 40)


def test_a_writer_who_cannot_reach_redis_waits_until_nobody_serves_what_was_stored(pair, redis, machines):
    """One machine is cut off from Redis, the other is not, and goes on serving as long as it may."""
    reader, writer = pair
    reader.answer(STORY)
    assert reader.store.kept(STORY) is not None
    writer.server._told["port"] = 1  # nobody listens there
    writer.server.close()
    began = time.monotonic()
    connection = own_connection()
    connection.autocommit = False
    begun = writer.table.begin_change(["story:1"], connection)
    assert time.monotonic() - began >= word.LEASE
    assert reader.store.kept(STORY) is None, "before the commit"
    reader.table.settle()
    assert reader.table.last_raise == -1, "nothing comes into force before the commit"
    connection.commit()
    writer.table.end_change(*begun)
    began = time.monotonic()
    writer.change("story:1")
    assert time.monotonic() - began < word.LEASE, "none is in force: the next one need not wait"
    reader.table._begun_at = 0.0
    assert reader.answer(STORY, b"New.") == b"New."
    assert reader.store.kept(STORY).bodies[""] == b"New."
    connection.close()


def test_who_hears_nothing_of_the_database_serves_nothing_after_the_lease(machines):
    is_cut_off = []

    def connect():
        if is_cut_off:
            raise OSError("no way there")
        return own_connection()

    reader = machines(connect=connect)
    reader.table.begin_anew()
    reader.answer(STORY)
    is_cut_off.append(True)
    reader.word.close()
    began, served, pause = time.monotonic(), 0.0, threading.Event()
    while time.monotonic() - began < word.LEASE + 0.5:
        if reader.store.kept(STORY) is not None:
            served = time.monotonic() - began
        pause.wait(0.05)
    assert served <= word.LEASE
    assert reader.store.kept(STORY) is None


def test_no_table_comes_into_force_while_somebody_commits(pair, redis):
    first, second = pair
    connection = own_connection()
    connection.autocommit = False
    number, places = first.table.begin_change(["story:1"], connection)
    redis.ask("FLUSHALL")
    second.table.settle()
    assert second.table.last_raise == -1
    assert second.answer(STORY, b"Old.") == b"Old."
    assert second.store.kept(STORY) is None
    connection.commit()
    first.table.end_change(number, places)
    second.table._begun_at = 0.0
    second.table.settle()
    assert second.table.last_raise > 0
    connection.close()


def test_beginning_anew_drops_all_that_was_kept(pair):
    first, second = pair
    for machine in pair:
        machine.answer(STORY)
    first.table.begin_anew()
    second.word.alone(ledger.read)
    assert first.store.kept(STORY) is None
    assert second.store.kept(STORY) is None


def test_another_timeline_of_the_database_takes_the_table_out_of_force(pair):
    first, _ = pair
    first.answer(STORY)
    first.word.alone(lambda own: own.execute("UPDATE page_store_tableinforce SET timeline = 'FFFFFFFF'"))
    assert first.word.table() == ""
    assert first.store.kept(STORY) is None
