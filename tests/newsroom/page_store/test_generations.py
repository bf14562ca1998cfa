"""Generations of tags: what is current, what is pending, and what becomes of a mark whose owner is dead."""

import os
import signal
import subprocess
import sys
import time

import pytest

from newsroom.page_store.generations import Generations, places_of

HOLDER = """
import sys
from pathlib import Path
from newsroom.page_store.generations import Generations
table = Generations(Path(sys.argv[1]))
name = table.mark(["story:1"])
print(name, flush=True)
sys.stdin.read()  # until it is killed
"""


@pytest.fixture
def table(tmp_path):
    return Generations(tmp_path / "pages")


def test_what_is_raised_later_makes_a_page_old_and_nothing_else_does(table):
    noted = table.last_raise
    with table.changing(["story:1"]):
        pass
    assert not table.are_current(places_of(["story:1", "site"]), noted)
    assert table.are_current(places_of(["story:2", "site"]), noted)
    assert table.are_current(places_of(["story:1"]), table.last_raise)


def test_while_a_tag_is_pending_nothing_made_of_it_is_current(table):
    name = table.mark(["story:1"])
    assert not table.are_current(places_of(["story:1"]), table.last_raise)
    assert table.are_current(places_of(["story:2"]), table.last_raise)
    table.clear(name)  # nothing was committed
    assert table.are_current(places_of(["story:1"]), 0)


def test_another_process_sees_what_this_one_raises(table, tmp_path):
    other = Generations(tmp_path / "pages")
    noted = other.last_raise
    with table.changing(["story:1"]):
        assert not other.are_current(places_of(["story:1"]), noted)
    assert not other.are_current(places_of(["story:1"]), noted)
    assert other.is_still


def test_marks_of_two_writers_are_counted_apart(table):
    first, second = table.mark(["story:1", "site"]), table.mark(["story:2", "site"])
    table.clear(first)
    assert not table.are_current(places_of(["site"]), table.last_raise)
    assert table.are_current(places_of(["story:1"]), table.last_raise)
    table.clear(second)
    assert table.are_current(places_of(["site"]), table.last_raise)


def test_what_ends_by_an_exception_may_have_been_committed(table):
    noted = table.last_raise
    with pytest.raises(RuntimeError), table.changing(["story:1"]):
        raise RuntimeError
    assert not table.are_current(places_of(["story:1"]), noted)
    table.settle()
    assert table.is_still
    assert not table.are_current(places_of(["story:1"]), noted)
    assert table.are_current(places_of(["story:1"]), table.last_raise)


def test_a_lease_has_to_be_over_before_a_dead_owners_mark_is_raised(tmp_path):
    table = Generations(tmp_path / "pages", lease=60)
    table.abandon(table.mark(["story:1"]))
    table.settle()
    assert not table.is_still
    [mark] = (tmp_path / "pages" / "marks").iterdir()
    os.utime(mark, (time.time() - 61,) * 2)
    table.settle()
    assert table.is_still


def test_the_mark_of_a_killed_process_is_raised_and_of_a_living_one_it_is_not(table, tmp_path):
    owner = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path / "pages")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ,
    )
    try:
        owner.stdout.readline()
        noted = table.last_raise
        table.settle()
        assert not table.are_current(places_of(["story:1"]), noted), "its owner lives"
        assert table.last_raise == noted
        owner.send_signal(signal.SIGKILL)
        owner.wait()
        table.settle()
        assert table.is_still
        assert not table.are_current(places_of(["story:1"]), noted)
    finally:
        owner.kill()
        owner.stdin.close()
        owner.stdout.close()


def test_a_table_that_somebody_died_over_is_counted_anew(table, tmp_path):
    mine = table.mark(["story:1"])
    lost = table.mark(["story:2"])
    table._header[2] = 1  # as whoever dies between two writes leaves it
    table._pending[places_of(["story:3"])[0]] = 7
    os.close(table._held.pop(lost)[0])
    table.mark(["story:4"])
    assert not table.are_current(places_of(["story:1"]), table.last_raise)
    assert not table.are_current(places_of(["story:4"]), table.last_raise)
    assert table.are_current(places_of(["story:2", "story:3"]), table.last_raise)
    assert not table.are_current(places_of(["story:2"]), 0)
    table.clear(mine)


def test_a_mark_that_was_not_written_to_its_end_means_everything(table, tmp_path):
    (tmp_path / "pages" / "marks" / "0123").write_bytes(b"\x01\x02")
    table._header[1] += 1
    noted = table.last_raise
    table.settle()
    assert not table.are_current(places_of(["story:99"]), noted)


def test_beginning_anew_drops_all_that_was_kept(table, tmp_path):
    old = tmp_path / "pages" / f"kept-{table.epoch}-abc"
    old.mkdir()
    noted, epoch = table.last_raise, table.epoch
    table.begin_anew()
    assert not table.are_current(places_of([]), noted)
    assert table.epoch != epoch
    assert not old.exists()


def test_a_table_that_was_deleted_is_not_written_any_more(table, tmp_path):
    (tmp_path / "pages" / "table").unlink()
    assert not table.is_ours()
    with pytest.raises(OSError, match="restart"):
        table.mark(["story:1"])
