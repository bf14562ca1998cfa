"""Asks Redis, with little patience: what does not answer at once is left alone for a while, and pages are made anew.

Each answer comes with the name that the very server on the other end gave itself when it started (`run_id`): one that
was started again, or another one that took its place, may lack what the former was told.
"""

import time
from collections import deque
from collections.abc import Sequence
from typing import Any, NamedTuple

from redis.backoff import NoBackoff
from redis.connection import Connection, parse_url
from redis.exceptions import RedisError
from redis.retry import Retry

PATIENCE = 0.1  # seconds for a connection, and for each answer
INSISTING = 0.5  # seconds, of whoever would have to wait much longer without one
LEFT_ALONE = 1.0  # seconds, after it did not answer
FAULTS = (RedisError, OSError)
Command = Sequence[str | bytes | int]


class Away(Exception):
    """Redis does not answer, or not in time, or says no."""


class Answers(NamedTuple):
    """What a server answered, and which server it was."""

    server: str
    values: list[Any]


class RedisServer:
    """The Redis of an address (`redis://…`, `rediss://…`, `unix://…`), asked by any number of threads."""

    def __init__(self, url: str) -> None:
        told = dict(parse_url(url))
        self._kind = told.pop("connection_class", Connection)
        self._told = told | {"retry": Retry(NoBackoff(), 0), "protocol": 2}
        self._idle: dict[bool, deque[tuple[Any, str]]] = {False: deque(), True: deque()}
        self._away_until = 0.0

    def ask(self, *commands: Command, insist: bool = False) -> Answers:
        """The answers to commands that are sent together. Raises Away, at once while it is left alone.

        `insist` is for whoever would have to wait much longer without an answer: it is asked all the same, and twice.
        """
        if not insist and time.monotonic() < self._away_until:
            raise Away("Redis did not answer a moment ago.")
        try:
            return self._ask(commands, insist=insist)
        except FAULTS as error:
            self._away_until = time.monotonic() + LEFT_ALONE
            raise Away(f"Redis does not answer: {type(error).__name__}") from error

    def close(self) -> None:
        """Close the connections that nobody uses."""
        for idle in self._idle.values():
            while idle:
                idle.pop()[0].disconnect()

    def _ask(self, commands: Sequence[Command], *, insist: bool) -> Answers:
        """Ask over a connection that is open; that it broke meanwhile is no sign that a new one would."""
        try:
            connection, server = self._idle[insist].pop()
        except IndexError:
            return self._over(*self._opened(insist), commands, insist)
        try:
            return self._over(connection, server, commands, insist)
        except FAULTS as error:
            self.close()
            if not insist and type(error).__name__ == "TimeoutError":
                raise
            return self._over(*self._opened(insist), commands, insist)

    def _opened(self, insist: bool) -> tuple[Any, str]:
        connection = self._kind(**self._told, socket_timeout=INSISTING if insist else PATIENCE)
        try:
            connection.connect()
            connection.send_command("INFO", "server")
            lines = connection.read_response().decode().splitlines()
        except BaseException:
            connection.disconnect()
            raise
        found = [line.partition(":")[2] for line in lines if line.startswith("run_id:")]
        return connection, found[0] if found else ""

    def _over(self, connection: Any, server: str, commands: Sequence[Command], insist: bool) -> Answers:
        try:
            connection.send_packed_command(connection.pack_commands(commands))
            values = [connection.read_response() for _ in commands]
        except BaseException:
            connection.disconnect()  # what it would answer next belongs to nobody
            raise
        self._idle[insist].append((connection, server))
        return Answers(server, values)
