"""XML of other systems read one element at a time: no entities, nothing fetched, faults said rather than hidden."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from articles.exchange.incoming import UnreadableExport

PROLOGUE_AT_MOST = 1_000_000  # bytes before the first element
END_LOOKED_AT = 10_000
AT_MOST = 20_000_000  # bytes of a document that is read whole
_BEFORE_ROOT = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_CONTROLS = bytes({*range(32)} - {9, 10, 13})
_ROOT = re.compile(rb"<([A-Za-z_][\w:.-]*)")


def local(element: etree._Element) -> str:
    """The name of an element without its namespace or prefix, whose spelling differs from version to version."""
    return element.tag.rpartition("}")[2].rpartition(":")[2] if isinstance(element.tag, str) else ""


def words_in(element: etree._Element) -> str:
    """All text in an element."""
    return "".join(map(str, element.itertext()))


def text_of(element: etree._Element, name: str) -> str:
    """The text of the first child of that local name, "" where there is none."""
    for child in element:
        if local(child) == name:
            return words_in(child).strip()
    return ""


@dataclass
class Faults:
    """What the reader had to forgive."""

    is_cut_off: bool = False
    sentences: list[str] = field(default_factory=list)


class _Tidied:
    """A file whose control characters, which XML can't hold, are left out while it is read."""

    def __init__(self, file: BinaryIO):
        self.file = file

    def read(self, size: int = -1) -> bytes:
        data = self.file.read(size)
        tidied = data.translate(None, _CONTROLS)
        return self.read(size) if data and not tidied else tidied


def root_name(path: Path) -> str:
    """The local name of the document's element. Raises UnreadableExport for what is no XML, or declares entities."""
    with path.open("rb") as file:
        start = file.read(PROLOGUE_AT_MOST)
    if not start.strip():
        raise UnreadableExport("The file is empty.")
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise UnreadableExport("The file is in UTF-16; save it as UTF-8 first.")
    matched = _BEFORE_ROOT.match(start)
    rest = start[matched.end() if matched else 0 :]
    if rest[:9].upper() == b"<!DOCTYPE":
        raise UnreadableExport(
            "The file brings its own definitions (a DOCTYPE), which no export does; it was not read."
        )
    found = _ROOT.match(rest)
    if found is None:
        raise UnreadableExport("The file is no XML.")
    return found[1].rpartition(b":")[2].decode("ascii", "replace")


def elements(path: Path, names: frozenset[str], faults: Faults) -> Iterator[etree._Element]:
    """Each element with one of these local names, whole, in the order of the file; it is emptied afterwards.

    One that the end of a cut-off file leaves unfinished does not come.
    """
    faults.is_cut_off = not _is_closed(path)
    with path.open("rb") as file:
        parser = etree.iterparse(
            _Tidied(file), events=("start", "end"), recover=True, huge_tree=True, resolve_entities=False,
            no_network=True, load_dtd=False, remove_comments=True, remove_pis=True,
        )  # fmt: skip
        waiting = None
        try:
            for event, element in parser:
                if waiting is not None and event == "start":  # at the end of a cut-off file all ends are made up
                    yield waiting
                    _empty(waiting)
                    waiting = None
                if event == "end" and local(element) in names and not _is_inside(element, names):
                    waiting = element
        except etree.XMLSyntaxError as error:
            faults.sentences.append(f"The file can't be read any further: {error.msg}.")
        _note_faults(parser.error_log, faults)
        if waiting is not None and not faults.is_cut_off:
            yield waiting


def _is_closed(path: Path) -> bool:
    """Whether the document's element ends at the end of the file."""
    end = f"</{root_name(path)}>".encode()
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - END_LOOKED_AT))
        return end in re.sub(rb"</[\w.-]+:|\s+(?=>)", lambda found: b"</" if found[0][:1] == b"<" else b"", file.read())


def _note_faults(log: "etree._ListErrorLog", faults: Faults) -> None:
    for error in list(log)[:3]:
        faults.sentences.append(f"Line {error.line} of the file is faulty: {error.message.strip()}.")


def _is_inside(element: etree._Element, names: frozenset[str]) -> bool:
    return any(local(outer) in names for outer in element.iterancestors())


def _empty(element: etree._Element) -> None:
    element.clear()
    outer = element.getparent()
    while outer is not None and element.getprevious() is not None:
        del outer[0]


def whole(data: bytes, *, check: Callable[[str], bool]) -> etree._Element:
    """The root of a document that is read whole; `check` says of its local name whether it is what was expected.

    A DOCTYPE is allowed and not followed, one with definitions of its own is not. Raises UnreadableExport.
    """
    if not data.strip():
        raise UnreadableExport("The file is empty.")
    if len(data) > AT_MOST:
        raise UnreadableExport("The file is larger than any story.")
    if b"<!ENTITY" in data or b"<\x00!\x00E\x00N\x00T" in data or b"\x00<\x00!\x00E\x00N\x00T" in data:
        raise UnreadableExport("The file brings its own definitions (entities); it was not read.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data.translate(None, _CONTROLS) if b"\x00" not in data[:4] else data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableExport(f"The file is no sound XML: {error.msg}.") from error
    if not check(local(root)):
        raise UnreadableExport(f"The file holds “{local(root)}”, which is not what was expected.")
    return root
