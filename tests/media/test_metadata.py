"""The words inside picture files, read and written."""

import datetime
import io
import struct

import pytest
from lxml import etree
from PIL import Image

from media import metadata
from media.exif_xmp_writer import exif_for, xmp_for
from tests.media import files

pytestmark = pytest.mark.once

UTC = datetime.UTC


def read(data):
    return metadata.read(Image.open(io.BytesIO(data)))


def test_read_of_a_silent_file_is_empty():
    assert read(files.jpeg()) == metadata.Found()


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_read_takes_every_field_from_xmp(format):
    packet = files.xmp(
        files.alternatives("dc:description", de_DE="Ein Platz", x_default="A square in Łódź")
        + files.alternatives("dc:rights", x_default="© 2026 Agency")
        + files.alternatives("xmpRights:UsageTerms", x_default="One use\nonly")
        + files.alternatives("Iptc4xmpCore:AltTextAccessibility", x_default="People  cross a square")
        + "<dc:creator><rdf:Seq><rdf:li>Ana Łuk</rdf:li><rdf:li>Bo Chen</rdf:li></rdf:Seq></dc:creator>"
        + "<photoshop:Credit>Ana Łuk / Agency</photoshop:Credit>",
        'photoshop:Source="The Agency" photoshop:DateCreated="2026-03-04T05:06:07+02:00"',
    )
    found = read(files.encoded(files.picture(), format, xmp=packet) if format != "PNG" else _png_with(packet))
    origins = ("caption", "credit", "creator", "copyright", "source", "usage_terms", "alt", "taken_at")
    assert found == metadata.Found(
        origins=dict.fromkeys(origins, "XMP"),
        caption="A square in Łódź",
        credit="Ana Łuk / Agency",
        creator="Ana Łuk, Bo Chen",
        copyright="© 2026 Agency",
        source="The Agency",
        usage_terms="One use\nonly",
        alt="People cross a square",
        taken_at=datetime.datetime(2026, 3, 4, 3, 6, 7, tzinfo=UTC),
    )


def _png_with(packet):
    data = files.encoded(files.picture(), "PNG")
    return data[:-12] + files.png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + packet) + data[-12:]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_read_takes_iim_in_either_encoding(encoding):
    records = files.iim(
        n120="Café".encode(encoding), n110="Zoë".encode(encoding), n80=[b"A", b"B"], n116=b"(c) A", n115=b"Desk",
        n55=b"20260304", n60=b"050607+0200",
    )  # fmt: skip
    found = read(files.with_segments(files.jpeg(), (0xED, records)))
    assert (found.caption, found.credit, found.creator) == ("Café", "Zoë", "A, B")
    assert (found.copyright, found.source) == ("(c) A", "Desk")
    assert found.taken_at == datetime.datetime(2026, 3, 4, 3, 6, 7, tzinfo=UTC)


def test_read_takes_exif_last():
    block = Image.Exif()
    block[0x010E], block[0x013B], block[0x8298] = "Löwe".encode(), "Bo Ray", "Right\0"
    block[0x8769] = {0x9003: "2024:05:06 07:08:09", 0x9011: "+03:00"}
    found = read(files.jpeg(exif=block.tobytes()))
    assert (found.caption, found.creator, found.copyright) == ("Löwe", "Bo Ray", "Right")
    assert found.taken_at == datetime.datetime(2024, 5, 6, 4, 8, 9, tzinfo=UTC)


def test_read_lets_xmp_win_over_iim_and_iim_over_exif():
    block = Image.Exif()
    block[0x010E], block[0x013B], block[0x8298] = "Of EXIF", "Of EXIF", "Of EXIF"
    packet = files.xmp(files.alternatives("dc:description", x_default="Of XMP"))
    data = files.jpeg(exif=block.tobytes(), xmp=packet)
    found = read(files.with_segments(data, (0xED, files.iim(n120=b"Of IIM", n80=b"Of IIM"))))
    assert (found.caption, found.creator, found.copyright) == ("Of XMP", "Of IIM", "Of EXIF")


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
def test_read_notices_a_position(format):
    assert read(files.telling(format)).had_location


def test_read_notices_a_position_in_xmp_alone():
    assert read(files.jpeg(xmp=files.xmp(attributes='exif:GPSLatitude="50,27N"'))).had_location
    assert read(files.jpeg(xmp=files.xmp("<exif:GPSLongitude>30,31E</exif:GPSLongitude>"))).had_location


@pytest.mark.parametrize(
    "packet",
    [
        b"<not xml",
        b'<!DOCTYPE x [<!ENTITY a "boom">]>' + files.xmp("<photoshop:Credit>&a;</photoshop:Credit>")[3:],
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
        b"<x>" + b" " * metadata.LONGEST_XMP + b"</x>",
        b"\0\0\0",
    ],
)
def test_read_leaves_a_broken_or_hostile_packet_aside(packet):
    assert read(files.encoded(files.picture(), "WEBP", xmp=packet)) == metadata.Found()


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
def test_read_leaves_broken_exif_and_iim_aside():
    data = files.with_segments(
        files.jpeg(),
        (0xE1, b"Exif\0\0MM\0*\0\0\0\x08\xff\xff"),
        (0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x09\x1c\x02\x78\xff\xff\xff\xff\xff\xff"),
    )
    assert read(data).caption == ""


@pytest.mark.parametrize("date", ["0000:00:00 00:00:00", "2024:13:45 00:00:00", "    ", "2024:05:06"])
def test_read_takes_no_date_from_nonsense(date):
    block = Image.Exif()
    block[0x8769] = {0x9003: date}
    assert read(files.jpeg(exif=block.tobytes())).taken_at is None


@pytest.mark.parametrize("words", ["OLYMPUS DIGITAL CAMERA         ", "SONY DSC", "      "])
def test_read_takes_no_caption_from_a_camera(words):
    block = Image.Exif()
    block[0x010E] = words
    assert read(files.jpeg(exif=block.tobytes())).caption == ""


@pytest.mark.parametrize(
    ("kind", "value", "caption"),
    [(2, b"L\xf6w\0", "Löw"), (7, b"Dog\0", "Dog"), (3, b"\0\5\0\0", "")],
    ids=["text in Latin-1", "bytes", "a number"],
)
def test_read_takes_exif_text_however_it_is_typed(kind, value, caption):
    count = 1 if kind == 3 else 4
    entry = struct.pack(">HHI", 0x010E, kind, count) + value
    block = b"Exif\0\0MM\0*\0\0\0\x08\0\1" + entry + b"\0\0\0\0"
    assert read(files.jpeg(exif=block)).caption == caption


def test_read_cuts_what_is_too_long_for_a_line():
    packet = files.xmp(f"<photoshop:Credit>{'Long ' * 200}</photoshop:Credit>")
    credit = read(files.jpeg(xmp=packet)).credit
    assert len(credit) <= metadata.LONGEST_LINE and credit.endswith("Long…")


def test_one_line_keeps_no_break_spaces_and_drops_control_characters():
    assert metadata.one_line(" «\u00a0Oui\u00a0» \0\x07 and\r\n more\t") == "«\u00a0Oui\u00a0» and more"


def test_written_words_are_read_back():
    exif = exif_for(creator="Ana Łuk", copyright="© 2026 <A> & \x01B")
    xmp = xmp_for(credit="Photo by Ana Łuk", creator="Ana Łuk", copyright="© 2026 <A> & \x01B")
    for format in ("JPEG", "WEBP", "AVIF"):
        found = read(files.encoded(files.picture(), format, exif=exif, xmp=xmp))
        assert (found.credit, found.creator, found.copyright) == ("Photo by Ana Łuk", "Ana Łuk", "© 2026 <A> & B")
    found = read(files.jpeg(exif=exif))
    assert (found.creator, found.copyright) == ("Ana Łuk", "© 2026 <A> & B")
    etree.fromstring(xmp)


def test_written_words_are_nothing_when_there_is_nothing_to_say():
    assert exif_for(creator="", copyright="") == b""
    assert xmp_for() == b""


PLACE_SHOWN = (
    "<Iptc4xmpExt:LocationShown><rdf:Bag>"
    '<rdf:li rdf:parseType="Resource"><Iptc4xmpExt:Sublocation>Old Port</Iptc4xmpExt:Sublocation>'
    "<Iptc4xmpExt:City>Orrel</Iptc4xmpExt:City><Iptc4xmpExt:CountryName>Ardrenne</Iptc4xmpExt:CountryName></rdf:li>"
    "</rdf:Bag></Iptc4xmpExt:LocationShown>"
)
LICENSOR = (
    '<plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource"><plus:LicensorName>The Agency</plus:LicensorName>'
    "<plus:LicensorURL>https://agency.example/buy</plus:LicensorURL></rdf:li></rdf:Seq></plus:Licensor>"
)
AI = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"


def test_read_takes_rights_place_people_and_how_it_was_made():
    packet = files.xmp(
        PLACE_SHOWN
        + LICENSOR
        + "<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Ana Łuk</rdf:li><rdf:li>Bo Chen</rdf:li></rdf:Bag>"
        + "</Iptc4xmpExt:PersonInImage>"
        + files.alternatives("Iptc4xmpCore:ExtDescrAccessibility", x_default="Three cranes.\nTwo lift a gate."),
        f'xmpRights:WebStatement="https://agency.example/rights" Iptc4xmpExt:DigitalSourceType="{AI}"',
    )
    found = read(files.jpeg(xmp=packet))
    assert (found.place, found.people) == ("Old Port, Orrel, Ardrenne", "Ana Łuk\nBo Chen")
    assert (found.licensor, found.licensor_url) == ("The Agency", "https://agency.example/buy")
    assert (found.web_statement, found.source_type) == ("https://agency.example/rights", "trainedAlgorithmicMedia")
    assert found.description == "Three cranes.\nTwo lift a gate." and set(found.origins.values()) == {"XMP"}


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "see our site", "https://a b", "https://x.example/" + "a" * 600]
)
def test_read_takes_no_address_that_is_none(address):
    assert read(files.jpeg(xmp=files.xmp(attributes=f'xmpRights:WebStatement="{address}"'))).web_statement == ""


def test_place_falls_to_the_older_fields_of_xmp_and_of_iim():
    xmp = files.xmp(attributes='photoshop:City="Orrel" photoshop:Country="Ardrenne"')
    assert read(files.jpeg(xmp=xmp)).place == "Orrel, Ardrenne"
    found = read(files.with_segments(files.jpeg(), (0xED, files.iim(n90=b"Orrel", n92=b"Old Port"))))
    assert (found.place, found.origins["place"]) == ("Old Port, Orrel", "IIM")


def test_each_field_says_which_block_won():
    exif = Image.Exif()
    exif[0x010E], exif[0x013B], exif[0x8298] = "From EXIF", "From EXIF", "From EXIF"
    data = files.jpeg(exif=exif.tobytes(), xmp=files.xmp(files.alternatives("dc:description", x_default="From XMP")))
    found = read(files.with_segments(data, (0xED, files.iim(n120=b"From IIM", n80=b"From IIM", n55=b"20260304"))))
    assert (found.caption, found.creator, found.copyright) == ("From XMP", "From IIM", "From EXIF")
    assert found.origins == {"caption": "XMP", "creator": "IIM", "copyright": "EXIF"}


def test_written_words_are_all_that_a_rendition_keeps():
    said = {
        "credit": "Photo by A",
        "creator": "A",
        "copyright": "© A",
        "alt": "A <green> field",
        "web_statement": "https://a.example/?a=1&b=2",
        "licensor": "The Agency",
        "licensor_url": "https://agency.example/",
    }
    found = read(files.encoded(files.picture(), "WEBP", xmp=xmp_for(**said)))
    assert {name: getattr(found, name) for name in said} == said
    assert set(found.origins) == set(said)


def with_iim(**datasets):
    return read(files.with_segments(files.jpeg(), (0xED, files.iim(**datasets))))


def test_iim_without_a_charset_is_read_as_words_and_says_that_it_was_guessed():
    found = with_iim(
        n120="Пором повертається до острова".encode("cp1251"),
        n110="Оля Коваль/Укрінформ".encode("cp1251"),
        n80="Łódź".encode(),
    )
    assert (found.caption, found.credit) == ("Пором повертається до острова", "Оля Коваль/Укрінформ")
    assert (found.creator, found.trust) == ("Łódź", {"caption": "guessed", "credit": "guessed"})


@pytest.mark.parametrize(
    ("declared", "charset"),
    [(b"\x1b%G", "utf-8"), (b"\x1b.A", "cp1252"), (b"\x1b-B", "iso8859_2"), (b"\x1b-G", "iso8859_6")],
)
def test_iim_is_read_in_the_charset_that_it_names(declared, charset):
    words = {"iso8859_2": "Łódź", "iso8859_6": "ميناء"}.get(charset, "Köln")
    found = read(files.with_segments(files.jpeg(), (0xED, declaring(declared, n120=words.encode(charset)))))
    assert (found.caption, found.trust) == (words, {})


@pytest.mark.parametrize("declared", [b"\x1b%G", b"\x1b-Z", b"nonsense"])
def test_iim_that_names_a_charset_in_which_it_is_not_is_guessed(declared):
    found = read(files.with_segments(files.jpeg(), (0xED, declaring(declared, n120="Müller läuft".encode("cp1252")))))
    assert (found.caption, found.trust) == ("Müller läuft", {"caption": "guessed"})


def declaring(charset, **datasets):
    """An APP13 payload whose 1:90 says `charset`."""
    payload, record = files.iim(**datasets), struct.pack(">BBBH", 0x1C, 1, 90, len(charset)) + charset
    start = payload.index(b"\x1c\x02")
    size = int.from_bytes(payload[start - 4 : start], "big") + len(record)
    padding = b"\0" * (size % 2)
    return payload[: start - 4] + struct.pack(">I", size) + record + payload[start:].rstrip(b"\0") + padding


def with_exif(tags, details=None):
    block = Image.Exif()
    for tag, value in tags.items():
        block[tag] = value
    if details:
        block[0x8769] = details
    return read(files.jpeg(exif=block.tobytes()))


def test_exif_is_read_in_any_charset():
    found = with_exif({0x010E: "Паром вернулся к острову".encode("cp1251"), 0x013B: "Оля Коваль".encode("cp1251")})
    assert (found.caption, found.creator) == ("Паром вернулся к острову", "Оля Коваль")
    assert found.trust == {"caption": "guessed", "creator": "guessed"}


@pytest.mark.parametrize("words", ["Рим восени", "Ānanda in Rīga", "The ferry"])
def test_exif_of_windows_is_read_in_utf_16(words):
    found = with_exif({0x010E: "SAMSUNG", 0x9C9B: (words + "\0").encode("utf-16-le"), 0x9C9D: "Bo".encode("utf-16-le")})
    assert (found.caption, found.creator, found.trust) == (words, "Bo", {})


@pytest.mark.parametrize(
    ("comment", "caption"),
    [
        (b"ASCII\0\0\0The ferry\0", "The ferry"),
        (b"UNICODE\0" + "Пором вдома".encode("utf-16-le"), "Пором вдома"),
        (b"UNICODE\0" + "Пором вдома".encode("utf-16-be"), "Пором вдома"),
        (b"UNICODE\0", ""),
        (b"\0\0\0\0\0\0\0\0The ferry", "The ferry"),
        (b"The ferry goes", "The ferry goes"),
        (b"ASCII\0\0\0\0\0\0", ""),
        (b'ASCII\0\0\0{"sceneMode": 0}', ""),
    ],
)
def test_exif_user_comment_is_read_as_its_first_bytes_say(comment, caption):
    assert with_exif({}, {0x9286: comment}).caption == caption


def test_words_spoiled_by_a_program_are_mended_and_said_to_be_guessed():
    packet = files.xmp(files.alternatives("dc:description", x_default="ÐŸÐ¾Ñ€Ð¾Ð¼ Ñƒ Ð¿Ð¾Ñ€Ñ‚Ñƒ"))
    found = read(files.jpeg(xmp=packet))
    assert (found.caption, found.trust) == ("Пором у порту", {"caption": "guessed"})


def test_words_that_nobody_can_read_come_last_and_are_doubtful():
    packet = files.xmp(files.alternatives("dc:description", x_default="Nordh�fen"))
    assert read(files.jpeg(xmp=packet)).trust == {"caption": "doubtful"}
    data = files.with_segments(files.jpeg(xmp=packet), (0xED, files.iim(n120=b"Nordhafen")))
    assert (read(data).caption, read(data).trust) == ("Nordhafen", {})


def test_lines_of_machines_give_way_to_words_of_people():
    packet = files.xmp(files.alternatives("dc:description", x_default="Created with GIMP"))
    data = files.with_segments(
        files.jpeg(xmp=packet), (0xED, files.iim(n120=b"Nordhafen", n110=b"Picasa", n80=b"Bo Ray"))
    )
    found = read(data)
    assert (found.caption, found.credit, found.creator) == ("Nordhafen", "", "Bo Ray")


def test_place_in_iim_says_that_it_was_guessed():
    found = with_iim(n90="Київ".encode("cp1251"), n101="Україна".encode("cp1251"))
    assert (found.place, found.trust) == ("Київ, Україна", {"place": "guessed"})
