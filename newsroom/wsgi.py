"""The WSGI application that servers run."""

import gc
import os
from http.client import responses

from django.core.wsgi import get_wsgi_application
from django.http import HttpResponseBadRequest

from newsroom.character_set import is_readable

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

django = get_wsgi_application()

from newsroom.page_store.serving import Pages, pages_of  # noqa: E402  which needs Django set up
from newsroom.seeing.requests import seen  # noqa: E402  as above

pages: Pages | None = pages_of(django)
HEADERS = {
    name: f"HTTP_{name.upper().replace('-', '_')}"
    for name in ("host", "accept-encoding", "if-none-match", "if-modified-since", "x-forwarded-proto")
}


@seen
def application(environ, start_response):
    """The answer of the page store, or else Django's."""
    answer = pages and pages.answer(
        environ["REQUEST_METHOD"],
        environ["PATH_INFO"].encode("latin-1").decode(errors="replace"),
        environ.get("QUERY_STRING", "").encode("latin-1").decode(errors="replace"),
        environ["wsgi.url_scheme"],
        lambda name: environ.get(HEADERS[name], ""),
    )
    if not answer:
        return by_django(environ, start_response)
    status, headers, body = answer
    start_response(f"{status} {responses[status]}", headers)
    return [body]


def by_django(environ, start_response):
    """Django's answer, or 400 where a form is in another character set than UTF-8."""
    if is_readable(environ):
        return django(environ, start_response)
    response = HttpResponseBadRequest("The request can't be read.\n", content_type="text/plain; charset=utf-8")
    start_response("400 Bad Request", [*response.items()])
    return response


# What was loaded stays for good, so the collector need not look through it again and again: a reader whose request it
# fell into waited some fifty milliseconds.
gc.collect()
gc.freeze()
