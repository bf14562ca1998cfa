"""oEmbed: what a page elsewhere may show of a story that it links to (oembed.com)."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from lxml import etree

from articles.freshness.reading import moment
from articles.page.canonical_url import absolute_url
from articles.page.lists.cards import cards, live_stories
from articles.reader.machines.machine_headers import for_machines
from articles.reader.machines.xml import add, written
from articles.reader.parts.cache_headers import reader_page
from articles.reader.parts.redirects import article_ids_at
from articles.site_identity import identity
from articles.text.characters import without_soft_hyphens
from media import renditions

THUMBNAIL_WIDTH = 1200  # pixels, where the page that asks sets no limit
LONGEST_URL = 2048


@reader_page
def oembed(request):
    """What a page that links to the story of `?url=` may show of it, as JSON or, by `format`, XML.

    404 where the address is no live story of ours, 501 for another format, as the specification has it.
    """
    form = request.GET.get("format", "json")
    if form not in ("json", "xml"):
        return HttpResponse("There is JSON and XML.", status=501, content_type="text/plain")
    now = moment()
    [card] = cards([_story_at(request.GET.get("url", ""), now)], now)
    answer = _link_to(card, _limit(request, "maxwidth"), _limit(request, "maxheight"))
    return for_machines(JsonResponse(answer) if form == "json" else _as_xml(answer))


def _story_at(url, now):
    """The live Edition that an address of ours leads to, by now or as it was. Raises Http404."""
    try:
        parts, home = urlsplit(url[:LONGEST_URL]), urlsplit(settings.SITE_URL)
    except ValueError as error:
        raise Http404("This is no address.") from error
    is_ours = parts.scheme in ("http", "https") and parts.netloc == home.netloc and "\0" not in parts.path
    path = f"{parts.path.rstrip('/')}/"
    story = live_stories(now).filter(article_id__in=article_ids_at(path, now)).first() if is_ours else None
    if story is None:
        raise Http404("No story that readers can see has this address.")
    return story


def _link_to(card, widest, highest):
    """oEmbed's answer of the type "link", with the lead photo where it fits."""
    answer = {
        "version": "1.0",
        "type": "link",
        "title": without_soft_hyphens(card.story.headline),
        "author_name": ", ".join(card.names),
        "provider_name": identity().name,
        "provider_url": absolute_url("/"),
    }
    return {name: value for name, value in answer.items() if value} | _thumbnail(card.photo, widest, highest)


def _thumbnail(photo, widest, highest):
    """The widest rendition of a photo within the limits, each in pixels or None; nothing where none fits."""
    if photo is None:
        return {}
    for width in reversed(renditions.widths(photo, "original")):
        height = renditions.height(photo, "original", width)
        if width <= (widest or THUMBNAIL_WIDTH) and (highest is None or height <= highest):
            address = absolute_url(renditions.url(photo, "original", width, "jpeg"))
            return {"thumbnail_url": address, "thumbnail_width": width, "thumbnail_height": height}
    return {}


def _limit(request, name):
    """A limit in pixels that the address sets; None for none, or for what is no number of pixels."""
    asked = request.GET.get(name, "")
    return int(asked) if asked.isascii() and asked.isdecimal() and 0 < len(asked) < 9 else None


def _as_xml(answer):
    root = etree.Element("oembed")
    for name, value in answer.items():
        add(root, name, value)
    return HttpResponse(written(root), content_type="text/xml; charset=utf-8")
