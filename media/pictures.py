"""Photos as HTML: a <picture> with every format and width on offer, and nothing that moves the page when it loads."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from media import renditions

PHONE = "(max-width: 44.99rem)"
MODERN = ("avif", "webp")
# The whole width of a dense screen: beyond about 1.5 pixels of the file to one of the page nobody sees a difference,
# and readers on a bus pay for it.
WHOLE_WIDTH = "100vw"
WHOLE_DENSE_WIDTH = "(min-resolution: 2.5dppx) 48vw, (min-resolution: 1.5dppx) 76vw, 100vw"


def picture_html(photo, shape="original", sizes="100vw", *, priority=False, alt=None, phone_shape=None):
    """`photo` as a safe <picture> string: AVIF, WebP, and a JPEG <img> with its intrinsic width and height.

    `shape` is a key of `media.focal_crop.SHAPES`; a portrait is never cut to a landscape but keeps its own. `sizes` is
    the HTML attribute; a closing "100vw" asks for less on dense screens. `priority` is for the one picture that a page
    is waited for; every other is lazy. `alt` replaces the photo's own (pass "" beside a link that says the same).
    `phone_shape` is used below 45 rem.
    Runs no query. Raises KeyError for an unknown shape.
    """
    shape = renditions.shape_for(photo, shape)
    phone_shape = renditions.shape_for(photo, phone_shape or shape)
    sizes = _for_dense_screens(sizes)
    sources = [_source(photo, shape, sizes, format) for format in MODERN]
    if phone_shape != shape:
        sources = [_source(photo, phone_shape, sizes, format, PHONE) for format in (*MODERN, "jpeg")] + sources
    return format_html(
        "<picture>{}{}</picture>",
        format_html_join("", "{}", ((source,) for source in sources)),
        _img(photo, shape, sizes, priority, photo.alt if alt is None else alt),
    )


def preload_html(photo, shape="original", sizes="100vw", *, phone_shape=None):
    """The <link>s by which a page's head fetches the picture of `picture_html` first, as AVIF; safe HTML.

    The arguments are those of `picture_html`. A browser fetches one of them, or none when it knows no AVIF.
    """
    shape = renditions.shape_for(photo, shape)
    phone_shape = renditions.shape_for(photo, phone_shape or shape)
    sizes = _for_dense_screens(sizes)
    if phone_shape == shape:
        return _preload(photo, shape, sizes)
    return _preload(photo, phone_shape, sizes, PHONE) + _preload(photo, shape, sizes, f"not all and {PHONE}")


def _for_dense_screens(sizes):
    """The `sizes` attribute, where the picture takes the whole width with the screen's density in mind."""
    return sizes.removesuffix(WHOLE_WIDTH) + WHOLE_DENSE_WIDTH if sizes.endswith(WHOLE_WIDTH) else sizes


def _preload(photo, shape, sizes, media=""):
    return format_html(
        '<link rel="preload" as="image" type="image/avif"{} imagesrcset="{}" imagesizes="{}" fetchpriority="high">',
        format_html(' media="{}"', media) if media else "",
        _srcset(photo, shape, "avif"),
        sizes,
    )


def _source(photo, shape, sizes, format, media=""):
    width, height = _intrinsic(photo, shape)
    return format_html(
        '<source{} type="{}" srcset="{}" sizes="{}" width="{}" height="{}">',
        format_html(' media="{}"', media) if media else "",
        renditions.CONTENT_TYPES[format],
        _srcset(photo, shape, format),
        sizes,
        width,
        height,
    )


def _img(photo, shape, sizes, priority, alt):
    width, height = _intrinsic(photo, shape)
    return format_html(
        '<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}" {} decoding="async">',
        renditions.url(photo, shape, 800, "jpeg"),
        _srcset(photo, shape, "jpeg"),
        sizes,
        width,
        height,
        alt,
        SafeString('fetchpriority="high"' if priority else 'loading="lazy"'),
    )


def _srcset(photo, shape, format):
    return ", ".join(f"{url} {width}w" for width, url in renditions.urls(photo, shape, format))


def _intrinsic(photo, shape):
    """(width, height) of the largest rendition on offer, for the page to keep its place."""
    width = renditions.widths(photo, shape)[-1]
    return width, renditions.height(photo, shape, width)
