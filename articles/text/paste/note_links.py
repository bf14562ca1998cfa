"""Links between a text and its notes or comments: the marks in the text, and the notes that they lead to."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from urllib.parse import urlsplit

from lxml import html

from articles.text.paste.left_out import COMMENTS, FOOTNOTES

# Names that programs give to nothing else: Word, Google Docs, LibreOffice.
_PROGRAMS = re.compile(r"_?(ftn|edn|ftnt|cmnt|msocom|msoanchor|sd(foot|end)note)_?(ref)?_?\d+(anc|sym)?", re.IGNORECASE)
_NOTE = re.compile(r"_?(fn|ftn|edn|footnote|endnote|user-content-fn|cite|note|nota|anm|ref)", re.IGNORECASE)
_COMMENT = re.compile(r"_?(cmnt|mso(com|anchor)|comment|annot)", re.IGNORECASE)
_LEADS_BACK = re.compile(r"(ftn|edn|ftnt|cmnt|fn|note|cite|comment)[-_:]?(ref|anc)|msoanchor|\d+anc$", re.IGNORECASE)
_MARK = re.compile(
    r"[\[(]?\s*(\d{1,3}|[^\W\d_]{1,2}|[ivxlc]{1,6}|[*†‡§¶#]{1,4}|[¹²³⁰⁴-⁹]{1,3}|[^\W\d_]{1,6}\.? ?\d{1,3})\s*[\])]?"
    r"|[↩↑⤴^←][\ufe0e\ufe0f]?",
    re.IGNORECASE,
)
_WAY_BACK = re.compile(r"[↩↑⤴^←][\ufe0e\ufe0f]?")
_OF_ONE = re.compile(r"\d|[-_:][a-z]{1,2}\Z", re.IGNORECASE)  # of one note, and not of the place where all are
_HEADING_MARK = re.compile(r"[¶#§🔗]")
_BLOCKS = frozenset({"p", "li", "div", "section", "aside", "dd", "td", "h1", "h2", "h3", "h4", "h5", "h6"})


def kind_of_link(element: html.HtmlElement) -> str:
    """COMMENTS or FOOTNOTES when an element is the mark of one, or leads from one back to its mark; else ""."""
    fragment = _fragment(element)
    if not fragment:
        return ""
    is_certain = _PROGRAMS.fullmatch(fragment) is not None
    if is_certain or (is_mark(element) and _is_named_as_note(element, fragment)):
        return COMMENTS if _COMMENT.match(fragment) else FOOTNOTES
    return ""


def is_mark(element: html.HtmlElement) -> bool:
    """Whether the words of an element look like the mark of a note: 3, [b], *."""
    return _MARK.fullmatch(element.text_content().strip()) is not None


def is_heading_mark(element: html.HtmlElement) -> bool:
    """Whether an element is only the sign by which a page lets its headings be linked to."""
    return bool(_fragment(element)) and _HEADING_MARK.fullmatch(element.text_content().strip()) is not None


def note_from(element: html.HtmlElement) -> html.HtmlElement | None:
    """The note that begins with this link back to its mark; None where the link is the mark in the text."""
    if not _LEADS_BACK.search(_fragment(element)):
        return None
    note = next((outer for outer in element.iterancestors() if outer.tag in _BLOCKS), None)
    if note is None or not _is_of(note, element):
        return None
    outer = note.getparent()
    while outer is not None and outer.tag in ("div", "li") and _is_of(outer, element):
        if any(other is not element and kind_of_link(other) for other in outer.iter("a")):
            break
        note, outer = outer, outer.getparent()
    return note


def notes_of(marks: Iterable[html.HtmlElement], page: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The notes that marks lead to by whatever name, and that lead back to them."""
    called: dict[str, set[str]] = {}
    signs: dict[str, str] = {}
    for mark in marks:
        link = mark if mark.tag == "a" else next(mark.iter("a"), mark)
        signs[_fragment(link)] = link.text_content().strip()
        around = [link, *islice(link.iterancestors("sup", "span"), 2)]
        called[_fragment(link)] = {f"#{name}" for each in around for name in (each.get("id"), each.get("name")) if name}
    for element in page.iterdescendants():
        name = element.get("id", "")
        if name in called and (
            any(link.get("href") in called[name] for link in element.iter("a"))
            or (element.tag in _BLOCKS and element.text_content().strip().startswith(signs[name] or " "))
        ):
            yield element


def _fragment(element: html.HtmlElement) -> str:
    href = element.get("href", "") if element.tag == "a" else ""
    try:
        return urlsplit(href).fragment
    except ValueError:  # no address at all
        return ""


def _is_named_as_note(element: html.HtmlElement, fragment: str) -> bool:
    if not _OF_ONE.search(fragment):
        return False
    if _NOTE.match(fragment) or _COMMENT.match(fragment) or "note" in element.get("role", ""):
        return True
    return any(near.tag == "sup" for near in (element, element.getparent(), *element) if near is not None)


def _is_of(block: html.HtmlElement, mark: html.HtmlElement) -> bool:
    """Whether a block is the note of this mark: it begins with it, or ends with a sign that leads back."""
    words, sign = block.text_content().strip(), mark.text_content().strip()
    return words.startswith((sign, f"[{sign}", f"({sign}")) or (
        _WAY_BACK.fullmatch(sign) is not None and words.endswith(sign)
    )
