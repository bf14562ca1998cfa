"""The database's word, as a process has it: the table that counts, for LEASE seconds, and the time.

The time is the database's clock, kept as its distance to this process's own steady one: no machine shows readers what
comes a moment later, or still what was, since its own clock is wrong.
"""

import logging
import math
import threading
import time
from collections.abc import Callable
from typing import Any, NamedTuple

import psycopg

from newsroom.page_store.machines import ledger
from newsroom.page_store.machines.ledger import InForce

logger = logging.getLogger(__name__)
LEASE = 2.0  # seconds for which what the row says may be acted on, counted from before it was asked
ASKED_EVERY = 0.5  # seconds
CLOCK_HOLDS = 20.0  # seconds for which the distance of two clocks is believed
MOST_BLUR = 0.02  # seconds that the answer about the time may have taken: half of them is how wrong we may be
MOST_APART = 1.0  # seconds by which this machine's clock may be wrong
JUMP = 0.25  # seconds between the machine's two clocks, which say that it slept, or that its clock was set
PATIENCE = 1.0  # seconds to wait for another thread's question
TRIES = 3  # until an answer came quickly enough to tell the time by
NOBODY_KNOWS = math.nan  # as a moment: it is neither before nor after any other


class Time(NamedTuple):
    """What the database's clock said: when we asked, by our steady clock, and how far it is from the other two."""

    asked: float
    distance: float  # from the steady clock to the database's
    machine: float  # from the steady clock to the machine's
    blur: float  # seconds that the answer took: by half of them `distance` may be wrong


class DatabaseWord:
    """What the database says, over a connection of its own that `connect` opens."""

    def __init__(self, connect: Callable[[], Any], machine: Callable[[], float] = time.time) -> None:
        self._connect, self._machine = connect, machine
        self._connection: Any = None
        self._lock = threading.Lock()
        self._said: tuple[float, InForce] | None = None
        self._time: Time | None = None

    def refresh(self) -> None:
        """Ask the time again before it is too old; who need not wait for another one's question does not."""
        if not self._is_known(CLOCK_HOLDS / 2):
            self._ask_in_turn(lambda: self._is_known(CLOCK_HOLDS / 2), must_wait=not self._is_known(CLOCK_HOLDS))

    def table(self) -> str:
        """The name of the table that counts; "" where none does, or nobody said so lately."""
        if not self._is_said(ASKED_EVERY):
            self._ask_in_turn(lambda: self._is_said(ASKED_EVERY), must_wait=not self._is_said(LEASE))
        said = self._said
        return said[1].table if said and time.monotonic() - said[0] < LEASE else ""

    def moment(self) -> float:
        """Seconds since 1970 by the database; NOBODY_KNOWS where that is not known, or this machine is far off it."""
        known = self._time
        if known is None or not self._is_known(CLOCK_HOLDS) or abs(self.ahead()) > MOST_APART:
            return NOBODY_KNOWS
        return time.monotonic() + known.distance

    def now(self) -> float | None:
        """The same as well as it is known, however wrong this machine's clock is; None where it never was."""
        known = self._time
        return None if known is None else time.monotonic() + known.distance

    def ahead(self) -> float:
        """Seconds by which this machine's clock is ahead of the database's, for certain; below 0 where it is behind."""
        known = self._time
        apart = known.machine - known.distance if known else 0.0
        return math.copysign(max(0.0, abs(apart) - known.blur / 2), apart) if known else 0.0

    def lead(self) -> float:
        """Seconds after which every process takes it to be later than it is by this machine's clock now."""
        known = self._time
        return max(0.0, known.machine - known.distance + known.blur / 2 + MOST_BLUR / 2) if known else 0.0

    def alone(self, do: Callable[[Any], Any]) -> Any:
        """What `do` gives, on the connection of its own, which commits by itself. Raises psycopg.Error and OSError."""
        with self._lock:
            try:
                done = do(self._opened())
                self._ask()  # it may have changed what is in force
            except (psycopg.Error, OSError):
                self._drop()
                raise
            return done

    def close(self) -> None:
        """Close the connection; the next question opens another."""
        with self._lock:
            self._drop()

    def _is_said(self, seconds: float) -> bool:
        return self._said is not None and time.monotonic() - self._said[0] < seconds

    def _is_known(self, seconds: float) -> bool:
        """Whether the distance of the clocks is known well, since so many seconds, and none of ours has jumped."""
        known, now = self._time, time.monotonic()
        return (
            known is not None
            and known.blur <= MOST_BLUR
            and now - known.asked < seconds
            and abs(self._machine() - now - known.machine) < JUMP
        )

    def _ask_in_turn(self, is_done: Callable[[], bool], *, must_wait: bool) -> None:
        if not self._lock.acquire(timeout=PATIENCE if must_wait else 0):
            return
        try:
            for _ in range(TRIES):  # the first answer over a new connection takes longest
                if not is_done():
                    self._ask()
        except (psycopg.Error, OSError) as error:
            logger.info("The database was not asked for its word: %s", type(error).__name__)
            self._drop()
        finally:
            self._lock.release()

    def _ask(self) -> None:
        connection, asked = self._opened(), time.monotonic()
        found = ledger.read(connection)
        answered = time.monotonic()
        blur = answered - asked
        if blur <= MOST_BLUR or not self._is_known(CLOCK_HOLDS):
            self._time = Time(asked, found.at - (asked + answered) / 2, self._machine() - answered, blur)
        self._said = asked, found

    def _opened(self) -> Any:
        if self._connection is None or self._connection.closed:
            self._connection = self._connect()
        return self._connection

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None
