"""One machine of several: its store, and a writer's connection; and a Redis that can be killed."""

import socket
import subprocess
import time
from contextlib import contextmanager

from newsroom.page_store.here import own_connection
from newsroom.page_store.machines import word
from newsroom.page_store.machines.redis_server import RedisServer
from newsroom.page_store.machines.shared_store import SharedStore
from newsroom.page_store.machines.word import DatabaseWord
from newsroom.page_store.store import Made
from tests.articles.management.test_serve import free_port, until


class OwnRedis:
    """A Redis process on a port of its own, which keeps nothing on disk."""

    def __init__(self, folder):
        self.folder, self.port, self.process = folder, free_port(), None

    @property
    def url(self):
        """Its address."""
        return f"redis://127.0.0.1:{self.port}/0"

    @property
    def is_running(self):
        """Whether it runs."""
        return self.process is not None and self.process.poll() is None

    def start(self):
        """Run it; it is empty."""
        line = ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        self.process = subprocess.Popen([*line, "--dir", str(self.folder)], stdout=subprocess.DEVNULL)
        until(self.answers)

    def answers(self):
        """Whether somebody listens on its port."""
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def kill(self):
        """End it at once."""
        self.process.kill()
        self.process.wait()

    def ask(self, *command):
        """Ask it one thing, as an operator does."""
        server = RedisServer(self.url)
        try:
            return server.ask(command, insist=True).values[0]
        finally:
            server.close()


class Machine:
    """A process on a machine, with a prefix of its own in Redis."""

    def __init__(self, redis, *, machine_clock=time.time, release="release", connect=own_connection):
        self.server = RedisServer(redis.url)
        self.word = DatabaseWord(connect, machine_clock)
        self.store = SharedStore(self.server, "tests", release, self.word)
        self.table = self.store.generations

    @contextmanager
    def changing(self, *tags):
        """Commit inside, on a connection of a writer's."""
        connection = own_connection()
        connection.autocommit = False
        try:
            with self.table.changing(tags, connection):
                connection.commit()
                yield
        finally:
            connection.close()

    def change(self, *tags):
        """Change what has these tags."""
        with self.changing(*tags):
            pass

    def page(self, body=b"A story.", tags=("story:1",), **facts):
        """What was made a moment ago, by which two clocks may be apart: nobody serves what is of a moment to come."""
        moment = self.word.moment() - word.MOST_BLUR
        return Made(200, (), {"": body}, since=moment, tags=frozenset(tags), **facts)

    def answer(self, key, body=b"A story.", tags=("story:1",)):
        """Ask the store; the words that it gives."""
        return self.store.answer(key, lambda: self.page(body, tags)).bodies[""]

    def close(self):
        """Let go of what is open."""
        self.server.close()
        self.word.close()
