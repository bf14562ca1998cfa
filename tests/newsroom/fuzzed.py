"""Requests that nobody sends by mistake: every address there is, and others, with odd methods, headers and bodies.

All is drawn from one `random.Random`, so that a number finds a request again.
"""

import json
import random
import re
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from django.urls import NoReverseMatch, get_resolver, reverse

from tests.walking import patterns

METHODS = (
    "GET",
    "GET",
    "GET",
    "POST",
    "POST",
    "POST",
    "HEAD",
    "PUT",
    "PATCH",
    "DELETE",
    "OPTIONS",
    "TRACE",
    "BREW",
    "get",
)
ODD = (
    *("", " ", "0", "-1", "1", "2", "99999999999999999999", "1e999", "NaN", "true", "null", "\0", "a\0b", "\r\nX-A: b"),
    *("' OR 1=1 --", '"', "\\", "%", "%00", "%ff", "..", "../../etc/passwd", "<script>alert(1)</script>", "{{ 7*7 }}"),
    *(
        "é",
        "Ж" * 50,
        "\u202e",
        "\ud7ff",
        "\uffff",
        "🙂" * 20,
        "ا",
        "ﷺ",
        "İ",
        "ß",
        "a\u0301" * 100,
        "\u200b",
        "a" * 5000,
    ),
    *("2026", "2026-13-45", "0001-01-01", "9999-12-31T23:59", "2026-11-30T10:00", "10000-01-01", "00000"),
    *(
        "[" * 500,
        '{"a":' * 200,
        "(" * 300,
        "word " * 300,
        "“a” " * 200,
        "-a " * 100,
        "1,2,3",
        "1|2",
        "a,b",
        "*",
        "NEAR(a b)",
    ),
    *(
        "http://a.b/",
        "//evil.example",
        "javascript:alert(1)",
        "/admin/",
        "http://[::1",
        "http://a:99999/",
        "file:///etc",
    ),
)
QUERIES = (
    *("q", "after", "before", "page", "p", "o", "e", "all", "next", "from", "to", "desk", "topic", "person", "byline"),
    *(
        "width",
        "format",
        "url",
        "maxwidth",
        "maxheight",
        "_popup",
        "_to_field",
        "_changelist_filters",
        "ids",
        "id",
        "text",
    ),
    *(
        "stage",
        "stage__exact",
        "desk__id__exact",
        "words",
        "term",
        "app_label",
        "model_name",
        "field_name",
        "clock",
        "seen",
    ),
    *("free", "linked", "year", "month", "day", "with", "into", "sort", "state", "who", "number", "timeline_version"),
)
TYPES = (
    *("application/x-www-form-urlencoded", "application/json", "multipart/form-data; boundary=BoUnD", "text/plain"),
    *(
        "multipart/form-data",
        "multipart/form-data; boundary=" + "x" * 300,
        "application/json; charset=utf-7",
        "\xff/\xfe",
        "",
    ),
    *(
        "application/x-www-form-urlencoded; charset=nonsense",
        "application/csp-report",
        "multipart/mixed; boundary=BoUnD",
    ),
)
HEADERS = (
    *("HTTP_ACCEPT", "HTTP_ACCEPT_LANGUAGE", "HTTP_ACCEPT_ENCODING", "HTTP_ACCEPT_CHARSET", "HTTP_IF_NONE_MATCH"),
    *(
        "HTTP_IF_MODIFIED_SINCE",
        "HTTP_IF_MATCH",
        "HTTP_IF_UNMODIFIED_SINCE",
        "HTTP_RANGE",
        "HTTP_IF_RANGE",
        "HTTP_HOST",
    ),
    *("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST", "HTTP_FORWARDED", "HTTP_REFERER"),
    *(
        "HTTP_ORIGIN",
        "HTTP_X_CSRFTOKEN",
        "HTTP_USER_AGENT",
        "HTTP_X_HTTP_METHOD_OVERRIDE",
        "HTTP_EXPECT",
        "HTTP_UPGRADE",
    ),
    *(
        "HTTP_SAVE_DATA",
        "HTTP_SEC_FETCH_SITE",
        "HTTP_SEC_GPC",
        "HTTP_TE",
        "HTTP_COOKIE",
    ),
)
LIKELY = {
    "HTTP_ACCEPT_LANGUAGE": ("uk, ar;q=0.5", "xx-" * 50, "en;q=nan", "*"),
    "HTTP_ACCEPT_ENCODING": ("gzip, br", "br;q=inf", "identity;q=0", "*;q=0"),
    "HTTP_IF_NONE_MATCH": ('"x"', "*", 'W/"x", "y"', '"' * 500),
    "HTTP_IF_MODIFIED_SINCE": ("Mon, 30 Nov 2026 10:00:00 GMT", "Mon, 99 Nov 99999 10:00:00 GMT", "0"),
    "HTTP_RANGE": ("bytes=0-0", "bytes=-5", "bytes=9-1", "bytes=" + "0-1," * 200, "lines=1-2"),
    "HTTP_HOST": ("testserver", "testserver:80", "evil.example", "testserver:99999", "[::1]", "a b", "é.example"),
    "HTTP_X_FORWARDED_FOR": ("203.0.113.7, 10.0.0.1", "::1", "unknown", "1.2.3.4:5", "[::1]:7", "a" * 900),
}
SESSION = "sessionid"


@dataclass
class World:
    """What there is to ask for: values of addresses' arguments, forms' fields by path, a session's key by role."""

    values: dict
    sessions: dict
    fields: dict = field(default_factory=dict)


def routes():
    """[(namespaced name, names of its arguments, the route as text)] of the whole urlconf."""
    found = []
    for pattern, before, space, taken in patterns(get_resolver()):
        arguments = (*taken, *pattern.pattern.regex.groupindex)
        found.append((f"{space}{pattern.name}" if pattern.name else "", arguments, before + str(pattern.pattern)))
    return found


class Fuzzer:
    """Draws requests, as WSGI environments (PEP 3333) but for the body, which stands beside."""

    def __init__(self, world, number):
        self.world, self.random, self.routes = world, random.Random(number), routes()

    def draw(self):
        """(role, environ, body)."""
        chance, role = self.random.random, self.random.choice([*self.world.sessions])
        path = self._path()
        method = self.random.choice(METHODS)
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path.encode("utf-8", "surrogateescape" if "\udcff" in path else "surrogatepass").decode(
                "latin-1"
            ),
            "QUERY_STRING": self._query() if chance() < 0.5 else "",
            "wsgi.url_scheme": self.random.choice(["http", "http", "https", "ftp"]),
            "CONTENT_TYPE": self.random.choice(TYPES),
        }
        for name in self.random.sample(HEADERS, self.random.choice([0, 0, 1, 3])):
            environ[name] = self._header(name)
        if self.world.sessions[role]:
            cookie = f"{SESSION}={self.world.sessions[role]}"
            environ["HTTP_COOKIE"] = f"{environ.get('HTTP_COOKIE', '')[:200]}; {cookie}".lstrip("; ")
        body = b"" if method in ("GET", "HEAD") and chance() < 0.9 else self._body(path, environ)
        return role, environ, body

    def odd(self):
        """A value that no form expects; now and then two of them."""
        value = self.random.choice(ODD)
        return value + self.random.choice(ODD) if self.random.random() < 0.1 else value

    def _path(self):
        name, arguments, route = self.random.choice(self.routes)
        chosen = {argument: self._argument(argument) for argument in arguments}
        try:
            path = reverse(name, kwargs=chosen) if name else f"/{route}"
        except NoReverseMatch:  # a name twice, or a value that does not fit: as the route itself has it
            path = "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda match: str(chosen.get(match[1], "x")), route)
        for _ in range(self.random.choice([0, 0, 0, 1, 2])):
            path = self._bent(path)
        return path

    def _argument(self, name):
        known = self.world.values.get(name, ())
        if known and self.random.random() < 0.8:
            return self.random.choice(known)
        return self.random.choice([self.random.randrange(40), self.odd().replace("/", "") or "x"])

    def _bent(self, path):
        at = self.random.randrange(len(path) + 1)
        return self.random.choice(
            [
                *(path.rstrip("/"), path + "/", path.upper(), "/" + path, path + "//", path + "/.", path + "/.."),
                *(
                    path[:at] + self.odd() + path[at:],
                    path[:at] + path[at + 1 :],
                    path.replace("/", "/./"),
                    path + ";a=b",
                ),
                *(path + "\udcff", quote(path, errors="replace"), path + self.odd(), path.replace("a", "а")),
            ]
        )

    def _query(self):
        pairs = [
            (self.random.choice(QUERIES) if self.random.random() < 0.9 else self.odd()[:50], self.odd())
            for _ in range(self.random.choice([1, 1, 2, 5]))
        ]
        query = urlencode(pairs)
        return (
            query
            if self.random.random() < 0.9
            else self.random.choice(["&" * 1200, "%ff=%", "=", "a" * 9000, query[::-1]])
        )

    def _header(self, name):
        if self.random.random() < 0.6 and name in LIKELY:
            return self.random.choice(LIKELY[name])
        value = self.odd().encode("utf-8", "surrogatepass").decode("latin-1")
        return value.replace("\r", "").replace("\n", "")

    def _body(self, path, environ):
        fields = self.world.fields.get(path) or self.random.sample(QUERIES, 3)
        kind = environ["CONTENT_TYPE"]
        if "json" in kind and self.random.random() < 0.9:
            return self._json()
        values = {name: self.odd() if self.random.random() < 0.5 else "1" for name in fields}
        if "boundary=BoUnD" in kind and self.random.random() < 0.9:
            return self._parts(values)
        if "urlencoded" in kind and self.random.random() < 0.9:
            return urlencode(values).encode()
        return self.random.choice(
            [b"", self.random.randbytes(300), b"a=1&" * 1500, b"\0" * 50, b"--BoUnD\r\n", b"{" * 3000]
        )

    def _json(self):
        names = (
            "sheet",
            "version",
            "fields",
            "base",
            "mine",
            "lines",
            "mentioned",
            "html",
            "text",
            "name",
            "alt",
            "q",
            "photos",
        )
        value = {self.random.choice(names): self._value(0) for _ in range(self.random.choice([0, 1, 3, 6]))}
        text = json.dumps(value)
        return (
            text if self.random.random() < 0.9 else self.random.choice([text[:-1], text * 2, "[" * 50_000, "﻿" + text])
        ).encode()

    def _value(self, depth):
        kinds = [
            self.odd,
            lambda: self.random.choice([None, True, 0, -1, 1.5, 10**30, float("nan"), "\ud83d", "<p>x</p>"]),
        ]
        if depth < 4:
            kinds += [
                lambda: [self._value(depth + 1) for _ in range(3)],
                lambda: {
                    self.random.choice(["headline", "body", "text", "topics", self.odd()]): self._value(depth + 1)
                },
            ]
        return self.random.choice(kinds)()

    def _parts(self, values):
        lines = []
        for name, value in values.items():
            is_file = self.random.random() < 0.2
            what = f'; filename="{self.odd()[:80]}"' if is_file else ""
            lines.append(f'--BoUnD\r\nContent-Disposition: form-data; name="{name}"{what}\r\n\r\n{value}\r\n')
        end = "--BoUnD--\r\n" if self.random.random() < 0.9 else ""
        return "".join([*lines, end]).encode("utf-8", "surrogatepass")
