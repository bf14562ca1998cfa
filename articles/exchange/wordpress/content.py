"""A WordPress post's words: blocks or classic text, with its photos, galleries and what was not carried."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from html import escape

from lxml import html

from articles.exchange.carried_html import Carried, carry, picture_of
from articles.exchange.incoming import Note, Picture
from articles.exchange.wordpress.attachments import Attachment, Known
from articles.exchange.wordpress.paragraphs import paragraphs
from articles.exchange.wordpress.shortcodes import expand
from articles.text.body.vocabulary import names_in

NESTED_AT_MOST = 3  # reusable blocks in reusable blocks
_BLOCK = re.compile(r"<!--\s+(?P<end>/)?wp:(?P<name>[a-z][\w/-]*)\s+(?P<json>\{.*?\}\s+)?(?P<alone>/)?-->", re.DOTALL)
_NUMBER = re.compile(r"\bwp-image-(\d{1,18})\b")
_MORE = re.compile(r"<!--\s*(more|nextpage|noteaser)\b.*?-->", re.DOTALL)
# Blocks that say nothing by themselves: their words stand in them, or they part and set.
_PLAIN = names_in(
    "paragraph heading list list-item image gallery quote pullquote group columns column cover media-text embed more "
    "separator spacer html freeform classic code preformatted verse table video audio file buttons button "
    "missing footnotes details row stack nextpage shortcode block social-links"
)


def read_content(source: str, known: Known, *, number: str = "", lead: Attachment | None = None) -> Carried:
    """The post's body. `number` is its own, which a gallery without numbers means. `lead` is its lead photo.

    Raises carried_html.Unreadable.
    """
    notes: list[Note] = []
    text = _unfold(source, known, notes)
    is_blocks = "<!-- wp:" in source
    notes += _unsaid_blocks(text)
    text = _MORE.sub("\n\n", text)
    text, of_codes = expand(text, lambda attributes: _gallery(attributes, known, notes, number))
    notes += of_codes
    text = _BLOCK.sub("\n\n" if not is_blocks else "", text)
    text = text if is_blocks else paragraphs(text)

    def find(image: html.HtmlElement) -> Picture | None:
        return _picture(image, known)

    carried = carry(text, site=known.site, find_picture=find)
    return Carried(carried.html, carried.pictures, (*notes, *carried.notes))


def _picture(image: html.HtmlElement, known: Known) -> Picture | None:
    """The photo of an `img`: the library's by its number or its file, with the caption and alt text of this place."""
    shown = picture_of(image, known.site)
    if shown is None:
        return None
    number = _NUMBER.search(image.get("class", ""))
    found = known.find(number[1] if number else image.get("data-id", ""), shown.address)
    if found is None:
        return Picture(shown.address, _originals(shown.address), alt=shown.alt)
    picture = found.picture()
    addresses = (*picture.others, *_originals(shown.address))
    return Picture(picture.address, addresses, "", picture.credit, shown.alt or picture.alt)


def _originals(address: str) -> tuple[str, ...]:
    return Attachment(address, "", "", "", "").picture().others


def _gallery(attributes: Mapping[str, str], known: Known, notes: list[Note], number: str) -> str:
    """The photos of a gallery, each a figure with the caption of the library."""
    numbers = re.findall(r"\d+", attributes.get("ids") or attributes.get("include") or "")
    found = [known.attachments[each] for each in numbers if each in known.attachments]
    if missing := [each for each in numbers if each not in known.attachments]:
        notes.append(Note("photo missing", f"A gallery shows photos that are not in the file: {', '.join(missing)}."))
    if not numbers:
        notes.append(Note("gallery", "A gallery names none of its photos: it showed all that belong to the post."))
        return ""
    by_address = {each: number for number, each in known.attachments.items() if each in found}
    photos = "".join(
        f'<figure><img class="wp-image-{by_address[each]}" src="{escape(each.address)}" alt="{escape(each.alt)}">'
        f"<figcaption>{escape(each.caption, quote=False)}</figcaption></figure>"
        for each in found
    )
    return f'<div class="gallery">{photos}</div>'


def _unfold(source: str, known: Known, notes: list[Note], depth: int = 0) -> str:
    """The source with the words of reusable blocks in place of their numbers."""

    def put(match: re.Match[str]) -> str:
        attributes = _attributes(match)
        if match["name"] not in ("block", "core/block") or match["end"]:
            return match[0]
        words = known.blocks.get(str(attributes.get("ref", "")))
        if words is None or depth >= NESTED_AT_MOST:
            notes.append(Note("block", f"A reusable block ({attributes.get('ref', 'without a number')}) is not there."))
            return ""
        return _unfold(words, known, notes, depth + 1)

    return _BLOCK.sub(put, source) if "wp:block" in source or "core/block" in source else source


def _attributes(match: re.Match[str]) -> dict[str, object]:
    try:
        said = json.loads(match["json"] or "{}")
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _unsaid_blocks(source: str) -> list[Note]:
    """A note for each kind of block that is drawn by a program, and so has no words in the file."""
    names = [match["name"] for match in _BLOCK.finditer(source) if match["alone"] and not match["end"]]
    names = [name for name in names if name.removeprefix("core/") not in _PLAIN]
    return [
        Note("block", f"The block “{name}”, which the other system fills by itself, was left out{_times(count)}.")
        for name, count in Counter(names).items()
    ]


def _times(count: int) -> str:
    return "" if count == 1 else f" {count} times"
