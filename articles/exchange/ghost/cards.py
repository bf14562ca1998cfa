"""Ghost's cards: as HTML where only their facts are in the file, and as our vocabulary where they are HTML already."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from lxml import html
from lxml.html import HtmlElement

from articles.exchange.incoming import Note
from articles.text.body.vocabulary import names_in

LEFT_OUT = {
    "button": "A button",
    "cta": "A call to action",
    "call-to-action": "A call to action",
    "signup": "A form to sign up",
    "product": "A product",
    "email": "Words for mails only",
    "email-cta": "Words for mails only",
    "nft": "An NFT",
    "transistor": "A podcast for members",
}
_NEVER_SHOWN = frozenset({"email", "email-cta"})
_SILENT = names_in("paywall hr horizontalrule")
_TITLES = ("-title", "-caption", "figcaption")
_FILES = names_in("kg-audio-card kg-video-card kg-file-card")
Facts = Mapping[str, Any]


def card_html(name: str, facts: Facts) -> str:
    """A card as HTML, by its facts; "" for one that says nothing."""
    name = name.removeprefix("card-")
    if name in LEFT_OUT:
        words = "" if name in _NEVER_SHOWN else " ".join(v for v in facts.values() if isinstance(v, str))
        return f'<div class="kg-{name}-card">{escape(words, quote=False)}</div>'
    draw = _DRAWN.get(name)
    if draw is None:
        return (
            ""
            if name in ("paywall", "hr", "horizontalrule")
            else f'<div class="kg-unknown-card" title="{escape(name)}"></div>'
        )
    return draw(facts)


def say_cards(page: HtmlElement) -> list[Note]:
    """Make of a page's cards what can be carried; returns what is to be said."""
    notes: list[Note] = []
    for element in list(page.iter("div", "figure", "a")):
        names = set((element.get("class") or "").split())
        kinds = {name.removeprefix("kg-").removesuffix("-card") for name in names if name.startswith("kg-")}
        if element.getparent() is None or not kinds:
            continue
        if "unknown" in kinds:
            _leave_out(element, notes, f"A card of a kind that is not known ({element.get('title')})")
        elif left := next((LEFT_OUT[kind] for kind in sorted(kinds) if kind in LEFT_OUT), ""):
            _leave_out(element, notes, left)
        elif "bookmark" in kinds:
            _say_bookmark(element, notes)
        elif names & _FILES:
            _say_file(element, notes)
    return notes


def _leave_out(element: HtmlElement, notes: list[Note], what: str) -> None:
    words = " ".join(element.text_content().split())
    notes.append(Note("card", f"{what} was left out{f': {words}' if words else '.'}"))
    element.drop_tree()


def _say_bookmark(element: HtmlElement, notes: list[Note]) -> None:
    """A bookmark as a link in a paragraph of its own, with its title; the rest of it is named."""
    link = next((each for each in (element, *element.iter("a")) if each.get("href")), None)
    address = "" if link is None else link.get("href", "")
    title = next((" ".join(each.text_content().split()) for each in element.iter() if _is_title(each)), "")
    words = " ".join(element.text_content().split())
    notes.append(Note("bookmark", f"A bookmark became a link: {words}"))
    element.clear(keep_tail=True)
    element.tag = "div"
    if address:
        made = html.Element("a", href=address)
        made.text = title or address
        element.append(made)
    else:
        element.text = words


def _is_title(element: HtmlElement) -> bool:
    return "kg-bookmark-title" in (element.get("class") or "")


def _say_file(element: HtmlElement, notes: list[Note]) -> None:
    """A film, a sound or a file as a link; the words on its buttons go."""
    named = (each.get("src") or each.get("href") for each in element.iter("video", "audio", "a", "source"))
    address = next(filter(None, named), "")
    titles = (
        each for each in element.iter() if (each.get("class") or "").endswith(("-title", "-caption", "figcaption"))
    )
    words = " ".join(" ".join(each.text_content().split()) for each in titles)
    words += " ".join(" ".join(each.text_content().split()) for each in element.iter("figcaption") if not words)
    notes.append(Note("embed", f"A film, sound or file became a link: {address or words}"))
    element.clear(keep_tail=True)
    element.tag = "div"
    made = html.Element("a", href=address)
    made.text = words.strip() or address
    element.append(made)


def _text(facts: Facts, *names: str) -> str:
    return next((str(facts[name]) for name in names if isinstance(facts.get(name), str) and facts[name]), "")


def _captioned(inside: str, facts: Facts, kind: str) -> str:
    caption = _text(facts, "caption")
    return f'<figure class="kg-{kind}-card">{inside}{f"<figcaption>{caption}</figcaption>" if caption else ""}</figure>'


def _image(facts: Facts) -> str:
    image = f'<img src="{escape(_text(facts, "src"))}" alt="{escape(_text(facts, "alt"))}">'
    return _captioned(image, facts, "image")


def _gallery(facts: Facts) -> str:
    images = [each for each in facts.get("images") or () if isinstance(each, dict)]
    return _captioned(
        "".join(f'<img src="{escape(_text(each, "src"))}" alt="{escape(_text(each, "alt"))}">' for each in images),
        facts,
        "gallery",
    )


def _embed(facts: Facts) -> str:
    address, caption = _text(facts, "url"), _text(facts, "caption")
    inside = f'<iframe src="{escape(address)}"></iframe>' if address else _text(facts, "html")
    return f"<div>{inside}{f'<p>{caption}</p>' if caption else ''}</div>"


def _bookmark(facts: Facts) -> str:
    told = facts.get("metadata") if isinstance(facts.get("metadata"), dict) else facts
    parts = [escape(_text(told or {}, name), quote=False) for name in ("title", "description", "author", "publisher")]
    shown = f'<div class="kg-bookmark-title">{parts[0]}</div> {" ".join(parts[1:])}'
    return f'<figure class="kg-bookmark-card"><a href="{escape(_text(facts, "url"))}">{shown}</a></figure>'


def _file(facts: Facts) -> str:
    words = [_text(facts, name) for name in ("title", "fileTitle", "fileCaption", "caption")]
    said = escape(" ".join(filter(None, words)), quote=False)
    address = escape(_text(facts, "src", "fileSrc"))
    return f'<div class="kg-file-card"><a href="{address}"></a><div class="kg-file-card-title">{said}</div></div>'


def _toggle(facts: Facts) -> str:
    return f"<h4>{_text(facts, 'heading')}</h4><div>{_text(facts, 'content')}</div>"


def _header(facts: Facts) -> str:
    return f"<h2>{_text(facts, 'heading', 'header')}</h2><p>{_text(facts, 'subheading', 'subheader')}</p>"


def _code(facts: Facts) -> str:
    return f"<pre>{escape(_text(facts, 'code'), quote=False)}</pre><p>{_text(facts, 'caption')}</p>"


def _markdown(facts: Facts) -> str:
    parts = escape(_text(facts, "markdown"), quote=False).split("\n\n")
    return "".join(f"<p>{part}</p>" for part in parts)


_DRAWN: dict[str, Callable[[Facts], str]] = {
    "image": _image,
    "gallery": _gallery,
    "embed": _embed,
    "bookmark": _bookmark,
    "video": _file,
    "audio": _file,
    "file": _file,
    "toggle": _toggle,
    "header": _header,
    "callout": lambda facts: f"<div>{_text(facts, 'calloutText')}</div>",
    "aside": lambda facts: f"<blockquote>{_text(facts, 'text')}</blockquote>",
    "html": lambda facts: _text(facts, "html"),
    "markdown": _markdown,
    "codeblock": _code,
    "code": _code,
}
