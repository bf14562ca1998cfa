"""Sends what the outbox holds, beside the requests: each worker looks every few seconds, and one has each row."""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor

from django.db import close_old_connections
from django.utils import timezone

EVERY = 3.0  # seconds
logger = logging.getLogger(__name__)


async def keep_delivering() -> None:
    """Deliver in a thread of its own until the worker ends: a mail server that is slow keeps no request waiting."""
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1, thread_name_prefix="deliver") as thread:
        while True:
            await asyncio.sleep(EVERY)
            await loop.run_in_executor(thread, deliver_once)


def deliver_once() -> None:
    """Send what is due; what goes wrong is said in the log, and tried again."""
    # Django is set up by now; when this module is read it may not be.
    from articles.editorial.notifications.deliver import deliver

    try:
        deliver(timezone.now())
    except Exception:
        logger.exception("The outbox could not be delivered")
    finally:
        close_old_connections()
