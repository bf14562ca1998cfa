"""An embed on a story's page: a link and a button; nothing is asked of anybody else before somebody presses it."""

import re
from urllib.parse import urlsplit

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from articles.text.body.elements.embeds import embed_of

FRAME = re.compile(r' data-frame="(https://[^/"]+)')


def embed_html(address: str, caption: str) -> SafeString:
    """The figure of an embed; `caption` is safe HTML, perhaps "". Its script is readers/js/embed.js."""
    embed = embed_of(address)
    if embed is None:  # a provider that we no longer know
        return format_html('<p><a href="{}">{}</a></p>', address, address)
    host = urlsplit(embed.frame).netloc
    said = gettext("Show: loads from %(host)s") % {"host": host}
    button = format_html(
        '<button type="button" data-open="embed" data-frame="{}" data-shape="{}">{}</button>',
        embed.frame,
        embed.provider.shape,
        said,
    )
    return format_html(
        '<figure class="embed" data-embed="{}"><p><a class="plain" href="{}">{}</a>{}</p>{}</figure>',
        embed.provider.name,
        address,
        gettext("On %(provider)s") % {"provider": embed.provider.label},
        button if host else "",
        format_html("<figcaption>{}</figcaption>", mark_safe(caption)) if caption else "",  # noqa: S308  cleaned by `text`
    )
