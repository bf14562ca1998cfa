"""Renditions: what may be asked for, at which address, and making each one once.

An address is `/photos/<signature>/<photo>-<version>-<shape>-<width>.<ending>`. The signature makes it unguessable, so
a photo nobody has published has no address anyone could find; the version changes with everything that changes the
bytes, so an address can be kept for ever. Shapes, widths and formats form a fixed ladder.
"""

import base64
import errno
import fcntl
import functools
import hashlib
import hmac
import logging
import os
import re
from contextlib import contextmanager
from typing import Any, NamedTuple

from django.conf import settings
from django.core.files import File
from django.core.files.storage import storages
from django.urls import get_script_prefix, reverse
from django.utils.crypto import constant_time_compare

from media import exif_xmp_writer, focal_crop, pixels, scratch

log = logging.getLogger(__name__)

NO_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
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
    former = map(_key_of, [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS])
    if not any(constant_time_compare(signature, _signature(token, key)) for key in [signing_key(), *former]):
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
    a machine, it is encoded once; but each time where there is no space to keep it. Raises FileNotFoundError when the
    original is missing.
    """
    name = f"{photo.pk}/{version(photo)}/{shape}-{width}.{ENDINGS[format]}"
    return kept(name, photo.pk, lambda: _encode(photo, shape, width, format))


def kept(name, number, make):
    """The bytes stored under `name`, made now by `make()` if nobody has asked before; `number` chooses the lane."""
    storage = storages["renditions"]
    data = _stored(storage, name)
    if data is None:
        try:
            with _lane(number) as part:
                data = _stored(storage, name)  # somebody may have made it while we waited
                if data is None:
                    data = make()
                    _save(storage, name, data, part)
        except OSError as error:
            if error.errno not in NO_SPACE:
                raise
            log.warning("A rendition could not be kept: %s", error)
            data = data or make()
    return data


def forget(photo_id):
    """Throw away every rendition made of a photo; those still wanted are made again when asked for."""
    storage = storages["renditions"]
    for directory in _listed(storage, str(photo_id))[0]:
        for name in _listed(storage, f"{photo_id}/{directory}")[1]:
            storage.delete(f"{photo_id}/{directory}/{name}")


def _address(photo_id, version, shape, width, format):
    token = f"{photo_id}-{version}-{shape}-{width}.{ENDINGS[format]}"
    return f"{_root(get_script_prefix())}{_signature(token, signing_key())}/{token}"


def signing_key():
    """The key by which addresses are signed now, as bytes; it is good for nothing else.

    That of the newsroom which moved in here with its photos, so that their addresses stay; else made of SECRET_KEY.
    """
    return bytes.fromhex(settings.PHOTOS_KEY) if settings.PHOTOS_KEY else _key_of(settings.SECRET_KEY)


@functools.lru_cache(maxsize=8)
def _key_of(secret):
    return hashlib.sha256(b"media.renditions" + secret.encode()).digest()


@functools.cache
def _root(script_prefix):
    """The path above all renditions. A page has hundreds of addresses, and `reverse` is slow."""
    return reverse("media:rendition", args=["-", "-"]).removesuffix("-/-")


def _signature(token, key):
    """128 bits of HMAC-SHA-256 over `token`, as 22 URL-safe characters."""
    digest = hmac.digest(key, token.encode(), "sha256")
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
    """Hold the lane of a photo on this machine and yield the name of a scratch file that nobody else uses meanwhile.

    flock counts per opened file, so it keeps threads apart as well as processes, and a killed process frees it.
    """
    lane = f"rendition-{photo_id % LANES}"
    with scratch.opened(f"{lane}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield f"{lane}.part"


def _stored(storage, name):
    """The bytes kept under `name`, or None when there are none."""
    try:
        with storage.open(name) as file:
            return file.read()
    except FileNotFoundError:
        return None


def _save(storage, name, data, part_name):
    """Put `data` into `storage` whole or not at all, also when we are killed while writing.

    Django moves a file that says where it lies into place by renaming; other storages upload it in one piece.
    """
    with scratch.opened(part_name, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    path = scratch.path(part_name)
    with path.open("rb") as file:
        part: Any = File(file)
        part.temporary_file_path = lambda: str(path)
        storage.save(name, part)


def _listed(storage, path):
    try:
        return storage.listdir(path)
    except FileNotFoundError:
        return [], []
