"""Picture files built for tests: good ones, broken ones, hostile ones, and ones full of things nobody may see."""

import io
import struct
import zlib

from PIL import Image, ImageCms

CANARY = "CANARY-7f3a91"
ENCODABLE = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF", "HEIF")

_NAMESPACES = (
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/" '
    'xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" '
    'xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" '
    'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"'
)


def picture(width=48, height=32, mode="RGB"):
    """Return an image whose corners differ: red, green, blue and white quarters."""
    image = Image.new("RGB", (width, height), "white")
    half = (width // 2, height // 2)
    image.paste("red", (0, 0, *half))
    image.paste("lime", (half[0], 0, width, half[1]))
    image.paste("blue", (0, half[1], half[0], height))
    return image.convert(mode)


def encoded(image, format="JPEG", **options):
    out = io.BytesIO()
    image.save(out, format, **options)
    return out.getvalue()


def jpeg(width=48, height=32, **options):
    return encoded(picture(width, height), "JPEG", quality=92, **options)


def opened(data):
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def xmp(properties="", attributes=""):
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF {_NAMESPACES}><rdf:Description rdf:about="" {attributes}>{properties}</rdf:Description></rdf:RDF>'
        '</x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def alternatives(name, **languages):
    lines = "".join(f'<rdf:li xml:lang="{lang.replace("_", "-")}">{text}</rdf:li>' for lang, text in languages.items())
    return f"<{name}><rdf:Alt>{lines}</rdf:Alt></{name}>"


def iim(before=b"", **datasets):
    """Return the APP13 payload of a JPEG with IIM record 2; keys are n<dataset>, values bytes or lists of bytes.

    `before` is put before it, as record 1.
    """
    records = before
    for name, values in datasets.items():
        for value in values if isinstance(values, list) else [values]:
            records += struct.pack(">BBBH", 0x1C, 2, int(name[1:]), len(value)) + value
    padding = b"\0" * (len(records) % 2)
    return b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(records)) + records + padding


def with_segments(data, *segments):
    """Return the JPEG `data` with (marker, payload) segments put in after its start."""
    extra = b"".join(struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload for marker, payload in segments)
    return data[:2] + extra + data[2:]


def exif(words=CANARY, orientation=None):
    """Return an EXIF block with everything that must not be served, and `words` in its text fields."""
    block = Image.Exif()
    block[0x010E], block[0x0110], block[0x0131] = words, f"Model {words}", f"Software {words}"
    if orientation:
        block[0x0112] = orientation
    block[0x8769] = {0x927C: f"MakerNote {words}".encode(), 0xA431: f"Serial {words}", 0x9003: "2024:05:06 07:08:09"}
    block[0x8825] = {1: "N", 2: (50.0, 27.0, 0.5), 3: "E", 4: (30.0, 31.0, 24.0), 27: f"GPS {words}".encode()}
    return block.tobytes()


def secret_xmp(words=CANARY):
    return xmp(
        alternatives("dc:description", x_default=words) + f"<photoshop:Instructions>{words}</photoshop:Instructions>",
        f'exif:GPSLatitude="50,27.01N" exif:GPSLongitude="30,31.40E" photoshop:City="{words}"',
    )


def telling(format):
    """Return a file of `format` that holds the canary, and a position, in every place the format has."""
    image = picture(640, 360)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    if format == "JPEG":
        thumbnail = jpeg(16, 12, comment=CANARY.encode())
        data = jpeg(640, 360, exif=exif() + thumbnail, xmp=secret_xmp(), comment=CANARY.encode(), icc_profile=profile)
        data = with_segments(data, (0xED, iim(n120=CANARY.encode(), n90=CANARY.encode())), (0xEC, CANARY.encode()))
        return data + f"<html>{CANARY}</html>".encode()
    if format == "PNG":
        data = encoded(image, "PNG", exif=exif(), icc_profile=profile)
        chunks = png_chunk(b"tEXt", f"Comment\0{CANARY}".encode())
        chunks += png_chunk(b"zTXt", b"Hidden\0\0" + zlib.compress(CANARY.encode()))
        chunks += png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + secret_xmp())
        return data[:-12] + chunks + data[-12:] + CANARY.encode()
    if format == "TIFF":
        block = Image.Exif()
        block.load(exif())
        return encoded(image, "TIFF", exif=block, tiffinfo={270: CANARY, 700: secret_xmp(), 33723: iim(n120=b"x")})
    if format == "GIF":
        return encoded(image, "GIF", comment=CANARY.encode())
    return encoded(image, format, exif=exif(), xmp=secret_xmp(), icc_profile=profile)


def png_chunk(kind, payload):
    return struct.pack(">I", len(payload)) + kind + payload + struct.pack(">I", zlib.crc32(kind + payload))


def png_declaring(width, height):
    """Return a tiny PNG that says it has `width` by `height` pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 100)
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + png_chunk(b"IDAT", pixels) + png_chunk(b"IEND", b"")


def png_with_16_bits(colour):
    """Return a 4 by 4 PNG with 16 bits a channel, filled with `colour` (three numbers to 65535)."""
    rows = (b"\0" + struct.pack(">HHH", *colour) * 4) * 4
    header = png_chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 4, 16, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + png_chunk(b"IDAT", zlib.compress(rows)) + png_chunk(b"IEND", b"")


SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\nshowpage\n"
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 40
