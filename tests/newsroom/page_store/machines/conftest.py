"""Several machines, as processes of this one: a Redis of our own that can be killed, and the PostgreSQL of the tests.

They are collected where the other tests run on both services too, and there is a Redis to start.
"""

import os
import shutil

import pytest

from newsroom.page_store.here import own_connection
from newsroom.page_store.machines import word
from tests.newsroom.page_store.machines.machine import Machine, OwnRedis

HAS_ALL = (
    os.environ.get("DATABASE_URL", "").startswith("postgres")
    and os.environ.get("CACHE_URL", "").startswith("redis")
    and shutil.which("redis-server")
)
collect_ignore_glob = [] if HAS_ALL else ["test_*.py"]


@pytest.fixture(scope="session")
def redis(tmp_path_factory):
    """A Redis that is ours alone."""
    own = OwnRedis(tmp_path_factory.mktemp("redis"))
    own.start()
    yield own
    own.kill()


@pytest.fixture
def machines(redis, db, monkeypatch):
    """Makes machines; what they hold open is closed. All that they write to the database is one row."""
    monkeypatch.setattr(word, "MOST_BLUR", 0.08)  # the answers about the time may take as long as on a busy machine
    made = []

    def machine(**facts):
        made.append(Machine(redis, **facts))
        return made[-1]

    if not redis.is_running:
        redis.start()
    redis.ask("FLUSHALL")
    yield machine
    for each in made:
        each.close()
    with own_connection() as connection:
        connection.execute("DELETE FROM page_store_tableinforce")
