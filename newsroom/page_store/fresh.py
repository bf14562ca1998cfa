"""Makes a page by Django, from a request that holds nothing of whoever asks: path, what counts of a query, moment."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.core.signals import request_started
from django.db import Error, connection
from django.http import HttpResponse
from django.http.request import validate_host
from django.urls import set_script_prefix
from django.utils import timezone

from articles.database.read_snapshot import read_snapshot
from articles.freshness.reading import Notes, noting
from articles.freshness.tables import COUNTED, REQUIRED, tables_read
from newsroom.compression import ENCODERS, PUBLIC, SMALLEST
from newsroom.page_store.calendar import Calendar
from newsroom.page_store.purges import headers_for
from newsroom.page_store.shelves import Key
from newsroom.page_store.store import Made

STORED_STATUSES = {200, 301, 410}
# Said of each message by whoever sends it.
NOT_KEPT = {"content-length", "content-encoding", "date", "connection"}


class NotMade(Exception):
    """The database did not answer; Django's own answer says so."""


def make(handler: WSGIHandler, key: Key, calendar: Callable[[datetime], Calendar], at: datetime | None = None) -> Made:
    """The page of a key at `at`, or now. Raises NotMade."""
    environ = request_for(key)
    request_started.send(sender=WSGIHandler, environ=environ)
    set_script_prefix("/")
    at = at or timezone.now()
    tables: set[str] = set()
    response: Any = None
    is_whole = False

    def watch(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        tables.update(tables_read(sql))
        return execute(sql, params, many, context)

    with noting(at) as notes:
        try:
            coming = calendar(at)
            with connection.execute_wrapper(watch), read_snapshot():
                begun_on = connection.connection
                response = handler.get_response(WSGIRequest(environ))
                is_whole = connection.connection is begun_on
        except Error as error:
            if response is None:
                connection.close()
                raise NotMade from error
    try:
        made = _made(response, notes, coming, is_storable=is_whole and _is_told(notes, tables))
        return replace(made, is_counted=not tables.isdisjoint(COUNTED))
    finally:
        response.close()


def request_for(key: Key) -> dict[str, Any]:
    """The WSGI environment that stands for everybody who asks for a page."""
    site = urlsplit(settings.SITE_URL)
    environ = {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": key.path.encode().decode("latin-1"),
        "QUERY_STRING": key.query,
        "SERVER_NAME": site.hostname,
        "SERVER_PORT": str(site.port or (443 if site.scheme == "https" else 80)),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": _host(site.netloc, site.hostname or ""),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": site.scheme,
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    if settings.SECURE_PROXY_SSL_HEADER:
        environ[settings.SECURE_PROXY_SSL_HEADER[0]] = settings.SECURE_PROXY_SSL_HEADER[1]
    return environ


def _host(named: str, bare: str) -> str:
    """The site's own host, or another one that it answers to where it does not answer to that."""
    if validate_host(bare, settings.ALLOWED_HOSTS):
        return named
    return next((host.lstrip(".") for host in settings.ALLOWED_HOSTS if host != "*"), named)


def _is_told(notes: Notes, tables: set[str]) -> bool:
    """Whether somebody tells of each change in what was read."""
    return tables <= REQUIRED.keys() | COUNTED and (bool(notes.tags) or not tables)


def _kept_headers(response: HttpResponse) -> Iterator[tuple[str, str]]:
    return ((name, value) for name, value in response.items() if name.lower() not in NOT_KEPT)


def _made(response: HttpResponse, notes: Notes, coming: Calendar, *, is_storable: bool) -> Made:
    content = b"" if response.streaming else response.content
    vary = {name.strip().lower() for name in response.headers.get("Vary", "").split(",") if name.strip()}
    is_storable = (
        is_storable
        and response.status_code in STORED_STATUSES
        and not (response.streaming or response.cookies or response.has_header("Content-Encoding"))
        and PUBLIC.search(response.headers.get("Cache-Control", "")) is not None
        and vary <= {"accept-encoding"}
    )
    bodies = {"": content}
    if is_storable and vary and len(content) >= SMALLEST:
        bodies |= {coding: encode(content) for coding, encode in ENCODERS.items()}
    until = min(filter(None, (notes.until, coming.end_for(notes.tags, notes.moment))))
    return Made(
        status=response.status_code,
        headers=(*_kept_headers(response), *(headers_for(notes.tags) if is_storable else ())),
        bodies=bodies,
        since=notes.moment.timestamp(),
        tags=frozenset(notes.tags) if is_storable else None,
        until=until.timestamp(),
        etag=response.headers.get("ETag", ""),
    )
