"""Hard files: each ends as a good rendition or a clear refusal, in bounded memory, and leaves nothing over."""

import io
import os
import subprocess
import sys

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from media import ingest, pixels, renditions
from media.models import Photo
from media.refusals import RefusedPicture
from tests.media import files
from tests.media.conftest import files_in

pytestmark = pytest.mark.once

MOST_MEGABYTES = 600
OPTIONS = {"TIFF": {"compression": "tiff_lzw"}, "AVIF": {"speed": 10}, "WEBP": {"method": 0}}


def taken_or_refused(data):
    """The photo made of `data`, or None after a refusal in a whole sentence."""
    try:
        return ingest.ingest(data, by=None)
    except RefusedPicture as refusal:
        assert str(refusal).endswith("."), refusal
        return None


def noise(width, height, mode="RGB"):
    return Image.effect_noise((width, height), 60).convert(mode)


def animated(format):
    frames = [Image.new("RGB", (90, 60), colour) for colour in ("red", "lime", "blue")]
    return files.encoded(frames[0], format, save_all=True, append_images=frames[1:], duration=80)


def multi_page_tiff():
    return animated("TIFF")


HARD = {
    "16-bit PNG": files.png_with_16_bits((65535, 32768, 0)),
    "16-bit grey TIFF": files.encoded(Image.new("I;16", (90, 60), 40000), "TIFF"),
    "float TIFF": files.encoded(Image.new("F", (90, 60), 0.5), "TIFF"),
    "CMYK JPEG": files.encoded(noise(90, 60, "CMYK"), "JPEG"),
    "CMYK TIFF": files.encoded(noise(90, 60, "CMYK"), "TIFF"),
    "one bit": files.encoded(noise(90, 60, "1"), "PNG"),
    "palette": files.encoded(noise(90, 60, "P"), "GIF"),
    "one pixel": files.encoded(Image.new("RGB", (1, 1)), "PNG"),
    "animated GIF": animated("GIF"),
    "animated WebP": animated("WEBP"),
    "animated AVIF": animated("AVIF"),
    "animated PNG": animated("PNG"),
    "several pages": multi_page_tiff(),
    "picture and page": files.jpeg(90, 60) + b"<html><script>alert(1)</script></html>",
    "picture and archive": files.encoded(noise(90, 60), "PNG") + b"PK\x03\x04" + b"\0" * 400,
}
REFUSED = {
    "bomb": files.png_declaring(60_000, 60_000),
    "no pixels behind the header": files.png_declaring(5000, 5000),
    "strip": files.encoded(Image.new("1", (2000, 20)), "PNG"),
    "drawing": files.SVG,
    "page description": files.EPS,
    "HEIC without a picture": files.HEIC,
    "PDF": b"%PDF-1.7\n" + b"0" * 400,
    "words": "Just words.".encode("utf-16"),
    "nothing": b"",
}


@pytest.mark.parametrize("name", HARD)
def test_hard_file_ends_as_a_good_rendition_in_every_format(library, name):
    photo = taken_or_refused(HARD[name])
    for format in renditions.ENDINGS:
        width = renditions.widths(photo, "original")[-1]
        made = files.opened(renditions.content(photo, "original", width, format))
        assert (made.format, made.size) == (format.upper(), (width, renditions.height(photo, "original", width)))
        assert getattr(made, "n_frames", 1) == 1


@pytest.mark.parametrize("name", REFUSED)
def test_hostile_file_is_refused_and_leaves_nothing(library, name):
    assert taken_or_refused(REFUSED[name]) is None
    assert not Photo.objects.exists() and files_in(library) == []


def test_every_upload_is_answered_with_a_photo_or_a_sentence(library, client):
    client.force_login(get_user_model().objects.create_superuser("photo"))
    for name, data in (HARD | REFUSED).items():
        sent = {"files": [SimpleUploadedFile("wrong.gif", data)]}
        answer = client.post(reverse("admin:media_photo_upload"), sent, headers={"accept": "application/json"})
        said = answer.json()
        assert (answer.status_code, len(said["photos"])) == (200, int(name in HARD)), name
        assert all(sentence.endswith(".") for sentence in said["refused"]), said
    assert len(files_in(library / "uploads")) == Photo.objects.count() == len(HARD)


@pytest.mark.parametrize("format", files.ENCODABLE)
def test_file_cut_off_at_any_kilobyte_is_taken_or_refused_and_leaves_nothing_over(library, format):
    data = files.encoded(noise(240, 160), format, **OPTIONS.get(format, {}))
    lengths = range(1024, len(data), 1024)
    assert len(lengths) > 8
    outcomes = [taken_or_refused(data[:length]) for length in lengths]
    assert outcomes.count(None) >= len(lengths) // 2
    assert len(files_in(library / "uploads")) == Photo.objects.count() == len(lengths) - outcomes.count(None)


@pytest.mark.parametrize("format", files.ENCODABLE)
@pytest.mark.parametrize("name", ["picture.png", "picture.exe", "picture", "picture.jpg.html", "../../picture.jpg"])
def test_name_of_a_file_says_nothing(library, format, name):
    upload = io.BytesIO(files.encoded(files.picture(), format))
    upload.name = name
    photo = taken_or_refused(upload.getvalue())
    assert photo.original.name.endswith(pixels.EXTENSIONS[format]) and name not in photo.original.name


@pytest.mark.trial
@pytest.mark.parametrize(
    ("format", "mode", "size"),
    [
        ("JPEG", "RGB", (11_500, 8_690)),
        ("JPEG", "CMYK", (11_500, 8_690)),
        ("PNG", "RGBA", (11_500, 8_690)),
        ("PNG", "L", (11_500, 8_690)),
        ("TIFF", "CMYK", (11_500, 8_690)),
        ("GIF", "L", (11_500, 8_690)),
        ("WEBP", "RGBA", (6_600, 4_540)),
        ("AVIF", "RGBA", (8_200, 5_480)),
        ("HEIF", "RGBA", (9_400, 6_380)),
    ],
)
def test_largest_pictures_we_take_need_less_than_600_megabytes(tmp_path, format, mode, size):
    grey = Image.radial_gradient("L").resize(size)
    bands = len(Image.new(mode, (1, 1)).getbands())
    image = grey if mode == "L" else Image.merge(mode, [grey] * bands)
    (tmp_path / "largest").write_bytes(files.encoded(image, format, **OPTIONS.get(format, {})))
    run = [sys.executable, "-m", "tests.media.peak", str(tmp_path / "largest")]
    settings = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    done = subprocess.run(run, capture_output=True, text=True, check=True, env=settings)
    said, peak = done.stdout.split()
    assert said == "taken" and int(peak) < MOST_MEGABYTES, done.stdout
