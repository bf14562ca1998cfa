"""One writer and two readers in every order, with a crash at every point: no old page is ever served from the store.

Each takes four steps. The writer: mark, commit, raise, clear. A reader: ask the store, note the last raise, query, put.
Between any two steps of anybody everybody else may come. After each step what the store has is what is committed, or
nothing; who asked after the writer's answer gets what it wrote; and at the end, when what dead owners left is settled,
nothing old is there. The real table and the real files are used; each run has a key and a tag of its own.
"""

import itertools
import os
import random

import pytest

from newsroom.page_store.generations import Generations
from newsroom.page_store.shelves import Key
from newsroom.page_store.store import Made, PageStore

WRITER, FIRST, SECOND = "w", "a", "b"
STEPS = 4
SAMPLE = int(os.environ.get("INTERLEAVINGS", "400"))


class World:
    """A database of one number, a store for each reader, and a table of the writer's, as in three processes."""

    def __init__(self, folder):
        self.readers = {name: PageStore(folder, "release") for name in (FIRST, SECOND)}
        self.observer = PageStore(folder, "release")
        self.table = Generations(folder)
        self.runs = itertools.count(1)

    def run(self, order, crash):
        """Take steps in this order; `crash` is (who, after how many steps) or None."""
        self.number, self.db, self.answered = next(self.runs), 0, 0
        self.key = Key(f"/{self.number}/", "")
        actors = self.actors()
        taken = dict.fromkeys(actors, 0)
        self.mark = None
        for who in order:
            if crash == (who, taken[who]) or actors[who] is None:
                if who == WRITER and actors[who] is not None and self.mark:
                    self.die()
                actors[who] = None
                continue
            next(actors[who], None)
            taken[who] += 1
            self.look(order, crash)
        assert self.settled()
        self.look(order, crash)

    def actors(self):
        return {WRITER: self.write(), FIRST: self.read(FIRST), SECOND: self.read(SECOND)}

    def die(self):
        os.close(self.table._held.pop(self.mark)[0])  # what the kernel does for the dead

    def settled(self):
        self.observer.generations.settle()
        return self.observer.generations.is_still

    def look(self, order, crash):
        kept = self.observer.kept(self.key)
        assert kept is None or int(kept.bodies[""]) == self.db, (order, crash)

    def write(self):
        self.mark = self.table.mark([f"story:{self.number}"])
        yield
        self.db = 1
        yield
        self.table.raise_marked(self.mark)
        yield
        self.table.clear(self.mark)
        self.answered = 1
        yield

    def read(self, who):
        store, asked_for = self.readers[who], self.answered
        kept = store.kept(self.key)
        if kept is not None:
            assert int(kept.bodies[""]) >= asked_for
            return
        yield
        noted = store.generations.last_raise
        yield
        found = self.db
        yield
        tags = frozenset({f"story:{self.number}"})
        made = Made(200, (), {"": str(found).encode()}, since=0.0, tags=tags)
        store.put(self.key, made, noted)
        assert found >= asked_for
        yield


def orders(*actors):
    """Every order in which these take their steps."""
    if not any(left for _, left in actors):
        yield ()
        return
    for place, (who, left) in enumerate(actors):
        if left:
            others = (*actors[:place], (who, left - 1), *actors[place + 1 :])
            yield from ((who, *rest) for rest in orders(*others))


def crashes(*actors):
    """None, and each actor after each number of its steps."""
    return [None, *((who, after) for who in actors for after in range(STEPS))]


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    return World(tmp_path_factory.mktemp("pages"))


def test_one_writer_and_one_reader_in_every_order_with_every_crash(world):
    for order in orders((WRITER, STEPS), (FIRST, STEPS)):
        for crash in crashes(WRITER, FIRST):
            world.run(order, crash)


def test_one_writer_and_two_readers_in_many_orders_with_every_crash(world):
    every = [
        (order, crash)
        for order in orders((WRITER, STEPS), (FIRST, STEPS), (SECOND, STEPS))
        for crash in crashes(WRITER, FIRST, SECOND)
    ]
    for order, crash in random.Random(17).sample(every, min(SAMPLE, len(every))):  # noqa: S311  no secret
        world.run(order, crash)
