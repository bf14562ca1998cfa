"""The same orders and crashes as on one machine, with each actor on a machine of its own, and a Redis that is emptied.

The locks, the row and the marks are those of the real database and of the real Redis; whoever dies loses the connection
to the database, and what it had not committed.
"""

import itertools
import os
import random
import time

import pytest

from newsroom.page_store.here import own_connection
from newsroom.page_store.machines import shared_table, word
from newsroom.page_store.shelves import Key
from tests.newsroom.page_store.test_interleavings import FIRST, SECOND, STEPS, WRITER, World, crashes, orders

pytestmark = pytest.mark.django_db
EMPTYING = "e"
SAMPLE = int(os.environ.get("INTERLEAVINGS", "400")) // 4


class Machines(World):
    """A writer, two readers and an observer, a machine each."""

    def __init__(self, machine, redis):
        made = {name: machine() for name in (FIRST, SECOND, WRITER, "observer")}
        self.readers = {name: made[name].store for name in (FIRST, SECOND)}
        self.observer, self.table, self.redis = made["observer"].store, made[WRITER].table, redis
        self.table.begin_anew()
        self.runs = itertools.count(1)
        self.connection = None

    def run(self, order, crash):
        """Take steps in this order, of which one may empty Redis."""
        self.connection = own_connection()
        self.connection.autocommit = False
        self.observer.generations.settle()  # after a run that emptied Redis
        super().run(order, crash)
        self.connection.close()

    def actors(self):
        return super().actors() | {EMPTYING: self.empty()}

    def empty(self):
        self.redis.ask("FLUSHALL")
        yield

    def die(self):
        self.connection.close()

    def settled(self):
        until = time.monotonic() + 20
        while time.monotonic() < until:  # a busy database hears of a death a moment later
            self.observer.generations.settle()
            if self.observer.generations.is_still:
                return True
        return False

    def read(self, who):
        """As everywhere; before a page is made, what can be settled is, and a table begun where none is in force."""
        steps = super().read(who)
        for at, _ in enumerate(steps):
            if at == 0:
                self.readers[who].generations.settle()
            yield

    def write(self):
        self.mark = self.table.begin_change([f"story:{self.number}"], self.connection)
        yield
        self.connection.commit()
        self.db = 1
        yield
        self.table.end_change(*self.mark)
        yield
        self.answered = 1
        yield


@pytest.fixture
def world(machines, redis, monkeypatch):
    monkeypatch.setattr(word, "ASKED_EVERY", 0.0)
    monkeypatch.setattr(shared_table, "BEGUN_EVERY", 0.0)
    # Nobody is served in these runs while somebody waits: what the wait is for has a test of its own.
    monkeypatch.setattr(shared_table.time, "sleep", lambda _: None)
    return Machines(machines, redis)


def some(every, most):
    """So many of them, always the same."""
    return random.Random(17).sample(every, min(most, len(every)))  # noqa: S311  no secret


def test_one_writer_and_one_reader_in_every_order_with_every_crash(world):
    every = list(itertools.product(orders((WRITER, STEPS), (FIRST, STEPS)), crashes(WRITER, FIRST)))
    for order, crash in some(every, 2 * SAMPLE):
        world.run(order, crash)


def test_one_writer_and_two_readers_in_many_orders_with_every_crash(world):
    three = orders((WRITER, STEPS), (FIRST, STEPS), (SECOND, STEPS))
    for order, crash in some(list(itertools.product(three, crashes(WRITER, FIRST, SECOND))), SAMPLE):
        world.run(order, crash)


def test_redis_is_emptied_at_every_point(world):
    with_emptying = orders((WRITER, STEPS), (FIRST, STEPS), (EMPTYING, 1))
    for order, crash in some(list(itertools.product(with_emptying, crashes(WRITER, FIRST))), 2 * SAMPLE):
        world.run(order, crash)
    assert world.observer.kept(Key("/none/", "")) is None


@pytest.mark.trial
def test_redis_is_emptied_at_every_point_in_every_order(world):
    with_emptying = orders((WRITER, STEPS), (FIRST, STEPS), (EMPTYING, 1))
    for order, crash in itertools.product(with_emptying, crashes(WRITER, FIRST)):
        world.run(order, crash)
