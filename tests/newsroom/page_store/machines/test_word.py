"""The database's clock, as machines know it whose own is wrong, and what becomes of what is not known."""

import math
import time

import pytest

from newsroom.page_store.here import own_connection
from newsroom.page_store.machines import word
from newsroom.page_store.machines.word import DatabaseWord
from newsroom.page_store.shelves import Key
from newsroom.page_store.store import PageStore
from tests.newsroom.page_store.test_store import page

pytestmark = pytest.mark.django_db
STORY = Key("/2026/05/a-story/", "")
NEAR = pytest.approx(0, abs=0.05)


@pytest.fixture
def said(monkeypatch):
    """Makes words of machines whose clocks are so many seconds ahead, on a machine that may be busy."""
    monkeypatch.setattr(word, "MOST_BLUR", 0.08)
    made = []

    def of(ahead=0.0, connect=own_connection):
        made.append(DatabaseWord(connect, lambda: time.time() + ahead))
        made[-1].refresh()
        return made[-1]

    yield of
    for each in made:
        each.close()


@pytest.mark.parametrize("ahead", [0.0, 0.9, -0.9])
def test_the_moment_is_the_databases_however_the_machines_clock_goes(said, ahead):
    its = said(ahead)
    assert its.moment() - time.time() == NEAR
    assert its.ahead() - ahead == NEAR


@pytest.mark.parametrize("ahead", [1.1, -1.1, 3600.0])
def test_over_a_second_off_nobody_knows_the_moment_and_pages_are_still_made_of_the_databases(said, ahead):
    its = said(ahead)
    assert math.isnan(its.moment())
    assert its.now() - time.time() == NEAR


def test_who_commits_waits_until_every_reader_takes_it_to_be_as_late(said):
    assert said(0.5).lead() >= 0.5 + word.MOST_BLUR / 2 - 0.001
    assert said(-0.5).lead() == 0
    assert 0 < said(0.0).lead() < 0.15


def test_a_clock_that_jumps_is_asked_about_anew(said):
    ahead = [0.0]
    its = DatabaseWord(own_connection, lambda: time.time() + ahead[0])
    its.refresh()
    ahead[0] = 0.6
    assert math.isnan(its.moment()), "the machine slept, or its clock was set"
    its.refresh()
    assert its.moment() - time.time() == NEAR
    its.close()


def test_an_answer_that_took_long_says_little(said, monkeypatch):
    monkeypatch.setattr(word, "MOST_BLUR", 0.0)
    its = said()
    assert math.isnan(its.moment())
    assert its.now() is not None


def test_where_the_database_never_answered_nothing_is_known(said):
    def connect():
        raise OSError("no way there")

    its = said(connect=connect)
    assert its.now() is None
    assert math.isnan(its.moment())
    assert its.table() == ""
    assert (its.ahead(), its.lead()) == (0.0, 0.0)


@pytest.mark.parametrize("ahead", [0.0, 2.0])
def test_a_store_on_one_machine_asks_the_same_clock(said, tmp_path, ahead):
    its = said(ahead)
    store = PageStore(tmp_path / "pages", "release", clock=its.moment, word=its)
    assert store.moment.timestamp() - time.time() == NEAR
    store.answer(STORY, lambda: page(since=its.now()))
    store.answer(STORY, lambda: page(since=its.now()))
    assert store.counts.made == (1 if ahead == 0 else 2)
    assert (store.held(STORY) is None) is (ahead > 0)
