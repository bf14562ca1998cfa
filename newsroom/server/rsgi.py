"""The application that `serve` runs: reads a request whole, then lends it a thread in which Django answers.

A body that does not come, or comes slowly, holds no thread so; nor does a reader who takes an answer slowly. Threads
are lent in turn to those who ask: whoever asks for much at once makes nobody else wait for all of it.
"""

import asyncio
import logging
import multiprocessing
import os
import signal
from collections.abc import AsyncIterator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from time import perf_counter
from typing import IO, Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import DEFAULT_DB_ALIAS, Error, close_old_connections, connection, connections
from granian.rsgi import ProtocolClosed, ProtocolError

from newsroom.seeing.publishing import keep_publishing, publish_once
from newsroom.seeing.requests import note_hit, note_refused
from newsroom.server.at_once import answer_at_once
from newsroom.server.deliveries import keep_delivering
from newsroom.server.environ import client_of, environ_of, head_of
from newsroom.server.limits import THREADS, RefusedRequest
from newsroom.server.request_body import hear_out, read_body
from newsroom.server.slow_readers import SlowReaders
from newsroom.server.turns import Turns
from newsroom.wsgi import application as django
from newsroom.wsgi import pages

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
        self.threads, self.turns = ThreadPoolExecutor(THREADS, thread_name_prefix="django"), Turns()

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Watch readers and the process that began this one, which it does not outlive; hold the database; deliver."""
        self.held = hold_open()
        SlowReaders().watch()
        self.tasks = [loop.create_task(keep_delivering()), loop.create_task(keep_publishing())]
        parent = multiprocessing.parent_process()  # who may have gone by now, so that `getppid` names another one
        loop.create_task(end_with_parent(parent.pid if parent and parent.pid else os.getppid()))

    def __rsgi_del__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Let the threads end what they are at, and write down what was counted."""
        for task in self.tasks:
            task.cancel()
        self.threads.shutdown(wait=True)
        publish_once()

    async def __rsgi__(self, scope: Any, protocol: Any) -> None:
        """Answer one request."""
        client, chunks = client_of(scope), _chunks(protocol)
        try:
            self.turns.refuse_crowd(client)
            head = head_of(scope)
            sent = chunks if head.has_body else _nothing()
            body, length = await read_body(head, sent, lambda session: self._lend(client, is_signed_in, session))
        except RefusedRequest as refusal:
            note_refused(scope, refusal.status)
            await self._refuse(protocol, chunks, refusal)
            return
        except (ProtocolClosed, ProtocolError):  # whoever sent it has gone, or broke off
            return
        with body:
            environ = environ_of(scope, body, length, FileOnDisk)
            status, headers, answer = await self._lend(client, self._answer, environ)
        if isinstance(answer, bytes):
            protocol.response_bytes(status, headers, answer)
        elif isinstance(answer, FileOnDisk) and answer.path:
            protocol.response_file(status, headers, answer.path)
            await self._lend(client, answer.close)
        else:
            await self._stream(client, protocol.response_stream(status, headers), answer)

    async def _refuse(self, protocol: Any, chunks: AsyncIterator[bytes], refusal: RefusedRequest) -> None:
        """Say why a request is not read; whoever has gone meanwhile is told nothing."""
        with suppress(ProtocolClosed, ProtocolError):
            await hear_out(chunks)
            headers = [("content-type", "text/plain; charset=utf-8"), ("connection", "close")]
            protocol.response_str(refusal.status, headers, f"{refusal}\n")

    def _answer(self, environ: dict[str, Any]) -> tuple[int, Headers, bytes | Iterable[bytes]]:
        """Django's answer: its status, its headers, and its bytes, or what they are still to be had from."""
        said: list[Any] = []
        answer = self.wsgi(environ, lambda status, headers, exc_info=None: said.extend((status, headers)))
        if isinstance(answer, list):  # of the page store
            return int(said[0][:3]), said[1], answer[0]
        if not isinstance(answer, FileOnDisk) and not getattr(answer, "streaming", False):
            try:
                answer_bytes = b"".join(answer)
            finally:
                answer.close()
            return int(said[0][:3]), said[1], answer_bytes
        return int(said[0][:3]), said[1], answer

    async def _stream(self, client: str, transport: Any, answer: Any) -> None:
        """Send what comes piece by piece; whoever reads it slowly holds no thread."""
        pieces = iter(answer)
        try:
            while (piece := await self._lend(client, next, pieces, None)) is not None:
                await transport.send_bytes(piece)
        except ProtocolClosed:  # whoever read it has gone
            return
        finally:
            await self._lend(client, answer.close)

    async def _lend(self, client: str, work: Any, *arguments: Any) -> Any:
        """What work for a client gives, done in a thread when it is the client's turn."""
        async with self.turns.turn(client):
            return await asyncio.get_running_loop().run_in_executor(self.threads, work, *arguments)


async def _chunks(protocol: Any) -> AsyncIterator[bytes]:
    """What is sent of a body, which granian gives once: who stops taking it can go on."""
    async for chunk in protocol:
        yield chunk


async def _nothing():
    """The chunks of a request without a body."""
    return
    yield  # which makes this a generator


def kept_answer(scope: Any) -> tuple[int, Headers, bytes] | None:
    """The page that a request without a body asks for, where this worker has it in memory; it is counted."""
    began, headers = perf_counter(), scope.headers
    if "content-length" in headers or "transfer-encoding" in headers:
        return None

    def header(name: str) -> str:
        if name == "host":  # of several none is believed: joined they are no host's name
            return scope.authority or ",".join(headers.get_all("host"))
        return headers.get(name, "")

    kept = pages.at_once(scope.method, scope.path, scope.query_string, scope.scheme, header) if pages else None
    if kept:
        note_hit(scope, kept, began)
    return kept


def is_signed_in(session: str) -> bool:
    """Whether the session with this key is one of somebody who is signed in."""
    try:
        return SESSION_KEY in SessionStore(session).load()
    finally:
        close_old_connections()


def hold_open() -> Any:
    """A connection to a SQLite file that stays for as long as the worker lives; None for another database.

    SQLite keeps two files beside its own while anybody has it open. Each request opens it anew; if it had to make those
    files first, no page could be read from a disk that is full.
    """
    if connection.vendor != "sqlite":
        return None
    held = connections.create_connection(DEFAULT_DB_ALIAS)
    try:
        held.ensure_connection()
    except Error:
        logging.getLogger(__name__).exception("The database can't be opened yet")
    return held


async def end_with_parent(parent: int) -> None:
    """End this process in good order soon after the one that began it has gone, as when that was killed."""
    while os.getppid() == parent:
        await asyncio.sleep(A_SECOND)
    os.kill(os.getpid(), signal.SIGTERM)


application = Application(django)
if pages:
    answer_at_once(kept_answer)
