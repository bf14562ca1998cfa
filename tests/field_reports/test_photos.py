"""Reports 9, 10, 32, 33 and 34: the words in photos' files, their colours, and which side is up."""

import io

import pytest
from django.test import Client
from PIL import Image

from articles.editorial.importing.import_story import Picture, import_story
from media import renditions
from media.models import Photo
from tests import builders
from tests.media import files

pytestmark = pytest.mark.django_db


def imported(data):
    """What becomes of a story with a photo file, published where nothing is in the way."""
    text = (
        "Ferry Comes Back to Pine Island\n\nThe ferry came back on Tuesday after nine weeks, the port said, and "
        "hundreds of people stood at the quay to see it come in from the sea.\n\n"
        "It will sail twice a day, the port said on Tuesday, as it did before the storm.\n"
    )
    picture = Picture(data, alt="A ferry at a quay.")
    return import_story(text.encode(), by=builders.chief(), picture=picture, desk="World", publish=True)


def with_iim(**datasets):
    return files.with_segments(files.jpeg(1200, 800), (0xED, files.iim(**datasets)))


def figure(result):
    page = Client().get(result.edition.path).text
    return page.split("<figcaption")[1].split("</figcaption>")[0]


def test_09_cyrillic_iptc_is_read_as_words():
    caption, credit = "Пором повертається до острова", "Оля Коваль/Укрінформ"
    result = imported(with_iim(n120=caption.encode("cp1251"), n110=credit.encode("cp1251")))
    assert caption in figure(result) and credit in figure(result)
    assert Photo.objects.get().unconfirmed == {"caption": "guessed", "credit": "guessed"}


def test_09_credit_that_nobody_can_read_satisfies_no_blocker():
    result = imported(with_iim(n120=b"The ferry.", n110="Köln".encode("mac_roman")))
    assert result.edition is None
    assert any("comes from the file, and nobody has confirmed it" in str(each) for each in result.blockers)


@pytest.mark.parametrize(
    "line",
    [
        "DCIM\\100MEDIA\\DJI_0012.JPG",
        "DCIM\\100GOPRO",
        "OLYMPUS DIGITAL CAMERA",
        "KONICA MINOLTA DIGITAL CAMERA",
        "SAMSUNG CAMERA PICTURES",
        "Processed with VSCO with a6 preset",
        "cof",
        "Exif_JPEG_PICTURE",
        "Screenshot",
        "Created with GIMP",
    ],
)
def test_10_what_cameras_write_is_no_caption(line):
    block = Image.Exif()
    block[0x010E], block[0x013B] = line, "Bo Ray"
    result = imported(files.jpeg(1200, 800, exif=block.tobytes()))
    photo = Photo.objects.get()
    assert (photo.caption, photo.credit) == ("", "Bo Ray")
    assert line not in Client().get(result.edition.path).text


@pytest.mark.parametrize("charset", ["cp1252", "utf-8"])
def test_32_latin_1_and_unmarked_utf_8_are_read(charset):
    result = imported(with_iim(n120="Fähre läuft ein".encode(charset), n110="Zoë Müller".encode(charset)))
    assert "Fähre läuft ein" in figure(result) and "Zoë Müller" in figure(result)


def test_33_cmyk_keeps_its_colours():
    red = Image.new("CMYK", (1200, 800), (0, 255, 255, 0))
    photo = imported(files.encoded(red, "JPEG", quality=95)).article.lead_photo
    drawn = Image.open(io.BytesIO(renditions.content(photo, "original", 640, "webp"))).convert("RGB")
    r, g, b = drawn.getpixel((100, 100))
    assert r > 220 and g < 60 and b < 60


def test_34_portrait_stands_upright():
    photo = imported(files.jpeg(1200, 800, exif=files.exif("The ferry", orientation=6))).article.lead_photo
    assert (photo.width, photo.height) == (800, 1200)
