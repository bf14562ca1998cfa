"""Writes down every second what this process has counted, and sums what all of them have."""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

from django.conf import settings

from newsroom.page_store.here import store
from newsroom.seeing.ledger import Ledger, Totals
from newsroom.seeing.requests import write_held
from newsroom.seeing.tally import Key, tally

logger = logging.getLogger(__name__)
EVERY, TIDIED_EVERY = 1.0, 300.0  # seconds


@cache
def ledger() -> Ledger:
    """The ledger of this newsroom on this machine, in which this process has its file."""
    return Ledger(Path(settings.NEWSROOM_DATA) / "counted")


def publish() -> None:
    """Write down what this process has counted. Raises OSError."""
    counts = tally.counts()
    now: dict[Key, float] = {}
    if kept := store():
        did, held = kept.counts, kept.sizes()
        counted: dict[Key, float] = {
            ("store_hits", "memory"): did.hits,
            ("store_hits", "file"): did.from_files,
            ("store_made",): did.made,
            ("store_not_storable",): did.not_storable,
            ("store_overtaken",): did.overtaken,
            ("store_waited",): did.waited,
        }
        misses: dict[Key, float] = {("store_misses", why): times for why, times in dict(did.misses).items()}
        counts |= counted | misses
        now = {("store_entries",): held["entries"], ("store_bytes",): held["bytes"]}
    ledger().publish(counts, now, tally.minutes())


def totals() -> Totals:
    """The sums over all processes, this one as of now. Raises OSError."""
    publish()
    return ledger().totals()


async def keep_publishing() -> None:
    """Publish in a thread of its own until the worker ends."""
    loop = asyncio.get_running_loop()
    tidied_next = loop.time()
    with ThreadPoolExecutor(1, thread_name_prefix="seeing") as thread:
        while True:
            is_time = loop.time() >= tidied_next
            tidied_next = loop.time() + TIDIED_EVERY if is_time else tidied_next
            await loop.run_in_executor(thread, publish_once, is_time)
            await asyncio.sleep(EVERY)


def publish_once(tidies: bool = False) -> None:
    """Write lines and counts that wait; a disk that takes none of them stops nothing else, and is told of once."""
    try:
        write_held()
        if tidies:
            ledger().tidy()
        publish()
    except OSError as error:
        if not _failing:
            logger.warning("What was counted can't be written down: %s", error)
        _failing.add(True)
    except Exception:
        logger.exception("What was counted can't be written down")
    else:
        _failing.clear()


_failing: set[bool] = set()  # holds True while the disk takes nothing
