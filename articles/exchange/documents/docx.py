"""Word's .docx, from Word, Google Docs or Pages, as stories: what is said, and not how it looks.

Read here and not by a library: of the format only paragraphs, runs, links, lists, tables, pictures and notes matter to
a story, the parser is the guarded one of this package, and no part of a document that comes from outside is followed.
"""

import hashlib
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from articles.exchange.archives import member, open_document
from articles.exchange.carried_html import Unreadable, carry
from articles.exchange.documents.word import Word
from articles.exchange.incoming import Author, Broken, Incoming, Item, Note, Picture, Reading, UnreadableExport
from articles.exchange.xml_stream import local, text_of, whole

SYSTEM = "docx"


def read_docx(paths: Iterable[Path]) -> Reading:
    """The stories of Word files, one each. Raises UnreadableExport where there is none."""
    files = [file for path in paths for file in (sorted(path.rglob("*.docx")) if path.is_dir() else [path])]
    if not files:
        raise UnreadableExport("There is no .docx in it.")
    return Reading(_stories(files), total=len(files))


def _stories(files: list[Path]) -> Iterator[Item]:
    for file in files:
        try:
            yield _story(file)
        except (UnreadableExport, Unreadable) as error:
            yield Broken(file.name, f"{file.name}: {error}")


def _story(file: Path) -> Incoming:
    with open_document(file) as archive:
        name = _main_part(archive)
        body = _xml(archive, name)
        if body is None:
            raise UnreadableExport("it is no Word document.")
        word = Word(
            links=_relations(archive, name),
            styles=_styles(_xml(archive, _beside(name, "styles.xml"))),
            numbering=_xml(archive, _beside(name, "numbering.xml")),
            notes={kind: _xml(archive, _beside(name, f"{kind}s.xml")) for kind in ("footnote", "endnote")},
        )
        html = word.html(body)
        facts = _xml(archive, "docProps/core.xml")
        comments = _xml(archive, _beside(name, "comments.xml"))
        pictures = {link: _picture(archive, _path(name, link)) for link in word.pictures}

    def find(image: etree._Element) -> Picture | None:
        picture = pictures.get(image.get("src", ""))
        return replace(picture, alt=" ".join(image.get("alt", "").split())) if picture else None

    carried = carry(html, find_picture=find)
    notes = [*word.said, *carried.notes]
    if comments is not None and len(comments):
        notes.append(Note("comment", f"{len(comments)} comments stay in the document."))
    headline, dek = word.title, word.subtitle
    creator = text_of(facts, "creator") if facts is not None else ""
    made = f"{text_of(facts, 'created')} {creator}" if facts is not None else ""
    return Incoming(
        system=SYSTEM,
        source_id=f"{file.name} {made}".strip()[:300],
        source=hashlib.sha256(file.read_bytes()).hexdigest().encode() + b"\n" + html.encode("utf-8", "replace"),
        headline=headline,
        dek=dek,
        body=carried.html,
        authors=tuple(Author(name, name) for name in word.authors),
        pictures=carried.pictures,
        notes=tuple(notes),
    )


def _main_part(archive: ZipFile) -> str:
    """The path of the document's text, which the package names."""
    root = _xml(archive, "_rels/.rels")
    for each in root if root is not None else ():
        if each.get("Type", "").endswith("/officeDocument"):
            return each.get("Target", "").lstrip("/")
    return "word/document.xml"


def _xml(archive: ZipFile, name: str) -> etree._Element | None:
    """A part of the document, or None where there is none. Raises UnreadableExport."""
    data = member(archive, name)
    return whole(data, check=lambda _: True) if data else None


def _beside(name: str, other: str) -> str:
    return posixpath.join(posixpath.dirname(name), other)


def _path(name: str, link: str) -> str:
    """The path in the package that a relation of a part leads to."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(name), link)).lstrip("/")


def _relations(archive: ZipFile, name: str) -> dict[str, tuple[str, bool]]:
    """{id: (target, whether it is outside of the document)} of a part."""
    root = _xml(archive, f"{posixpath.dirname(name)}/_rels/{posixpath.basename(name)}.rels")
    found = root if root is not None else ()
    return {each.get("Id", ""): (each.get("Target", ""), each.get("TargetMode") == "External") for each in found}


def _styles(root: etree._Element | None) -> dict[str, str]:
    """{id: name in lower case} of the document's styles; a style that is based on another has the other's name too."""
    names: dict[str, str] = {}
    for style in root if root is not None else ():
        if local(style) == "style":
            pairs = {local(each): next(iter(each.attrib.values()), "") for each in style}
            number = next((value for key, value in style.attrib.items() if str(key).endswith("styleId")), "")
            names[str(number)] = f"{pairs.get('name', '')} {pairs.get('basedOn', '')}".lower()
    return names


def _picture(archive: ZipFile, name: str) -> Picture | None:
    data = member(archive, name)
    return Picture(posixpath.basename(name), data=data) if data else None
