"""An embed on a story's page: a link and a button; nothing is asked of anybody else before somebody presses it."""

import re
from urllib.parse import urlsplit

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from articles.page.photos import SHEET_SIZES
from articles.text.body.elements.embeds import Embed, embed_of
from articles.text.body.nodes import Node
from media.models import Photo
from media.pictures import picture_html

FRAME = re.compile(r' data-frame="(https://[^/"]+)')


def embed_html(node: Node, caption: str, poster: Photo | None = None) -> SafeString:
    """The figure of an embed; `caption` is safe HTML, perhaps "". Its script is readers/js/embed.js."""
    address, title, author = map(node.attribute, ("data-embed", "data-title", "data-author"))
    embed = embed_of(address)
    if embed is None:  # a provider that we no longer know
        return format_html('<p><a href="{}">{}</a></p>', address, title or address)
    said = ", ".join(part for part in (title, author) if part)
    return format_html(
        '<figure class="embed" data-embed="{}">{}<p>{}<a class="plain" href="{}">{}</a>{}</p>{}</figure>',
        embed.provider.name,
        picture_html(poster, sizes=SHEET_SIZES) if poster else "",
        format_html('<span class="embed-said"><bdi>{}</bdi></span> ', said) if said else "",
        address,
        gettext("On %(provider)s") % {"provider": embed.provider.label},
        _button(embed, node.attribute("data-ratio")) if embed.frame else "",
        _words(caption, node.attribute("data-credit") if poster else ""),
    )


def _button(embed: Embed, ratio: str) -> SafeString:
    """What shows the frame, and says from where it comes."""
    is_read = embed.provider.shape == "sheet"
    says = gettext("Show: loads from %(host)s") if is_read else gettext("Play: loads from %(host)s")
    return format_html(
        '<button type="button" data-open="embed" data-frame="{}" data-shape="{}"{}>{}</button>',
        embed.frame,
        embed.provider.shape,
        format_html(' data-ratio="{}"', ratio) if ratio else "",
        says % {"host": urlsplit(embed.frame).netloc},
    )


def _words(caption: str, credit: str) -> str:
    """The caption, and whose the poster is."""
    words = mark_safe(caption)  # noqa: S308  cleaned by `text`
    said = format_html('<span class="caption"><bdi>{}</bdi></span> ', words) if caption else ""
    by = format_html('<span class="credit"><bdi>{}</bdi></span>', credit) if credit else ""
    return format_html("<figcaption>{}{}</figcaption>", said, by) if said or by else ""
