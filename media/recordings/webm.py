"""WebM: elements in elements (EBML, RFC 8794; Matroska, RFC 9559). What browsers need is carried over,
and nothing else.

All that is not in `KEPT` becomes empty space of the same size (`Void`), so that every position in the file holds.
"""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _

from media.recordings.facts import Facts, Patch, Source, damaged, not_played, printable
from media.refusals import RefusedRecording

HEAD, SEGMENT = 0x1A45DFA3, 0x18538067
DOC_TYPE = 0x4282
SEEK_HEAD, INFO, TRACKS, CLUSTER, CUES = 0x114D9B74, 0x1549A966, 0x1654AE6B, 0x1F43B675, 0x1C53BB6B
TAGS, ATTACHMENTS, CHAPTERS, VOID = 0x1254C367, 0x1941A469, 0x1043A770, 0xEC
OF_SEGMENT = {SEEK_HEAD, INFO, TRACKS, CLUSTER, CUES, TAGS, ATTACHMENTS, CHAPTERS}
SCALE, DURATION, WRITERS = 0x2AD7B1, 0x4489, {0x4D80, 0x5741}
ENTRY, NUMBER, TYPE, CODEC, PRIVATE, PICTURE, CODED = 0xAE, 0xD7, 0x83, 0x86, 0x63A2, 0xE0, 0x6D80
WIDTH, HEIGHT, SHOWN_WIDTH, SHOWN_HEIGHT = 0xB0, 0xBA, 0x54B0, 0x54BA
TIMESTAMP, SIMPLE_BLOCK, GROUP, BLOCK = 0xE7, 0xA3, 0xA0, 0xA1
# Of a track: number, UID, type, coding and its set-up, sound, film, flags, timing, language.
OF_ENTRY = {
    NUMBER, 0x73C5, TYPE, CODEC, PRIVATE, PICTURE, 0xE1, 0xB9, 0x88, 0x55AA, 0x9C, 0x6DE7, 0x6DF8, 0x23E383, 0x23314F,
    0x55EE, 0x56AA, 0x56BB, 0x22B59C, 0x22B59D,
}  # fmt: skip
OF_CLUSTER = {TIMESTAMP, SIMPLE_BLOCK, GROUP, 0xA7, 0xAB}
OF_GROUP = {BLOCK, 0x9B, 0xFB, 0x75A2, 0xFA}
FILM, SOUND = 1, 2
CODECS = {b"V_VP8": "VP8", b"V_VP9": "VP9", b"V_AV1": "AV1", b"A_OPUS": "Opus", b"A_VORBIS": "Vorbis"}
MOST_TRACKS = 32
LONGEST_VALUE = 1_000_000  # bytes of one value that is read whole


class Element(NamedTuple):
    """One element: its number, where it begins, where its contents begin and end; `is_open` where none says that."""

    id: int
    start: int
    body: int
    end: int
    is_open: bool = False


class Track(NamedTuple):
    """A track of sound or film; `size` is that of what is seen."""

    codec: str
    size: tuple[int, int] | None


class _Reading:
    """What is found in one file."""

    def __init__(self, source: Source):
        self.source = source
        self.patches: list[Patch] = []
        self.tracks: dict[int, Track] = {}
        self.scale, self.duration, self.latest, self.cluster_time = 1_000_000, 0.0, 0, 0
        self.had_location = False

    def blank(self, element: Element) -> None:
        """Put empty space in an element's place."""
        if element.is_open:
            raise damaged()
        self.had_location = self.had_location or self.source.names_a_position(element.body, element.end)
        size = element.end - element.start
        head = b"\xec" + (bytes([0x80 | size - 2]) if size < 9 else (1 << 56 | size - 9).to_bytes(8, "big"))
        self.patches.append(Patch(element.start, element.end, head))

    def number(self, element: Element) -> int:
        """The value of an element that is a number."""
        if element.end - element.body > 8:
            raise damaged()
        return int.from_bytes(self.source.at(element.body, element.end - element.body), "big")

    def value(self, element: Element) -> bytes:
        """The bytes of an element's value."""
        if element.end - element.body > LONGEST_VALUE:
            raise damaged()
        return self.source.at(element.body, element.end - element.body)

    def children(self, parent: Element) -> Iterator[Element]:
        """The elements inside of one that says where it ends."""
        if parent.is_open:
            raise damaged()
        at = parent.body
        while at < parent.end:
            element = _element(self.source, at, parent.end)
            if element.is_open:
                raise damaged()
            yield element
            at = element.end


def read(source: Source) -> Facts:
    """What a WebM file is. Raises RefusedRecording."""
    reading = _Reading(source)
    head = _element(source, 0, source.length)
    kinds = [reading.value(each).rstrip(b"\0") for each in reading.children(head) if each.id == DOC_TYPE]
    if kinds != [b"webm"]:
        raise RefusedRecording(_("This is a Matroska file, which not all browsers play. Export it as WebM or MP4."))
    segment = _after_void(reading, head.end)
    if segment.id != SEGMENT:
        raise damaged()
    _segment(reading, segment)
    if segment.end < source.length:  # what follows the end is nobody's
        reading.patches.append(Patch(segment.end, source.length, is_cut=True))
    return _facts(reading)


def _facts(reading: _Reading) -> Facts:
    films = [track.size for track in reading.tracks.values() if track.size]
    if not reading.tracks:
        raise RefusedRecording(_("There is neither sound nor film in this file."))
    seconds = max(reading.duration, float(reading.latest)) * reading.scale / 1e9
    if not 0 < seconds < float("inf"):
        raise damaged()
    width, height = films[0] if films else (None, None)
    return Facts(
        content_type="video/webm" if films else "audio/webm",
        ending=".webm",
        seconds=seconds,
        width=width,
        height=height,
        codecs=tuple(dict.fromkeys(track.codec for track in reading.tracks.values())),
        had_location=reading.had_location,
        patches=tuple(sorted(reading.patches)),
    )


def _variable(source: Source, at: int, *, with_mark: bool) -> tuple[int, int, bool]:
    """(the number at an offset, its length in bytes, whether all its bits are set, which says “unknown”)."""
    first = source.at(at, 1)[0]
    length = 9 - first.bit_length()
    if length > (4 if with_mark else 8):
        raise damaged()
    number = int.from_bytes(source.at(at, length), "big")
    bits = number & (1 << 7 * length) - 1
    return (number if with_mark else bits), length, bits == (1 << 7 * length) - 1


def _element(source: Source, at: int, end: int) -> Element:
    """The element at an offset, which must end within `end`; one of unknown length ends there."""
    source.count()
    id, taken, _all = _variable(source, at, with_mark=True)
    size, more, is_open = _variable(source, at + taken, with_mark=False)
    body = at + taken + more
    if is_open:
        size = end - body
    if size < 0 or body + size > end:
        raise damaged()
    return Element(id, at, body, body + size, is_open)


def _after_void(reading: _Reading, at: int) -> Element:
    """The first element from an offset on that is not empty space."""
    element = _element(reading.source, at, reading.source.length)
    while element.id == VOID:
        reading.blank(element)
        element = _element(reading.source, element.end, reading.source.length)
    return element


def _segment(reading: _Reading, segment: Element) -> None:
    """All that is on the first level; a cluster of unknown length ends where another element of this level begins."""
    at, cluster_end, in_cluster = segment.body, segment.end, False
    while at < segment.end:
        in_cluster = in_cluster and at < cluster_end
        element = _element(reading.source, at, cluster_end if in_cluster else segment.end)
        if in_cluster and element.id in OF_SEGMENT:
            if cluster_end < segment.end:
                raise damaged()
            in_cluster = False
        at = element.end
        if in_cluster:
            _in_cluster(reading, element)
        elif element.id == CLUSTER:
            in_cluster, cluster_end, at = True, element.end, element.body
        elif element.id == INFO:
            _info(reading, element)
        elif element.id == TRACKS:
            _tracks(reading, element)
        elif element.id not in (SEEK_HEAD, CUES):
            reading.blank(element)
        elif element.is_open:
            raise damaged()


def _info(reading: _Reading, info: Element) -> None:
    for each in reading.children(info):
        if each.id == SCALE:
            reading.scale = reading.number(each)
        elif each.id == DURATION:
            code = {4: ">f", 8: ">d"}.get(each.end - each.body)
            if code is None:
                raise damaged()
            [reading.duration] = struct.unpack(code, reading.value(each))
        elif each.id in WRITERS:  # the standard wants them to be there: they stay, empty
            reading.patches.append(Patch(each.body, each.end))
        else:
            reading.blank(each)


def _tracks(reading: _Reading, tracks: Element) -> None:
    for entry in reading.children(tracks):
        if entry.id != ENTRY:
            reading.blank(entry)
            continue
        children = list(reading.children(entry))
        parts = {each.id: each for each in children}
        if not {NUMBER, TYPE, CODEC} <= parts.keys() or len(reading.tracks) >= MOST_TRACKS:
            raise damaged()
        kind = reading.number(parts[TYPE])
        if kind not in (FILM, SOUND):
            reading.blank(entry)
            continue
        codec = reading.value(parts[CODEC]).rstrip(b"\0")
        if codec not in CODECS or CODED in parts:
            raise not_played(printable(codec[:40]))
        for each in children:
            if each.id not in OF_ENTRY:
                reading.blank(each)
        if codec == b"A_VORBIS" and PRIVATE in parts:
            _silence_vorbis(reading, parts[PRIVATE])
        size = _size(reading, parts) if kind == FILM else None
        reading.tracks[reading.number(parts[NUMBER])] = Track(CODECS[codec], size)


def _size(reading: _Reading, parts: dict[int, Element]) -> tuple[int, int]:
    """(width, height) as it is shown."""
    if PICTURE not in parts:
        raise damaged()
    said = {
        each.id: reading.number(each)
        for each in reading.children(parts[PICTURE])
        if each.id in (WIDTH, HEIGHT, SHOWN_WIDTH, SHOWN_HEIGHT)
    }
    width, height = said.get(SHOWN_WIDTH, said.get(WIDTH, 0)), said.get(SHOWN_HEIGHT, said.get(HEIGHT, 0))
    if not 0 < width < 65536 or not 0 < height < 65536:
        raise damaged()
    return width, height


def _silence_vorbis(reading: _Reading, private: Element) -> None:
    """Empty the comments in Vorbis' set-up (xiph.org, “Ogg Vorbis I comment field”), the second of its three parts."""
    data = reading.value(private)
    at, lengths = 1, []
    for _part in range(2):
        length = 0
        while at < len(data):
            at, length = at + 1, length + data[at]
            if data[at - 1] < 255:
                break
        lengths.append(length)
    start, size = at + lengths[0], lengths[1]
    if data[:1] != b"\x02" or size < 16 or data[start : start + 7] != b"\x03vorbis":
        raise damaged()
    empty = b"\x03vorbis" + struct.pack("<I", size - 16) + bytes(size - 12) + b"\x01"
    at = private.body + start
    reading.patches.append(Patch(at, at + size, empty))


def _in_cluster(reading: _Reading, element: Element) -> None:
    """Time and blocks; those of tracks that are removed go with them."""
    if element.is_open:
        raise damaged()
    if element.id == TIMESTAMP:
        reading.cluster_time = reading.number(element)
    elif element.id == SIMPLE_BLOCK:
        if not _is_wanted(reading, element):
            reading.blank(element)
    elif element.id == GROUP:
        children = list(reading.children(element))
        blocks = [each for each in children if each.id == BLOCK]
        if len(blocks) != 1 or not _is_wanted(reading, blocks[0]):
            reading.blank(element)
            return
        for each in children:
            if each.id not in OF_GROUP:
                reading.blank(each)
    elif element.id not in OF_CLUSTER:
        reading.blank(element)


def _is_wanted(reading: _Reading, block: Element) -> bool:
    """Whether a block is of a track that readers get; of one that is, its time is noted."""
    number, taken, _all = _variable(reading.source, block.body, with_mark=False)
    if number not in reading.tracks or block.body + taken + 3 > block.end:
        return False
    [after] = struct.unpack(">h", reading.source.at(block.body + taken, 2))
    reading.latest = max(reading.latest, reading.cluster_time + after)
    return True
