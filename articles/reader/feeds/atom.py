"""A feed as Atom (RFC 4287), with photos by Media RSS."""

from lxml import etree

from articles.reader.feeds.media_rss import MEDIA, add_pictures
from articles.reader.machines.xml import add, legal, written

ATOM = "http://www.w3.org/2005/Atom"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def atom(feed, language):
    """The document as bytes; `language` is the site's."""
    root = etree.Element(_tag("feed"), nsmap={None: ATOM, "media": MEDIA})
    root.set(LANGUAGE, language)
    _words(root, id=feed.id, title=feed.name, subtitle=feed.description, updated=feed.updated.isoformat())
    add(root, _tag("link"), rel="self", href=feed.address("atom"), type="application/atom+xml")
    add(root, _tag("link"), rel="alternate", href=feed.page, type="text/html")
    if feed.hub:
        add(root, _tag("link"), rel="hub", href=feed.hub)
    _words(add(root, _tag("author")), name=feed.name, uri=feed.page)  # of entries that nobody signs
    for entry in feed.entries:
        _entry(root, entry)
    return written(root)


def _entry(root, entry):
    element = add(root, _tag("entry"))
    element.set(LANGUAGE, legal(entry.language))
    times = {"published": entry.published.isoformat(), "updated": entry.updated.isoformat()}
    _words(element, id=entry.id, title=entry.title, **times)
    add(element, _tag("link"), rel="alternate", href=entry.url, type="text/html")
    for author in entry.authors:
        _words(add(element, _tag("author")), name=author.name, uri=author.url)
    for tag in entry.tags:
        add(element, _tag("category"), term=tag)
    if entry.summary:
        add(element, _tag("summary"), entry.summary, type="text")
    add(element, _tag("content"), entry.html, type="html")
    add_pictures(element, entry.pictures)


def _words(parent, **texts):
    for name, text in texts.items():
        add(parent, _tag(name), text)


def _tag(name):
    return f"{{{ATOM}}}{name}"
