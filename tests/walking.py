"""Walking every address the site can produce: those of the urlconf, those its pages name, and those one could guess."""

import itertools
import re
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.db import connection, reset_queries
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, Resolver404, URLPattern, get_resolver, resolve, reverse

LINK = re.compile(r"""(?:href|src|action|content|data-url|data-story-url)=["']([^"']+)["']""")
SRCSET = re.compile(r"""srcset=["']([^"']+)["']""")
BARE = re.compile(r"""["'>\s(](/[^\s"'<>\\()]+|https?://[^\s"'<>\\()]+)""")
# Not readers' pages: the admin asks for a name first, and static files are the same for every newsroom.
ELSEWHERE = ("/admin/", "/static/")
# Headers that differ between two requests for the same thing, or that only measure the body.
PASSING = {"Date", "ETag", "Content-Length", "Server-Timing", "Age"}


@dataclass(frozen=True)
class Answer:
    """What came back: status, headers as text without those that say when and how it travelled, body, queries."""

    status: int
    headers: str
    body: str
    queries: int = 0

    @property
    def text(self):
        """All that a reader could read in it."""
        return f"{self.headers}\n{self.body}"


@dataclass
class Guesses:
    """What somebody could try in an address: values for each of the urlconf's arguments, and query strings.

    `queries` are by the name of the address that they are tried at; those under "" are tried at every other.
    """

    values: dict = field(default_factory=dict)
    queries: dict = field(default_factory=dict)


def routes():
    """{route: (namespaced name, names of its arguments)} of every address of the urlconf that readers may ask for."""
    found = {}
    for pattern, before, space, taken in patterns(get_resolver()):
        route = before + str(pattern.pattern)
        if not f"/{route}".startswith(ELSEWHERE):
            found[route] = (f"{space}{pattern.name}", (*taken, *pattern.pattern.regex.groupindex))
    return found


def views_of():
    """(view, namespaced name, names of its arguments) of every address of the urlconf that has a name."""
    for pattern, _, space, taken in patterns(get_resolver()):
        if pattern.name:
            yield pattern.callback, f"{space}{pattern.name}", (*taken, *pattern.pattern.regex.groupindex)


def patterns(resolver, before="", space="", taken=()):
    """Each pattern below a resolver, with the route, the namespace and the arguments it is reached by."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield pattern, before, space, taken
        else:
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            names = (*taken, *pattern.pattern.regex.groupindex)
            yield from patterns(pattern, before + str(pattern.pattern), inner, names)


@cache  # every page names most of the others
def route_of(path):
    """The route of the urlconf that answers a path, or None."""
    try:
        return resolve(path.partition("?")[0]).route
    except Resolver404:
        return None


def guessed(guesses):
    """Every address that the urlconf makes of the guesses, also without the last slash, as a list.

    Queries are tried where the address takes no argument.
    """
    paths, asked = [], []
    for name, arguments in routes().values():
        choices = [guesses.values.get(argument, ()) for argument in arguments]
        for chosen in itertools.product(*choices):
            try:
                paths.append(reverse(name, kwargs=dict(zip(arguments, chosen, strict=True))))
            except NoReverseMatch:
                continue
        if not arguments:
            asked += [f"{paths[-1]}?{urlencode(query)}" for query in guesses.queries.get(name, guesses.queries[""])]
    without_slash = [path.rstrip("/") for path in paths if path.endswith("/") and path != "/"]
    return list(dict.fromkeys([*paths, *without_slash, *asked]))


def named_in(answer):
    """The readers' addresses that an answer names: links, pictures, forms, feeds' and JSON's addresses."""
    text = unescape(answer.text)
    found = LINK.findall(text) + BARE.findall(text)
    found += [part.split()[0] for srcset in SRCSET.findall(text) for part in srcset.split(",") if part.strip()]
    for address in found:
        path = _own(address)
        if path:
            yield path


def _own(address):
    """The path and query of an address of this site, or ""."""
    host = urlsplit(settings.SITE_URL).netloc
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.netloc not in ("", host, "testserver") or not parts.path.startswith("/") or "//" in parts.path:
        return ""
    if parts.path.startswith(ELSEWHERE) or route_of(parts.path) is None:
        return ""
    return parts.path + (f"?{parts.query}" if parts.query else "")


@cache
def reader():
    """The one client of all walks: to make one reads every static file there is."""
    return Client()


def get(address):
    """The site's Answer to a reader without a cookie."""
    reader().cookies.clear()
    reset_queries()  # their log holds so many and no more, and then nothing is counted
    with CaptureQueriesContext(connection) as captured:
        response = reader().get(address)
        body = b"".join(response.streaming_content) if response.streaming else response.content
    headers = "\n".join(f"{name}: {value}" for name, value in sorted(response.items()) if name not in PASSING)
    return Answer(response.status_code, headers, body.decode(errors="replace"), len(captured))


def walk(starts):
    """{address: Answer} of everything reachable from `starts` by what answers name."""
    answers, waiting = {}, list(starts)
    while waiting:
        address = waiting.pop(0)
        if address not in answers:
            answers[address] = get(address)
            waiting += [each for each in named_in(answers[address]) if each not in answers]
    return answers
