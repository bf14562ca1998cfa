"""Pages as they stand in a copy of the site: their links lead to files, relative to each other or below an address."""

import json
import re
from collections.abc import Callable
from html import escape, unescape
from posixpath import join, normpath, relpath
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from django.conf import settings

from moving.site_addresses import TurnedList

_LINK = re.compile(r'(?P<name> (?:href|src|action|poster))="(?P<link>[/?][^"]*)"')
_SET = re.compile(r'(?P<name> (?:srcset|imagesrcset))="(?P<links>/[^"]*)"')
_OWN_PATH = re.compile(r'(?P<name> data-url)="(?P<path>/[^"]*)"')
# There is nobody to ask.
_OEMBED = re.compile(r'<link rel="alternate" type="application/json\+oembed"[^>]*>\n?')
_CATCHWORD = re.compile(r'<a class="catchword" rel="next" href="(?P<link>[^"]*)">.*?</a>', re.DOTALL)
_QUERIES = "before|after|quotes|mentions|stories"
_TURNED = re.compile(rf"(?:{_QUERIES})-\d+/$")
_INTRO = re.compile(r'<header class="intro">.*?</header>', re.DOTALL)
_CHANGING = re.compile(r'<dl class="facts">.*?</dl>|<p class="quiet">.*?</p>', re.DOTALL)
_CAST = re.compile(r'<section class="cast grid".*?</section>\n?', re.DOTALL)
_PICTURE = re.compile(r"/photos/[\w-]{22}/[\w.-]+|/cards/[a-z]+-\d+-[0-9a-f]{12}\.png")
HTML, JSON = "text/html", "application/json"
NOT_FOUND = "/404.html"  # servers show it at any address


class Copy(NamedTuple):
    """How the copy is made: below which address ("" for relative links), and the lists that have further pages."""

    address: str
    lists: dict[tuple[str, str], TurnedList]

    @property
    def prefix(self) -> str:
        """What stands before every path on its server."""
        return urlsplit(self.address).path.rstrip("/")

    def content(self, path: str, kind: str, content: bytes) -> bytes:
        """What the copy has at `path` of what readers get there."""
        if kind == HTML:
            content = self._page(path, content.decode()).encode()
        elif kind == JSON and path.endswith("/next.json") and self.prefix:
            told = json.loads(content)
            for story in told["stories"]:
                story["path"] = self.prefix + story["path"]
            content = json.dumps(told).encode()
        return content.replace(settings.SITE_URL.encode(), self.address.encode()) if self.address else content

    def _page(self, path: str, html: str) -> str:
        html = _OEMBED.sub("", html)
        if _TURNED.search(path):
            html = self._turned(path, html)
        lead = self.leading_from(path)

        def link(found: re.Match[str]) -> str:
            return f'{found["name"]}="{escape(lead(unescape(found["link"])))}"'

        def links(found: re.Match[str]) -> str:
            parts = (part.strip().partition(" ") for part in unescape(found["links"]).split(","))
            told = ", ".join(f"{lead(address)}{space}{width}" for address, space, width in parts)
            return f'{found["name"]}="{escape(told)}"'

        html = _SET.sub(links, _LINK.sub(link, html))
        return _OWN_PATH.sub(rf'\g<name>="{self.prefix}\g<path>"', html) if self.prefix else html

    def _turned(self, path: str, html: str) -> str:
        """A further page of a list, with its own address where it says one with a cursor, and without what changes.

        How many stories a topic has, and who speaks in it, is on the first page; else all pages changed with a story.
        """
        own = re.escape(settings.SITE_URL) + r"/[^\s\"?<]*\?(?:" + _QUERIES + r")=[^\s\"&#<]*"
        html = re.sub(own, settings.SITE_URL + path, html)
        return _INTRO.sub(lambda intro: _CHANGING.sub("", intro[0]), _CAST.sub("", html))

    def leading_from(self, path: str) -> Callable[[str], str]:
        """A function from an address of the site to the link to it from the page at `path`."""
        folder = path.rpartition("/")[0] or "/"
        asked = _TURNED.sub("", path)

        def lead(link: str) -> str:
            target, _, fragment = link.partition("#")
            target = self._path_of(target, asked)
            mark = f"#{fragment}" if fragment else ""
            if self.address or path == NOT_FOUND:
                return f"{self.prefix}{target}{mark}"
            near = relpath(target, folder)
            return f"{near}/{mark}" if target.endswith("/") else f"{near}{mark}"

        return lead

    def _path_of(self, target: str, asked: str) -> str:
        """The path in the copy of an address: a cursor's is its page, and nothing else has a query."""
        path, _, query = target.partition("?")
        path = path or asked
        for name, cursor in parse_qsl(query):
            found = self.lists.get((path, name))
            if found is not None and cursor in found.places:
                return found.path_after(cursor)
        return path


def pictures_in(content: bytes) -> set[str]:
    """The addresses of the renditions, and of the cards in their stead, that an answer of the site names."""
    return set(_PICTURE.findall(content.decode(errors="replace")))


def is_as_good(path: str, old: bytes, new: bytes, kind: str, headlines: dict[str, str]) -> bool:
    """Whether what the copy has may stay: only what comes next is other, and where it leads readers is there still.

    `headlines` are those of the live stories by the end of their path. A story that comes out moves in the lists of
    many others; a copy that followed each would be written anew from end to end.
    """
    if kind == JSON:
        return _are_as_good(old, new, headlines)
    was, now = old.decode(errors="replace"), new.decode()
    before, after = _CATCHWORD.search(was), _CATCHWORD.search(now)
    if not (before and after) or _CATCHWORD.sub("", was) != _CATCHWORD.sub("", now):
        return False
    headline = headlines.get(_end(normpath(join(path, unescape(before["link"].partition("?")[0])))))
    return headline is not None and f">{escape(headline)}</span>" in before[0]


def _are_as_good(old: bytes, new: bytes, headlines: dict[str, str]) -> bool:
    try:
        was: list[Any] = json.loads(old)["stories"]
        now: list[Any] = json.loads(new)["stories"]
        return len(was) >= len(now) and all(headlines.get(_end(each["path"])) == each["headline"] for each in was)
    except (ValueError, KeyError, TypeError):
        return False


def _end(path: str) -> str:
    """The year, month and slug of a story's address, however it is written: every story lies as deep."""
    return "/".join(path.rstrip("/").split("/")[-3:])
