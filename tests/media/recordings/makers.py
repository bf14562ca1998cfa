"""Small files of sound and film, written byte by byte; nothing can be heard on them, but their frames are in order."""

import struct

SECRET = b"Secret words"
PLACE = b"+50.4501+030.5234/"


def box(kind, *parts):
    body = b"".join(parts)
    return struct.pack(">I4s", 8 + len(body), kind) + body


def full(kind, *parts, version=0, flags=0):
    return box(kind, struct.pack(">I", version << 24 | flags), *parts)


def udta():
    """What a phone writes: where it was, and a title."""
    return box(b"udta", box(b"\xa9xyz", struct.pack(">HH", len(PLACE), 0x15C7), PLACE), box(b"\xa9nam", SECRET))


def entry(codec, width=320, height=240):
    """A description of a film's or a sound's samples, with what is dropped from it."""
    if codec == b"mp4a":
        head = bytes(6) + struct.pack(">H8xHHIHH", 1, 2, 16, 0, 44100, 0)[:20]
        return box(codec, head.ljust(28, b"\0"), full(b"esds", b"\x03"), box(b"uuid", SECRET))
    head = bytes(6) + struct.pack(">H16xHH", 1, width, height)
    return box(codec, head.ljust(42, b"\0"), SECRET.ljust(36, b"\0"), box(b"avcC", b"\1"), box(b"uuid", SECRET))


def trak(number, handler, codec, offsets, sizes, *, size=(320, 240), matrix=(1, 0), seconds=2, wide=False, own=1):
    """A track with a chunk for each offset, one sample in each."""
    width, height = size if handler == b"vide" else (0, 0)
    turned = struct.pack(">9i", matrix[0] << 16, matrix[1] << 16, 0, 0, 0, 0, 0, 0, 1 << 30)
    tkhd = struct.pack(">IIII I 8x 8x", 7, 7, number, 0, seconds * 1000) + turned
    tkhd += struct.pack(">II", width << 16, height << 16)
    mdhd = struct.pack(">IIIIHH", 7, 7, 1000, seconds * 1000, 0, 0)
    described = entry(codec, *size) if handler in (b"vide", b"soun") else box(codec, bytes(8))
    where = full(b"co64", struct.pack(f">I{len(offsets)}Q", len(offsets), *offsets)) if wide else full(
        b"stco", struct.pack(f">I{len(offsets)}I", len(offsets), *offsets)
    )  # fmt: skip
    stbl = box(
        b"stbl",
        full(b"stsd", struct.pack(">I", 1), described),
        full(b"stts", struct.pack(">III", 1, len(sizes), 1000)),
        full(b"stsc", struct.pack(">IIII", 1, 1, 1, 1)),
        full(b"stsz", struct.pack(f">II{len(sizes)}I", 0, len(sizes), *sizes)),
        where,
    )
    minf = box(b"minf", full(b"vmhd", bytes(8)), box(b"dinf", full(b"dref", bytes(3), b"\1", full(b"url ", flags=own))))
    hdlr = full(b"hdlr", bytes(4), handler, bytes(12), SECRET + b"\0")
    mdia = box(b"mdia", full(b"mdhd", mdhd), hdlr, minf[:0] + box(b"minf", minf[8:], stbl))
    return box(b"trak", full(b"tkhd", tkhd, flags=7), box(b"tref", box(b"cdsc", bytes(4))), mdia, udta())


def mp4(*, film=True, sound=True, brand=b"isom", position=True, more_top=b"", more_moov=b"", **told):
    """An MP4: its data first, with a picture, a sound, a camera's positions and something that belongs to nobody."""
    start = box(b"ftyp", brand, bytes(4), b"isom") + box(b"free", SECRET)
    picture, heard, where, nobodys = b"PICTURE!" * 4 * film, b"SOUND!!!" * 3, PLACE * 2, SECRET
    data = box(b"mdat", picture, where, nobodys, heard)
    at = len(start) + 8
    tracks = []
    if film:
        tracks.append(trak(1, b"vide", told.pop("codec", b"avc1"), [at], [len(picture)], **told))
    if position:
        tracks.append(trak(2, b"meta", b"gpmd", [at + len(picture)], [len(where)]))
    if sound:
        place = at + len(picture) + len(where) + len(nobodys)
        tracks.append(trak(3, b"soun", b"mp4a", [place], [len(heard)], wide=True, seconds=told.get("seconds", 2)))
    mvhd = full(b"mvhd", struct.pack(">IIII", 7, 7, 1000, 2000), bytes(80))
    moov = box(b"moov", mvhd, *tracks, udta(), full(b"meta", SECRET), more_moov)
    return (
        start + data + moov + box(b"uuid", b"\xbe\x7a\xcf\xcb\x97\xa9\x42\xe8" * 2, b"<x:xmpmeta>", SECRET) + more_top
    )


def element(id, *parts, size=None):
    body = b"".join(part if isinstance(part, bytes) else number(part) for part in parts)
    code = id.to_bytes((id.bit_length() + 7) // 8, "big")
    length = (1 << 56 | len(body)).to_bytes(8, "big") if size is None else size
    return code + length + body


def number(value):
    return value.to_bytes(max(1, (value.bit_length() + 7) // 8), "big")


OPEN = b"\x01" + b"\xff" * 7  # of unknown length
VORBIS_SAYS = b"\x03vorbis" + struct.pack("<I", 4) + b"Xiph" + struct.pack("<II", 1, 8) + b"LOC=Kyiv" + b"\1"
VORBIS = (
    b"\x02" + bytes([30, len(VORBIS_SAYS)]) + b"\x01vorbis".ljust(30, b"\0") + VORBIS_SAYS + b"\x05vorbis" + bytes(9)
)


def webm(*, live=False, sound=b"A_OPUS", doc=b"webm", film=True, more_entry=b"", more=b"", ends=b""):
    """A WebM, with a third track of words; as a browser records it where it is `live`: without lengths."""
    head = element(0x1A45DFA3, element(0x4286, 1), element(0x4282, doc), element(0x4287, 4))
    info = [element(0x2AD7B1, 1_000_000), element(0x7BA9, SECRET), element(0x4D80, SECRET), element(0x5741, SECRET)]
    if not live:
        info.append(element(0x4489, struct.pack(">d", 2000.0)))
    seen = element(0xE0, element(0xB0, 320), element(0xBA, 240))
    picture = element(0xAE, element(0xD7, 1), element(0x83, 1), element(0x86, b"V_VP9"), element(0x536E, SECRET), seen)
    private = element(0x63A2, VORBIS if sound == b"A_VORBIS" else b"OpusHead")
    heard = element(0xAE, element(0xD7, 2), element(0x83, 2), element(0x86, sound), private, more_entry)
    words = element(0xAE, element(0xD7, 3), element(0x83, 33), element(0x86, b"D_WEBVTT/METADATA"))
    tracks = element(0x1654AE6B, *([picture] if film else []), heard, words)

    def block(track, after, data):
        return bytes([0x80 | track]) + struct.pack(">hB", after, 0x80) + data

    blocks = [
        element(0xE7, 1000),
        element(0xA3, block(1, 0, b"PICTURE!")) if film else b"",
        element(0xA3, block(2, 500, b"SOUND!!!")),
        element(0xA0, element(0xA1, block(2, 900, b"SOUND!!!")), element(0x75A1, SECRET)),
        element(0xA3, block(3, 0, SECRET)),
        element(0xEC, SECRET),
    ]
    cluster = element(0x1F43B675, *blocks, size=OPEN if live else None)
    tags = element(0x1254C367, element(0x7373, b"LOCATION", SECRET))
    parts = (element(0x1549A966, *info), tracks, cluster, tags, element(0x1941A469, SECRET), more)
    return head + element(0x18538067, *parts, size=OPEN if live else None) + ends


def mp3_frame(fill=b"\x55", *, start=b""):
    """One frame of MPEG 1, layer III, 128 kbit/s at 44.1 kHz: 417 bytes, 1,152 samples."""
    return b"\xff\xfb\x90\x00" + (bytes(32) + start).ljust(413, fill)


def mp3(frames=100, *, tag=True, index=True, between=b"", after=b""):
    """An MP3 with words before and after it."""
    words = b"TIT2" + struct.pack(">I2x", len(SECRET)) + SECRET + b"GEOB" + PLACE + b"TXXXlocation"
    size = len(words)
    head = b"ID3\x03\0\0" + bytes([size >> 21 & 127, size >> 14 & 127, size >> 7 & 127, size & 127]) + words
    first = mp3_frame(start=b"Xing" + bytes(16), fill=b"\0") if index else b""
    half = frames // 2
    sound = mp3_frame() * half + between + mp3_frame() * (frames - half)
    return (head if tag else b"") + first + sound + after + (b"TAG" + SECRET.ljust(125, b"\0") if tag else b"")
