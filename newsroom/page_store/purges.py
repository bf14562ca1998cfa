"""Tells a CDN what has changed: written down by the transaction that changes it, sent afterwards until it is heard.

Each is sent once more five seconds later: an edge that asked us just before the change may store its answer just after
the purge. Keys are the tags of pages, in `Surrogate-Key` and `Cache-Tag`; a page of more than fit has MANY for all of
them, and every purge names MANY too.
"""

import json
import logging
import ssl
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any, NamedTuple
from urllib.parse import urlsplit
from uuid import uuid4

from django.conf import settings
from django.db import Error
from django.db.models import F, Q

from articles.freshness.tags import EVERYTHING
from newsroom.page_store.models import Purge

logger = logging.getLogger(__name__)
MANY = "many"  # the key of pages that have too many
MOST_BYTES = 8000  # of each of the two headers
AGAIN_AFTER = timedelta(seconds=5)
CLAIMED_FOR = timedelta(minutes=2)
LONGEST_WAIT, GIVEN_UP_AFTER = timedelta(minutes=10), timedelta(days=3)
MOST_ROWS = 500  # that are told together
SECONDS, MOST_ANSWERED = 5, 65_536  # to wait for a CDN, and bytes that are read of what it says
INSERT = "INSERT INTO page_store_purge (tags, at, due_at, is_again, tries) VALUES (%s, %s, %s, %s, 0)"


class NotPurged(Exception):
    """The CDN did not take it."""


class Dialect(NamedTuple):
    """How a CDN is spoken to: its field for keys, how many at a time, the header and the words around the token."""

    field: str
    most: int
    header: str
    words: str


FASTLY = Dialect("surrogate_keys", 256, "Fastly-Key", "{}")
CLOUDFLARE = Dialect("tags", 30, "Authorization", "Bearer {}")
ANY = Dialect("keys", 200, "Authorization", "Bearer {}")


def dialect_of(host: str) -> Dialect:
    """How the machine of that name is spoken to."""
    named = {"fastly.com": FASTLY, "cloudflare.com": CLOUDFLARE}
    return next((how for name, how in named.items() if host == name or host.endswith(f".{name}")), ANY)


def headers_for(tags: Iterable[str]) -> list[tuple[str, str]]:
    """The headers by which a CDN knows what a page is made of; none without PURGE_URL."""
    if not settings.PURGE_URL:
        return []
    keys = sorted({EVERYTHING, *tags})
    if sum(map(len, keys)) + len(keys) > MOST_BYTES:
        keys = [EVERYTHING, MANY]
    return [("Surrogate-Key", " ".join(keys)), ("Cache-Tag", ",".join(keys))]


def write_down(connection: Any, tags: Iterable[str], now: datetime) -> None:
    """Note in this connection's transaction what is to be purged. Where that fails nothing else does."""
    words = json.dumps(sorted({MANY, *tags}))
    with connection.cursor() as cursor:
        cursor.execute("SAVEPOINT purge")
        try:
            adapt = connection.ops.adapt_datetimefield_value
            cursor.execute(INSERT, [words, adapt(now), adapt(now), False])
            cursor.execute("RELEASE SAVEPOINT purge")
        except Error:
            cursor.execute("ROLLBACK TO SAVEPOINT purge")
            logger.exception("What changed could not be written down for the CDN")


def send_due(now: datetime) -> None:
    """Send what is due, as few requests as may be. A CDN that does not take it is told again later."""
    if not settings.PURGE_URL:
        return
    due = Purge.objects.filter(due_at__lte=now).filter(Q(claimed_until=None) | Q(claimed_until__lt=now))
    some, claim = list(due.order_by("due_at", "pk").values_list("pk", flat=True)[:MOST_ROWS]), uuid4()
    if not some or not due.filter(pk__in=some).update(
        claim=claim, claimed_until=now + CLAIMED_FOR, tries=F("tries") + 1
    ):
        return
    mine = Purge.objects.filter(claim=claim)
    rows = list(mine)
    try:
        purge(sorted({tag for row in rows for tag in row.tags}))
    except NotPurged as error:
        logger.warning("The CDN was not told what changed: %s", error)
        _put_off(rows, now)
        return
    mine.filter(is_again=True).delete()
    mine.update(is_again=True, due_at=now + AGAIN_AFTER, claim=None, claimed_until=None, tries=0)


def _put_off(rows: Sequence[Purge], now: datetime) -> None:
    """Try again later; what has been tried for days is given up."""
    for row in rows:
        if now - row.at > GIVEN_UP_AFTER:
            logger.error("The CDN was not told of a change for three days; purge it by hand.")
            row.delete()
            continue
        wait = min(timedelta(seconds=5) * 2 ** min(row.tries, 8), LONGEST_WAIT)
        Purge.objects.filter(pk=row.pk).update(due_at=now + wait, claim=None, claimed_until=None)


def purge(keys: Sequence[str]) -> None:
    """Tell the CDN to drop what has one of these keys. Raises NotPurged, which repeats no address and no token."""
    parts = urlsplit(settings.PURGE_URL)
    how = dialect_of(parts.hostname or "")
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if settings.PURGE_TOKEN:
        headers[how.header] = how.words.format(settings.PURGE_TOKEN)
    for first in range(0, len(keys), how.most):
        body = json.dumps({how.field: keys[first : first + how.most]}).encode()
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        _post(parts.scheme, parts.hostname or "", parts.port, path, body, headers)


def _post(scheme: str, host: str, port: int | None, path: str, body: bytes, headers: dict[str, str]) -> None:
    connection: HTTPConnection
    if scheme == "https":
        connection = HTTPSConnection(host, port, timeout=SECONDS, context=ssl.create_default_context())
    else:
        connection = HTTPConnection(host, port, timeout=SECONDS)
    try:
        connection.request("POST", path, body, headers)
        answer = connection.getresponse()
        answer.read(MOST_ANSWERED)
    except (OSError, HTTPException) as error:
        raise NotPurged(type(error).__name__) from error
    finally:
        connection.close()
    if not 200 <= answer.status < 300:  # redirects are not followed: a token is for one address
        raise NotPurged(f"status {answer.status}")
