"""Photos beside an export: in a folder or a zip, found by the end of their address; nothing is ever unpacked."""

import zipfile
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from urllib.parse import unquote, urlsplit

from articles.exchange.incoming import Picture, UnreadableExport

FILES_AT_MOST = 1_000_000
BYTES_AT_MOST = 60_000_000  # of one photo; the library's own limit is asked after that
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".heif", ".avif", ".tif", ".tiff", ".bmp"})
Find = Callable[[Picture], bytes | None]
Parts = tuple[str, ...]


@dataclass
class PicturesBeside:
    """An index of pictures by their name; `read` gives the bytes of one by its path."""

    read: Callable[[str], bytes | None]
    by_name: dict[str, list[str]] = field(default_factory=dict)

    def add(self, paths: Iterable[str]) -> None:
        """Take these paths into the index."""
        for number, path in enumerate(paths):
            if number >= FILES_AT_MOST:
                raise UnreadableExport(f"The photos are more than {FILES_AT_MOST} files.")
            if Path(path).suffix.lower() in _PICTURES:
                self.by_name.setdefault(_parts(path)[-1].lower(), []).append(path)

    def find(self, picture: Picture) -> bytes | None:
        """The bytes of the picture, or None."""
        for address in picture.addresses:
            if path := self.path_of(address):
                return self.read(path)
        return None

    def path_of(self, address: str) -> str:
        """The path whose end agrees with the address; "" where none does, or several do and none better.

        As many folders have to agree as there are, up to two: an IMG_1.jpg of another month is another photo.
        """
        try:
            wanted = _parts(unquote(urlsplit(address).path))
        except ValueError:
            return ""
        held = self.by_name.get(wanted[-1].lower(), []) if wanted else []
        best: dict[int, list[str]] = {}
        for path in held:
            parts = _parts(path)
            same = _same_at_end(parts, wanted)
            if same >= min(3, len(parts), len(wanted)):
                best.setdefault(same, []).append(path)
        found = best[max(best)] if best else []
        return found[0] if len(found) == 1 else ""


def pictures_beside(path: Path) -> PicturesBeside:
    """The pictures of a folder or a zip. Raises UnreadableExport."""
    if path.is_dir():
        return _of_folder(path)
    try:
        archive = zipfile.ZipFile(path)
    except (OSError, zipfile.BadZipFile) as error:
        raise UnreadableExport(f"{path} is no folder and no zip that can be read.") from error
    beside = PicturesBeside(lambda name: read_member(archive, name))
    beside.add(info.filename for info in archive.infolist() if not info.is_dir())
    return beside


def read_member(archive: zipfile.ZipFile, name: str, at_most: int = BYTES_AT_MOST) -> bytes | None:
    """A file of a zip, or None where it is too large, damaged, encrypted or not there."""
    try:
        with archive.open(name) as file:
            return _bounded(file, at_most)
    except (OSError, KeyError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error, EOFError):
        return None


def _of_folder(folder: Path) -> PicturesBeside:
    root = folder.resolve()

    def read(name: str) -> bytes | None:
        path = (root / name).resolve()
        if not path.is_relative_to(root) or not path.is_file():
            return None
        with path.open("rb") as file:
            return _bounded(file, BYTES_AT_MOST)

    beside = PicturesBeside(read)
    beside.add(str(path.relative_to(root)) for path in sorted(root.rglob("*")) if path.is_file())
    return beside


def _bounded(file: IO[bytes], at_most: int) -> bytes | None:
    data = file.read(at_most + 1)
    return data if len(data) <= at_most else None


def _parts(path: str) -> Parts:
    return tuple(part for part in path.replace("\\", "/").split("/") if part not in ("", "."))


def _same_at_end(some: Parts, others: Parts) -> int:
    count = 0
    for one, other in zip(reversed(some), reversed(others), strict=False):
        if one.lower() != other.lower():
            break
        count += 1
    return count
