"""The HTML of other systems' stories in the body's vocabulary: every word is carried, and what changed is named.

Photos become figures whose numbers count the story's pictures; what the vocabulary lacks becomes what it has: rows of
tables paragraphs, galleries single photos, embeds links. Unlike a paste (`text/paste`) it trusts that the text is the
story and nothing around it.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin

from lxml import etree, html
from lxml.html import HtmlElement

from articles.exchange import embedded
from articles.exchange.incoming import Note, Picture
from articles.exchange.parted import parted
from articles.text.body.cleaning import clean
from articles.text.body.html_parser import nodes_of
from articles.text.body.limits import why_too_large
from articles.text.body.nodes import line_text
from articles.text.body.vocabulary import names_in
from articles.text.characters import valid_characters

Prepare = Callable[[HtmlElement], Iterable[Note]]
FindPicture = Callable[[HtmlElement], Picture | None]
_PARSER = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True, no_network=True)
_DROPPED = names_in("script style template head title meta link base noframes param source track col colgroup map area")
_FORM = names_in("form button input select textarea")
_DRAWN = names_in("svg canvas math")
_STRUCK = names_in("del s strike")
_BOLD = re.compile(r"font-weight:\s*(bold|[6-9]00)")
_ITALIC = re.compile(r"font-style:\s*(italic|oblique)")
_HIDDEN = re.compile(r"display:\s*none|visibility:\s*hidden")
_BARE_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_DASHES = re.compile(r"^[\s—–―-]+")
_PULLED = names_in("pullquote wp-block-pullquote is-style-pullquote pull-quote")
_LAZY = ("data-src", "data-orig-file", "data-lazy-src", "data-original")


class Unreadable(Exception):
    """This HTML is larger or deeper than any story; `str()` of it says so."""


@dataclass(frozen=True)
class Carried:
    """A body as cleaned HTML, the pictures that its figures count, and what was not carried as it was."""

    html: str
    pictures: tuple[Picture, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass
class _Carrier:
    """One conversion on its way."""

    site: str
    find_picture: FindPicture
    pictures: list[Picture] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def say(self, kind: str, words: str) -> None:
        self.notes.append(Note(kind, words))


def carry(
    source: str, *, site: str = "", find_picture: FindPicture | None = None, prepare: Prepare = lambda page: ()
) -> Carried:
    """The HTML of a story in our vocabulary. `site` is where relative links lead; `find_picture` knows an `img`.

    `prepare` does with the page first what only one system needs, and says it. Raises Unreadable.
    """
    source = valid_characters(source)
    if why := why_too_large(source):
        raise Unreadable(why)
    if not source.strip():
        return Carried("")
    page = html.document_fromstring(f"<div>{source}</div>".encode(), parser=_PARSER)
    carrier = _Carrier(site, find_picture or (lambda image: picture_of(image, site)))
    for element in list(page.iter()):
        if isinstance(element, html.HtmlComment | html.HtmlProcessingInstruction | etree._Entity):
            element.drop_tree()
    carrier.notes += prepare(page)
    for element in list(page.iter()):
        if _is_in(element, page):
            _carry_element(element, carrier)
    for element in page.iter():
        _strip(element, carrier)
    body, addresses = parted(clean(html.tostring(page, encoding="unicode")))
    for address in addresses:
        carrier.say("embed", embedded.sentence(address))
    return Carried(body, tuple(carrier.pictures), tuple(carrier.notes))


def picture_of(image: HtmlElement, site: str = "") -> Picture | None:
    """The Picture that an `img` names, or None for one without an address; a lazy one's real address wins."""
    address = next((image.get(name, "") for name in _LAZY if image.get(name)), image.get("src", ""))
    address = address.strip()
    if not address or address.startswith("data:"):
        return None
    return Picture(_absolute(address, site), alt=" ".join((image.get("alt") or "").split()))


def words_of(source: str) -> str:
    """The words of inline HTML on one line."""
    if "<" not in source and "&" not in source:
        return " ".join(source.split())
    nodes = nodes_of(clean(source))
    return " ".join(" ".join(line_text(line).split()) for node in nodes for line in node.lines)


def _is_in(element: HtmlElement, page: HtmlElement) -> bool:
    """Whether the element has not been taken out with another one."""
    return element is page or (element.getparent() is not None and _root(element) is page)


def _root(element: HtmlElement) -> HtmlElement:
    while (outer := element.getparent()) is not None:
        element = outer
    return element


def _carry_element(element: HtmlElement, carrier: _Carrier) -> None:
    """Make one element what the vocabulary can say."""
    tag = element.tag
    if tag in _RULES:
        _RULES[tag](element, carrier)
    elif tag in _DROPPED:
        element.drop_tree()
    elif tag in _FORM:
        _drop(element, carrier, "form", "A form or button was left out")
    elif tag in _DRAWN:
        _drop(element, carrier, "drawing", f"A drawing or formula ({tag}) was left out")
    elif tag in _STRUCK:
        _drop(element, carrier, "struck", "Struck-out words were left out")
    elif tag in embedded.TAGS:
        _link_to(element, embedded.address_of(element, carrier.site), carrier)
    elif _HIDDEN.search(element.get("style", "")):
        _drop(element, carrier, "hidden", "Hidden words were left out")


def _drop(element: HtmlElement, carrier: _Carrier, kind: str, sentence: str) -> None:
    words = " ".join(element.text_content().split())
    carrier.say(kind, f"{sentence}: {words}" if words else f"{sentence}.")
    element.drop_tree()


def _inside(element: HtmlElement, names: frozenset[str]) -> bool:
    return any(names & set((outer.get("class") or "").split()) for outer in element.iterancestors())


def _carry_image(image: HtmlElement, carrier: _Carrier) -> None:
    """An image that stands alone, or an emoji, or a pixel that counts readers."""
    alt = (image.get("alt") or "").strip()
    if set((image.get("class") or "").split()) & {"emoji", "wp-smiley"}:
        _replace_by_words(image, alt)
    elif image.get("width") == "1" or image.get("height") == "1":
        image.drop_tree()
    else:
        _place(image, image, None, carrier)


def _replace_by_words(element: HtmlElement, words: str) -> None:
    element.clear(keep_tail=True)
    element.tag, element.text = "span", words


def _place(image: HtmlElement, holder: HtmlElement, caption: HtmlElement | None, carrier: _Carrier) -> None:
    """Put a figure with the image's picture and the caption's words in the place of `holder`."""
    picture = carrier.find_picture(image)
    if picture is None:
        alt = (image.get("alt") or "").strip()
        carrier.say("picture", f"A picture without an address was left out{f': {alt}' if alt else '.'}")
        if caption is None:
            holder.drop_tree()
        else:
            holder.tag = "div"
            image.drop_tree()
        return
    credit = _take_credit(caption) if caption is not None else ""
    figure = html.Element("figure")
    words = html.Element("figcaption")
    figure.append(words)
    if caption is not None:
        words.text = caption.text
        words.extend(list(caption))
    elif picture.caption:
        words.text = picture.caption
    said = " ".join(words.text_content().split())
    carrier.pictures.append(replace(picture, caption=picture.caption or said, credit=picture.credit or credit))
    figure.set("data-photo", str(len(carrier.pictures)))
    if credit:
        figure.set("data-credit", credit)
    if _inside(holder, embedded.GALLERIES):
        figure.set("data-gallery", "on")
    figure.tail, holder.tail = holder.tail, None
    holder.getparent().replace(holder, figure)
    figure.set("data-ours", "")
    if said and (alt := picture.alt) and alt == said:
        carrier.pictures[-1] = replace(carrier.pictures[-1], alt=alt)


def _take_credit(caption: HtmlElement) -> str:
    """The words of a caption's part that a class calls the credit; that part is taken out."""
    for part in list(caption.iterdescendants()):
        if any("credit" in name for name in (part.get("class") or "").lower().split()):
            words = " ".join(part.text_content().split())
            part.drop_tree()
            return words
    return ""


def _carry_figure(figure: HtmlElement, carrier: _Carrier) -> None:
    """A figure: of one image a photo, of several a gallery, of anything else its words."""
    images = [image for image in figure.iter("img") if not _is_pixel(image)]
    names = set((figure.get("class") or "").split())
    captions = list(figure.iter("figcaption"))
    if len(images) == 1 and not any(True for _ in figure.iter(*embedded.TAGS, "table", "figure") if _ is not figure):
        caption = captions[0] if captions else None
        if caption is not None:
            image_holder = images[0]
            words = html.Element("figcaption")
            words.text = caption.text
            words.extend(list(caption))
            _place(image_holder, figure, words, carrier)
        else:
            _place(images[0], figure, None, carrier)
        return
    if len(images) > 1:
        figure.set("class", "gallery")
    elif not images and names & embedded.EMBEDS:
        _carry_embed_block(figure, carrier)
    figure.tag = "div"
    for caption in captions:
        if caption.getparent() is figure:
            caption.tag = "p"


def _is_pixel(image: HtmlElement) -> bool:
    return image.get("width") == "1" or image.get("height") == "1"


def _carry_embed_block(figure: HtmlElement, carrier: _Carrier) -> None:
    """An embed whose address stands in it as words, as WordPress writes it."""
    for part in figure.iter("div", "figure"):
        found = _BARE_ADDRESS.fullmatch((part.text or "").strip())
        if found and not len(part):
            _make_link(part, found[0])
            carrier.say("embed", embedded.sentence(found[0]))


def _link_to(element: HtmlElement, address: str, carrier: _Carrier) -> None:
    """Put a link in a paragraph of its own in the place of an embedded thing; its own words stay if it has any."""
    words = " ".join(element.text_content().split())
    if not address:
        carrier.say(
            "embed", f"An embedded {element.tag} without an address was left out{f': {words}' if words else '.'}"
        )
        element.drop_tree()
        return
    carrier.say("embed", embedded.sentence(address))
    title = " ".join((element.get("title") or "").split())
    element.clear(keep_tail=True)
    element.tag = "div"
    _make_link(element, address, title or address)


def _make_link(element: HtmlElement, address: str, words: str = "") -> None:
    element.text = None
    link = etree.SubElement(element, "a", href=address)
    link.text = words or address


def _carry_table(table: HtmlElement, carrier: _Carrier) -> None:
    rows = list(table.iter("tr"))
    carrier.say("table", f"A table of {len(rows)} rows became paragraphs, one a row.")
    for row in rows:
        for cell in row.iter("p", "div", "h1", "h2", "h3", "h4", "h5", "h6"):
            if cell is not row and len(list(row.iter("p", "div"))) <= len(list(row)):
                cell.tag = "span"


def _carry_quote(quote: HtmlElement, carrier: _Carrier) -> None:
    """A set-off quote: whom it cites is its attribution, and not among its words."""
    names = set((quote.get("class") or "").split())
    if name := names & embedded.POSTS.keys():
        carrier.say("embed", f"A post of {embedded.POSTS[name.pop()]} became a quote with its words.")
        return
    cites = [part for part in quote.iter("cite", "footer") if _ends(part, quote)]
    if cites:
        words = " ".join(cites[0].text_content().split())
        quote.set("data-said-by", _DASHES.sub("", words))
        cites[0].drop_tree()


def _ends(part: HtmlElement, quote: HtmlElement) -> bool:
    """Whether it is the last thing in the quote, for a title in the middle of a sentence is no attribution."""
    while part is not quote and part is not None:
        if (part.tail or "").strip() or any(_has_words(after) for after in part.itersiblings()):
            return False
        before = (part.getparent().text or "").strip() if part.getprevious() is None else ""
        if part.tag == "cite" and before:
            return False
        part = part.getparent()
    return True


def _has_words(element: HtmlElement) -> bool:
    return bool(element.text_content().strip())


def _carry_rule(rule: HtmlElement, carrier: _Carrier) -> None:
    carrier.say("rule", "A line across the page was left out.")
    rule.tag = "div"


def _carry_preformatted(element: HtmlElement, carrier: _Carrier) -> None:
    carrier.say("preformatted", "Preformatted words became paragraphs.")
    for holder in element.iter():
        for name in ("text", "tail"):
            words = getattr(holder, name)
            if words and "\n" in words and not (holder is element and name == "tail"):
                _break(holder, name, words)
    element.tag = "div"


def _break(holder: HtmlElement, name: str, words: str) -> None:
    first, *rest = words.strip("\n").split("\n")
    setattr(holder, name, first)
    target, place = (holder, 0) if name == "text" else (holder.getparent(), holder.getparent().index(holder) + 1)
    for line in reversed(rest):
        end = html.Element("br")
        end.tail = line
        target.insert(place, end)


def _carry_noscript(element: HtmlElement, carrier: _Carrier) -> None:
    """What stands in for a picture that a script would load; the picture itself is there already if one precedes."""
    before = element.getprevious()
    if before is not None and (before.tag in ("img", "figure") or before.get("data-photo")):
        element.drop_tree()
    else:
        element.tag = "div"


def _carry_inline_quote(element: HtmlElement, carrier: _Carrier) -> None:
    element.text = f"“{element.text or ''}"
    if len(element):
        element[-1].tail = f"{element[-1].tail or ''}”"
    else:
        element.text += "”"
    element.tag = "span"


_RULES: dict[str, Callable[[HtmlElement, _Carrier], None]] = {
    "img": _carry_image,
    "figure": _carry_figure,
    "table": _carry_table,
    "blockquote": _carry_quote,
    "hr": _carry_rule,
    "pre": _carry_preformatted,
    "noscript": _carry_noscript,
    "q": _carry_inline_quote,
}


def _strip(element: HtmlElement, carrier: _Carrier) -> None:
    """Leave an element no attribute but what the vocabulary has: numbers of people and photos mean nothing."""
    style, said_by = element.get("style", ""), element.get("data-said-by")
    kept = {}
    if "data-ours" in element.attrib:
        kept = {name: element.get(name) for name in ("data-photo", "data-credit", "data-gallery") if element.get(name)}
    target = element.get("href") if element.tag == "a" else None
    element.attrib.clear()
    element.attrib.update(kept)
    if said_by:
        element.set("data-attribution", said_by)
    if target and not target.startswith("#"):
        element.set("href", _absolute(target, carrier.site))
    if element.tag == "cite":
        element.tag = "em"
    elif element.tag == "span" and style:
        element.tag = "strong" if _BOLD.search(style) else "em" if _ITALIC.search(style) else "span"
    elif element.tag in ("h3", "h4", "h5", "h6"):
        carrier.say("subhead", f"A subhead of level {element.tag[1]} became a plain subhead.")


def _absolute(target: str, site: str) -> str:
    try:
        return urljoin(site, target.strip())
    except ValueError:
        return ""
