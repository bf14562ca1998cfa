"""Asks the reader's own code for pages, as a reader without a cookie would at a moment; no server and no network."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.http import Http404
from django.urls import Resolver404, resolve
from django.utils import timezone

from articles.reader.pages.errors import not_found


class Answer(NamedTuple):
    """What a reader gets: the status, where a redirect leads ("" for none), the kind of content, and the content."""

    status: int
    location: str
    kind: str
    content: bytes


@contextmanager
def at_moment(moment: datetime) -> Iterator[None]:
    """Let every page that is made meanwhile be of this moment.

    Views ask Django for the time when they are called. A command has the process for itself, so it sets that clock.
    """
    clock, timezone.now = timezone.now, lambda: moment
    try:
        yield
    finally:
        timezone.now = clock


def ask(address: str) -> Answer:
    """The answer at a path, with a query or without."""
    path, _, query = address.partition("?")
    site = urlsplit(settings.SITE_URL)
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": unquote(path).encode().decode("latin-1"),
        "QUERY_STRING": query,
        "SERVER_NAME": site.hostname,
        "SERVER_PORT": str(site.port or (443 if site.scheme == "https" else 80)),
        "HTTP_HOST": site.netloc,
        "wsgi.url_scheme": site.scheme,
        "wsgi.input": io.BytesIO(),
    }
    request = WSGIRequest(environ)
    try:
        found = resolve(request.path_info)
        request.resolver_match = found
        response: Any = found.func(request, *found.args, **found.kwargs)
        if hasattr(response, "render"):
            response = response.render()
    except (Http404, Resolver404) as error:
        response = not_found(request, error)
    kind = response.headers.get("Content-Type", "").partition(";")[0]
    return Answer(response.status_code, response.headers.get("Location", ""), kind, response.content)
