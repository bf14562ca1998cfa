"""What HTML says by elements that the body does not have, said in words: emoji, quotation marks, formulas, rows.

Tables that hold facts stay tables, their cells lines; what only places words side by side is a scaffold.
"""

import re
from collections.abc import Mapping

from lxml import etree, html

from articles.text.paste.clipboard_styles import Style
from articles.text.paste.formulas import say_formula
from articles.text.paste.left_out import PICTURES, TABLES, LeftOut
from articles.text.paste.line_ends import in_one_line
from articles.text.paste.signs import say_borrowed_signs, say_emoji

_ICON = 24  # pixels: what is no larger is a sign on a button, or counts readers
_LENGTH = re.compile(r"\s*(\d{1,5})(?:\.\d*)?(?:px)?\s*")
ROW = "\u2060"  # begins a row of a table until it is a paragraph; as a sign of a text it never comes this far
_CELLS = ("td", "th")
_IN_CELLS = ("p", "div", "li", "ul", "ol", "dl", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "section", "figure")
_CELL_AT_MOST = 400  # characters; longer ones are columns of a page
_SPAN_AT_MOST = 50
_PARAGRAPHS = ("p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6")
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")


def say_plainly(page: html.HtmlElement, styles: Mapping[html.HtmlElement, Style]) -> LeftOut:
    """Put words in place of what only elements say; the pictures that go, and the tables whose rows become lines."""
    left_out = LeftOut()
    for element in list(page.iter()):
        style = styles.get(element, {})
        if element.tag == "pre" or style.get("white-space", "").startswith(("pre", "break")):
            _break_lines(element)
        say_borrowed_signs(element, style)
        if element.tag == "img":
            say_emoji(element) or left_out.update({PICTURES: _is_picture(element, style)})
        elif element.tag == "table":
            left_out[TABLES] += _settle_table(element)
        elif element.tag == "svg":
            left_out[PICTURES] += element.find(".//text") is not None  # else it is a sign on a button
            element.clear(keep_tail=True)
        elif element.tag in _SAID:
            _SAID[element.tag](element)
        elif style.get("mso-element", "").startswith("dropcap"):
            _join_drop_cap(element)
    for element in page.iter():
        element.text, element.tail = (words and in_one_line(words) for words in (element.text, element.tail))
    return left_out


def _is_picture(image: html.HtmlElement, style: Style) -> bool:
    """Whether it is more than a sign on a button, a box to tick or a pixel that counts readers."""
    sizes = (_LENGTH.fullmatch(image.get(side) or style.get(side, "")) for side in ("width", "height"))
    pixels = [int(size[1]) for size in sizes if size]
    if min(pixels, default=_ICON + 1) < 3 or (len(pixels) == 2 and max(pixels) <= _ICON):
        return False
    return "checkbox" not in image.get("aria-roledescription", "")


def _say_quote(element: html.HtmlElement) -> None:
    element.text = f'"{element.text or ""}'
    _put_behind_words(element, '"')


def _say_ruby(reading: html.HtmlElement) -> None:
    """Put brackets around a reading that stands above its word, unless the page has brackets of its own."""
    ruby = reading.getparent()
    if not reading.text_content().strip():
        reading.clear(keep_tail=True)
    elif next(ruby.iter("rp"), None) is None:
        reading.text = f"（{reading.text or ''}"
        _put_behind_words(reading, "）")


def _join_drop_cap(element: html.HtmlElement) -> None:
    """Put Word's large first letter, which has a frame of its own, before the rest of its word."""
    frame = next((outer for outer in element.iterancestors("div")), element)
    behind = frame.getnext()
    letter = "".join(element.text_content().split())
    if behind is not None and behind.tag == "p" and 0 < len(letter) < 4:
        first = html.Element("span")
        first.text, first.tail, behind.text = letter, (behind.text or "").lstrip(), None
        behind.insert(0, first)
        frame.drop_tree()


_SAID = {"q": _say_quote, "rt": _say_ruby, "math": say_formula}


def _has_columns(table: html.HtmlElement) -> bool:
    """Whether it is a table rather than the scaffold of a page, and no other one holds it."""
    if table.get("role") in ("presentation", "none") or any(outer.tag == "table" for outer in table.iterancestors()):
        return False
    rows = ([cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr"))
    return any(sum(bool(cell.text_content().strip()) for cell in cells) > 1 for cells in rows)


def _settle_table(table: html.HtmlElement) -> bool:
    """Make a table of facts one that the body takes, of others the rows lines; says whether there were columns."""
    if _holds_facts(table):
        _square(table)
        return False
    has_columns = _has_columns(table)
    for row in table.iter("tr") if has_columns else ():
        _make_line(row)
        _mark_row(row)
    table.set("role", "presentation")
    return has_columns


def _holds_facts(table: html.HtmlElement) -> bool:
    """Whether at least two rows have words in several cells, none of them so long that it is a column of a page."""
    if not _has_columns(table) or next(table.iterdescendants("table"), None) is not None:
        return False
    rows = [[len(cell.text_content().strip()) for cell in row.iter(_CELLS)] for row in table.iter("tr")]
    filled = sum(sum(map(bool, row)) > 1 for row in rows)
    return filled > 1 and all(length <= _CELL_AT_MOST for row in rows for length in row)


def _square(table: html.HtmlElement) -> None:
    """Give each cell its own place, spans blank ones behind what they hold; drop blank rows and columns."""
    rows: list[list[html.HtmlElement | None]] = [[] for _ in table.iter("tr")]
    for number, row in enumerate(table.iter("tr")):
        for cell in row.iter(_CELLS):
            _plain_cell(cell)
            column = next(place for place in range(len(rows[number]) + 1) if not _is_taken(rows[number], place))
            for down in range(min(_span(cell, "rowspan"), len(rows) - number)):
                for across in range(_span(cell, "colspan")):
                    _put(rows[number + down], column + across, cell if not (down or across) else _BLANK)
    width = max(map(len, rows))
    kept = [place for place in range(width) if any(_words_at(row, place) for row in rows)]
    for row, cells in zip(list(table.iter("tr")), rows, strict=True):
        row[:] = [_cell_at(cells, place) for place in kept]
        if not row.text_content().strip():
            row.drop_tree()
    _take_caption(table)


_BLANK = html.Element("td")


def _is_taken(row: list[html.HtmlElement | None], place: int) -> bool:
    return place < len(row) and row[place] is not None


def _put(row: list[html.HtmlElement | None], place: int, cell: html.HtmlElement) -> None:
    row += [None] * (place + 1 - len(row))
    row[place] = cell


def _cell_at(row: list[html.HtmlElement | None], place: int) -> html.HtmlElement:
    cell = row[place] if place < len(row) else None
    return html.Element("td") if cell is None or cell is _BLANK else cell


def _words_at(row: list[html.HtmlElement | None], place: int) -> str:
    return _cell_at(row, place).text_content().strip() if _is_taken(row, place) else ""


def _span(cell: html.HtmlElement, name: str) -> int:
    value = cell.get(name, "").strip()
    return max(1, min(int(value), _SPAN_AT_MOST)) if value.isascii() and value.isdecimal() else 1


def _plain_cell(cell: html.HtmlElement) -> None:
    """Leave lines of a cell, whatever parted them."""
    for part in list(cell.iter(_IN_CELLS)):
        part.tag = "div"
        for name in ("class", "role"):
            part.attrib.pop(name, None)
    for rule in list(cell.iter("hr")):
        rule.drop_tag()


def _take_caption(table: html.HtmlElement) -> None:
    """Take what stands under a table in its own figure for its caption."""
    figure = table.getparent()
    if figure is not None and figure.tag == "figure" and table.find("caption") is None:
        for words in list(figure.iterchildren("figcaption")):
            words.tag = "caption"
            words.tail = None
            table.insert(0, words)


def _make_line(row: html.HtmlElement) -> None:
    """Make a row one line, unless a cell has several paragraphs."""
    blocks = [[block for block in cell.iter(_PARAGRAPHS) if not _holds_blocks(block)] for cell in row.iter(_CELLS)]
    if all(len(of_cell) < 2 for of_cell in blocks):
        for cell in row.iter(_CELLS):
            for block in list(cell.iter(_PARAGRAPHS)):
                block.tag = "span"


def _mark_row(row: html.HtmlElement) -> None:
    """Say of a row's words that they are a row: in bold it is no subhead."""
    cell = next((cell for cell in row.iter(_CELLS) if cell.text_content().strip()), None)
    if cell is not None:
        cell.text = ROW + (cell.text or "")


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
