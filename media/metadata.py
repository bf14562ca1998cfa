"""Photo metadata: the words inside picture files, read from XMP, then IIM, then EXIF.

Sources: XMP Specification Part 1 (ISO 16684-1), IPTC Photo Metadata Standard 2023.2, IPTC IIM 4.2, Exif 2.32.
Nothing here looks at pixels, and a block that can't be read counts as absent (and is logged): broken words are no
reason to refuse a picture.
"""

import datetime
import logging
import re
from dataclasses import dataclass, field
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from lxml import etree
from PIL import Image

from media import charsets
from media.iim_exif_words import EXIF_IFD, IIM_FIELDS, exif_words, iim_records
from media.machine_words import names_nobody, says_nothing

log = logging.getLogger(__name__)

LONGEST_XMP = 2_000_000
LONGEST_LINE = 500

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
RIGHTS = "{http://ns.adobe.com/xap/1.0/rights/}"
CORE = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"
_EXT = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}"
PLUS = "{http://ns.useplus.org/ldf/xmp/1.0/}"
_EXIF = "{http://ns.adobe.com/exif/1.0/}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_GPS_IFD = 0x8825
_TAKEN, _TAKEN_OFFSET = 0x9003, 0x9011
_LATITUDE = 0x0002

_XMP_FIELDS = {
    "caption": DC + "description",
    "credit": PHOTOSHOP + "Credit",
    "creator": DC + "creator",
    "copyright": DC + "rights",
    "source": PHOTOSHOP + "Source",
    "usage_terms": RIGHTS + "UsageTerms",
    "alt": CORE + "AltTextAccessibility",
    "description": CORE + "ExtDescrAccessibility",
    "web_statement": RIGHTS + "WebStatement",
    "licensor": PLUS + "LicensorName",
    "licensor_url": PLUS + "LicensorURL",
    "place": _EXT + "LocationShown",
    "people": _EXT + "PersonInImage",
    "source_type": _EXT + "DigitalSourceType",
}
# A place is told from the small to the large: in the structure of LocationShown, else in the older single fields.
_PLACE_SHOWN = [_EXT + name for name in ("LocationName", "Sublocation", "City", "ProvinceState", "CountryName")]
_PLACE_PLAIN = [CORE + "Location", *(PHOTOSHOP + name for name in ("City", "State", "Country"))]
_PLACE_IIM = (92, 90, 95, 101)
_PARAGRAPHS = {"caption", "alt", "description", "usage_terms", "people"}

_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # embeddings, overrides and isolates of direction
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

# What a machine has written by itself is no word of these fields.
_FROM_MACHINES = {
    "caption": says_nothing, "alt": says_nothing, "description": says_nothing,
    "credit": names_nobody, "creator": names_nobody, "source": names_nobody, "copyright": says_nothing,
}  # fmt: skip


class Trust(StrEnum):
    """How far the letters of words from a file can be relied on."""

    SAID = "said"  # in a charset that the file names, or in UTF-8
    GUESSED = "guessed"  # in the one charset in which they read as words
    DOUBTFUL = "doubtful"  # another charset reads nearly as well, or they read as no language


@dataclass(frozen=True)
class Found:
    """What a file says about itself: clean strings ("" where it is silent), and facts.

    `people` has a name a line; `source_type` is the last part of an IPTC digital source type's address. `origins` says
    of each field that was found which block won: {"caption": "XMP"}, also of `taken_at`; `trust` of each how far its
    letters can be relied on, unless the file says so.
    """

    caption: str = ""
    credit: str = ""
    creator: str = ""
    copyright: str = ""
    source: str = ""
    usage_terms: str = ""
    alt: str = ""
    description: str = ""
    web_statement: str = ""
    licensor: str = ""
    licensor_url: str = ""
    place: str = ""
    people: str = ""
    source_type: str = ""
    origins: dict = field(default_factory=dict)
    trust: dict = field(default_factory=dict)
    taken_at: datetime.datetime | None = None
    had_location: bool = False


def read(image):
    """What `image`, opened by Pillow but not yet changed, says about itself, as `Found`.

    XMP wins over IIM, IIM over EXIF, field by field. A time without offset is taken in the site's time zone.
    """
    exif = _attempt(_exif_block, image) or Image.Exif()  # first: in PNG the words may stand behind the pixels
    xmp = _attempt(_xmp_root, image)
    iim = _attempt(iim_records, image) or {}
    from_exif = _attempt(exif_words, exif) or {}
    words, origins, trust = {}, {}, {}
    for name in _XMP_FIELDS:
        said = [("XMP", charsets.Guess(_xmp_word(xmp, name))), ("IIM", _iim_word(iim, name))]
        said += [("EXIF", guess) for guess in from_exif.get(name, ())]
        words[name], origins[name], trust[name] = _winner(name, said)
    moments = {
        "XMP": _moment(_xmp_text(xmp, PHOTOSHOP + "DateCreated")),
        "IIM": _moment(_iim_date(iim)),
        "EXIF": _attempt(_exif_date, exif),
    }
    origins["taken_at"], taken_at = next(((name, at) for name, at in moments.items() if at), ("", None))
    located = _xmp_has_position(xmp) or bool(_attempt(_exif_has_position, exif))
    origins = {name: origin for name, origin in origins.items() if origin}
    trust = {name: level for name, level in trust.items() if level != Trust.SAID}
    return Found(**words, origins=origins, trust=trust, taken_at=taken_at, had_location=located)


def _winner(name, said):
    """(words, block, Trust) of the first in `said` ([(block, Guess)]) that says something, doubtful words last."""
    is_from_machine, doubtful = _FROM_MACHINES.get(name), ("", "", Trust.SAID)
    for block, guess in said:
        text = charsets.repaired(guess.text)
        words = _clean(name, text)
        if not words or (is_from_machine and is_from_machine(words)):
            continue
        if guess.is_clear and not charsets.is_garbled(words):
            return words, block, Trust.GUESSED if guess.charset or text != guess.text else Trust.SAID
        doubtful = doubtful if doubtful[0] else (words, block, Trust.DOUBTFUL)
    return doubtful


def one_line(text):
    """`text` on one line, without control characters and surplus space; no-break spaces stay."""
    return re.sub(r"[ \t\n]+", " ", _printable(text)).strip()


def tidy(name, text):
    """`text` as the library keeps it in the field `name`: as paragraphs, or on one line."""
    if name not in _PARAGRAPHS:
        return one_line(text)
    return "\n".join(one_line(line) for line in _printable(text).split("\n")).strip()


def _clean(name, text):
    """What a file says in the field `name`, cut to what the library keeps there."""
    line = tidy(name, text)
    if name in _PARAGRAPHS:
        return line
    return line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1].rstrip() + "…"


def _printable(text):
    """`text` with line breaks as "\\n", what XML and PostgreSQL refuse as spaces, without what turns words round."""
    return _UNPRINTABLE.sub(" ", _TURNS.sub("", text).replace("\r\n", "\n").replace("\r", "\n"))


def _attempt(reader, subject):
    """`reader(subject)`, or None when the block it reads is broken."""
    try:
        return reader(subject)
    except Exception as error:  # Pillow's readers and lxml meet damage with nearly any exception
        log.info("Unreadable picture metadata (%s): %s", reader.__name__, error)
        return None


def _xmp_root(image):
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    packet = packet.encode() if isinstance(packet, str) else packet
    packet = packet.strip(b"\0 \r\n\t")
    if not packet or len(packet) > LONGEST_XMP:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(packet, parser)
    if root.getroottree().docinfo.doctype:
        raise ValueError("XMP with a document type")
    return root


def _xmp_word(root, name):
    """What XMP says in the field `name`; places, people and source types have forms of their own."""
    tag = _XMP_FIELDS[name]
    if root is None or name not in ("place", "people", "source_type", "licensor", "licensor_url", "web_statement"):
        return _xmp_text(root, tag)
    match name:
        case "place":
            shown = root.find(f".//{tag}//{_RDF}li")
            parts = [_part(shown, one) for one in _PLACE_SHOWN] if shown is not None else []
            return _joined(parts) or _joined([_xmp_text(root, one) for one in _PLACE_PLAIN])
        case "people":
            return _xmp_text(root, tag, between="\n")
        case "source_type":
            return _xmp_text(root, tag).rstrip("/").rpartition("/")[2][:60]
        case "web_statement":
            return _web_address(_xmp_text(root, tag))
    licensor = root.find(f".//{PLUS}Licensor//{_RDF}li")
    said = "" if licensor is None else _part(licensor, tag)
    return said if name == "licensor" else _web_address(said)


def _part(structure, tag):
    """A field of an XMP structure, in whichever of the two forms it is written; a name in languages is one."""
    for node in structure.iter(etree.Element):
        if node.get(tag):
            return node.get(tag)
        if node.tag == tag:
            return _xmp_value(node)
    return ""


def _joined(parts):
    """The parts of a place that say something, each once."""
    return ", ".join(dict.fromkeys(one_line(part) for part in parts if part.strip()))


def _web_address(text):
    """`text` when it is a web address, else "": it becomes a link."""
    text = text.strip()
    try:
        URLValidator(schemes=["http", "https"])(text)
    except ValidationError:
        return ""
    return text if len(text) <= LONGEST_LINE else ""


def _iim_word(iim, name):
    """What IIM says in the field `name`, as a Guess."""
    if name == "place":
        parts = [iim[dataset] for dataset in _PLACE_IIM if dataset in iim]
        charset = next((part.charset for part in parts if part.charset), "")
        return charsets.Guess(_joined([part.text for part in parts]), charset, all(part.is_clear for part in parts))
    return iim.get(IIM_FIELDS.get(name), charsets.Guess(""))


def _xmp_text(root, tag, between=", "):
    """The first or, of several creators, all values of a property, whichever of XMP's forms it takes."""
    if root is None:
        return ""
    for description in root.iter(_RDF + "Description"):
        if description.get(tag):
            return description.get(tag)
        element = description.find(tag)
        if element is not None:
            return _xmp_value(element, between)
    return ""


def _xmp_value(element, between=", "):
    items = list(element.iter(_RDF + "li"))
    if not items:
        return element.text or ""
    if element.find(_RDF + "Alt") is not None:
        items = sorted(items, key=lambda item: item.get(_LANG) != "x-default")[:1]
    return between.join(item.text.strip() for item in items if item.text)


def _xmp_has_position(root):
    if root is None:
        return False
    position = (_EXIF + "GPSLatitude", _EXIF + "GPSLongitude")
    return any(node.tag in position or any(node.get(name) for name in position) for node in root.iter(etree.Element))


def _iim_date(iim):
    date, time = (iim[dataset].text if dataset in iim else "" for dataset in (55, 60))
    match = re.fullmatch(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)([+-]\d{4})?", date + time)
    if not match:
        return ""
    year, month, day, hour, minute, second, offset = match.groups(default="")
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}{offset}"


def _exif_block(image):
    return image.getexif()


def _exif_date(exif):
    details = exif.get_ifd(EXIF_IFD)
    date, _, time = str(details.get(_TAKEN, "")).strip("\0 ").partition(" ")
    return _moment(f"{date.replace(':', '-')}T{time}{str(details.get(_TAKEN_OFFSET, '')).strip(chr(0) + ' ')}")


def _exif_has_position(exif):
    return _LATITUDE in exif.get_ifd(_GPS_IFD)


def _moment(text):
    """The aware datetime that ISO 8601 `text` names, or None when it names none, or only a day."""
    try:
        moment = parse_datetime(text.strip())
    except ValueError:
        return None
    if moment is None:
        return None
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment, timezone.get_default_timezone())
