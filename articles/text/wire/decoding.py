"""From the bytes of a file to text, or a sentence that says why not."""

import codecs
import re

from articles.text.instructions.agencies import CONTROLS, ETX, SOH, STX, SYN

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 40  # of an agency's file; a file of another kind is full of them
_VISIBLE = re.compile(r"[^\s\ufeff\u200b\x1b]")
_MAGIC = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"GIF8": "a picture (GIF)",
    b"RIFF": "a picture, sound or film (RIFF)",
    b"\x1f\x8b": "a compressed file (gzip)",
    b"BZh": "a compressed file (bzip2)",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite format 3": "a database",
    b"{\\rtf": "a rich-text file (RTF)",
}


class UnreadableStory(ValueError):
    """A file that holds no plain text; its message is a sentence for the person who chose the file."""


def decode_story(data: bytes) -> str:
    """The text of a plain-text file, with line ends as "\\n" and without a byte-order mark.

    Reads UTF-8, with or without a byte-order mark. Raises UnreadableStory for anything else, and for an empty file.
    """
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            raise UnreadableStory(
                f"This is {kind}, not plain text. Save the story as plain text (UTF-8) and try again."
            )
    text = _decoded(data)
    if (control := _CONTROL.search(text)) and not _is_agency_file(text):
        raise UnreadableStory(
            f"The file is not plain text: it holds the control character U+{ord(control.group()):04X}"
            f" in line {text.count(chr(10), 0, control.start()) + 1}."
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _VISIBLE.search(text):
        raise UnreadableStory("The file is empty.")
    return text


def _is_agency_file(text: str) -> bool:
    """Whether the control characters of a text are those that agencies' formats set around and between its parts."""
    found = _CONTROL.findall(text[:100_000])
    return set(found) <= CONTROLS and bool({SOH, STX, ETX, SYN} & set(found)) and len(found) <= _MOST_CONTROLS


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UnreadableStory("The file is written in UTF-16, not UTF-8. Save it as plain text in UTF-8 and try again.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableStory(
            f"The file is not written in UTF-8 (line {line} cannot be read)."
            " Save it as plain text in UTF-8 and try again."
        ) from error
