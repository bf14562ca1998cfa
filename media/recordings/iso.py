"""MP4 and M4A: boxes in boxes (ISO/IEC 14496-12). What readers' browsers need is carried over, and nothing else.

All that is not in `KEPT` becomes empty space of the same size (`free`), so that every offset of the file holds; so do
tracks that are neither sound nor film, such as a camera's position from second to second, with all their data.
"""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _

from media.recordings.facts import Facts, Patch, Source, damaged, not_played, printable
from media.recordings.iso_samples import Box, gaps, sample_spans
from media.refusals import RefusedRecording

KEPT = {
    b"": {b"ftyp", b"moov", b"mdat"},
    b"moov": {b"mvhd", b"trak"},
    b"trak": {b"tkhd", b"edts", b"mdia"},
    b"edts": {b"elst"},
    b"mdia": {b"mdhd", b"hdlr", b"minf"},
    b"minf": {b"vmhd", b"smhd", b"dinf", b"stbl"},
    b"dinf": {b"dref"},
    b"stbl": {
        b"stsd", b"stts", b"ctts", b"cslg", b"stss", b"stsc", b"stsz", b"stco", b"co64", b"sdtp", b"sgpd", b"sbgp",
    },
}  # fmt: skip
SETUP = {
    b"avcC", b"hvcC", b"av1C", b"vpcC", b"esds", b"dOps", b"colr", b"pasp", b"clap", b"btrt", b"chnl", b"mdcv", b"clli",
}  # fmt: skip
FILM_CODECS = {b"avc1": "H.264", b"avc3": "H.264", b"hvc1": "H.265", b"hev1": "H.265", b"av01": "AV1", b"vp09": "VP9"}
SOUND_CODECS = {b"mp4a": "AAC", b"Opus": "Opus"}
# (codings, bytes of an entry before its own boxes) of what a track is for.
HANDLERS = {b"vide": (FILM_CODECS, 78), b"soun": (SOUND_CODECS, 28)}
POSITION_TRACKS = {b"gpmd", b"camm", b"mebx", b"mett", b"rtmd", b"fdsc"}
DATED = (b"mvhd", b"tkhd", b"mdhd")
MOST_TRACKS = 32
IN_PIECES = (b"moof", b"mfra", b"sidx")


class Track(NamedTuple):
    """A track that readers get: its boxes, what they must lose, its coding and length, its size where it is seen."""

    tables: dict[bytes, Box]
    patches: list[Patch]
    codec: str
    seconds: float
    size: tuple[int, int] | None


def read(source: Source) -> Facts:
    """What an MP4 or M4A file is. Raises RefusedRecording."""
    top = list(_boxes(source, 0, source.length, is_top=True))
    kinds = [box.kind for box in top]
    if kinds[0] != b"ftyp" or source.at(top[0].body, 4) == b"qt  ":
        raise RefusedRecording(_("This is a QuickTime film. Export it as MP4, and upload that."))
    if any(kind in IN_PIECES for kind in kinds):
        raise RefusedRecording(_("This MP4 is in fragments, as streams are. Export it as an ordinary MP4."))
    if kinds.count(b"moov") != 1:
        raise damaged()
    patches = [_blank(box) for box in top if box.kind not in KEPT[b""]]
    gone = [box for box in top if box.kind not in KEPT[b""]]
    tracks, had_track = _moov(source, top[kinds.index(b"moov")], patches, gone)
    spans = [span for track in tracks for span in sample_spans(source, track.tables)]
    patches += gaps(spans, [box for box in top if box.kind == b"mdat"])
    return _facts(tracks, patches, had_track or any(source.names_a_position(box.body, box.end) for box in gone))


def _facts(tracks: list[Track], patches: list[Patch], had_location: bool) -> Facts:
    films = [track.size for track in tracks if track.size]
    if not tracks:
        raise RefusedRecording(_("There is neither sound nor film in this file."))
    width, height = films[0] if films else (None, None)
    return Facts(
        content_type="video/mp4" if films else "audio/mp4",
        ending=".mp4" if films else ".m4a",
        seconds=max(track.seconds for track in tracks),
        width=width,
        height=height,
        codecs=tuple(dict.fromkeys(track.codec for track in tracks)),
        had_location=had_location,
        patches=tuple(sorted(patches)),
    )


def _boxes(source: Source, start: int, end: int, *, is_top: bool = False) -> Iterator[Box]:
    """The boxes that lie one after the other between two offsets."""
    while start < end:
        source.count()
        if end - start < 8:
            raise damaged()
        size, kind = struct.unpack(">I4s", source.at(start, 8))
        body = start + 8
        if size == 1:
            [size] = struct.unpack(">Q", source.at(body, 8))
            body += 8
        elif size == 0 and is_top:
            size = end - start
        if size < body - start or size > end - start:
            raise damaged()
        yield Box(kind, start, body, start + size)
        start += size


def _blank(box: Box) -> Patch:
    """Empty space in the place of a box, with a head of the same length."""
    size = box.end - box.start
    head = struct.pack(">I4sQ", 1, b"free", size) if box.body - box.start == 16 else None
    if head is None:  # only the last box of a file may be longer than its head can say: 0 is “to the end”
        head = struct.pack(">I4s", size if size < 2**32 else 0, b"free")
    return Patch(box.start, box.end, head)


def _moov(source: Source, moov: Box, patches: list[Patch], gone: list[Box]) -> tuple[list[Track], bool]:
    """The tracks that readers get, and whether one that is removed says where a camera was."""
    found: dict[bytes, Box] = {}
    tracks, had_location = [], False
    for box in _boxes(source, moov.body, moov.end):
        if box.kind != b"trak":
            _keep_or_blank(source, box, b"moov", found, patches, gone)
            continue
        tables: dict[bytes, Box] = {}
        inner: list[Patch] = []
        inner_gone: list[Box] = []
        _walk(source, box, tables, inner, inner_gone)
        gone += inner_gone
        handler = _handler(source, tables)
        if handler not in HANDLERS:
            patches.append(_blank(box))
            had_location = had_location or _first_entry(source, tables) in POSITION_TRACKS
            continue
        tracks.append(_track(source, tables, inner, handler))
        patches += inner
        if len(tracks) > MOST_TRACKS:
            raise damaged()
    patches += _undated(source, found)
    return tracks, had_location


def _walk(source: Source, parent: Box, found: dict[bytes, Box], patches: list[Patch], gone: list[Box]) -> None:
    """Find what of a box is carried over, down to the last; `KEPT` has no circles, so this ends."""
    for box in _boxes(source, parent.body, parent.end):
        _keep_or_blank(source, box, parent.kind, found, patches, gone)


def _keep_or_blank(
    source: Source, box: Box, parent: bytes, found: dict[bytes, Box], patches: list[Patch], gone: list[Box]
) -> None:
    if box.kind not in KEPT[parent]:
        patches.append(_blank(box))
        gone.append(box)
    elif box.kind in KEPT:
        _walk(source, box, found, patches, gone)
    elif box.kind in found and box.kind not in (b"sgpd", b"sbgp"):
        raise damaged()
    else:
        found[box.kind] = box


def _handler(source: Source, tables: dict[bytes, Box]) -> bytes:
    return source.at(tables[b"hdlr"].body + 8, 4) if b"hdlr" in tables else b""


def _first_entry(source: Source, tables: dict[bytes, Box]) -> bytes:
    return source.some(tables[b"stsd"].body + 12, 4) if b"stsd" in tables else b""


def _track(source: Source, tables: dict[bytes, Box], patches: list[Patch], handler: bytes) -> Track:
    """A track of sound or film, after looking at what describes it."""
    if not {b"tkhd", b"mdhd", b"stsd", b"dref"} <= tables.keys():
        raise damaged()
    _require_own_data(source, tables[b"dref"])
    codec = _entries(source, tables[b"stsd"], patches, handler)
    patches += _undated(source, tables)
    name = tables[b"hdlr"]
    if name.body + 24 > name.end:
        raise damaged()
    patches.append(Patch(name.body + 24, name.end))
    size = _size(source, tables[b"tkhd"]) if handler == b"vide" else None
    return Track(tables, patches, codec, _seconds(source, tables[b"mdhd"]), size)


def _undated(source: Source, tables: dict[bytes, Box]) -> list[Patch]:
    """What takes the days of making and change out of the boxes that have them."""
    boxes = [tables[kind] for kind in DATED if kind in tables]
    return [Patch(box.body + 4, box.body + (20 if source.at(box.body, 20)[0] else 12)) for box in boxes]


def _require_own_data(source: Source, dref: Box) -> None:
    """Raise RefusedRecording where a track's data lie in another file."""
    for box in _boxes(source, dref.body + 8, dref.end):
        if not source.at(box.body, 4)[3] & 1:
            raise RefusedRecording(_("This file points to others for its sound or film. Export it as one file."))


def _entries(source: Source, stsd: Box, patches: list[Patch], handler: bytes) -> str:
    """The coding of a track; what its descriptions have besides is blanked."""
    codecs, head = HANDLERS[handler]
    names = []
    for entry in _boxes(source, stsd.body + 8, stsd.end):
        if entry.kind not in codecs:
            raise not_played(printable(entry.kind))
        if entry.body + head > entry.end or (handler == b"soun" and source.at(entry.body + 8, 2) != b"\0\0"):
            raise damaged()
        names.append(codecs[entry.kind])
        if handler == b"vide":  # the name that the encoder gave itself
            patches.append(Patch(entry.body + 42, entry.body + 74))
        patches += [_blank(box) for box in _boxes(source, entry.body + head, entry.end) if box.kind not in SETUP]
    if not names:
        raise damaged()
    return names[0]


def _seconds(source: Source, mdhd: Box) -> float:
    if source.at(mdhd.body, 1)[0]:
        scale, duration = struct.unpack(">IQ", source.at(mdhd.body + 20, 12))
    else:
        scale, duration = struct.unpack(">II", source.at(mdhd.body + 12, 8))
    if not scale or not duration:
        raise damaged()
    return float(duration / scale)


def _size(source: Source, tkhd: Box) -> tuple[int, int]:
    """(width, height) as it is shown: upright where a phone was held so."""
    matrix = tkhd.body + (52 if source.at(tkhd.body, 1)[0] else 40)
    across, down = struct.unpack(">ii", source.at(matrix, 8))
    width, height = (whole >> 16 for whole in struct.unpack(">II", source.at(matrix + 36, 8)))
    if not width or not height:
        raise damaged()
    return (height, width) if down and not across else (width, height)
