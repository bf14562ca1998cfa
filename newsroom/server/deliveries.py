"""What a worker does beside its requests: every few seconds it sends what the outbox holds, of which one has each row;
once an hour it puts drafts that nobody went on with among the scraps.
"""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor

from django.db import close_old_connections
from django.utils import timezone

from newsroom.seeing.tally import tally

EVERY, SWEPT_EVERY = 3.0, 3600.0  # seconds
logger = logging.getLogger(__name__)


async def keep_delivering() -> None:
    """Deliver in a thread of its own until the worker ends: a mail server that is slow keeps no request waiting."""
    loop = asyncio.get_running_loop()
    swept_next = loop.time()
    with ThreadPoolExecutor(1, thread_name_prefix="deliver") as thread:
        while True:
            await asyncio.sleep(EVERY)
            await loop.run_in_executor(thread, deliver_once)
            if loop.time() >= swept_next:
                swept_next = loop.time() + SWEPT_EVERY
                await loop.run_in_executor(thread, sweep_once)


def deliver_once() -> None:
    """Send what is due; what goes wrong is said in the log, and tried again."""
    # Django is set up by now; when this module is read it may not be.
    from articles.editorial.notifications.deliver import deliver

    try:
        done = deliver(timezone.now())
        for outcome, times in (("sent", done.sent), ("put off", done.waiting), ("given up", done.given_up)):
            tally.add("deliveries", outcome, by=times)
    except Exception:
        logger.exception("The outbox could not be delivered")
    finally:
        close_old_connections()


def sweep_once() -> None:
    """Put among the scraps what belongs there; what goes wrong is said in the log, and tried again."""
    from articles.editorial.shelves.scraps import sweep_scraps  # as above

    try:
        sweep_scraps(timezone.now())
    except Exception:
        logger.exception("Scraps could not be put away")
    finally:
        close_old_connections()
