"""A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

import json

from articles.text.characters import without_soft_hyphens

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed, language):
    """The document as bytes; `language` is the site's."""
    document = {
        "version": VERSION,
        "title": feed.name,
        "home_page_url": feed.page,
        "feed_url": feed.address("json"),
        "description": feed.description,
        "language": language,
        "hubs": [{"type": "WebSub", "url": feed.hub}] if feed.hub else None,
        "items": [_item(entry) for entry in feed.entries],
    }
    return without_soft_hyphens(json.dumps(_said(document), ensure_ascii=False)).encode()


def _item(entry):
    return _said(
        {
            "id": entry.id,
            "url": entry.url,
            "title": entry.title,
            "summary": entry.summary or None,
            "content_html": entry.html,
            "image": entry.pictures[0].url if entry.pictures else None,
            "date_published": entry.published.isoformat(),
            "date_modified": entry.updated.isoformat(),
            "authors": [author._asdict() for author in entry.authors] or None,
            "tags": list(entry.tags) or None,
            "language": entry.language,
            "attachments": [_attachment(picture) for picture in entry.pictures] or None,
        }
    )


def _attachment(picture):
    words = " ".join(filter(None, [picture.caption or picture.alt, picture.credit]))
    return _said({"url": picture.url, "mime_type": picture.kind, "title": words or None})


def _said(fields):
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value is not None}
