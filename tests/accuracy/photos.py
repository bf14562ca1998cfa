"""Scores what is read of the words inside picture files: captions, credits, and what is neither."""

import json
import struct

from PIL import Image

from media.metadata import read
from tests.accuracy.scores import CORPUS, compared, none_of, summed
from tests.media import files

_IIM = {"caption": "n120", "credit": "n110", "creator": "n80"}
_EXIF = {"caption": 0x010E, "creator": 0x013B}
_EXIF_UTF16 = {"xp_title": 0x9C9B}
_UTF8 = struct.pack(">BBBH", 0x1C, 1, 90, 3) + b"\x1b%G"  # IIM 1:90, which says what the rest is written in


def score(corpus=CORPUS):
    """The Scores of `photos` in a corpus folder, by kind and language."""
    return summed(score for labels in photos(corpus) for score in _scores(labels))


def photos(corpus=CORPUS):
    """The labelled photos of a corpus folder."""
    labelled = corpus / "photos" / "photos.json"
    return json.loads(labelled.read_text("utf-8")) if labelled.exists() else []


def _scores(labels):
    name, language = labels["name"], labels["language"]
    found = read(files.opened(jpeg(labels)))
    given = {"caption": found.caption, "credit": found.credit or found.creator}
    for field, kind in (("caption", "captions"), ("credit", "credits")):
        wanted, words = ([text] if text else [] for text in (labels[field], given[field]))
        yield compared(kind, language, wanted=wanted, given=words, where=name)
    shown = [f"{name}: {text}" for field, text in given.items() if text and text != labels[field]]
    yield none_of("gibberish shown", language, tried=len(given), faults=shown)


def jpeg(labels):
    """A small JPEG that holds the words of a labelled photo as their program wrote them."""
    block = Image.Exif()
    exif = labels.get("exif", {})
    for field, tag in _EXIF.items():
        if field in exif:
            text, encoding = exif[field]
            block[tag] = text.encode(encoding)
    for field, tag in _EXIF_UTF16.items():
        if field in exif:
            block[tag] = (exif[field] + "\0").encode("utf-16-le")
    data = files.jpeg(exif=block.tobytes(), **({"xmp": _xmp(labels["xmp"])} if "xmp" in labels else {}))
    return files.with_segments(data, (0xED, _iim(labels))) if "iim" in labels else data


def _xmp(words):
    credit = f"<photoshop:Credit>{words['credit']}</photoshop:Credit>" if "credit" in words else ""
    return files.xmp(files.alternatives("dc:description", x_default=words["caption"]) + credit)


def _iim(labels):
    fields = {_IIM[field]: text.encode(encoding) for field, (text, encoding) in labels["iim"].items()}
    return files.iim(**fields, before=_UTF8 if labels.get("iim_says_utf8") else b"")
