"""What HTML says by elements that the body does not have, said in words: emoji, quotation marks, formulas, rows."""

import re
from collections.abc import Mapping

from lxml import etree, html

from articles.text.paste.clipboard_styles import Style
from articles.text.paste.left_out import PICTURES, TABLES, LeftOut

_NO_PICTURE = frozenset({"0", "1", "2", "0px", "1px"})
_FIRST_SYMBOL = "\u2190"  # arrows, signs and emoji stand from here on
# Which children of a formula's element are raised or lowered.
_PLACES = {
    "msup": {1: "sup"},
    "msub": {1: "sub"},
    "msubsup": {1: "sub", 2: "sup"},
    "mover": {1: "sup"},
    "munder": {1: "sub"},
}


_CELLS = ("td", "th")
_PARAGRAPHS = ("p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6")
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")


def say_plainly(page: html.HtmlElement, styles: Mapping[html.HtmlElement, Style]) -> LeftOut:
    """Put words in place of what only elements say; the pictures that go, and the tables whose rows become lines."""
    left_out = LeftOut()
    for element in list(page.iter()):
        if element.tag == "pre" or styles.get(element, {}).get("white-space", "").startswith(("pre", "break")):
            _break_lines(element)
        if element.tag == "img":
            _say_emoji(element) or left_out.update({PICTURES: _is_picture(element)})
        elif element.tag == "table" and _has_columns(element):
            left_out[TABLES] += 1
            for row in element.iter("tr"):
                _make_line(row)
        elif element.tag == "q":
            element.text = f'"{element.text or ""}'
            _put_behind_words(element, '"')
        elif element.tag == "svg":
            left_out[PICTURES] += element.find(".//text") is not None  # else it is a sign on a button
            element.clear(keep_tail=True)
        elif element.tag == "math":
            _say_formula(element)
    return left_out


def _say_formula(formula: html.HtmlElement) -> None:
    """Make a formula's elements those that say the same of words: raised, lowered, parted by a slash."""
    for element in list(formula.iter()):
        if element.tag == "mfrac":
            for above in element[:1]:
                above.tail = "/"
        for place, tag in _PLACES.get(element.tag, {}).items():
            for child in element[place : place + 1]:
                child.tag = tag
        if element.tag not in ("sup", "sub"):
            element.tag = "span"


def _say_emoji(image: html.HtmlElement) -> bool:
    """Put the emoji that a picture is in its place; says whether it is one."""
    alt = image.get("alt", "").strip()
    if not alt or len(alt) > 12 or min(alt) < _FIRST_SYMBOL or any(sign.isalpha() for sign in alt):
        return False
    image.tag, image.text = "span", alt
    return True


def _is_picture(image: html.HtmlElement) -> bool:
    """Whether a reader would have seen it: what is a pixel wide only counts readers."""
    return image.get("width") not in _NO_PICTURE and image.get("height") not in _NO_PICTURE


def _has_columns(table: html.HtmlElement) -> bool:
    """Whether it is a table rather than the scaffold of a page, and no other one holds it."""
    if table.get("role") in ("presentation", "none") or any(outer.tag == "table" for outer in table.iterancestors()):
        return False
    rows = ([cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr"))
    return any(sum(bool(cell.text_content().strip()) for cell in cells) > 1 for cells in rows)


def _make_line(row: html.HtmlElement) -> None:
    """Make a row one line, unless a cell has several paragraphs."""
    blocks = [[block for block in cell.iter(_PARAGRAPHS) if not _holds_blocks(block)] for cell in row.iter(_CELLS)]
    if all(len(of_cell) < 2 for of_cell in blocks):
        for cell in row.iter(_CELLS):
            for block in list(cell.iter(_PARAGRAPHS)):
                block.tag = "span"


def _holds_blocks(block: html.HtmlElement) -> bool:
    return next(block.iterdescendants(_PARAGRAPHS), None) is not None


def _break_lines(element: html.HtmlElement) -> None:
    """Make the lines of preformatted text paragraphs: parted by blank lines where there are any, else each line."""
    is_parted = _BLANK_LINES.search(element.text_content().strip()) is not None
    for holder in (element, *element):
        words = (holder.text if holder is element else holder.tail) or ""
        first, *rest = _BLANK_LINES.split(words) if is_parted else words.split("\n")
        if not rest or not words.strip():
            continue
        breaks = [etree.Element("br") for _ in rest for _ in range(2)]
        for line, end in zip(rest, breaks[1::2], strict=True):
            end.tail = line
        if holder is element:
            element.text = first
            element[:0] = breaks
        else:
            holder.tail = first
            place = element.index(holder) + 1
            element[place:place] = breaks


def _put_behind_words(element: html.HtmlElement, words: str) -> None:
    if len(element):
        element[-1].tail = f"{element[-1].tail or ''}{words}"
    else:
        element.text = f"{element.text or ''}{words}"
