"""NITF 3: its head as facts, its body as HTML."""

from html import escape

from lxml import etree

from articles.exchange.xml_stream import local, words_in
from articles.text.body.vocabulary import names_in

_TAGS = {"hl1": "h2", "hl2": "h2", "bq": "blockquote", "credit": "cite", "note": "blockquote", "block": "div"}
_KEPT = names_in("p pre em strong a ul ol li table tr td th br hr q sub sup dl dt dd caption")
_FACTS = ("headline", "dek", "byline", "place", "date", "embargo", "status", "id", "topics", "notes")
_LINES = {"dateline": "place", "abstract": "dek", "byline": "byline"}


def head_of_nitf(root: etree._Element) -> dict[str, str]:
    """Headline, dek, byline, place, date, embargo, status, id; topics and notes one a line. What is missing is ""."""
    head = dict.fromkeys(_FACTS, "")
    topics, notes, lower = [], [], []
    for each in root.iter():
        name, words = local(each), " ".join(words_in(each).split()) if isinstance(each.tag, str) else ""
        if (name == "title" and not head["headline"]) or (name == "hl1" and _is_in(each, "hedline")):
            head["headline"] = words
        elif name == "hl2" and _is_in(each, "hedline"):
            lower.append(words)
        elif name in _LINES and not head[_LINES[name]]:
            head[_LINES[name]] = _place(each) or words if name == "dateline" else words.removeprefix("By ")
        elif name == "doc-id":
            head["id"] = each.get("id-string", "")
        elif name in ("date.issue", "date.release"):
            head["date" if name == "date.issue" else "embargo"] = each.get("norm", "")
        elif name == "docdata":
            head["status"] = each.get("management-status", "")
        elif name in ("keyword", "tobject.subject"):
            topics.append(
                each.get("key") or each.get("tobject.subject.matter") or each.get("tobject.subject.type") or ""
            )
        elif name == "ed-msg" and each.get("info"):
            notes.append(f"From the agency: {each.get('info')}")
        elif name in ("tagline", "bibliography", "distributor", "rights") and words:
            notes.append(f"From the agency ({name}): {words}")
    head["dek"] = head["dek"] or " ".join(lower)
    head["topics"], head["notes"] = "\n".join(dict.fromkeys(filter(None, topics))), "\n".join(notes)
    head["id"] = head["id"] or head["headline"]
    return head


def body_of_nitf(root: etree._Element) -> str:
    """The words of body.content as HTML."""
    return "".join(_html(part) for body in root.iter() if local(body) == "body.content" for part in body)


def _html(element: etree._Element) -> str:
    name = local(element)
    if name == "media":
        return _figure(element)
    inside = escape(element.text or "", quote=False)
    inside += "".join(_html(part) + escape(part.tail or "", quote=False) for part in element)
    tag = _TAGS.get(name, name if name in _KEPT else "")
    if tag == "a":
        return f'<a href="{escape(element.get("href", ""))}">{inside}</a>'
    return f"<{tag}>{inside}</{tag}>" if tag not in ("", "br", "hr") else f"<{tag}>" if tag else inside


def _figure(media: etree._Element) -> str:
    """A picture with caption and credit; a film or sound as what is said of it, with a link."""
    source = next((each.get("source", "") for each in media.iter() if local(each) == "media-reference"), "")
    caption = " ".join(" ".join(words_in(each).split()) for each in media.iter() if local(each) == "media-caption")
    credit = " ".join(" ".join(words_in(each).split()) for each in media.iter() if local(each) == "media-producer")
    alt = next((each.get("alternate-text", "") for each in media.iter() if local(each) == "media-reference"), "")
    if media.get("media-type", "image") not in ("image", "photo", "graphic"):
        return f'<iframe src="{escape(source)}"></iframe><p>{escape(caption, quote=False)}</p>'
    said = f'{escape(caption, quote=False)}<span class="credit">{escape(credit, quote=False)}</span>'
    return f'<figure><img src="{escape(source)}" alt="{escape(alt)}"><figcaption>{said}</figcaption></figure>'


def _place(dateline: etree._Element) -> str:
    return next((" ".join(words_in(each).split()) for each in dateline if local(each) == "location"), "")


def _is_in(element: etree._Element, name: str) -> bool:
    return any(local(outer) == name for outer in element.iterancestors())
