"""Lends a worker's threads to clients in turn, so that nobody waits for all that another one asks for at once."""

import asyncio
from collections import Counter, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from newsroom.server.limits import FOR_ONE, MOST_WAITING, THREADS, RefusedRequest


class Turns:
    """Who has a thread, and who waits for one. Used on one event loop only."""

    def __init__(self) -> None:
        self._having: Counter[str] = Counter()
        self._waiting: dict[str, deque[asyncio.Future[None]]] = {}  # whose turn is next comes first

    def refuse_crowd(self, client: str) -> None:
        """Raise RefusedRequest for a client of whom as many requests wait as may."""
        if len(self._waiting.get(client, ())) >= MOST_WAITING:
            raise RefusedRequest(429, "Too many requests from your address are waiting already.")

    @asynccontextmanager
    async def turn(self, client: str) -> AsyncIterator[None]:
        """A thread is free for the client inside of this."""
        if self._having.total() < THREADS and self._having[client] < FOR_ONE:
            self._having[client] += 1
        else:
            await self._wait(client)
        try:
            yield
        finally:
            self._end(client)

    async def _wait(self, client: str) -> None:
        """Wait until the client is lent a thread; whoever gives up waiting has none."""
        turn = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(client, deque()).append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if not turn.cancelled():
                self._end(client)
            raise

    def _end(self, client: str) -> None:
        """Take the thread back, and lend it to the next client who may have one more."""
        self._having[client] -= 1
        if not self._having[client]:
            del self._having[client]
        for following in [*self._waiting]:
            if self._having[following] < FOR_ONE and self._lend_to(following):
                return

    def _lend_to(self, client: str) -> bool:
        """Lend a thread to a client who waits, whose next turn comes after all others'; False when all gave up."""
        turns = deque(each for each in self._waiting.pop(client) if not each.cancelled())
        if not turns:
            return False
        turns.popleft().set_result(None)
        self._having[client] += 1
        if turns:
            self._waiting[client] = turns
        return True
