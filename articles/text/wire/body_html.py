"""From blocks to the HTML of an article's body."""

from collections.abc import Iterable
from html import escape
from itertools import groupby

from articles.text.wire.story import ParsedBlock


def body_html(blocks: Iterable[ParsedBlock]) -> str:
    """The blocks as HTML in the body's vocabulary (p, h2, ul, li), escaped; list items in a row make one list."""
    parts = []
    for is_list, group in groupby(blocks, key=lambda block: block.kind == "li"):
        elements = [f"<{block.kind}>{escape(block.text, quote=False)}</{block.kind}>" for block in group]
        parts.append("<ul>" + "".join(elements) + "</ul>" if is_list else "".join(elements))
    return "".join(parts)
