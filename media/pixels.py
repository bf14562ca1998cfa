"""Pixels in and out, with Pillow: decode what was uploaded within limits, cut and encode what is served.

HEIC is read where pillow-heif is installed (the extra `heic`), and refused with a sentence where it isn't.

Refusals are `RefusedPicture` with a sentence for the person who chose the file. What a decoded picture looks like is
decided here once: upright, sRGB, without alpha, and never larger than the largest rendition needs.
"""

import io
from typing import NamedTuple

from PIL import Image, ImageCms

try:
    import pillow_heif
except ImportError:  # an extra: its wheels carry an encoder under the GPL, which is the newsroom's choice to make
    pillow_heif = None  # type: ignore[assignment]  # an extra, which may be missing
else:
    pillow_heif.register_heif_opener(thumbnails=False)

from media.focal_crop import WIDEST, box_about, needed_size
from media.refusals import RefusedPicture

MAX_BYTES = 50_000_000
MAX_PIXELS = 100_000_000
# They take 15, 11 and 7 bytes a pixel; others 5.
HEAVY: dict[str | None, int] = {"WEBP": 30_000_000, "AVIF": 45_000_000, "HEIF": 60_000_000}
BAND = 64  # rows of the result converted at a time
MAX_STRIP = 9  # a longer strip would pass WebP's 16,383 pixels at the widest rung
# A hostile progressive JPEG repeats scans to burn hours: real ones have about ten. A scan of a hundred million pixels
# takes a quarter of a second, so that the largest has twenty.
MAX_SCANS, MAX_SCANNED = 100, 20 * MAX_PIXELS
FORMATS = ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF", *(["HEIF"] if pillow_heif else [])]
FORMATS_IN_WORDS = "JPEG, PNG, WebP, AVIF, TIFF, GIF or HEIC" if pillow_heif else "JPEG, PNG, WebP, AVIF, TIFF or GIF"
HEIC_BRANDS = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypmsf1", b"ftyphevc")
EXTENSIONS = {
    "JPEG": ".jpg",
    "MPO": ".jpg",
    "PNG": ".png",
    "WEBP": ".webp",
    "AVIF": ".avif",
    "TIFF": ".tif",
    "GIF": ".gif",
    "HEIF": ".heic",
}

Image.MAX_IMAGE_PIXELS = MAX_PIXELS

_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
_ORIENTATION_TAG = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class Decoded(NamedTuple):
    """A picture ready to be cut: `image` upright in sRGB, perhaps shrunk; `width` and `height` as uploaded, upright."""

    image: Image.Image
    width: int
    height: int
    extension: str


def decode(data):
    """The `Decoded` picture in `data` (bytes), of an animation the first frame. Raises RefusedPicture.

    What follows the picture inside the file (a hidden page, an archive) is not looked at: it can't reach anyone, since
    only fresh encodings are served.
    """
    image = open_within_limits(data)
    orientation = _orientation(image)
    width, height = image.size[::-1] if orientation >= 5 else image.size
    try:
        image.draft(None, needed_size(image.size))
        image.load()
        extension = EXTENSIONS[image.format]
        image = _flat_srgb(image)
    except Exception as error:  # decoders meet damage with nearly any exception, and each of them means the same
        raise RefusedPicture(
            "This picture is damaged or incomplete. Open it in a picture editor and save it again, or ask for a copy."
        ) from error
    if orientation in _TURNS:
        image = image.transpose(_TURNS[orientation])
    image.info = {}  # Pillow would write a comment or profile found here into what it saves
    return Decoded(image, width, height, extension)


def refuse_above_limit(size):
    """Raise RefusedPicture for a file of more than MAX_BYTES. An upload is asked its size before it is read."""
    if size > MAX_BYTES:
        raise RefusedPicture(
            f"A picture may have at most {MAX_BYTES / 1e6:.0f} MB; this file has {size / 1e6:.0f} MB. "
            "Save it as JPEG or make it smaller."
        )


def open_within_limits(data):
    """Pillow's unread image for `data` after every check that needs no decoding. Raises RefusedPicture."""
    if not data:
        raise RefusedPicture("The file is empty. Choose the picture again.")
    refuse_above_limit(len(data))
    try:
        image = Image.open(io.BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise RefusedPicture(_too_many_pixels(MAX_PIXELS)) from error
    except Exception as error:  # broken headers raise nearly anything
        raise RefusedPicture(_what_it_is_instead(data)) from error
    width, height = image.size
    if width * height > (most := HEAVY.get(image.format, MAX_PIXELS)):
        raise RefusedPicture(_too_many_pixels(most))
    if max(width, height) > MAX_STRIP * min(width, height):
        raise RefusedPicture(
            f"This picture is a strip more than {MAX_STRIP} times as long as it is wide. Crop it first."
        )
    if image.format in ("JPEG", "MPO") and data.count(b"\xff\xda") > min(MAX_SCANS, MAX_SCANNED // (width * height)):
        raise RefusedPicture("This JPEG is built to take hours to read. Open it in a picture editor and save it again.")
    return image


def cut(image, box, size):
    """`box` (left, top, right, bottom) of `image`, scaled to `size` (width, height)."""
    return image.resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=3.0)


def icon(image, focus, side):
    """The largest square of `image` about `focus` as the bytes of a PNG file of `side` by `side` pixels."""
    return _saved(cut(image, box_about(image.size, 1.0, focus), (side, side)), "png", {"optimize": True})


def encode(image, format, *, light=False, exif=b"", xmp=b""):
    """`image` as the bytes of an "avif", "webp" or "jpeg" file.

    A `light` AVIF is encoded more coarsely while it is heavier than LIGHT bytes, as far as COARSER goes. Only `exif`
    and `xmp` (bytes, may be empty) are written beside the pixels.
    """
    bare = image.copy()
    bare.info = {}  # Pillow would write a comment or profile found here
    blocks = {name: value for name, value in (("exif", exif), ("xmp", xmp)) if value}
    data = _saved(bare, format, ENCODERS[format] | blocks)
    for quality in COARSER if light and format == "avif" else ():
        if len(data) > LIGHT:
            data = _saved(bare, format, ENCODERS[format] | blocks | {"quality": quality})
    return data


def _saved(image, format, options):
    out = io.BytesIO()
    image.save(out, format.upper(), **options)
    return out.getvalue()


def tone(image):
    """The mean colour of `image` as "#rrggbb", shown while the picture loads."""
    red, green, blue = image.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    return f"#{red:02x}{green:02x}{blue:02x}"


LIGHT, COARSER = 22_000, (42, 36)  # five such pictures and their words keep a story on a phone below 120 kB
ENCODERS = {
    "avif": {"quality": 50, "speed": 9},
    "webp": {"quality": 76, "method": 4},
    "jpeg": {"quality": 78, "progressive": True, "optimize": True},
}


def _too_many_pixels(most):
    return f"This picture has more than {most // 1_000_000} million pixels, the most we take. Make it smaller."


def _what_it_is_instead(data):
    """The sentence that tells what `data` is, when no decoder of ours knows it."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"%!ps") or data.startswith(b"\xc5\xd0\xd3\xc6"):
        return "This is an EPS (PostScript) file, not a photograph. Save it as JPEG or PNG."
    if b"<svg" in head or b"<!doctype svg" in head:
        return "This is an SVG drawing, which can hold programs. Save it as PNG."
    if head.startswith(b"%pdf"):
        return "This is a PDF. Save the picture in it as JPEG or PNG."
    if data[4:12] in HEIC_BRANDS and "HEIF" not in FORMATS:
        return "This is a HEIC picture, which can't be read here. Save it as JPEG, or have the “heic” extra installed."
    if data.startswith((b"\xff\xd8\xff", b"\x89PNG", b"RIFF", b"GIF8", b"II*\0", b"MM\0*")) or data[4:8] == b"ftyp":
        return "This picture is damaged: its beginning can't be read. Ask for another copy."
    return f"This is not a picture we can read. Use {FORMATS_IN_WORDS}."


def _orientation(image):
    """The EXIF orientation, 1 to 8; 1 when there is none or it is nonsense."""
    try:
        orientation = image.getexif().get(_ORIENTATION_TAG, 1)
    except Exception:  # damaged EXIF says nothing about the pixels
        return 1
    return orientation if orientation in _TURNS else 1


def _flat_srgb(image):
    """`image` as 8-bit sRGB without alpha (white shows through), reduced as far as renditions allow.

    It goes band by band: a hundred million pixels converted at once would take gigabytes.
    """
    profile = image.info.get("icc_profile")
    brightest = _brightest(image)
    factor = max(1, min(image.size) // WIDEST)
    flat = Image.new("RGB", (-(-image.width // factor), -(-image.height // factor)))
    for top in range(0, image.height, BAND * factor):
        band = image.crop((0, top, image.width, min(top + BAND * factor, image.height)))
        flat.paste(_on_white(_eight_bits(band, brightest), profile).reduce(factor), (0, top // factor))
    return flat


def _brightest(image):
    """The value that is white in a picture with more than 8 bits a channel; in others None."""
    if image.mode.startswith("I;16"):
        return 65535
    return max(image.getextrema()[1], 1) if image.mode in ("I", "F") else None


def _eight_bits(image, brightest):
    """`image` with 8 bits a channel, without a palette: L, LA, RGB, RGBA or what the file had (CMYK, LAB)."""
    if brightest:
        return image.convert("F").point(lambda value: value * (255 / brightest) + 0).convert("L")
    if image.mode in ("P", "PA") or "transparency" in image.info:
        return image.convert("RGBA" if image.has_transparency_data else "RGB")
    return image.convert({"1": "L", "La": "LA", "RGBa": "RGBA", "RGBX": "RGB"}.get(image.mode, image.mode))


def _on_white(image, profile):
    """`image` in sRGB, on white where it lets something through."""
    if image.mode not in ("RGBA", "LA"):
        return _to_srgb(image, profile)
    colours, alpha = image.convert(image.mode[:-1]), image.getchannel("A")
    return Image.composite(_to_srgb(colours, profile), Image.new("RGB", image.size, "white"), alpha)


def _to_srgb(image, profile):
    """`image` in sRGB by its ICC `profile` (bytes or None); a profile that can't be used is left aside."""
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            if image.mode == "RGB" and "sRGB" in ImageCms.getProfileDescription(source):
                return image
            return ImageCms.profileToProfile(image, source, _SRGB, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a damaged profile, or one for other colours than the file's: the plain conversion is the best guess
    return image.convert("RGB")
