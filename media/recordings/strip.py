"""The copy of a recording that readers may have: the file without what its reader said must go."""

from collections.abc import Iterable, Iterator
from typing import IO

from media.recordings.facts import Patch

AT_ONCE = 1024 * 1024  # bytes in memory


def stripped(file: IO[bytes], length: int, patches: Iterable[Patch]) -> Iterator[bytes]:
    """The bytes of the copy, piece by piece; `patches` are in order and lie apart."""
    at = 0
    for patch in patches:
        yield from _pieces(file, at, patch.start)
        if not patch.is_cut:
            yield patch.head
            yield from _zeros(patch.stop - patch.start - len(patch.head))
        at = patch.stop
    yield from _pieces(file, at, length)


def _pieces(file: IO[bytes], start: int, stop: int) -> Iterator[bytes]:
    file.seek(start)
    while start < stop:
        piece = file.read(min(AT_ONCE, stop - start))
        if not piece:
            return
        start += len(piece)
        yield piece


def _zeros(count: int) -> Iterator[bytes]:
    while count > 0:
        yield bytes(min(AT_ONCE, count))
        count -= AT_ONCE
