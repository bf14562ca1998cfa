"""Writes a bag (BagIt 1.0, RFC 8493) straight into a zip file: the same contents give the same bytes.

Entries have a fixed order, time and mode; text is deflated at zlib's own level, pictures are stored as they are.
Nothing is held in memory, and what cannot be known before it was written stands at the end.
"""

import hashlib
import zipfile
from collections.abc import Iterable, Iterator
from typing import IO

PIECE = 1024 * 1024
JOINED = 64 * 1024
THE_TIME = (1980, 1, 1, 0, 0, 0)  # the oldest that a zip file can say
OURS_ALONE = 0o100600 << 16

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MANIFEST, TAG_MANIFEST, INFO = "manifest-sha256.txt", "tagmanifest-sha256.txt", "bag-info.txt"


class BagWriter:
    """A bag that grows; `finish` makes it whole."""

    def __init__(self, file: IO[bytes]) -> None:
        """Write into an open file."""
        self._zip = zipfile.ZipFile(file, "w", allowZip64=True)
        self._payload: dict[str, str] = {}
        self._tags: dict[str, str] = {}
        self._octets = 0

    def add(self, name: str, pieces: Iterable[bytes], *, is_packed: bool = False) -> None:
        """Put a file of these pieces under data/; one that `is_packed` already is only stored."""
        self._payload[f"data/{name}"], size = self._write(f"data/{name}", pieces, is_packed=is_packed)
        self._octets += size

    def finish(self, facts: dict[str, str]) -> None:
        """Write what makes it a bag, with these facts in bag-info.txt beside the number of bytes and files."""
        info = facts | {"Payload-Oxum": f"{self._octets}.{len(self._payload)}"}
        self._tag("bagit.txt", DECLARATION)
        self._tag(INFO, "".join(f"{name}: {value}\n" for name, value in info.items()).encode())
        self._tag(MANIFEST, _manifest(self._payload))
        self._write(TAG_MANIFEST, [_manifest(self._tags)])
        self._zip.close()

    def _tag(self, name: str, content: bytes) -> None:
        self._tags[name], _ = self._write(name, [content])

    def _write(self, name: str, pieces: Iterable[bytes], *, is_packed: bool = False) -> tuple[str, int]:
        """Write one entry; returns its SHA-256 in hexadecimal and its size."""
        entry = zipfile.ZipInfo(name, THE_TIME)
        entry.create_system, entry.external_attr = 3, OURS_ALONE  # as on Unix, wherever this runs
        entry.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
        digest, size = hashlib.sha256(), 0
        with self._zip.open(entry, "w", force_zip64=True) as out:
            for piece in pieces:
                digest.update(piece)
                size += out.write(piece)
        return digest.hexdigest(), size


def _manifest(digests: dict[str, str]) -> bytes:
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(digests.items())).encode()


def pieces_of(file: IO[bytes]) -> Iterator[bytes]:
    """The contents of a file, a piece at a time."""
    while piece := file.read(PIECE):
        yield piece


def in_larger_pieces(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Lines joined to pieces, for which hashing and packing cost less."""
    held: list[bytes] = []
    size = 0
    for each in lines:
        held.append(each)
        size += len(each)
        if size >= JOINED:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)
