"""HTML as other programs put it on the clipboard, in the body's vocabulary: by what it says and not how it looked.

Knows Word's lists and headings that are styles only, Google Docs' bold that is none and its detours, lines that are
subheads because they are bold, and comments and notes that are no text.
"""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from lxml import etree, html

from articles.text.body.attributes import link
from articles.text.body.cleaning import clean
from articles.text.body.html_parser import nodes_of
from articles.text.body.lines import join_runs
from articles.text.body.nodes import Line, Node, Run, line_text, write
from articles.text.body.vocabulary import ELEMENTS, WORDLESS
from articles.text.characters import drop_controls, valid_characters

SUBHEAD_AT_MOST = 100  # characters; a longer line in bold is a paragraph that shouts
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad]")
_SPACE = re.compile("[\u00a0\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # and what XML can't hold
_DECLARATION = re.compile(r"([\w-]+)\s*:\s*([^;]+)")
_NOTE = re.compile(r"#_(ftn|edn|msocom|cmnt)", re.IGNORECASE)
_NOTES = re.compile(r"(foot|end)note-list|comment-list")
_WORD_LIST = re.compile(r"l\d+ level\d+", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(\d+|[a-z]{1,3})[.)]", re.IGNORECASE)
_WORD_HEADING = re.compile(r"Mso(Title|Subtitle|Heading)")
_WORD_QUOTE = re.compile(r"Mso(Intense)?Quote")
_GOOGLE = re.compile(r"(www\.)?google\.\w+(\.\w+)?")
_BOLD = re.compile(r"bold|bolder|[6-9]00")
_LOOKS = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "cite": "em"}
Look = frozenset[str]


def clean_clipboard_html(source: str) -> str:
    """The cleaned HTML of what was pasted; "" when it has no words. Numbers of people and photos in it mean nothing."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    page = html.document_fromstring(f"<p></p>{valid_characters(source)}".encode(), parser=parser)
    for element in page.iter():
        element.text, element.tail = _plain(element.text), _plain(element.tail)
    for element in page.findall("body//*"):
        if isinstance(element, html.HtmlElement) and _is_hidden(element):
            element.drop_tree()
    looks: dict[html.HtmlElement, Look] = {}
    for element in list(page.iter()):  # parents come before what they hold
        looks[element] = _look(element, looks.get(element.getparent(), frozenset()))
        _become_block(element)
    for element, look in looks.items():
        _show(element, look, looks.get(element.getparent(), frozenset()))
        href = link(unwrapped_link(element.get("href", "")))
        element.attrib.clear()
        if href and not href.startswith("/"):  # a path is one of another site
            element.set("href", href)
    return write(part for node in nodes_of(clean(html.tostring(page, encoding="unicode"))) for part in _parts(node))


def _plain(words: str | None) -> str | None:
    """Words, which may have come from entities, with spaces as spaces and nothing that can't be seen."""
    return words and _SPACE.sub(" ", _INVISIBLE.sub("", drop_controls(words)))


def unwrapped_link(href: str) -> str:
    """Where a link really leads: mail programs and Google Docs put an address of their own around it."""
    try:
        address = urlsplit(href)
    except ValueError:  # no address at all
        return href
    if not _GOOGLE.fullmatch(address.netloc) or address.path != "/url":
        return href
    asked = parse_qs(address.query)
    return (asked.get("q") or asked.get("url") or [href])[0]


def _style(element: html.HtmlElement) -> dict[str, str]:
    """The declarations by their exact names: Word's mso-bidi-font-weight is no weight."""
    return {name.lower(): value.strip().lower() for name, value in _DECLARATION.findall(element.get("style", ""))}


def _is_hidden(element: html.HtmlElement) -> bool:
    style = _style(element)
    return (
        element.tag in WORDLESS
        or "hidden" in element.attrib
        or style.get("display") == "none"
        or style.get("mso-hide") == "all"
        or bool(_NOTE.match(element.get("href", "")) or _NOTES.match(style.get("mso-element", "")))
    )


def _look(element: html.HtmlElement, outer: Look) -> Look:
    """The marks of the words in an element: the tag says so, or the style, which also says when not."""
    style = _style(element)
    look = outer | {_LOOKS[element.tag]} if element.tag in _LOOKS else outer
    for mark, name, is_on in (
        ("strong", "font-weight", _BOLD.fullmatch(style.get("font-weight", ""))),
        ("em", "font-style", style.get("font-style") in ("italic", "oblique")),
    ):
        if name in style:
            look = look | {mark} if is_on else look - {mark}
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


def _become_block(element: html.HtmlElement) -> None:
    """Make an element what its style says: Word's headings, quotes and list items are paragraphs."""
    name = element.get("class", "")
    if _WORD_HEADING.match(name):
        element.tag = "h2"
    elif _WORD_QUOTE.match(name):
        element.tag = "p"
        _join(element, "blockquote")
    elif element.tag == "p" and _WORD_LIST.match(_style(element).get("mso-list", "")):
        bullets = [part for part in element.iter("span") if _style(part).get("mso-list") == "ignore"]
        is_numbered = any(_NUMBER.match(bullet.text_content()) for bullet in bullets)
        for bullet in bullets[:1]:
            bullet.drop_tree()
        element.tag = "li"
        _join(element, "ol" if is_numbered else "ul")


def _join(element: html.HtmlElement, tag: str) -> None:
    """Put an element into the list or quote before it that was made so, or into a new one."""
    group = element.getprevious()
    if group is None or group.get("data-made") != tag:
        group = html.Element(tag, {"data-made": tag})
        element.addprevious(group)
    group.append(element)


def _parts(node: Node) -> Iterator[Node]:
    """A node without line breaks, which only verse wants: two part paragraphs. A paragraph in bold is a subhead."""
    items = tuple(tuple(part for line in item for part in _unbroken(line)) for item in node.items)
    if node.tag not in ("p", "h2"):
        yield Node(node.element, items)
        return
    for line in items[0]:
        if node.tag == "h2" or _is_subhead(line):
            yield Node(ELEMENTS["h2"], ((_without_strong(line),),))
        else:
            yield Node(node.element, ((line,),))


def _unbroken(line: Line) -> Iterator[Line]:
    runs: list[Run] = []
    for text, marks in line:
        first, *rest = re.split(r"\n{2,}", text)
        runs.append(Run(first.replace("\n", " "), marks))
        for part in rest:
            yield join_runs(run for run in runs if run.text)
            runs = [Run(part.replace("\n", " "), marks)]
    yield join_runs(run for run in runs if run.text)


def _is_subhead(line: Line) -> bool:
    words = line_text(line)
    is_bold = all(("strong", "") in run.marks or not run.text.strip() for run in line)
    return is_bold and len(words) <= SUBHEAD_AT_MOST and not words.endswith((".", ",", ":", ";", "…"))


def _without_strong(line: Line) -> Line:
    return join_runs(Run(text, tuple(mark for mark in marks if mark[0] != "strong")) for text, marks in line)
