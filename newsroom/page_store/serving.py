"""Answers readers from the store: in memory where a request is not even read to its end, else before Django is asked.

Whatever is not a reader's question for a page that is stored goes on to Django, as if there were no store: another
method, a host that is not ours, a site that wants https and is asked without.
"""

import logging
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http.request import split_domain_port, validate_host

from newsroom.page_store.calendar import Calendars
from newsroom.page_store.conversation import Answer, answer_to
from newsroom.page_store.fresh import NotMade, make
from newsroom.page_store.here import store
from newsroom.page_store.routes import key_for
from newsroom.page_store.shelves import Key
from newsroom.page_store.store import PageStore

Header = Callable[[str], str]
METHODS = ("GET", "HEAD")


logger = logging.getLogger(__name__)


class Pages:
    """The pages of a store, made by Django's handler."""

    def __init__(self, store: PageStore, handler: WSGIHandler) -> None:
        self.store, self.handler = store, handler
        self.calendars = Calendars(store.generations)

    def at_once(self, method: str, path: str, query: str, scheme: str, header: Header) -> Answer | None:
        """The answer that this process has in memory, else None; it reads no file and asks no database."""
        if method not in METHODS or not is_for_us(scheme, header):
            return None
        key = Key(path, "") if not query else key_for(path, query)
        entry = self.store.held(key) if key else None
        return _told(entry, method, header) if entry else None

    def answer(self, method: str, path: str, query: str, scheme: str, header: Header) -> Answer | None:
        """The answer from the store, or made and stored now; None for what is Django's to answer."""
        if method not in METHODS or not is_for_us(scheme, header):
            return None
        key = key_for(path, query)
        if key is None:
            return None
        try:
            answer = self.store.answer(key, lambda: make(self.handler, key, self.calendars.at, self.store.moment))
        except NotMade:
            return None
        except Exception:  # whatever is wrong with the store, readers get their page
            logger.exception("The page store failed for %s", path)
            return None
        # A failure's cause is in the request that Django answers again, with a second try of its own.
        return None if answer.status >= 500 or not answer.status else _told(answer, method, header)


def pages_of(handler: WSGIHandler) -> Pages | None:
    """The Pages that a handler makes, None where none are stored."""
    kept = store()
    return Pages(kept, handler) if kept else None


def is_for_us(scheme: str, header: Header) -> bool:
    """Whether a request is for this site, over https where the site wants that, and not for a comparison of dates."""
    if header("if-modified-since") and not header("if-none-match"):
        return False
    if settings.SECURE_SSL_REDIRECT and scheme != "https" and header("x-forwarded-proto") != "https":
        return False
    return _is_our_host(header("host"))


@lru_cache(maxsize=1024)
def _is_our_host(host: str) -> bool:
    domain, _ = split_domain_port(host)
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)


def _told(entry: Any, method: str, header: Header) -> Answer:
    return answer_to(entry, is_head=method == "HEAD", accepts=header("accept-encoding"), known=header("if-none-match"))
