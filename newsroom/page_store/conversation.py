"""What HTTP asks of an answer that is kept: the coding that is wanted, whether it is new, and no body for HEAD."""

from functools import lru_cache

from newsroom.compression import encoding_for
from newsroom.page_store.entry import Entry
from newsroom.page_store.store import Made

NOT_MODIFIED = 304
# What an answer without a body repeats of the one with it (RFC 9110, 15.4.5).
REPEATED = {"cache-control", "content-location", "etag", "expires", "last-modified", "vary"}
LONGEST_HEADER = 200  # characters that are worth remembering

Answer = tuple[int, list[tuple[str, str]], bytes]


def answer_to(entry: Entry | Made, *, is_head: bool, accepts: str, known: str) -> Answer:
    """(status, headers, body) for a request with these Accept-Encoding and If-None-Match headers, "" for none."""
    if known and entry.status == 200 and entry.etag and is_known(entry.etag, known):
        return NOT_MODIFIED, [pair for pair in entry.headers if pair[0].lower() in REPEATED], b""
    coding = _wanted(accepts) if len(accepts) <= LONGEST_HEADER else encoding_for(accepts) or ""
    coding = coding if coding in entry.bodies else ""
    body = entry.bodies[coding]
    headers = [*entry.headers, *([("Content-Encoding", coding)] if coding else ()), ("Content-Length", str(len(body)))]
    return entry.status, headers, b"" if is_head else body


def is_known(etag: str, known: str) -> bool:
    """Whether an If-None-Match header names this ETag, weakly compared (RFC 9110, 8.8.3.2 and 13.1.2)."""
    bare = etag.removeprefix("W/")
    return known.strip() == "*" or any(part.strip().removeprefix("W/") == bare for part in known.split(","))


@lru_cache(maxsize=256)
def _wanted(accepts: str) -> str:
    """The coding that an Accept-Encoding header asks for; browsers have a few dozen of them."""
    return encoding_for(accepts) or ""
