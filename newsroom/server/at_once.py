"""Answers what a worker has in memory in the thread that has read the request, before the event loop hears of it.

granian (2.8) hands each request to the loop through a scheduler, which wakes the loop and makes a task: that takes
longer than a stored page does. A worker makes that scheduler after it has loaded the application, by two functions in
which this module puts a look into the store.
"""

import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from granian import _futures
from granian.rsgi import ProtocolClosed

Answer = tuple[int, list[tuple[str, str]], bytes]
SCHEDULES = ("_cbsched_aioschedule", "_cbsched_schedule")  # of its two kinds of tasks
logger = logging.getLogger(__name__)


def answer_at_once(kept: Callable[[Any], Answer | None]) -> None:
    """Let requests for which `kept` gives an answer have it at once, in all workers that this process becomes.

    `kept` gets granian's scope, in a thread that reads everybody's requests: it may not wait for anything.
    """
    for name in SCHEDULES:
        setattr(_futures, name, _with(kept, getattr(_futures, name)))


def _with(kept: Callable[[Any], Answer | None], make: Callable[..., Callable[[Any], None]]) -> Any:
    return lambda *arguments: first(kept, make(*arguments))


def first(kept: Callable[[Any], Answer | None], later: Callable[[Any], None]) -> Callable[[Any], None]:
    """What granian calls with each request: answers it at once, or else lets `later` have it."""

    def schedule(request: Any) -> None:
        try:
            answer = kept(request.scope)
        except Exception:  # a request that is lost here would never be answered
            logger.exception("A stored page could not be looked up")
            answer = None
        if answer is None:
            later(request)
            return
        with suppress(ProtocolClosed):  # whoever asked may have gone
            request.proto.response_bytes(*answer)
        request.done()

    return schedule
