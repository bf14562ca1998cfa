"""Where the samples of an MP4's track lie in the file (ISO/IEC 14496-12, 8.7): what is not theirs goes."""

import struct
import sys
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from media.recordings.facts import Patch, Source, damaged


class Box(NamedTuple):
    """One box: its four letters, where it begins, where its contents begin, and where it ends."""

    kind: bytes
    start: int
    body: int
    end: int


def sample_spans(source: Source, tables: dict[bytes, Box]) -> list[tuple[int, int]]:
    """(start, stop) of each chunk of a track, by its boxes of `stbl`. Raises RefusedRecording for what does not fit."""
    offsets = _chunk_offsets(source, tables)
    sizes, uniform, count = _sample_sizes(source, tables)
    source.count(len(offsets))
    ends = accumulate(sizes, initial=0) if not uniform else None
    totals: Sequence[int] = list(ends) if ends else range(0, uniform * count + 1, uniform)
    spans, sample = [], 0
    for chunk, per_chunk in _samples_of_chunks(source, tables, len(offsets)):
        after = sample + per_chunk
        if after > count:
            raise damaged()
        spans.append((offsets[chunk], offsets[chunk] + totals[after] - totals[sample]))
        sample = after
    return spans


def gaps(spans: list[tuple[int, int]], data: list[Box]) -> list[Patch]:
    """What of the boxes of data belongs to none of the spans. Raises RefusedRecording for a span elsewhere."""
    spans = sorted(span for span in spans if span[0] < span[1])
    data = sorted(data, key=lambda box: box.body)
    starts = [box.body for box in data]
    reached = list(starts)
    found = []
    for start, stop in spans:
        here = bisect_right(starts, start) - 1
        if here < 0 or stop > data[here].end:
            raise damaged()
        if start > reached[here]:
            found.append(Patch(reached[here], start))
        reached[here] = max(reached[here], stop)
    rests = [Patch(until, box.end) for until, box in zip(reached, data, strict=True) if until < box.end]
    return sorted(found + rests)


def _numbers(source: Source, box: Box, head: int, code: str) -> "array[int]":
    """The big-endian numbers that follow `head` bytes in a box, the last four of which say how many there are."""
    data = source.table(box.body, box.end)
    if len(data) < head:
        raise damaged()
    [count] = struct.unpack_from(">I", data, head - 4)
    numbers = array(code)
    if len(data) - head < count * numbers.itemsize:
        raise damaged()
    numbers.frombytes(data[head : head + count * numbers.itemsize])
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers


def _chunk_offsets(source: Source, tables: dict[bytes, Box]) -> "array[int]":
    if b"co64" in tables:
        return _numbers(source, tables[b"co64"], 8, "Q")
    if b"stco" in tables:
        return _numbers(source, tables[b"stco"], 8, "I")
    raise damaged()


def _sample_sizes(source: Source, tables: dict[bytes, Box]) -> "tuple[array[int], int, int]":
    """(the sizes, or nothing where all have one; that one or 0; how many samples there are)."""
    if b"stsz" not in tables:
        raise damaged()
    box = tables[b"stsz"]
    uniform, count = struct.unpack(">II", source.at(box.body + 4, 8))
    if uniform:
        return array("I"), uniform, count
    sizes = _numbers(source, box, 12, "I")
    return sizes, 0, len(sizes)


def _samples_of_chunks(source: Source, tables: dict[bytes, Box], chunks: int) -> list[tuple[int, int]]:
    """[(number of the chunk from 0, how many samples are in it)]."""
    if b"stsc" not in tables:
        raise damaged()
    box = tables[b"stsc"]
    [count] = struct.unpack(">I", source.at(box.body + 4, 4))
    if count > chunks or box.body + 8 + 12 * count > box.end:
        raise damaged()
    runs = list(struct.iter_unpack(">III", source.table(box.body + 8, box.body + 8 + 12 * count)))
    found: list[tuple[int, int]] = []
    for (first, per_chunk, _), after in zip(runs, [run[0] for run in runs[1:]] + [chunks + 1], strict=True):
        if first != len(found) + 1 or not first <= after <= chunks + 1:
            raise damaged()
        found += [(chunk, per_chunk) for chunk in range(first - 1, after - 1)]
    return found
