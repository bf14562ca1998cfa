"""HTML as other programs put it on the clipboard, in the body's vocabulary: by what it says and not how it looked.

Knows Word's lists and headings that are styles only, Google Docs' bold that is none and its detours, lines that are
subheads because they are bold; what is no text is left out and counted.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from lxml import etree, html

from articles.text.body.attributes import link
from articles.text.body.cleaning import clean
from articles.text.body.html_parser import nodes_of
from articles.text.body.limits import CHARACTERS_AT_MOST, ELEMENTS_AT_MOST, is_too_deep
from articles.text.body.lines import join_runs, tidy_line
from articles.text.body.nodes import Line, Node, Run, is_heading_cell, line_text, write
from articles.text.body.vocabulary import ELEMENTS, NOTHING, PARSED_TAGS, ROWS, SUB, SUP, WORDLESS
from articles.text.characters import drop_controls, valid_characters
from articles.text.paste.clipboard_styles import Style, Styles, raised_by
from articles.text.paste.foreign_parts import mark_suggestions, take_out
from articles.text.paste.left_out import FOOTNOTES, LINKS, LeftOut
from articles.text.paste.line_ends import as_typed, without_breaks
from articles.text.paste.link_detours import unwrapped_link
from articles.text.paste.note_marks import without_note_marks, without_notes
from articles.text.paste.plain_meanings import ROW, say_plainly
from articles.text.paste.raised_words import settle

SUBHEAD_AT_MOST = 100  # characters; a longer line in bold is a paragraph that shouts
_INVISIBLE = re.compile("[\u200b\u2060\ufeff]")
_SPACE = re.compile("[\u00a0\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # and what XML can't hold
_WORD_LIST = re.compile(r"l\d+ level\d+", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(\d+|[a-z]{1,3})[.)]", re.IGNORECASE)
_WORD_HEADING = re.compile(r"Mso(Title|Subtitle|Heading)")
_HEADED = frozenset({"p", "div", "span", "li"})
_INLINE = frozenset({"span", "font", "label", "small", "mark", "b", "strong", "i", "em", "u"})
_BLOCK_STYLES = ("block", "flex", "grid", "table", "list-item", "flow-root")
_CELLS = frozenset({"td", "th", "tr", "table", "tbody", "img"})
_LIST_ROLES = {"list": "ul", "listitem": "li"}
_SUPERSCRIPT = {"superscript": SUP, "subscript": SUB}
_WORD_QUOTE = re.compile(r"Mso(Intense)?Quote")
_BOLD = re.compile(r"bold|bolder|[6-9]00")
_LOOKS = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "cite": "em", "sup": SUP, "sub": SUB}
Look = frozenset[str]
ElementStyles = Mapping[html.HtmlElement, Style]


class Unreadable(Exception):
    """This HTML is not read; `str()` of it is a sentence for who pasted it."""


@dataclass(frozen=True)
class Clipping:
    """What was pasted, as cleaned HTML, "" when it has no words; and what of it was left out."""

    html: str
    left_out: LeftOut


def read_clipboard_html(source: str) -> Clipping:
    """What other programs' HTML says. Numbers of people and photos in it mean nothing. Raises Unreadable."""
    page, body, styles = _page_of(source)
    left_out = take_out(body, styles)
    left_out += say_plainly(body, styles)
    looks: dict[html.HtmlElement, Look] = {}
    for element in list(page.iter()):  # parents come before what they hold
        looks[element] = _look(element, styles.get(element, {}), looks.get(element.getparent(), frozenset()))
        _become_block(element, styles)
    for element, look in looks.items():
        _show(element, look, looks.get(element.getparent(), frozenset()))
        left_out[LINKS] += _keep_link_only(element)
    nodes, notes = without_note_marks(nodes_of(clean(html.tostring(page, encoding="unicode"))))
    settled, numbers = _settled(nodes)
    left_out[FOOTNOTES] += len(numbers)
    nodes = _within_rules(without_notes(settled, set(numbers)))
    return Clipping(write(_levelled([part for node in nodes for part in _parts(node)])), left_out + notes)


def _within_rules(nodes: list[Node]) -> list[Node]:
    """The nodes without rules at either end, which part them from nothing: Docs sets one above its notes."""
    told = [at for at, node in enumerate(nodes) if node.element.holds != NOTHING]
    return nodes[told[0] : told[-1] + 1] if told else nodes


def _levelled(nodes: list[Node]) -> list[Node]:
    """The nodes with subheads of the first level where the page had only smaller ones."""
    if any(node.tag == "h2" for node in nodes):
        return nodes
    return [replace(node, element=ELEMENTS["h2"]) if node.tag == "h3" else node for node in nodes]


def _page_of(source: str) -> tuple[html.HtmlElement, html.HtmlElement, ElementStyles]:
    """The page, its body and the style of each element in that; all text is as it is seen."""
    source = valid_characters(source)
    if is_too_deep(source):
        raise Unreadable(_("This text lies so deep in other elements that it can't be read."))
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    page = html.document_fromstring(f"<p></p>{source}".encode(), parser=parser)
    elements = list(page.iter())
    words = sum(len(each.text or "") + len(each.tail or "") for each in elements if each.tag not in WORDLESS)
    if words > CHARACTERS_AT_MOST or len(elements) > ELEMENTS_AT_MOST:
        raise Unreadable(_("This is as long as a book. Paste it in parts."))
    for element in elements:
        element.text, element.tail = _plain(element.text), _plain(element.tail)
    sheets = Styles(page)
    (body,) = page.iterchildren("body")
    mark_suggestions(body)
    return page, body, {each: sheets.of(each) for each in body.iterdescendants() if isinstance(each, html.HtmlElement)}


def _plain(words: str | None) -> str | None:
    """Words, which may have come from entities, with spaces as spaces and nothing that can't be seen."""
    return words and as_typed(_SPACE.sub(" ", _INVISIBLE.sub("", drop_controls(words))))


def _keep_link_only(element: html.HtmlElement) -> bool:
    """Leave an element no attribute but a link that leads somewhere from here; says whether words lost theirs."""
    target = element.get("href", "")
    href = link(unwrapped_link(f"https:{target}" if target.startswith("//") else target))
    is_scaffold = element.tag == "table" and element.get("role") == "presentation"
    element.attrib.clear()
    if is_scaffold:
        element.set("role", "presentation")
    if element.tag not in PARSED_TAGS:
        element.tag = "span"  # the cleaner drops the words of some that it does not know
    if href and not href.startswith("/"):  # a path is one of another site
        element.set("href", href)
        return False
    return element.tag == "a" and target not in ("", "#") and bool(element.text_content().strip())


def _settled(nodes: list[Node]) -> tuple[list[Node], list[str]]:
    """The nodes with raised words settled, and the numbers of footnotes that were taken out."""
    settled: list[Node] = []
    numbers: list[str] = []
    for node in nodes:
        lines = {line: settle(line) for line in node.lines if any(run.marks for run in line)}
        numbers += [number for _, gone in lines.values() for number in gone]
        items = tuple(tuple(lines.get(line, (line,))[0] for line in item) for item in node.items)
        if node.element.holds not in (ROWS, NOTHING):
            items = tuple(filter(None, (tuple(filter(None, item)) for item in items)))
        settled += [replace(node, items=items)] if items or node.element.holds == NOTHING else []
    return settled, numbers


def _look(element: html.HtmlElement, style: Style, outer: Look) -> Look:
    """The marks of the words in an element: the tag says so, or the style, which also says when not."""
    look = outer | {_LOOKS[element.tag]} if element.tag in _LOOKS else outer
    for mark, name, is_on in (
        ("strong", "font-weight", _BOLD.fullmatch(style.get("font-weight", ""))),
        ("em", "font-style", style.get("font-style") in ("italic", "oblique")),
    ):
        if name in style:
            look = look | {mark} if is_on else look - {mark}
    if place := raised_by(style) if element.tag not in _CELLS else "":
        look = look | {place}
    for name in element.get("class", "").split():
        look = look | {_SUPERSCRIPT[name.lower()]} if name.lower() in _SUPERSCRIPT else look
    if element.tag in _LOOKS:
        element.tag = "span"
    return look


def _show(element: html.HtmlElement, look: Look, outer: Look) -> None:
    """Put the element's own words, and those behind it, into their marks."""
    if element.text and look:
        element.insert(0, _marked(element.text, look))
        element.text = None
    if element.tail and outer:
        words, element.tail = element.tail, None
        element.addnext(_marked(words, outer))


def _marked(words: str, look: Look) -> html.HtmlElement:
    inner = outer = html.Element("span")
    for mark in sorted(look):
        inner = etree.SubElement(inner, mark)
    inner.text = words
    return outer


def _become_block(element: html.HtmlElement, styles: ElementStyles) -> None:
    """Make an element what its style says: Word's headings, quotes and list items are paragraphs."""
    name = element.get("class", "")
    _become_as_shown(element, styles)
    if _WORD_HEADING.match(name) or (element.get("role") == "heading" and element.tag in _HEADED):
        element.tag = "h2"
    elif _WORD_QUOTE.match(name):
        element.tag = "p"
        _join(element, "blockquote")
    elif element.tag == "p" and _WORD_LIST.match(styles[element].get("mso-list", "")):
        bullets = [part for part in element.iter("span") if styles[part].get("mso-list") == "ignore"]
        is_numbered = any(_NUMBER.match(bullet.text_content()) for bullet in bullets)
        for bullet in bullets[:1]:
            bullet.drop_tree()
        element.tag = "li"
        _join(element, "ol" if is_numbered else "ul")


def _become_as_shown(element: html.HtmlElement, styles: ElementStyles) -> None:
    """Part words that the page parts by a style alone, and put together what it sets in one line."""
    style = styles.get(element, {})
    shown = style.get("display", "")
    if element.tag in _INLINE and shown.startswith(_BLOCK_STYLES) and not _is_initial(element, style):
        element.tag = "div"
    elif (
        element.tag in ("div", "p", "section")
        and shown == "inline"
        and next(element.iterdescendants("p", "div"), None) is None
    ):
        element.tag = "span"
    elif element.tag == "div" and element.get("role") in _LIST_ROLES:
        element.tag = _LIST_ROLES[element.get("role", "")]
    elif element.get("data-stringify-type") == "paragraph-break":  # Slack
        element[:] = [html.Element("br"), html.Element("br")]
    if shown in ("flex", "inline-flex", "grid"):
        for part in element[:-1]:
            part.tail = part.tail or " "


def _is_initial(element: html.HtmlElement, style: Style) -> bool:
    """Whether it is a large first letter, which the rest of its word stands beside."""
    return style.get("float") in ("left", "right") and len(element.text_content().strip()) < 4


def _join(element: html.HtmlElement, tag: str) -> None:
    """Put an element into the list or quote before it that was made so, or into a new one."""
    group = element.getprevious()
    if group is None or group.get("data-made") != tag:
        group = html.Element(tag, {"data-made": tag})
        element.addprevious(group)
    group.append(element)


def _parts(node: Node) -> Iterator[Node]:
    """A node without line breaks, which only verse wants: two part paragraphs. A paragraph in bold is a subhead."""
    if node.element.holds in (ROWS, NOTHING):
        yield _headed(node) if node.items else node
        return
    items = tuple(tuple(part for line in item for part in _unbroken(line)) for item in node.items)
    if node.tag not in ("p", "h2", "h3"):
        yield Node(node.element, items)
        return
    is_row = any(ROW in text for line in node.lines for text, _ in line)
    for line in items[0]:
        if node.tag in ("h2", "h3") or (not is_row and _is_bold(line) and _is_subhead(line)):
            yield Node(ELEMENTS["h2"] if node.tag == "p" else node.element, ((_without_strong(line),),))
        else:
            yield Node(node.element, ((line,),))


def _unbroken(line: Line) -> Iterator[Line]:
    runs: list[Run] = []
    for text, marks in line:
        first, *rest = re.split(r"\n{2,}", text)
        runs.append(Run(without_breaks(first.replace(ROW, "")), marks))
        for part in rest:
            yield tidy_line(runs)
            runs = [Run(without_breaks(part), marks)]
    yield tidy_line(runs)


def _headed(node: Node) -> Node:
    """A table whose headings are those cells that are in bold, where it has no others; they are not bold besides."""
    caption, *rows = node.items
    head = node.head
    if not head and len(rows) > 1:
        on_top, beside = (all(map(_is_bold, filter(None, cells))) for cells in (rows[0], [row[0] for row in rows[1:]]))
        below = all(map(_is_bold, (line for row in rows[1:] for line in row if line)))
        head = " ".join(name for name, is_so in (("row", on_top), ("column", beside)) if is_so and not below)
    headed = replace(node, head=head)
    return replace(
        headed,
        items=(
            caption,
            *(
                tuple(_without_strong(line) if is_heading_cell(headed, n, m) else line for m, line in enumerate(row))
                for n, row in enumerate(rows)
            ),
        ),
    )


def _is_bold(line: Line) -> bool:
    return all(("strong", "") in run.marks or not run.text.strip() for run in line)


def _is_subhead(line: Line) -> bool:
    words = line_text(line)
    return len(words) <= SUBHEAD_AT_MOST and not words.endswith((".", ",", ":", ";", "…"))


def _without_strong(line: Line) -> Line:
    return join_runs(Run(text, tuple(mark for mark in marks if mark[0] != "strong")) for text, marks in line)
