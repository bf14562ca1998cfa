"""Addresses that a story had elsewhere: they lead here for ever, and other stories' links to them are rewritten."""

from collections.abc import Iterable
from datetime import datetime
from urllib.parse import unquote, urlsplit

from articles.exchange.incoming import Note, Status
from articles.models.address import Address
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.imported_story import ImportedStory
from articles.text.body.body import Body
from articles.text.body.nodes import Line, Node, Run, write

LONGEST = 200
WERE_PUBLIC = (Status.PUBLISHED, Status.SCHEDULED)


def path_of(address: str) -> str:
    """The path by which this site is asked for an address of another one: "/2019/05/a-story/", "/?p=12"; or ""."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    numbered = parts.query if parts.path in ("", "/") and parts.query.startswith(("p=", "page_id=")) else ""
    path = f"/?{numbered.partition('&')[0]}" if numbered else unquote(parts.path)
    return path if path.startswith("/") and path != "/" and "\x00" not in path else ""


def keep_addresses(article: Article, addresses: Iterable[str], now: datetime) -> list[Note]:
    """Let the addresses lead to the article; returns what is to be said of those that can't. Needs a transaction."""
    notes = []
    for path in dict.fromkeys(filter(None, map(path_of, addresses))):
        if len(path) > LONGEST:
            notes.append(Note("address", f"Its address is too long to be kept: {path}"))
            continue
        held, _ = Address.objects.get_or_create(path=path, defaults={"article": article, "from_at": now})
        if held.article_id != article.pk:
            notes.append(Note("address", f"Its address {path} is another story's here, and stays so."))
    return notes


def rewritten(body: Body, site: str, now: datetime) -> str:
    """The body with links to stories that came from `site` too leading to where these are here."""
    wanted = {link: path for link in _links(body) if (path := _path_on(link, site))}
    if not wanted:
        return body.html
    held = Address.objects.filter(path__in=wanted.values(), article__imported_from__status__in=WERE_PUBLIC)
    articles = dict(held.values_list("path", "article_id"))
    live = Edition.objects.live(now).filter(article_id__in=articles.values())
    paths = dict(live.values_list("article_id", "path"))
    lead = {link: paths.get(articles[path], path) for link, path in wanted.items() if path in articles}
    return write(_relinked(node, lead) for node in body.nodes) if lead else body.html


def site_of(row: ImportedStory) -> str:
    """The host whose links are the other system's own, without www."""
    return (urlsplit(row.site).hostname or "").removeprefix("www.")


def _path_on(link: str, host: str) -> str:
    """The path of a link to that host, or ""."""
    is_there = (urlsplit(link).hostname or "").removeprefix("www.") == host != ""
    return path_of(link) if is_there else ""


def _links(body: Body) -> list[str]:
    return [
        value for node in body.nodes for line in node.lines for run in line for tag, value in run.marks if tag == "a"
    ]


def _relinked(node: Node, lead: dict[str, str]) -> Node:
    items = tuple(tuple(_line(line, lead) for line in item) for item in node.items)
    return Node(node.element, items, node.attributes)


def _line(line: Line, lead: dict[str, str]) -> Line:
    return tuple(
        Run(text, tuple((tag, lead.get(value, value) if tag == "a" else value) for tag, value in marks))
        for text, marks in line
    )
