"""What a WordPress export knows beside its posts, gathered in a first pass: photos, people, reusable blocks."""

import posixpath
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlsplit

from lxml import etree

from articles.exchange.carried_html import words_of
from articles.exchange.incoming import Picture
from articles.exchange.xml_stream import local, text_of, words_in

_SIZE = re.compile(r"-\d{2,5}x\d{2,5}(?=\.[a-zA-Z]{3,5}$)")
_SCALED = re.compile(r"-(?:scaled|rotated|e\d{10,13})(?=\.[a-zA-Z]{3,5}$)")
_CREDIT = re.compile(r's:6:"credit";s:\d+:"(.*?)";(?:[siabd]:|N;|\})', re.DOTALL)


class Attachment(NamedTuple):
    """A file of the media library, as far as a photo needs it."""

    address: str
    title: str
    caption: str
    alt: str
    credit: str

    def picture(self) -> Picture:
        """The Picture that it is."""
        return Picture(self.address, originals_of(self.address), self.caption, self.credit, self.alt)


@dataclass
class Known:
    """What the first pass gathers. Photos are found by their number and by the address of their original."""

    site: str = ""
    language: str = ""
    attachments: dict[str, Attachment] = field(default_factory=dict)
    by_address: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    blocks: dict[str, str] = field(default_factory=dict)
    kinds: Counter[str] = field(default_factory=Counter)
    categories: Counter[str] = field(default_factory=Counter)
    names: dict[str, str] = field(default_factory=dict)
    total: int = 0

    def find(self, number: str, address: str) -> Attachment | None:
        """The attachment of that number, or else the one whose file the address is, in whatever size."""
        if found := self.attachments.get(number):
            return found
        for each in (address, *originals_of(address)):
            if number := self.by_address.get(key_of(each), ""):
                return self.attachments[number]
        return None


def originals_of(address: str) -> tuple[str, ...]:
    """Where the photo lies that this address shows smaller, the largest first: without -300x200 and -scaled."""
    bare = address.partition("?")[0]
    full = _SIZE.sub("", bare)
    return tuple(dict.fromkeys((_SCALED.sub("", full), full, bare)))


def key_of(address: str) -> str:
    """An address without what differs between copies of a site: scheme and www."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path}"


def meta_of(item: etree._Element) -> dict[str, str]:
    """The postmeta of an item, by key; of several with one key the last."""
    return {text_of(each, "meta_key"): text_of(each, "meta_value") for each in item if local(each) == "postmeta"}


def attachment_of(item: etree._Element) -> Attachment:
    """An item of type attachment. Its caption is the excerpt: the content is the description, which nobody sees."""
    meta = meta_of(item)
    credit = _CREDIT.search(meta.get("_wp_attachment_metadata", ""))
    return Attachment(
        text_of(item, "attachment_url") or text_of(item, "guid"),
        text_of(item, "title"),
        words_of(excerpt_of(item)),
        " ".join(meta.get("_wp_attachment_image_alt", "").split()),
        words_of(meta.get("_media_credit", "") or (credit[1] if credit else "")),
    )


def excerpt_of(item: etree._Element) -> str:
    """`excerpt:encoded`, which has the same local name as the content."""
    return _encoded(item, "excerpt")


def content_of(item: etree._Element) -> str:
    """`content:encoded`."""
    return _encoded(item, "content")


def _encoded(item: etree._Element, which: str) -> str:
    for child in item:
        if local(child) == "encoded" and (which in str(child.tag) or child.prefix == which):
            return words_in(child)
    return ""


def name_of_file(address: str) -> str:
    """The name of the file at an address."""
    return posixpath.basename(urlsplit(address).path)
