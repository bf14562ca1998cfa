"""A feed as RSS 2.0 (RSS Advisory Board), with full text, authors, times of change and photos by its modules."""

from email.utils import format_datetime

from django.utils.html import escape
from lxml import etree

from articles.reader.feeds.media_rss import MEDIA, add_pictures
from articles.reader.machines.xml import add, written

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DC = "http://purl.org/dc/elements/1.1/"
NAMESPACES = {"atom": ATOM, "content": CONTENT, "dc": DC, "media": MEDIA}


def rss(feed, language):
    """The document as bytes; `language` is the site's."""
    root = etree.Element("rss", nsmap=NAMESPACES, version="2.0")
    channel = add(root, "channel")
    for tag, text in (("title", feed.name), ("link", feed.page), ("description", feed.description)):
        add(channel, tag, text)
    add(channel, "language", language)
    add(channel, "lastBuildDate", format_datetime(feed.updated))
    add(channel, f"{{{ATOM}}}link", rel="self", href=feed.address("rss"), type="application/rss+xml")
    if feed.hub:
        add(channel, f"{{{ATOM}}}link", rel="hub", href=feed.hub)
    for entry in feed.entries:
        _item(channel, entry)
    return written(root)


def _item(channel, entry):
    item = add(channel, "item")
    add(item, "title", entry.title)
    add(item, "link", entry.url)
    add(item, "guid", entry.id, isPermaLink="false")
    add(item, "pubDate", format_datetime(entry.published))
    add(item, f"{{{ATOM}}}updated", entry.updated.isoformat())
    for author in entry.authors:
        add(item, f"{{{DC}}}creator", author.name)
    for tag in entry.tags:
        add(item, "category", tag)
    if entry.summary:
        add(item, "description", escape(entry.summary))  # which is HTML, by the standard
    add(item, f"{{{CONTENT}}}encoded", entry.html)
    add(item, f"{{{DC}}}language", entry.language)
    add_pictures(item, entry.pictures)
