"""Threads are lent to clients in turn: whoever asks for much makes nobody else wait for all of it."""

import asyncio

import pytest

from newsroom.server.limits import FOR_ONE, MOST_WAITING, THREADS, RefusedRequest
from newsroom.server.turns import Turns
from tests.newsroom.test_request_body import run


class Desk:
    """Requests that hold their threads until they are told to end; `begun` says who had one, in order."""

    def __init__(self):
        self.turns, self.begun, self._ends = Turns(), [], []

    async def ask(self, client, times=1):
        """Let a client ask so many times; those go on whose turn it is."""
        for _ in range(times):
            end = asyncio.Event()
            self._ends.append((asyncio.create_task(self._request(client, end)), end))
            await asyncio.sleep(0)

    async def _request(self, client, end):
        async with self.turns.turn(client):
            self.begun.append(client)
            await end.wait()

    async def end(self, number):
        """End the request that was asked for at this place."""
        task, end = self._ends[number]
        end.set()
        await task
        await asyncio.sleep(0)

    async def give_up(self, number):
        """Cancel the request that was asked for at this place."""
        task, _ = self._ends[number]
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    async def end_all(self):
        for number, (task, _) in enumerate(self._ends):
            if not task.done():
                await self.end(number)


def test_some_threads_are_left_for_others():
    async def story():
        desk = Desk()
        await desk.ask("greedy", THREADS)
        assert desk.begun == ["greedy"] * FOR_ONE
        await desk.ask("ida", THREADS - FOR_ONE)
        assert desk.begun[FOR_ONE:] == ["ida"] * (THREADS - FOR_ONE)
        await desk.ask("ada")
        assert "ada" not in desk.begun, "all are lent"
        await desk.end_all()
        assert sorted(desk.begun) == sorted(["greedy"] * THREADS + ["ida"] * (THREADS - FOR_ONE) + ["ada"])

    run(story())


def test_who_comes_later_is_before_the_rest_of_a_crowd():
    async def story():
        desk = Desk()
        await desk.ask("greedy", 50)
        await desk.ask("ida", THREADS - FOR_ONE - 1)
        await desk.ask("ada", 3)
        assert desk.begun[FOR_ONE:] == ["ida", "ida", "ida", "ada"], "they did not wait"
        for number in range(4):
            await desk.end(number)
        assert desk.begun[THREADS:] == ["greedy", "ada", "greedy", "ada"]
        await desk.end_all()
        assert len(desk.begun) == 56

    run(story())


def test_a_crowd_of_one_client_is_refused():
    async def story():
        desk = Desk()
        await desk.ask("greedy", FOR_ONE + MOST_WAITING - 1)
        desk.turns.refuse_crowd("greedy")
        await desk.ask("greedy")
        with pytest.raises(RefusedRequest) as refused:
            desk.turns.refuse_crowd("greedy")
        assert refused.value.status == 429
        desk.turns.refuse_crowd("ida")
        await desk.end_all()
        desk.turns.refuse_crowd("greedy")

    run(story())


def test_who_gives_up_waiting_has_no_turn():
    async def story():
        desk = Desk()
        await desk.ask("ida", FOR_ONE)
        await desk.ask("ada", THREADS - FOR_ONE)
        await desk.ask("greedy")
        await desk.ask("eve")
        await desk.give_up(THREADS)
        await desk.end(0)
        assert desk.begun[THREADS:] == ["eve"]
        await desk.end_all()
        assert not desk.turns._having and not desk.turns._waiting

    run(story())


def test_who_gives_up_when_a_thread_is_lent_gives_it_back():
    async def story():
        desk = Desk()
        await desk.ask("ida", FOR_ONE)
        await desk.ask("ada", THREADS - FOR_ONE)
        await desk.ask("eve")
        task, _ = desk._ends[THREADS]
        desk.turns._end("ida")  # lends it to eve, who has not heard of it yet
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert desk.turns._having == {"ida": FOR_ONE - 1, "ada": THREADS - FOR_ONE}

    run(story())


def test_a_request_that_fails_gives_its_thread_back():
    async def story():
        turns = Turns()
        for _ in range(THREADS * 2):
            with pytest.raises(ZeroDivisionError):
                async with turns.turn("ida"):
                    raise ZeroDivisionError

    run(story())
