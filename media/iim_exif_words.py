"""The words in IIM and EXIF blocks: bytes, whose charset is seldom said and often said wrongly.

Sources: IPTC IIM 4.2 (1:90 names the charset), Exif 2.32 (UserComment's first eight bytes), and Windows' own tags.
"""

from PIL import IptcImagePlugin

from media import charsets

IIM_FIELDS = {"caption": 120, "credit": 110, "creator": 80, "copyright": 116, "source": 115}
ARTIST, COPYRIGHT, DESCRIPTION = 0x013B, 0x8298, 0x010E
EXIF_IFD = 0x8769
_EXIF_FIELDS = {"caption": DESCRIPTION, "creator": ARTIST, "copyright": COPYRIGHT}
# Windows' tags, in UTF-16: comment, title, subject, author.
_WINDOWS_FIELDS = {"caption": (0x9C9C, 0x9C9B, 0x9C9F), "creator": (0x9C9D,)}
_USER_COMMENT = 0x9286

_IIM_CHARSET = (1, 90)
# How ISO 2022 names charsets in 1:90, without its escapes.
_NAMED = {"G": "utf-8", "A": "cp1252", "B": "iso8859_2", "L": "iso8859_5", "G1": "iso8859_6", "F": "iso8859_7",
          "H": "iso8859_8", "M": "cp1254"}  # fmt: skip


def iim_records(image):
    """{dataset of record 2: charsets.Guess}; several values of a dataset are joined by commas."""
    records = IptcImagePlugin.getiptcinfo(image) or {}
    values = {
        (dataset, place): value
        for (record, dataset), found in records.items()
        if record == 2
        for place, value in enumerate(found if isinstance(found, list) else [found])
        if value
    }
    guesses = _as_declared(values, records.get(_IIM_CHARSET)) or charsets.guess_together(values)
    joined: dict[int, charsets.Guess] = {}
    for (dataset, _), guess in guesses.items():
        former = joined.get(dataset)
        joined[dataset] = _both(former, guess) if former else guess
    return joined


def _both(one, other):
    """Two values of a dataset as one."""
    charset = one.charset or other.charset
    return charsets.Guess(f"{one.text}, {other.text}", charset, one.is_clear and other.is_clear)


def _as_declared(values, declared):
    """The values in the charset that 1:90 names, or None when it names none that fits."""
    charset = _declared_charset(declared)
    if charset is None:
        return None
    try:
        return {key: charsets.Guess(value.decode(charset)) for key, value in values.items()}
    except UnicodeDecodeError:  # what it says is not so
        return None


def _declared_charset(declared):
    """Python's name of the charset that an escape sequence of ISO 2022 names, or None."""
    if not isinstance(declared, bytes) or declared[:1] != b"\x1b":
        return None
    kind, name = declared[1:2], declared[-1:].decode("latin_1")
    if kind == b"%":
        return "utf-8"
    return _NAMED.get("G1" if name == "G" else name) if kind in b"-." else None


def exif_words(exif):
    """{field of the library: [charsets.Guess]} of what EXIF says, the likeliest first."""
    raw = {name: _bytes(exif.get(tag)).strip(b"\0 ") for name, tag in _EXIF_FIELDS.items()}
    guesses = charsets.guess_together({name: data for name, data in raw.items() if data})
    said = {name: [guess] for name, guess in guesses.items()}
    for name, tags in _WINDOWS_FIELDS.items():
        texts = (_bytes(exif.get(tag)).decode("utf-16-le", "replace").strip("\0 ") for tag in tags)
        said.setdefault(name, []).extend(charsets.Guess(text) for text in texts if text)
    if comment := _user_comment(_bytes(exif.get_ifd(EXIF_IFD).get(_USER_COMMENT))):
        said["caption"].append(comment)
    return said


def _bytes(value):
    """What an EXIF field holds, as bytes; Pillow reads its ASCII fields as Latin-1, whatever was meant."""
    if isinstance(value, str):
        return value.encode("latin_1", "replace")
    return value if isinstance(value, bytes) else b""


def _user_comment(comment):
    """The Guess of a UserComment, whose first eight bytes name a charset; None when it says nothing."""
    kind, data = comment[:8].rstrip(b"\0 ").upper(), comment[8:]
    if kind == b"UNICODE":
        readings = [data.decode(order, "replace").strip("\0 ") for order in ("utf-16-le", "utf-16-be")]
        return charsets.Guess(min(readings, key=charsets.cost)) if readings[0] else None
    if kind not in (b"ASCII", b"JIS", b""):
        data = comment
    data = data.strip(b"\0 ")
    return charsets.guess(data) if data else None
