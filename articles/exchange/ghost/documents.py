"""Ghost's own documents, Lexical and Mobiledoc, as HTML: for posts whose HTML is not in the file."""

import json
from collections.abc import Iterable
from html import escape
from typing import Any

from articles.exchange.ghost.cards import card_html

DEEP = 60  # nodes in nodes
_FORMATS = ((1, "strong"), (2, "em"), (4, "s"), (32, "sub"), (64, "sup"))
_MARKUPS = frozenset({"strong", "b", "em", "i", "a", "s", "sub", "sup", "del"})
_BLOCKS = {"paragraph": "p", "extended-text": "p", "quote": "blockquote", "aside": "blockquote", "listitem": "li"}
_INLINE = frozenset({"text", "extended-text", "tk", "linebreak", "link", "autolink", "at-link"})


def body_html(post: dict[str, Any]) -> str:
    """The post's HTML: as it is, or from its Lexical or Mobiledoc; "" where it has no words."""
    if isinstance(post.get("html"), str) and post["html"].strip():
        return post["html"]
    for name, draw in (("lexical", lexical_html), ("mobiledoc", mobiledoc_html)):
        if isinstance(post.get(name), str) and post[name].strip():
            try:
                return draw(json.loads(post[name]))
            except (ValueError, RecursionError):
                continue
    text = post.get("plaintext")
    return (
        "".join(f"<p>{escape(part, quote=False)}</p>" for part in text.split("\n\n")) if isinstance(text, str) else ""
    )


def lexical_html(document: Any) -> str:
    """A Lexical document as HTML."""
    root = document.get("root") if isinstance(document, dict) else None
    return "".join(_node(node, 0) for node in _children(root))


def mobiledoc_html(document: Any) -> str:
    """A Mobiledoc (0.3) as HTML."""
    if not isinstance(document, dict):
        return ""
    return "".join(
        _section(section, document) for section in document.get("sections") or () if isinstance(section, list)
    )


def _children(node: Any) -> list[dict[str, Any]]:
    found = node.get("children") if isinstance(node, dict) else None
    return [each for each in found or () if isinstance(each, dict)]


def _node(node: dict[str, Any], depth: int) -> str:
    kind = str(node.get("type") or "")
    if depth > DEEP:
        return ""
    inside = "".join(_node(each, depth + 1) for each in _children(node))
    if kind in _INLINE and "text" in node:
        return _formatted(node)
    if kind == "linebreak":
        return "<br>"
    if kind in ("link", "autolink", "at-link"):
        return f'<a href="{escape(str(node.get("url") or ""))}">{inside}</a>'
    if kind in ("heading", "extended-heading"):
        return f"<h{_level(node.get('tag'))}>{inside}</h{_level(node.get('tag'))}>"
    if kind == "list":
        tag = "ol" if node.get("listType") == "number" else "ul"
        return f"<{tag}>{inside}</{tag}>"
    block = _BLOCKS.get(kind.replace("extended-quote", "quote"))
    return f"<{block}>{inside}</{block}>" if block else inside or card_html(kind, node)


def _level(tag: Any) -> int:
    return int(tag[1]) if isinstance(tag, str) and len(tag) == 2 and tag[1] in "123456" else 2


def _formatted(node: dict[str, Any]) -> str:
    words, bits = escape(str(node["text"]), quote=False), node.get("format")
    for bit, tag in _FORMATS:
        if isinstance(bits, int) and bits & bit:
            words = f"<{tag}>{words}</{tag}>"
    return words


def _section(section: list[Any], document: dict[str, Any]) -> str:
    kind, rest = section[0], section[1:]
    if kind == 1 and len(rest) > 1:
        tag = rest[0] if rest[0] in ("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "aside") else "p"
        tag = "blockquote" if tag == "aside" else tag
        return f"<{tag}>{_markers(rest[1], document)}</{tag}>"
    if kind == 2 and rest:
        return card_html("image", {"src": rest[0]})
    if kind == 3 and len(rest) > 1:
        tag = "ol" if rest[0] == "ol" else "ul"
        return f"<{tag}>{''.join(f'<li>{_markers(item, document)}</li>' for item in rest[1])}</{tag}>"
    if kind == 10 and rest:
        card = _at(document.get("cards"), rest[0])
        if isinstance(card, list) and len(card) > 1 and isinstance(card[1], dict):
            return card_html(str(card[0]), card[1])
    return ""


def _markers(markers: Iterable[Any], document: dict[str, Any]) -> str:
    """Words with what is around them opened and closed as the markers say."""
    written, opened = [], []
    for marker in markers if isinstance(markers, list) else ():
        if not isinstance(marker, list) or len(marker) < 4:
            continue
        for number in marker[1]:
            markup = _at(document.get("markups"), number)
            tag = markup[0] if isinstance(markup, list) and markup and markup[0] in _MARKUPS else "span"
            address = _attribute(markup, "href") if tag == "a" else ""
            written.append(f'<{tag} href="{escape(address)}">' if address else f"<{tag}>")
            opened.append(tag)
        atom = _at(document.get("atoms"), marker[3]) if marker[0] == 1 else None
        is_break = isinstance(atom, list) and atom[:1] == ["soft-return"]
        written.append("<br>" if is_break else "" if marker[0] == 1 else escape(str(marker[3]), quote=False))
        written += [f"</{opened.pop()}>" for _ in range(min(len(opened), marker[2]))]
    return "".join([*written, *(f"</{tag}>" for tag in reversed(opened))])


def _attribute(markup: Any, name: str) -> str:
    pairs = markup[1] if isinstance(markup, list) and len(markup) > 1 and isinstance(markup[1], list) else []
    return next((str(value) for key, value in zip(pairs[::2], pairs[1::2], strict=False) if key == name), "")


def _at(values: Any, place: Any) -> Any:
    return values[place] if isinstance(values, list) and isinstance(place, int) and 0 <= place < len(values) else None
