"""Renditions: the ladder, the signed addresses, and making each once."""

import datetime
import multiprocessing
import threading
from types import SimpleNamespace

import pytest
from django.core.files.storage import storages
from hypothesis import given
from hypothesis import strategies as st

from media import focal_crop, ingest, pixels, renditions
from tests.media import files
from tests.media.conftest import files_in


def sized(width, height):
    return SimpleNamespace(width=width, height=height, is_portrait=height > width)


def parts(url):
    signature, token = url.removeprefix("/photos/").split("/")
    return signature, token


def test_shape_for_never_cuts_a_portrait_to_a_landscape():
    tall, wide = sized(600, 900), sized(900, 600)
    assert {renditions.shape_for(tall, shape) for shape in ("16x9", "4x3", "3x2", "2x1", "original")} == {"original"}
    assert renditions.shape_for(tall, "4x5") == "4x5"
    assert all(renditions.shape_for(wide, shape) == shape for shape in focal_crop.SHAPES)
    with pytest.raises(KeyError):
        renditions.shape_for(wide, "1x1")


@pytest.mark.parametrize(
    ("width", "shape", "offered"),
    [
        (4000, "original", [320, 480, 640, 800, 1200, 1760]),
        (1760, "16x9", [320, 480, 640, 800, 1200, 1760]),
        (1300, "16x9", [320, 480, 640, 800, 1200]),
        (1100, "16x9", [320, 480, 640, 800, 1100]),
        (800, "original", [320, 480, 640, 800]),
        (100, "original", [100]),
        (1000, "4x5", [320, 480, 600]),
    ],
)
def test_widths_never_enlarge(width, shape, offered):
    assert renditions.widths(sized(width, width * 3 // 4), shape) == offered


@given(st.integers(1, 9000), st.integers(1, 9000), st.sampled_from(list(focal_crop.SHAPES)), st.integers(1, 3000))
def test_widths_offer_at_least_one_and_nearest_is_one_of_them(width, height, shape, wanted):
    photo = sized(width, height)
    offered = renditions.widths(photo, shape)
    assert offered and offered == sorted(set(offered)) and offered[-1] <= max(1, width)
    assert renditions.nearest_width(photo, shape, wanted) in offered
    assert renditions.height(photo, shape, offered[0]) >= 1


def test_url_changes_with_what_changes_the_bytes_and_with_nothing_else(landscape):
    def address():
        return renditions.url(landscape, "16x9", 800, "avif")

    first = address()
    landscape.caption, landscape.people = "Another caption", "Ada"
    assert address() == first
    for name, value in (
        ("credit", "B"),
        ("copyright", "© B"),
        ("alt", "Another text"),
        ("licensor", "C"),
        ("web_statement", "https://c.example/"),
        ("licence_ends_at", datetime.datetime(2030, 1, 1, tzinfo=datetime.UTC)),
        ("focus_x", 0.1),
        ("content_hash", "0" * 64),
    ):
        before = address()
        setattr(landscape, name, value)
        assert address() != before


def test_url_leads_back_to_what_it_is_for(landscape):
    asked = renditions.parse_address(*parts(renditions.url(landscape, "16x9", 9999, "jpeg")))
    assert asked == (landscape.pk, renditions.version(landscape), "16x9", 1000, "jpeg")


@pytest.mark.parametrize("change", [("800", "480"), ("16x9", "original"), (".avif", ".jpg"), ("-800", "-801")])
def test_parse_address_refuses_a_changed_address(landscape, change):
    signature, token = parts(renditions.url(landscape, "16x9", 800, "avif"))
    assert renditions.parse_address(signature, token)
    assert renditions.parse_address(signature, token.replace(*change)) is None
    assert renditions.parse_address(signature[:-1], token) is None
    assert renditions.parse_address("", token) is None


@pytest.mark.parametrize("token", ["", "1-0123456789ab-1x1-800.avif", "1-0123456789ab-16x9-800.gif", "hello"])
def test_parse_address_refuses_signed_nonsense(token, settings):
    assert renditions.parse_address(renditions._signature(token, renditions.signing_key()), token) is None


def test_parse_address_accepts_addresses_of_a_former_secret_key(landscape, settings):
    address = parts(renditions.url(landscape, "16x9", 800, "avif"))
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "a new one"
    assert renditions.parse_address(*address)
    settings.SECRET_KEY_FALLBACKS = []
    assert renditions.parse_address(*address) is None


@pytest.mark.parametrize("format", ["avif", "webp", "jpeg"])
@pytest.mark.parametrize("shape", list(focal_crop.SHAPES))
def test_content_has_the_size_it_was_announced_with(landscape, shape, format):
    for width in renditions.widths(landscape, shape)[:2]:
        made = files.opened(renditions.content(landscape, shape, width, format))
        assert (made.format, made.size) == (format.upper(), (width, renditions.height(landscape, shape, width)))


def test_content_is_cut_about_the_focus(landscape):
    def middle():
        made = files.opened(renditions.content(landscape, "4x5", 320, "jpeg")).convert("RGB")
        return made.getpixel((160, 50))

    landscape.focus_x, landscape.focus_y = 0.0, 0.5
    assert middle()[0] > 200 and middle()[1] < 60
    landscape.focus_x = 1.0
    assert middle()[0] < 60 and middle()[1] > 200


def test_content_decodes_once_for_all_renditions(library, monkeypatch):
    photo = ingest.ingest(files.jpeg(700, 500), by=None)
    decoded, decode = [], pixels.decode
    monkeypatch.setattr(pixels, "decode", lambda data: decoded.append(1) or decode(data))
    for format in ("avif", "webp", "jpeg"):
        for width in renditions.widths(photo, "4x3"):
            renditions.content(photo, "4x3", width, format)
    assert len(decoded) == 1


def test_content_is_encoded_once_under_a_stampede_of_threads(library, landscape, monkeypatch):
    encoded, together, found, encode = [], threading.Barrier(50), [], pixels.encode

    def counting(*args, **options):
        encoded.append(1)
        return encode(*args, **options)

    def ask():
        together.wait()
        found.append(renditions.content(landscape, "16x9", 800, "webp"))

    monkeypatch.setattr(pixels, "encode", counting)
    threads = [threading.Thread(target=ask) for _ in range(50)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert len(encoded) == 1 and len(found) == 50 and len(set(found)) == 1
    assert len(files_in(library / "renditions")) == 1


def test_content_is_encoded_once_under_a_stampede_of_processes(library, landscape, monkeypatch):
    fork = multiprocessing.get_context("fork")
    encoded, together, encode = fork.Value("i", 0), fork.Barrier(4), pixels.encode

    def counting(*args, **options):
        with encoded.get_lock():
            encoded.value += 1
        return encode(*args, **options)

    def ask():
        together.wait()
        renditions.content(landscape, "16x9", 800, "webp")

    monkeypatch.setattr(pixels, "encode", counting)
    processes = [fork.Process(target=ask) for _ in range(4)]
    [process.start() for process in processes]
    [process.join() for process in processes]
    assert encoded.value == 1 and [process.exitcode for process in processes] == [0] * 4


def test_content_failed_half_way_leaves_no_rendition(library, landscape, monkeypatch):
    monkeypatch.setattr(renditions.os, "fsync", lambda _handle: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        renditions.content(landscape, "16x9", 800, "webp")
    assert files_in(library / "renditions") == []
    monkeypatch.undo()


def test_content_goes_through_the_storage_api(library, settings, landscape):
    memory = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    settings.STORAGES = {**settings.STORAGES, "renditions": memory}
    first = renditions.content(landscape, "16x9", 800, "webp")
    assert renditions.content(landscape, "16x9", 800, "webp") == first
    assert len(storages["renditions"].listdir(str(landscape.pk))[0]) == 1


def test_content_without_its_original_says_so(landscape):
    landscape.original.storage.delete(landscape.original.name)
    with pytest.raises(FileNotFoundError):
        renditions.content(landscape, "16x9", 800, "webp")


def test_forget_of_nothing_does_nothing(library):
    renditions.forget(404)


@pytest.mark.parametrize("source", files.ENCODABLE)
def test_nothing_of_the_file_but_credit_and_rights_is_served(library, source):
    photo = ingest.ingest(files.telling(source), by=None, caption="A street", credit="Photo by Łu")
    kept = {"copyright": "© 2026 Łu Agency", "creator": "Łu Chen", "licensor": "Łu Sales", "alt": "A Łu street"}
    photo = ingest.update(photo, None, web_statement="https://lu.example/rights", **kept)
    assert files.CANARY.encode() in photo.original.read()
    for shape in ("original", "16x9"):
        for format in renditions.ENDINGS:
            data = renditions.content(photo, shape, 320, format)
            for forbidden in (files.CANARY, "GPS", "MakerNote", "ICC_PROFILE", "ICCP", "Instructions", "<html", "prof"):
                assert forbidden.encode() not in data, (shape, format, forbidden)
            for wanted in ("Photo by Łu", "https://lu.example/rights", *kept.values()):
                assert wanted.encode() in data
            exif = files.opened(data).getexif()
            assert set(exif) - {0x0112} == {0x013B, 0x8298} and exif.get(0x0112, 1) == 1
            assert not exif.get_ifd(0x8825) and not exif.get_ifd(0x8769)
