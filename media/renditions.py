"""Renditions: what may be asked for, at which address, and making each one once.

An address is `/photos/<signature>/<photo>-<version>-<shape>-<width>.<ending>`. The signature makes it unguessable, so
a photo nobody has published has no address anyone could find; the version changes with everything that changes the
bytes, so an address can be kept for ever. Shapes, widths and formats form a fixed ladder.
"""

import base64
import fcntl
import functools
import hashlib
import os
import re
from contextlib import contextmanager
from typing import Any, NamedTuple

from django.conf import settings
from django.core.files import File
from django.core.files.storage import storages
from django.urls import get_script_prefix, reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from media import exif_xmp_writer, focal_crop, pixels

WIDTHS = (320, 480, 640, 800, 1200, focal_crop.WIDEST)
ON_PHONES = 640  # the widest that a phone is given
ENDINGS = {"avif": "avif", "webp": "webp", "jpeg": "jpg"}
CONTENT_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg"}

RECIPE = 3  # raise it when a photo is to be encoded differently: every address changes
LANES = 4  # at most so many pictures are decoded at once on one machine, whatever the crowd
_FORMATS = {ending: name for name, ending in ENDINGS.items()}
_TOKEN = re.compile(
    r"(?P<photo>[1-9]\d{0,17})-(?P<version>[0-9a-f]{12})-(?P<shape>\w+)-(?P<width>\d{1,4})\.(?P<ending>\w+)"
)


class RenditionKey(NamedTuple):
    """What a genuine address asks for."""

    photo_id: int
    version: str
    shape: str
    width: int
    format: str


def shape_for(photo, shape):
    """`shape`, or "original" where a portrait would be cut to a landscape. Raises KeyError for no shape."""
    ratio = focal_crop.SHAPES[shape]
    return "original" if ratio and ratio > 1 and photo.is_portrait else shape


def widths(photo, shape):
    """The widths on offer for `shape`, ascending: the ladder up to the picture's own width, never enlarged.

    A picture narrower than the ladder's top also offers its own width where that is clearly sharper.
    """
    natural = focal_crop.natural_width((photo.width, photo.height), shape)
    rungs = [width for width in WIDTHS if width <= natural]
    if natural < WIDTHS[-1] and (not rungs or natural >= 1.2 * rungs[-1]):
        rungs.append(natural)
    return rungs


def nearest_width(photo, shape, width):
    """The widest width on offer that is not above `width`, or the narrowest."""
    offered = widths(photo, shape)
    return max((rung for rung in offered if rung <= width), default=offered[0])


def height(photo, shape, width):
    """The height in pixels of the rendition of `shape` that is `width` wide."""
    return focal_crop.scaled_height((photo.width, photo.height), shape, width)


def version(photo):
    """12 hexadecimal digits that change with everything a rendition of `photo` is made from.

    The licence's end counts too: how long an address may be kept depends on it, and what has been promised for longer
    can't be called back.
    """
    made_from = (RECIPE, photo.content_hash, photo.focus_x, photo.focus_y, photo.licence_ends_at, _words(photo))
    return hashlib.sha256(repr(made_from).encode()).hexdigest()[:12]


def _words(photo):
    """The only words that are written into a rendition, by name."""
    names = ("credit", "creator", "copyright", "alt", "web_statement", "licensor", "licensor_url")
    return {name: getattr(photo, name) for name in names}


def url(photo, shape, width, format):
    """The address of the rendition of `photo` in `shape`, at most `width` wide, as "avif", "webp" or "jpeg".

    A portrait asked for in a landscape shape, and a width that isn't on offer, fall to what there is.
    """
    shape = shape_for(photo, shape)
    return _address(photo.pk, version(photo), shape, nearest_width(photo, shape, width), format)


def urls(photo, shape, format):
    """Every width on offer with its address, narrowest first: [(width, url)]. `shape` is taken as it is."""
    now = version(photo)
    return [(width, _address(photo.pk, now, shape, width, format)) for width in widths(photo, shape)]


def parse_address(signature, token):
    """What a signed address asks for, as `RenditionKey`, or None when the address is not one of ours."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    if not any(constant_time_compare(signature, _signature(token, key)) for key in keys):
        return None
    match = _TOKEN.fullmatch(token)
    if not match or match["shape"] not in focal_crop.SHAPES or match["ending"] not in _FORMATS:
        return None
    return RenditionKey(
        int(match["photo"]), match["version"], match["shape"], int(match["width"]), _FORMATS[match["ending"]]
    )


def content(photo, shape, width, format):
    """The bytes of a rendition of `photo`, made now if nobody has asked before.

    `width` must be one of `widths(photo, shape)`. However many ask at once, in however many threads and processes of
    a machine, it is encoded once. Raises FileNotFoundError when the original is missing.
    """
    storage = storages["renditions"]
    name = f"{photo.pk}/{version(photo)}/{shape}-{width}.{ENDINGS[format]}"
    data = _stored(storage, name)
    if data is None:
        with _lane(photo.pk) as scratch:
            data = _stored(storage, name)  # somebody may have made it while we waited
            if data is None:
                data = _encode(photo, shape, width, format)
                _save(storage, name, data, scratch)
    return data


def forget(photo_id):
    """Throw away every rendition made of a photo; those still wanted are made again when asked for."""
    storage = storages["renditions"]
    for directory in _listed(storage, str(photo_id))[0]:
        for name in _listed(storage, f"{photo_id}/{directory}")[1]:
            storage.delete(f"{photo_id}/{directory}/{name}")


def _address(photo_id, version, shape, width, format):
    token = f"{photo_id}-{version}-{shape}-{width}.{ENDINGS[format]}"
    return f"{_root(get_script_prefix())}{_signature(token, settings.SECRET_KEY)}/{token}"


@functools.cache
def _root(script_prefix):
    """The path above all renditions. A page has hundreds of addresses, and `reverse` is slow."""
    return reverse("media:rendition", args=["-", "-"]).removesuffix("-/-")


def _signature(token, key):
    """128 bits of HMAC-SHA-256 over `token`, as 22 URL-safe characters."""
    digest = salted_hmac("media.renditions", token, secret=key, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest[:16]).rstrip(b"=").decode()


def _encode(photo, shape, width, format):
    size, focus = (width, height(photo, shape, width)), (photo.focus_x, photo.focus_y)
    return pixels.encode(
        _cut(photo.original.storage, photo.original.name, shape, focus, size),
        format,
        light=width <= ON_PHONES,
        exif=exif_xmp_writer.exif_for(creator=photo.creator or photo.credit, copyright=photo.copyright),
        xmp=exif_xmp_writer.xmp_for(**_words(photo)),
    )


@functools.lru_cache(maxsize=6)
def _cut(storage, name, shape, focus, size):
    """A cut of an original, ready for each of the formats."""
    image = _working_copy(storage, name)
    return pixels.cut(image, focal_crop.crop_box(image.size, shape, focus), size)


@functools.lru_cache(maxsize=2)
def _working_copy(storage, name):
    """The decoded original. A page asks for several renditions of a photo in a row: they share one decoding."""
    with storage.open(name) as file:
        return pixels.decode(file.read()).image


@contextmanager
def _lane(photo_id):
    """Hold the lane of a photo on this machine and yield a scratch path that nobody else uses meanwhile.

    flock counts per opened file, so it keeps threads apart as well as processes, and a killed process frees it.
    """
    folder = settings.NEWSROOM_DATA / "scratch"
    folder.mkdir(parents=True, exist_ok=True)
    lane = folder / f"rendition-{photo_id % LANES}"
    with lane.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield lane.with_suffix(".part")


def _stored(storage, name):
    """The bytes kept under `name`, or None when there are none."""
    try:
        with storage.open(name) as file:
            return file.read()
    except FileNotFoundError:
        return None


def _save(storage, name, data, scratch):
    """Put `data` into `storage` whole or not at all, also when we are killed while writing.

    Django moves a file that says where it lies into place by renaming; other storages upload it in one piece.
    """
    with scratch.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    with scratch.open("rb") as file:
        part: Any = File(file)
        part.temporary_file_path = lambda: str(scratch)
        storage.save(name, part)


def _listed(storage, path):
    try:
        return storage.listdir(path)
    except FileNotFoundError:
        return [], []
