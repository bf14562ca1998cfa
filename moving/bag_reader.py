"""Reads a bag (BagIt 1.0, RFC 8493) in a zip file that may come from anybody: all is checked before any is used.

Entries are read from the archive by name and never written under the names they bring, so that there is nothing to
escape from; a bag that tries to is refused all the same, for no export of ours does.
"""

import errno
import hashlib
import re
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from moving.bag_writer import INFO, MANIFEST, TAG_MANIFEST, pieces_of
from moving.refusals import DamagedBag

# Rows are text that repeats itself; packed thirty times smaller they have been seen, a thousand times is a bomb.
MOST_TIMES, FREE_OF_IT = 300, 10 * 1024 * 1024
MOST_ENTRIES = 5_000_000
LARGEST_TAG_FILE = 1024 * 1024 * 1024
LONGEST_LINE = 64 * 1024 * 1024
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError)
_MANIFEST_LINE = re.compile(r"(?P<digest>[0-9a-fA-F]{64})[ \t]+\*?(?P<name>\S.*)")
_PERCENT = {"%0D": "\r", "%0d": "\r", "%0A": "\n", "%0a": "\n", "%25": "%"}
_UNSAFE = re.compile(r"^[/~]|^[A-Za-z]:|\\|(^|/)\.\.?(/|$)|//|[\x00-\x1f]")

Progress = Callable[[int, int], None]


class BagReader:
    """An open bag. `verify` comes before everything else that is done with what it holds."""

    def __init__(self, path: Path) -> None:
        """Open the archive and look at its entries. Raises DamagedBag, and OSError."""
        try:
            self._zip = zipfile.ZipFile(path)
        except BROKEN as error:
            raise DamagedBag(f"{path.name} is no zip file, or is cut off.") from error
        try:
            self._entries = _checked(self._zip.infolist())
            self._enter_folder()
        except BaseException:
            self._zip.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    @property
    def size(self) -> int:
        """How many bytes it holds when unpacked."""
        return sum(entry.file_size for entry in self._entries.values())

    def verify(self, progress: Progress = lambda done, of: None) -> None:
        """Compare every file with the manifests. Raises DamagedBag, which names the file that is not as it was."""
        self._check_declaration()
        payload, tags = self._manifest(MANIFEST), self._manifest(TAG_MANIFEST)
        names = {name for name in self._entries if name != TAG_MANIFEST}
        if "fetch.txt" in names:
            raise DamagedBag("The bag is incomplete: fetch.txt says that files of it lie elsewhere.")
        expected = {**tags, **payload}
        if missing := sorted(expected.keys() - names):
            raise DamagedBag(f"The bag is incomplete: {missing[0]} is missing{_and_more(missing)}.")
        if strange := sorted(names - expected.keys()):
            raise DamagedBag(f"{strange[0]} is in no manifest{_and_more(strange)}.")
        done, of = 0, self.size
        for name, digest in sorted(expected.items()):
            if self._digest(name) != digest:
                raise DamagedBag(f"{name} is not what was exported: its bytes have changed.")
            done += self._entries[name].file_size
            progress(done, of)
        self._check_oxum(payload)

    def names(self, folder: str) -> list[str]:
        """The files under data/<folder>/, without that, in order."""
        begin = f"data/{folder}/"
        return sorted(name.removeprefix(begin) for name in self._entries if name.startswith(begin))

    def has(self, name: str) -> bool:
        """Whether there is a file of this name under data/."""
        return f"data/{name}" in self._entries

    def read(self, name: str) -> bytes:
        """A small file under data/. Raises DamagedBag where it is missing."""
        return self._read(f"data/{name}")

    def opened(self, name: str) -> IO[bytes]:
        """A file under data/, open. Raises DamagedBag where it is missing."""
        return self._open(f"data/{name}")

    def lines(self, name: str) -> Iterator[bytes]:
        """The lines of a file under data/. Raises DamagedBag for one too long to be a row."""
        with self.opened(name) as file:
            while line := file.readline(LONGEST_LINE):
                if len(line) == LONGEST_LINE:
                    raise DamagedBag(f"A line of data/{name} is longer than any row.")
                yield line

    def facts(self) -> dict[str, str]:
        """What bag-info.txt says, by label."""
        lines = self._read(INFO).decode("utf-8", errors="replace").splitlines()
        pairs = (line.partition(":") for line in lines if ":" in line and not line.startswith((" ", "\t")))
        return {label.strip(): value.strip() for label, _, value in pairs}

    def _enter_folder(self) -> None:
        """Take the one folder in which the bag lies, as other programs pack it, off the names. Raises DamagedBag."""
        if "bagit.txt" in self._entries:
            return
        tops = {name.partition("/")[0] for name in self._entries}
        if len(tops) == 1 and f"{(top := tops.pop())}/bagit.txt" in self._entries:
            self._entries = {name.removeprefix(f"{top}/"): entry for name, entry in self._entries.items()}
            return
        raise DamagedBag("This is no bag: there is no bagit.txt in it.")

    def _check_declaration(self) -> None:
        said = self._read("bagit.txt")
        found = re.fullmatch(rb"BagIt-Version: (\d+\.\d+)\r?\nTag-File-Character-Encoding: ([\w-]+)\r?\n?", said)
        if not found or found[2].upper() != b"UTF-8":
            raise DamagedBag("bagit.txt is not the declaration of a bag in UTF-8.")
        if found[1] != b"1.0":
            raise DamagedBag(f"The bag is of BagIt {found[1].decode()}; an export is of 1.0.")

    def _check_oxum(self, payload: dict[str, str]) -> None:
        said = self.facts().get("Payload-Oxum")
        if said is not None and said != f"{sum(self._entries[name].file_size for name in payload)}.{len(payload)}":
            raise DamagedBag("The bag is incomplete: Payload-Oxum in bag-info.txt is another number.")

    def _manifest(self, name: str) -> dict[str, str]:
        """{file: digest} of a manifest."""
        is_payload = name == MANIFEST
        found: dict[str, str] = {}
        try:
            lines = self._read(name).decode("utf-8").splitlines()
        except UnicodeDecodeError as error:
            raise DamagedBag(f"{name} is not in UTF-8.") from error
        for number, text in enumerate(lines, 1):
            match = _MANIFEST_LINE.fullmatch(text)
            if not match:
                raise DamagedBag(f"Line {number} of {name} is no line of a manifest.")
            path = re.sub("%(0[DdAa]|25)", lambda part: _PERCENT[part[0]], match["name"]).removeprefix("./")
            if _UNSAFE.search(path) or path.startswith("data/") != is_payload:
                raise DamagedBag(f"{name} names “{path}”, which is not a file of this bag.")
            if found.setdefault(path, match["digest"].lower()) != match["digest"].lower():
                raise DamagedBag(f"{name} names {path} twice.")
        return found

    def _digest(self, name: str) -> str:
        digest = hashlib.sha256()
        with _unpacking(name), self._open(name) as file:
            for piece in pieces_of(file):
                digest.update(piece)
        return digest.hexdigest()

    def _read(self, name: str) -> bytes:
        if name in self._entries and self._entries[name].file_size > LARGEST_TAG_FILE:
            raise DamagedBag(f"{name} is too large.")
        with _unpacking(name), self._open(name) as file:
            return file.read()

    def _open(self, name: str) -> IO[bytes]:
        if name not in self._entries:
            raise DamagedBag(f"The bag is incomplete: {name} is missing.")
        return self._zip.open(self._entries[name])


def _checked(entries: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """The files of an archive by name. Raises DamagedBag for what no export has."""
    if len(entries) > MOST_ENTRIES:
        raise DamagedBag("The archive has more files than any newsroom.")
    found: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        if _UNSAFE.search(entry.filename):
            raise DamagedBag(f"“{entry.filename}” leads out of the archive.")
        if entry.is_dir():
            continue
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise DamagedBag(f"{entry.filename} is a link to another file.")
        if entry.flag_bits & 0x1:
            raise DamagedBag(f"{entry.filename} is locked with a password; unlock the archive first.")
        if entry.file_size > FREE_OF_IT + MOST_TIMES * entry.compress_size:
            raise DamagedBag(f"{entry.filename} would unpack to {entry.file_size} bytes: that is no export.")
        if entry.filename in found:
            raise DamagedBag(f"{entry.filename} is in the archive twice.")
        found[entry.filename] = entry
    return found


@contextmanager
def _unpacking(name: str) -> Iterator[None]:
    """Raise DamagedBag for whatever an entry does that cannot be unpacked; a disk that fails is no fault of the bag."""
    try:
        yield
    except (*BROKEN, OSError) as error:
        if isinstance(error, OSError) and error.errno != errno.EINVAL:  # a place before the file's beginning
            raise
        raise DamagedBag(f"{name} is not what was exported: it cannot be unpacked.") from error


def _and_more(names: list[str]) -> str:
    return f", and {len(names) - 1} more" if names[1:] else ""
