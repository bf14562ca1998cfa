"""Stories from elsewhere, as importers hand them to the verbs."""

from datetime import UTC, datetime

from articles.editorial.importing.outcome import Wishes
from articles.exchange.incoming import Author, Incoming, Picture, Status
from articles.exchange.mapping import NameMapping
from tests.builders import picture_bytes, system

LONG_AGO = datetime(2019, 5, 17, 8, 30, tzinfo=UTC)
SITE = "https://old.example/"


def incoming(**fields):
    """A story that was public on another system."""
    number = fields.setdefault("source_id", "1")
    words = {
        "system": "test",
        "source": repr(sorted(fields.items(), key=lambda pair: pair[0])).encode(),
        "headline": "The bridge is open",
        "dek": "After a year.",
        "body": "<p>The bridge was opened on Monday.</p>",
        "status": Status.PUBLISHED,
        "published_at": LONG_AGO,
        "slug": f"bridge-{number}",
        "language": "en-US",
        "authors": (Author("ada", "Ada Diaz"),),
        "categories": ("World",),
        "topics": ("Bridges",),
        "addresses": (f"{SITE}2019/05/17/bridge-{number}/", f"{SITE}?p={number}"),
        "site": SITE,
    }
    return Incoming(**words | fields)


def picture(address="https://old.example/uploads/2019/05/bridge.jpg", **words):
    """A photo in the file itself, with all that it needs to go out."""
    words = {"caption": "The bridge.", "credit": "Jo Lens", "alt": "A bridge.", "data": picture_bytes()} | words
    return Picture(address, **words)


def wishes(**fields):
    """What the system user wishes: everything published as it was."""
    return Wishes(**{"by": system(), "mapping": NameMapping(desks={"World": "World"}), "publish": True} | fields)
