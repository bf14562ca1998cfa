"""Decoding within limits, cutting and encoding."""

import io
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from media import focal_crop, pixels
from media.refusals import RefusedPicture
from tests.media import files

pytestmark = pytest.mark.once

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
sizes = st.tuples(st.integers(1, 9000), st.integers(1, 9000))
fraction = st.floats(0, 1)


def near(found, wanted, by=30):
    return all(abs(one - other) <= by for one, other in zip(found, wanted, strict=True))


def corners(image):
    width, height = image.size
    points = ((3, 3), (width - 4, 3), (3, height - 4), (width - 4, height - 4))
    return [image.getpixel(point) for point in points]


@pytest.mark.parametrize("format", files.ENCODABLE)
def test_decode_takes_each_format(format):
    decoded = pixels.decode(files.encoded(files.picture(), format))
    assert (decoded.image.mode, decoded.image.size, decoded.width, decoded.height) == ("RGB", (48, 32), 48, 32)
    assert all(near(*pair, by=60) for pair in zip(corners(decoded.image), (RED, GREEN, BLUE, WHITE), strict=True))


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_decode_turns_upright(orientation, format):
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # the transpositions that lay an upright picture down
    image = files.picture()
    if orientation > 1:
        image = image.transpose(Image.Transpose(undo[orientation]))
    decoded = pixels.decode(files.encoded(image, format, exif=files.exif(orientation=orientation)))
    assert (decoded.width, decoded.height) == decoded.image.size == (48, 32)
    assert all(near(*pair, by=60) for pair in zip(corners(decoded.image), (RED, GREEN, BLUE, WHITE), strict=True))


@pytest.mark.parametrize("orientation", [0, 9, 65535])
def test_decode_ignores_an_orientation_that_is_none(orientation):
    assert pixels.decode(files.jpeg(exif=files.exif(orientation=orientation or None))).width == 48


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
def test_decode_ignores_damaged_exif():
    data = files.with_segments(files.jpeg(), (0xE1, b"Exif\0\0MM\0*\xff\xff\xff\xff"))
    assert pixels.decode(data).width == 48


@pytest.mark.parametrize(
    ("image", "format"),
    [
        (files.picture(mode="CMYK"), "JPEG"),
        (files.picture(mode="CMYK"), "TIFF"),
        (files.picture(mode="P"), "PNG"),
        (files.picture(mode="RGBA"), "WEBP"),
        (files.picture(mode="YCbCr"), "JPEG"),
    ],
)
def test_decode_keeps_colours_from_every_mode(image, format):
    decoded = pixels.decode(files.encoded(image, format))
    assert decoded.image.mode == "RGB"
    assert all(near(*pair, by=60) for pair in zip(corners(decoded.image), (RED, GREEN, BLUE, WHITE), strict=True))


@pytest.mark.parametrize("mode", ["L", "1", "LA"])
def test_decode_takes_grey(mode):
    decoded = pixels.decode(files.encoded(Image.new("L", (20, 10), 255).convert(mode), "PNG"))
    assert decoded.image.getpixel((5, 5)) == WHITE


@pytest.mark.parametrize(("mode", "format"), [("I;16", "PNG"), ("I;16", "TIFF"), ("I", "TIFF"), ("F", "TIFF")])
def test_decode_scales_deep_grey_to_eight_bits(mode, format):
    image = Image.new("I", (20, 10), 65535)
    image.paste(32768, (0, 0, 10, 10))
    decoded = pixels.decode(files.encoded(image.convert(mode), format))
    assert near(decoded.image.getpixel((2, 5)), (127, 127, 127), by=2)
    assert near(decoded.image.getpixel((17, 5)), WHITE, by=2)


def test_decode_takes_16_bits_a_channel():
    decoded = pixels.decode(files.png_with_16_bits((65535, 32768, 0)))
    assert near(decoded.image.getpixel((1, 1)), (255, 128, 0), by=1)


def test_decode_shows_white_through_alpha():
    clear = Image.new("RGBA", (20, 10), (0, 0, 0, 0))
    assert pixels.decode(files.encoded(clear, "PNG")).image.getpixel((5, 5)) == WHITE


def test_decode_shows_white_through_a_transparent_palette():
    palette = Image.new("P", (20, 10), 0)
    palette.putpalette([10, 20, 30] * 256)
    data = files.encoded(palette, "PNG", transparency=0)
    assert pixels.decode(data).image.getpixel((5, 5)) == WHITE


def test_decode_converts_by_the_profile():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    xyz = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ"))
    for wrong in (lab.tobytes(), xyz.tobytes(), b"not a profile"):
        assert near(pixels.decode(files.jpeg(icc_profile=wrong)).image.getpixel((3, 3)), RED, by=30)


def test_decode_reads_lab_colours_by_their_profile():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    image = ImageCms.profileToProfile(files.picture(), srgb, lab, outputMode="LAB")
    decoded = pixels.decode(files.encoded(image, "TIFF", icc_profile=lab.tobytes()))
    assert near(decoded.image.getpixel((3, 3)), RED)


def test_decode_takes_the_first_frame_of_an_animation():
    frames = [Image.new("RGB", (20, 10), colour) for colour in ("red", "blue")]
    for format in ("GIF", "WEBP", "PNG"):
        data = files.encoded(frames[0], format, save_all=True, append_images=frames[1:])
        assert near(pixels.decode(data).image.getpixel((5, 5)), RED)


def test_decode_leaves_nothing_of_the_file_but_pixels():
    assert pixels.decode(files.telling("JPEG")).image.info == {}


def test_decode_shrinks_to_what_renditions_need():
    decoded = pixels.decode(files.encoded(Image.new("L", (4400, 6600)), "PNG"))
    assert (decoded.width, decoded.height) == (4400, 6600)
    assert decoded.image.size == (2200, 3300)


def test_decode_goes_by_content_not_by_what_follows_it():
    polyglot = files.jpeg() + b"<html><script>alert(1)</script></html>"
    decoded = pixels.decode(polyglot)
    assert b"<script>" not in pixels.encode(decoded.image, "jpeg")
    assert decoded.extension == ".jpg"


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b"Just some words.", "not a picture"),
        (b"\xff\xd8\xff\xe0", "damaged"),
        (b"PK\x03\x04" + b"\0" * 50, "not a picture"),
        (files.SVG, "SVG"),
        (b"\xef\xbb\xbf \n" + files.SVG, "SVG"),
        (files.EPS, "EPS"),
        (b"\xc5\xd0\xd3\xc6" + b"\0" * 50, "EPS"),
        (b"%PDF-1.7\n", "PDF"),
        (files.HEIC, "damaged"),
        (files.encoded(files.picture(), "BMP"), "not a picture"),
        (files.png_declaring(40000, 40000), "100 million pixels"),
        (files.png_declaring(12000, 12000), "100 million pixels"),
        (files.png_declaring(9000, 11000), "damaged"),
        (files.png_declaring(0, 10), "strip|damaged"),
        (files.encoded(Image.new("L", (1000, 100)), "PNG"), "strip"),
        (files.with_segments(files.jpeg(), *[(0xE5, b"\xff\xda" * 60)] * 2), "hours"),
        (files.with_segments(files.jpeg(8000, 5000), (0xE5, b"\xff\xda" * 50)), "hours"),
        (b"\0" * (pixels.MAX_BYTES + 1), "50 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_decode_refuses_with_a_sentence(data, word):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        with pytest.raises(RefusedPicture, match=word) as refusal:
            pixels.decode(data)
    assert str(refusal.value).endswith(".")


def test_decode_of_heic_without_the_extra_says_what_to_do(monkeypatch):
    monkeypatch.setattr(pixels, "FORMATS", [name for name in pixels.FORMATS if name != "HEIF"])
    with pytest.raises(RefusedPicture, match="Save it as JPEG, or have the “heic” extra installed"):
        pixels.decode(files.encoded(files.picture(), "HEIF"))


@pytest.mark.parametrize("format", ["WEBP", "AVIF", "HEIF"])
def test_decode_takes_fewer_pixels_where_decoding_takes_more_memory(format, monkeypatch):
    data = files.encoded(Image.new("RGB", (1001, 1000)), format)
    assert pixels.decode(data).width == 1001
    monkeypatch.setitem(pixels.HEAVY, format, 1_000_000)
    with pytest.raises(RefusedPicture, match="1 million pixels"):
        pixels.decode(data)


@pytest.mark.parametrize("format", files.ENCODABLE)
def test_decode_of_a_truncated_file_is_a_picture_or_a_refusal(format):
    data = files.encoded(Image.effect_noise((200, 120), 60).convert("RGB"), format)
    for length in range(1, len(data), max(1, len(data) // 40)):
        try:
            assert pixels.decode(data[:length]).image.mode == "RGB"
        except RefusedPicture as refusal:
            assert str(refusal).endswith(".")
    with pytest.raises(RefusedPicture):
        pixels.decode(data[: len(data) // 2])


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(files.ENCODABLE), st.data())
def test_decode_of_a_damaged_file_is_a_picture_or_a_refusal(format, data):
    file = bytearray(files.encoded(files.picture(), format))
    for _ in range(data.draw(st.integers(1, 6))):
        file[data.draw(st.integers(0, len(file) - 1))] = data.draw(st.integers(0, 255))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            assert pixels.decode(bytes(file)).image.mode == "RGB"
        except RefusedPicture as refusal:
            assert str(refusal).endswith(".")


@given(sizes, st.sampled_from(list(focal_crop.SHAPES)), fraction, fraction)
def test_crop_box_lies_inside_has_the_shape_and_holds_the_focus(size, shape, x, y):
    left, top, right, bottom = focal_crop.crop_box(size, shape, (x, y))
    assert 0 <= left < right <= size[0] and 0 <= top < bottom <= size[1]
    ratio = focal_crop.SHAPES[shape] or size[0] / size[1]
    assert (right - left) / (bottom - top) == pytest.approx(ratio)
    assert right - left == pytest.approx(size[0]) or bottom - top == pytest.approx(size[1])
    assert left - 1e-6 <= x * size[0] <= right + 1e-6 and top - 1e-6 <= y * size[1] <= bottom + 1e-6


def test_crop_box_centres_on_the_focus_as_far_as_edges_allow():
    assert focal_crop.crop_box((1000, 500), "4x5", (0.5, 0.5)) == (300, 0, 700, 500)
    assert focal_crop.crop_box((1000, 500), "4x5", (0.3, 0.9)) == (100, 0, 500, 500)
    assert focal_crop.crop_box((1000, 500), "4x5", (1, 0)) == (600, 0, 1000, 500)


@given(sizes, st.sampled_from(list(focal_crop.SHAPES)))
def test_natural_width_never_enlarges(size, shape):
    left, _, right, _ = focal_crop.crop_box(size, shape)
    assert 1 <= focal_crop.natural_width(size, shape) <= max(1, right - left)


@pytest.mark.parametrize("format", ["avif", "webp", "jpeg"])
def test_cut_and_encode_give_the_part_asked_for(format):
    image = pixels.cut(files.picture(200, 100), (0, 0, 100, 50), (50, 25))
    image.info["comment"] = files.CANARY.encode()
    data = pixels.encode(image, format)
    made = files.opened(data)
    assert (made.format, made.size) == (format.upper(), (50, 25))
    assert near(made.convert("RGB").getpixel((25, 12)), RED)
    assert files.CANARY.encode() not in data


def test_encode_makes_progressive_jpeg():
    data = pixels.encode(files.picture(), "jpeg")
    assert Image.open(io.BytesIO(data)).info["progressive"]


@pytest.mark.parametrize("format", ["avif", "webp", "jpeg"])
@pytest.mark.parametrize("size", [(1, 1), (1, 9), (9, 1)])
def test_encode_takes_the_smallest_pictures(format, size):
    data = pixels.encode(Image.new("RGB", size), format)
    assert files.opened(data).size == size


def test_tone_is_the_mean_colour():
    assert pixels.tone(Image.new("RGB", (9, 9), (1, 2, 255))) == "#0102ff"


def test_light_avif_is_coarser_only_as_far_as_its_weight_asks():
    heavy, easy = Image.effect_noise((640, 480), 60).convert("RGB"), files.picture(640, 480)
    plain, light = pixels.encode(heavy, "avif"), pixels.encode(heavy, "avif", light=True)
    assert pixels.LIGHT < len(light) < 0.7 * len(plain)
    assert pixels.encode(easy, "avif", light=True) == pixels.encode(easy, "avif")
    assert pixels.encode(heavy, "webp", light=True) == pixels.encode(heavy, "webp")
