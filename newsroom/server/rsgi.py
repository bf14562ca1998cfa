"""The application that `serve` runs: reads a request whole, then lends it a thread in which Django answers.

A body that does not come, or comes slowly, holds no thread so; nor does a reader who takes an answer slowly.
"""

import asyncio
import multiprocessing
import os
import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import IO, Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import close_old_connections
from granian.rsgi import ProtocolClosed, ProtocolError

from newsroom.server.environ import environ_of, head_of
from newsroom.server.limits import RefusedRequest
from newsroom.server.request_body import read_body
from newsroom.wsgi import application as django

# Each thread holds one database connection while it answers; settings.DATABASES lets a worker's pool have as many.
THREADS = 8
A_SECOND = 1.0
Headers = list[tuple[str, str]]


class FileOnDisk:
    """A file that Django answers with (PEP 3333, wsgi.file_wrapper), sent by its name where it is a whole one."""

    def __init__(self, file: IO[bytes], block_size: int = 8192):
        self.file, self.block_size = file, block_size

    def __iter__(self) -> Iterator[bytes]:
        return iter(lambda: self.file.read(self.block_size), b"")

    def close(self) -> None:
        self.file.close()

    @property
    def path(self) -> str:
        """The path of the file; "" where what is read is not all of one."""
        name = getattr(self.file, "name", None) if hasattr(self.file, "fileno") else None
        return name if isinstance(name, str) and self.file.tell() == 0 else ""


class Application:
    """Answers granian's requests (RSGI 1.6) by a WSGI application in a few threads."""

    def __init__(self, wsgi: Any):
        self.wsgi = wsgi
        self.threads = ThreadPoolExecutor(THREADS, thread_name_prefix="django")

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Begin to watch the process that began this one: a worker does not outlive it."""
        parent = multiprocessing.parent_process()  # who may have gone by now, so that `getppid` names another one
        loop.create_task(end_with_parent(parent.pid if parent and parent.pid else os.getppid()))

    def __rsgi_del__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Let the threads end what they are at."""
        self.threads.shutdown(wait=True)

    async def __rsgi__(self, scope: Any, protocol: Any) -> None:
        """Answer one request."""
        try:
            head = head_of(scope)
            chunks = protocol if head.has_body else _nothing()
            body, length = await read_body(head, chunks, self._is_signed_in)
        except RefusedRequest as refusal:
            headers = [("content-type", "text/plain; charset=utf-8"), ("connection", "close")]
            protocol.response_str(refusal.status, headers, f"{refusal}\n")
            return
        except (ProtocolClosed, ProtocolError):  # whoever sent it has gone, or broke off
            return
        with body:
            status, headers, answer = await self._in_a_thread(self._answer, environ_of(scope, body, length, FileOnDisk))
        if isinstance(answer, bytes):
            protocol.response_bytes(status, headers, answer)
        elif isinstance(answer, FileOnDisk) and answer.path:
            protocol.response_file(status, headers, answer.path)
            await self._in_a_thread(answer.close)
        else:
            await self._stream(protocol.response_stream(status, headers), answer)

    def _answer(self, environ: dict[str, Any]) -> tuple[int, Headers, bytes | Iterable[bytes]]:
        """Django's answer: its status, its headers, and its bytes, or what they are still to be had from."""
        said: list[Any] = []
        answer = self.wsgi(environ, lambda status, headers, exc_info=None: said.extend((status, headers)))
        if not isinstance(answer, FileOnDisk) and not getattr(answer, "streaming", False):
            try:
                answer_bytes = b"".join(answer)
            finally:
                answer.close()
            return int(said[0][:3]), said[1], answer_bytes
        return int(said[0][:3]), said[1], answer

    async def _stream(self, transport: Any, answer: Any) -> None:
        """Send what comes piece by piece; whoever reads it slowly holds no thread."""
        pieces = iter(answer)
        try:
            while (piece := await self._in_a_thread(next, pieces, None)) is not None:
                await transport.send_bytes(piece)
        except ProtocolClosed:  # whoever read it has gone
            return
        finally:
            await self._in_a_thread(answer.close)

    async def _is_signed_in(self, session: str) -> bool:
        """Whether a session is one of somebody who is signed in."""
        return await self._in_a_thread(is_signed_in, session)

    async def _in_a_thread(self, work: Any, *arguments: Any) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self.threads, work, *arguments)


async def _nothing():
    """The chunks of a request without a body."""
    return
    yield  # which makes this a generator


def is_signed_in(session: str) -> bool:
    """Whether the session with this key is one of somebody who is signed in."""
    try:
        return SESSION_KEY in SessionStore(session).load()
    finally:
        close_old_connections()


async def end_with_parent(parent: int) -> None:
    """End this process in good order soon after the one that began it has gone, as when that was killed."""
    while os.getppid() == parent:
        await asyncio.sleep(A_SECOND)
    os.kill(os.getpid(), signal.SIGTERM)


application = Application(django)
