"""What a provider says of one address (oEmbed), asked once when an editor embeds it: plain words and a picture.

Only hosts of the table of providers are asked. Of the HTML that comes along nothing is kept but the words of a post.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import quote, urlsplit

from lxml import html as lxml_html
from lxml.etree import LxmlError

from articles.exchange.fetching import PICTURES, Fetcher, Limits, NotFetched
from articles.text.body.attributes import ratio, words
from articles.text.body.elements.embeds import Embed

JSON = ("application/json", "application/json+oembed", "text/json")
ANSWER = Limits(seconds=5, seconds_in_all=8, bytes_at_most=262_144, redirects=2)
POSTER = Limits(seconds=5, seconds_in_all=10, bytes_at_most=10_000_000, redirects=0)
LONGEST_LINE, LONGEST_POST = 300, 3_000  # characters of a title or a name, and of a post's words
_DAY = re.compile(r"([A-Z][a-z]+ \d{1,2}, \d{4})")
MakeFetcher = Callable[..., Fetcher]


@dataclass(frozen=True)
class Said:
    """What is known of an embed: words in plain text, "" where nothing is; a post's own words by line, and its day."""

    title: str = ""
    author: str = ""
    ratio: str = ""
    poster: bytes | None = None
    lines: tuple[str, ...] = ()
    day: date | None = None


def ask_provider(embed: Embed, make_fetcher: MakeFetcher = Fetcher) -> Said:
    """What the provider says of an embed, and its poster. Raises NotFetched with a sentence where it says nothing."""
    provider = embed.provider
    asked = provider.oembed + quote(embed.address, safe="")
    fetcher = make_fetcher([urlsplit(provider.oembed).netloc], kinds=JSON, schemes=("https",), limits=ANSWER)
    try:
        answer = json.loads(fetcher.fetch(asked))
    except (ValueError, RecursionError) as error:
        raise NotFetched(f"{provider.label} answers what cannot be read.") from error
    if not isinstance(answer, dict):
        raise NotFetched(f"{provider.label} answers what cannot be read.")
    lines, day = _post(str(answer.get("html", ""))) if provider.is_post else ((), None)
    return Said(
        title=_line(answer.get("title")),
        author=_line(answer.get("author_name")),
        ratio=_ratio(answer.get("width"), answer.get("height")) if provider.shape in ("wide", "tall") else "",
        poster=_poster(answer.get("thumbnail_url"), provider.posters, make_fetcher),
        lines=lines,
        day=day,
    )


def _line(value: Any) -> str:
    return (words(value[: LONGEST_LINE * 4]) or "")[:LONGEST_LINE].strip() if isinstance(value, str) else ""


def _ratio(width: Any, height: Any) -> str:
    try:
        return ratio(f"{int(width)}:{int(height)}") or ""
    except (TypeError, ValueError, OverflowError):
        return ""


def _poster(address: Any, hosts: tuple[str, ...], make_fetcher: MakeFetcher) -> bytes | None:
    """The bytes of the picture that stands for it; an embed does without where there is none to be had."""
    if not isinstance(address, str) or not hosts:
        return None
    kinds = tuple(kind for kind in PICTURES if kind)
    try:
        return make_fetcher(hosts, kinds=kinds, schemes=("https",), limits=POSTER).fetch(address)
    except NotFetched:
        return None


def _post(html: str) -> tuple[tuple[str, ...], date | None]:
    """The words of a post by line, from the first paragraph of its quotation, and the day that is said behind it."""
    try:
        root = lxml_html.fragment_fromstring(html[: LONGEST_POST * 20], create_parent="div")
    except (LxmlError, ValueError):
        return (), None
    paragraph = next(root.iterfind(".//blockquote//p"), None)
    if paragraph is None:
        return (), None
    written = "".join(_text(paragraph))[:LONGEST_POST]
    lines = tuple(line for part in written.split("\n") if (line := words(part)))
    dates = [found[1] for link in root.iterfind(".//blockquote/a") if (found := _DAY.search(link.text_content()))]
    return lines, _day(dates[-1]) if dates else None


def _text(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "br":
            yield "\n"
        elif isinstance(child.tag, str) and child.tag not in ("script", "style"):
            yield from _text(child)
        yield child.tail or ""


def _day(said: str) -> date | None:
    try:
        return datetime.strptime(said, "%B %d, %Y").date()
    except ValueError:
        return None
