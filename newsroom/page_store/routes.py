"""Which of readers' pages are stored, and what of a query counts there: everything else in an address is nothing."""

import re
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode

from django.urls import Resolver404, resolve

from newsroom.page_store.shelves import Key

# By the name of an address: the keys of its query that its page reads.
STORED: dict[str, tuple[str, ...]] = {
    "front": (),
    "topics": ("after",),
    "topic": ("before",),
    "topic-feed": (),
    "people": ("after",),
    "person": ("quotes", "mentions", "stories"),
    "person-quotes": ("topic", "year", "before"),
    "person-feed": (),
    "latest": ("before",),
    "archive": (),
    "archive-year": (),
    "archive-month": (),
    "archive-day": ("before",),
    "corrections": ("before",),
    "feed": (),
    "security-txt": (),
    "sitemap": (),
    "news-sitemap": (),
    "pages-sitemap": (),
    "story-sitemap": (),
    "named-sitemap": (),
    "robots": (),
    "manifest": (),
    "icon": (),
    "story": ("after",),
    "history": (),
    "story-part": (),
    "ninjs": (),
    "next-list": ("after",),
    "desk-feed": (),
    "desk": ("before",),
}
# What changes something, answers one person, or searches for words that anybody can think up.
NOT_STORED = {
    *("search", "suggestions", "read", "csp-reports", "oembed", "healthz", "readyz"),
    *("kept", "service-worker", "card"),  # made in no time, or pictures
    *("trust-txt", "well-known-trust-txt", "tdm-reservation", "licence", "transparency"),  # hardly ever asked for
}
# Where the front page leads on to a story by the number that another system knew it by.
NUMBERED = ("p=", "page_id=")
# Words that somebody looks for among a person's: never stored.
LOOKED_FOR = re.compile(r"(?:^|&)q=")
LONGEST_QUERY = 500  # characters, of what we write ourselves


def key_for(path: str, query: str) -> Key | None:
    """The key of a page that is stored, None for an address that is not; the query as it came, the path decoded."""
    name = _name_of(path)
    if name not in STORED or (name == "front" and query.startswith(NUMBERED)):
        return None
    if name == "person-quotes" and LOOKED_FOR.search(query):
        return None
    return Key(path, canonical(query, STORED[name]) if query and STORED[name] else "")


def canonical(query: str, allowed: tuple[str, ...]) -> str:
    """What counts of a query, in one order: each allowed key once, with its last value, where that says anything."""
    if len(query) > LONGEST_QUERY:
        return ""
    try:
        said = dict(parse_qsl(query, keep_blank_values=True, max_num_fields=20))
    except ValueError:
        return ""
    return urlencode([(name, said[name]) for name in allowed if said.get(name)])


@lru_cache(maxsize=4096)
def _name_of(path: str) -> str | None:
    """The name of the address that a path is one of, None for none and for those of others' applications."""
    try:
        found = resolve(path)
    except Resolver404:
        return None
    return None if found.namespaces else found.url_name
