"""The text of a Word document (ECMA-376, WordprocessingML) as HTML; attributes and elements by their local names."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape

from lxml import etree

from articles.exchange.incoming import Note
from articles.exchange.xml_stream import local, words_in
from articles.text.body.vocabulary import names_in

_HEADING = re.compile(r"heading ?(\d)|überschrift ?(\d)|titre ?(\d)|^heading\b")
_QUOTE = re.compile(r"\b(intense )?quote\b|block text")
_MARKS = {"b": "strong", "i": "em"}
_RAISED = {"superscript": "sup", "subscript": "sub"}
_OFF = frozenset({"0", "false", "off", "none"})
_SKIPPED = names_in("del moveFrom instrText delText Fallback rPr pPr tblPr tcPr sdtPr pict")
_INSIDE = names_in("sdt sdtContent ins moveTo customXml smartTag txbxContent")


def attribute(element: etree._Element, name: str) -> str:
    """The value of an attribute by its local name."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of that local name."""
    return next((each for each in element if local(each) == name), None) if element is not None else None


@dataclass
class Word:
    """A document on its way to HTML, with what it refers to; afterwards its title, pictures, and what is to be said."""

    links: Mapping[str, tuple[str, bool]]
    styles: Mapping[str, str]
    numbering: etree._Element | None = None
    notes: Mapping[str, etree._Element | None] = field(default_factory=dict)
    title: str = ""
    subtitle: str = ""
    authors: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    said: list[Note] = field(default_factory=list)
    _noted: list[tuple[str, str]] = field(default_factory=list)
    _has_begun: bool = False

    def html(self, root: etree._Element) -> str:
        """The document's words; footnotes follow them."""
        body = child(root, "body")
        written = self._blocks(body if body is not None else root)
        if self._noted:
            self.said.append(Note("footnote", f"{len(self._noted)} footnotes stand behind the text."))
        notes = enumerate(list(self._noted), 1)
        return written + "".join(f"<p><sup>{number}</sup> {self._note(*which)}</p>" for number, which in notes)

    def _blocks(self, holder: etree._Element) -> str:
        """Paragraphs and tables; items of a list that follow each other are one list."""
        written, listed = [], ""
        for kind, inside in self._each_block(holder):
            if listed and kind != listed:
                written.append(f"</{listed}>")
            if kind in ("ul", "ol"):
                written.append(f"<{kind}>" if kind != listed else "")
                listed = kind
            else:
                listed = ""
            written.append(inside)
        return "".join([*written, f"</{listed}>" if listed else ""])

    def _each_block(self, holder: etree._Element) -> Iterator[tuple[str, str]]:
        for each in holder:
            name = local(each)
            if name == "p":
                yield self._paragraph(each)
            elif name == "tbl":
                rows = "".join(self._row(row) for row in each if local(row) == "tr")
                yield "", f"<table>{rows}</table>"
            elif name in _INSIDE:
                yield from self._each_block(each)

    def _row(self, row: etree._Element) -> str:
        cells = "".join(f"<td>{self._blocks(cell)}</td>" for cell in row if local(cell) == "tc")
        return f"<tr>{cells}</tr>"

    def _paragraph(self, paragraph: etree._Element) -> tuple[str, str]:
        """(the list it is an item of or "", its HTML)."""
        facts = child(paragraph, "pPr")
        style = child(facts, "pStyle")
        key = attribute(style, "val") if style is not None else ""
        name = f"{self.styles.get(key, '')} {key}".lower().strip()
        inside = self._inline(paragraph)
        inner = (each for each in paragraph.iter() if local(each) == "txbxContent" and not _is_fallback(each))
        boxes = "".join(map(self._blocks, inner))
        words = " ".join("".join(_words(paragraph)).split())
        if "subtitle" in name and not self.subtitle and words:
            self.subtitle = words
            return "", boxes
        if re.search(r"(?<!sub)\btitle\b", name) and not self.title and words:
            self.title = words
            return "", boxes
        if heading := _HEADING.search(name):
            level = min(6, max(1, int(next(filter(None, heading.groups()), "2"))))
            if level == 1 and not self.title and not self._has_begun and words:
                self.title = words
                return "", boxes
            self._has_begun = True
            return "", f"<h{level}>{inside}</h{level}>{boxes}"
        self._has_begun |= bool(words)
        if listed := self._list_of(facts, name):
            return listed, f"<li>{inside}{boxes}</li>"
        shape = "<blockquote><p>{}</p></blockquote>{}" if _QUOTE.search(name) else "<p>{}</p>{}"
        return "", shape.format(inside, boxes)

    def _list_of(self, facts: etree._Element | None, style: str) -> str:
        """ "ul" or "ol" for an item of a list, "" else."""
        numbers = child(facts, "numPr")
        number = child(numbers, "numId")
        key = attribute(number, "val") if number is not None else ""
        if key in ("", "0"):
            return "ol" if "list number" in style else "ul" if "list bullet" in style else ""
        return "ul" if self._is_bulleted(key) else "ol"

    def _is_bulleted(self, key: str) -> bool:
        """Whether a list of that number has bullets; one that nobody describes has."""
        root = self.numbering if self.numbering is not None else ()
        held = next((each for each in root if local(each) == "num" and attribute(each, "numId") == key), None)
        link = child(held, "abstractNumId")
        wanted = attribute(link, "val") if link is not None else ""
        for each in root:
            if local(each) == "abstractNum" and attribute(each, "abstractNumId") == wanted:
                kinds = (attribute(kind, "val") for kind in each.iter() if local(kind) == "numFmt")
                return next(kinds, "bullet") == "bullet"
        return True

    def _inline(self, holder: etree._Element) -> str:
        return "".join(self._part(each) for each in holder)

    def _part(self, part: etree._Element) -> str:
        """A part of a paragraph: a run, a link, or what holds these."""
        name = local(part)
        if name in _SKIPPED:
            if name in ("del", "moveFrom") and (words := "".join(_words(part, deleted=True)).strip()):
                self.said.append(Note("struck", f"Deleted words were left out: {words}"))
            return ""
        if name == "hyperlink":
            target = self.links.get(attribute(part, "id"), ("", False))[0]
            inside = self._inline(part)
            return f'<a href="{escape(target)}">{inside}</a>' if target else inside
        if name == "r":
            return self._run(part)
        if name in ("oMath", "oMathPara"):
            words = words_in(part)
            self.said.append(Note("drawing", f"A formula is here as plain signs: {words}"))
            return escape(words, quote=False)
        return self._inline(part) if name != "txbxContent" else ""

    def _run(self, run: etree._Element) -> str:
        facts = child(run, "rPr")
        inside = "".join(self._piece(each) for each in run)
        if not inside.strip() or facts is None:
            return inside
        for each in facts:
            name, value = local(each), attribute(each, "val")
            if name in _MARKS and value not in _OFF:
                inside = f"<{_MARKS[name]}>{inside}</{_MARKS[name]}>"
            elif name == "vertAlign" and value in _RAISED:
                inside = f"<{_RAISED[value]}>{inside}</{_RAISED[value]}>"
            elif name in ("strike", "dstrike") and value not in _OFF:
                inside = f"<s>{inside}</s>"
            elif name in ("vanish", "webHidden") and value not in _OFF:
                inside = f'<span style="display:none">{inside}</span>'
        return inside

    def _piece(self, piece: etree._Element) -> str:
        """Words, a break, a mark of a note, or a picture."""
        name = local(piece)
        if name == "t":
            return escape(piece.text or "", quote=False)
        if name in ("br", "cr"):
            return "" if attribute(piece, "type") == "page" else "<br>"
        if name == "tab":
            return " "
        if name in ("noBreakHyphen", "softHyphen"):
            return "-" if name == "noBreakHyphen" else ""
        if name in ("footnoteReference", "endnoteReference"):
            self._noted.append((name.removesuffix("Reference"), attribute(piece, "id")))
            return f"<sup>{len(self._noted)}</sup>"
        return self._images(piece) if name in ("drawing", "object", "pict", "AlternateContent") else ""

    def _images(self, holder: etree._Element) -> str:
        written = []
        described = next((attribute(each, "descr") for each in holder.iter() if local(each) == "docPr"), "")
        for each in holder.iter():
            key = attribute(each, "embed") or attribute(each, "link") if local(each) == "blip" else ""
            key = key or (attribute(each, "id") if local(each) == "imagedata" and not _is_fallback(each) else "")
            target, is_outside = self.links.get(key, ("", False))
            if is_outside:
                self.said.append(Note("picture", f"A picture outside of the document was not fetched: {target}"))
            elif target:
                self.pictures.append(target)
                written.append(f'<img src="{escape(target)}" alt="{escape(described)}">')
        return "".join(written)

    def _note(self, kind: str, key: str) -> str:
        root = self.notes.get(kind)
        held = next((each for each in root if attribute(each, "id") == key), None) if root is not None else None
        return "<br>".join(self._inline(each) for each in held if local(each) == "p") if held is not None else ""


def _is_fallback(element: etree._Element) -> bool:
    """Whether it stands in for older programs what is there in a newer form too."""
    return any(local(outer) == "Fallback" for outer in element.iterancestors())


def _words(element: etree._Element, *, deleted: bool = False) -> Iterator[str]:
    for each in element.iter():
        if local(each) == "t" or (deleted and local(each) == "delText"):
            yield each.text or ""
