"""Reads a request's body while no thread waits for it, within its limits and before Django hears of the request."""

import asyncio
import tempfile
from collections.abc import AsyncIterable, Awaitable, Callable
from typing import IO

from articles.database.trouble import trouble_of
from newsroom.server.limits import (
    HEARD_OUT,
    HEARING,
    PATIENCE,
    Head,
    RefusedRequest,
    is_too_slow,
    most_from_anybody,
    most_from_staff,
    too_large,
)

IN_MEMORY = 1024 * 1024  # bytes; a larger body goes to a file, which is gone when it is closed
TOO_SLOW = "The request came too slowly."


async def read_body(
    head: Head, chunks: AsyncIterable[bytes], is_signed_in: Callable[[str], Awaitable[bool]]
) -> tuple[IO[bytes], int]:
    """(the body as a file, at its start; its length in bytes). Raises RefusedRequest, and then has read no further.

    `is_signed_in` says whether the session with a key is one of somebody signed in; it is asked only where the body is
    larger than anybody may send.
    """
    most = most_from_anybody(head)
    if (head.length is None or head.length > most) and most < most_from_staff(head) and head.session:
        most = most_from_staff(head) if await is_signed_in(head.session) else most
    if head.length is not None and head.length > most:
        raise too_large(head, most)
    body: IO[bytes] = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115  closed with the request
    try:
        received = await _received(head, chunks, most, body)
    except BaseException:
        body.close()
        raise
    body.seek(0)
    return body, received


async def _received(head: Head, chunks: AsyncIterable[bytes], most: int, body: IO[bytes]) -> int:
    """Write the chunks to `body`; how many bytes they have."""
    clock = asyncio.get_running_loop().time
    began, received = clock(), 0
    try:
        async with asyncio.timeout(PATIENCE) as patience:
            async for chunk in chunks:
                received += len(chunk)
                if received > most:
                    raise too_large(head, most)
                if is_too_slow(received, clock() - began):
                    raise RefusedRequest(408, TOO_SLOW)
                body.write(chunk)
                patience.reschedule(clock() + PATIENCE)
    except TimeoutError:
        raise RefusedRequest(408, TOO_SLOW) from None
    except OSError as error:  # of the file that a large body goes to
        trouble = trouble_of(error)
        raise RefusedRequest(trouble.status, trouble.sentence) if trouble else error from error
    if head.length not in (None, received):
        raise RefusedRequest(400, "The request broke off.")
    return received


async def hear_out(chunks: AsyncIterable[bytes]) -> None:
    """Take what is still being sent of a body that is refused, if it is not much: who is cut off hears no answer."""
    taken = 0
    try:
        async with asyncio.timeout(HEARING):
            async for chunk in chunks:
                taken += len(chunk)
                if taken > HEARD_OUT:
                    return
    except TimeoutError:
        return
