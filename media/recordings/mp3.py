"""MP3: frames one after the other (ISO/IEC 11172-3, layer III). The frames are carried over, and nothing else.

What lies before, between and after them goes: ID3, APE and Lyrics3 tags with their words, pictures and places.
"""

from django.utils.translation import gettext as _

from media.recordings.facts import Facts, Patch, Source
from media.refusals import RefusedRecording

RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}  # by version: 1, 2, 2.5
KILOBITS = {
    True: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    False: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
LOOKED_AHEAD = 64 * 1024  # bytes between two frames
IN_A_ROW = 3  # frames that must follow each other before the first is believed
MOST_TAGS = 64


def read(source: Source) -> Facts:
    """What an MP3 is. Raises RefusedRecording."""
    at, had_location = _after_tags(source)
    patches, seconds, kept = [], 0.0, 0
    is_first, believed, last = True, False, 0
    while at < source.length:
        found = _frame(source, at)
        if found is None or not (believed or _follow(source, at)):
            believed, after = False, _next_frame(source, at + 1)
            if after is None:
                break
            at = after
            continue
        source.count()
        length, lasts = found
        if at > last:
            patches.append(Patch(last, at, is_cut=True))
        if not (is_first and _is_index(source, at, length)):
            seconds += lasts
        is_first, believed, kept = False, True, kept + length
        at = last = at + length
    if not kept:
        raise RefusedRecording(_("This is no MP3, whatever its name says."))
    if last < source.length:
        patches.append(Patch(last, source.length, is_cut=True))
    return Facts("audio/mpeg", ".mp3", seconds, None, None, ("MP3",), had_location, tuple(patches))


def _after_tags(source: Source) -> tuple[int, bool]:
    """Where the ID3v2 tags at the beginning end (id3.org, 3.1), and whether they name a position."""
    at, had_location = 0, False
    for _tag in range(MOST_TAGS):
        head = source.some(at, 10)
        if len(head) < 10 or head[:3] != b"ID3" or any(byte & 0x80 for byte in head[6:]):
            break
        size = head[6] << 21 | head[7] << 14 | head[8] << 7 | head[9]
        end = min(at + 10 + size + (10 if head[5] & 0x10 else 0), source.length)
        had_location = had_location or source.names_a_position(at, end)
        at = end
    return at, had_location


def _frame(source: Source, at: int) -> tuple[int, float] | None:
    """(bytes, seconds) of the whole frame at an offset; None where there is none."""
    head = source.some(at, 4)
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:  # eleven bits set, layer III
        return None
    version, bits, rate, padding = head[1] >> 3 & 3, head[2] >> 4, head[2] >> 2 & 3, head[2] >> 1 & 1
    if version == 1 or bits in (0, 15) or rate == 3:
        return None
    samples, hertz = (1152 if version == 3 else 576), RATES[version][rate]
    length = samples // 8 * KILOBITS[version == 3][bits] * 1000 // hertz + padding
    return (length, samples / hertz) if at + length <= source.length else None


def _follow(source: Source, at: int) -> bool:
    """Whether frames follow each other from an offset on, or to the end of the file."""
    for _each in range(IN_A_ROW):
        found = _frame(source, at)
        if found is None:
            return at == source.length or source.some(at, 3) in (b"TAG", b"APE", b"LYR")
        at += found[0]
    return True


def _next_frame(source: Source, at: int) -> int | None:
    """The next offset at which a frame may begin, None where that is too far."""
    data = source.some(at, LOOKED_AHEAD)
    found = data.find(b"\xff")
    while found >= 0:
        source.count()
        if _frame(source, at + found) and _follow(source, at + found):
            return at + found
        found = data.find(b"\xff", found + 1)
    return None


def _is_index(source: Source, at: int, length: int) -> bool:
    """Whether a frame is silent, and says where others are (Xing, LAME, VBRI)."""
    data = source.at(at, min(length, 64))
    return any(data[offset : offset + 4] in (b"Xing", b"Info") for offset in (13, 21, 36)) or data[36:40] == b"VBRI"
