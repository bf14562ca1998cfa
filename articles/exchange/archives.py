"""Files inside folders and zips, read within limits; nothing is unpacked, and no path leads anywhere."""

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from articles.exchange.incoming import UnreadableExport
from articles.exchange.pictures import read_member

MEMBERS_AT_MOST = 200_000
BYTES_AT_MOST = 20_000_000  # of one file
RATIO_AT_MOST = 200  # of unpacked to packed
SUM_AT_MOST = 400_000_000  # unpacked, of a document; an export may be larger, for it is read file by file


def files_in(paths: Iterable[Path], endings: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    """(path inside, content) of the files with these endings in folders, zips, or given by themselves, by name.

    Raises UnreadableExport for what is neither, or larger than any story.
    """
    for path in paths:
        if path.is_dir():
            root = path.resolve()
            for file in sorted(root.rglob("*")):
                if file.suffix.lower() in endings and file.is_file() and file.resolve().is_relative_to(root):
                    yield file.relative_to(root).as_posix(), _bounded(file)
        elif zipfile.is_zipfile(path):
            yield from _of_zip(path, endings)
        elif path.suffix.lower() in endings:
            yield path.name, _bounded(path)
        else:
            raise UnreadableExport(f"{path.name} is no folder and no zip.")


def open_document(path: Path) -> zipfile.ZipFile:
    """A zip that is one document. Raises UnreadableExport for a bomb, and for what is no zip."""
    try:
        archive = zipfile.ZipFile(path)
    except (OSError, zipfile.BadZipFile) as error:
        raise UnreadableExport(f"{path.name} is no document that can be read.") from error
    infos = archive.infolist()
    size, packed = sum(info.file_size for info in infos), sum(info.compress_size for info in infos)
    if len(infos) > 10_000 or size > SUM_AT_MOST or size > RATIO_AT_MOST * max(packed, 10_000):
        archive.close()
        raise UnreadableExport(f"{path.name} would unpack to far more than any story; it was not read.")
    return archive


def member(archive: zipfile.ZipFile, name: str) -> bytes:
    """A file of a document. Raises UnreadableExport where it is too large or damaged; b"" where there is none."""
    if name not in archive.namelist():
        return b""
    data = read_member(archive, name, BYTES_AT_MOST)
    if data is None:
        raise UnreadableExport(f"A part of the document, {name}, is damaged or too large.")
    return data


def _of_zip(path: Path, endings: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as archive:
        infos = archive.infolist()
        if len(infos) > MEMBERS_AT_MOST:
            raise UnreadableExport(f"{path.name} holds more than {MEMBERS_AT_MOST} files.")
        for name in sorted(info.filename for info in infos if not info.is_dir()):
            if Path(name).suffix.lower() in endings:
                data = read_member(archive, name, BYTES_AT_MOST)
                if data is None:
                    raise UnreadableExport(f"{name} in {path.name} is damaged, or larger than any story.")
                yield name, data


def _bounded(path: Path) -> bytes:
    if path.stat().st_size > BYTES_AT_MOST:
        raise UnreadableExport(f"{path.name} is larger than any story.")
    return path.read_bytes()
