"""Links that nobody made: a sentence without a space behind its full stop, which some program took for an address."""

import re
from collections.abc import Iterator

from articles.text.body.body import Body
from articles.text.body.nodes import Item

# "there.It", "3.am", "notes.md": what a full stop between two words, a time or the name of a file looks like.
_FILES = "md|zip|py|sh|mov|app|txt|pdf|docx?|rs|so|am|pm"
_NO_ADDRESS = re.compile(rf"[^\W_]+\.[^\W\d_]*[^\W\d_a-z][^\W\d_]*|\d+\.[^\W\d_]+|[\w-]+\.(?:{_FILES})")
_SCHEME = re.compile(r"https?://|/+$", re.IGNORECASE)


def find_unmade_links(body: Body) -> Iterator[tuple[int, str]]:
    """(number of its block, words) of each link whose address is its own words, which were never meant for one."""
    items = (item for node in body.nodes if node.tag != "figure" for item in node.items)
    for number, item in enumerate(items):
        for words, address in _links(item):
            if _NO_ADDRESS.fullmatch(words) and _SCHEME.sub("", address).casefold() == words.casefold():
                yield number, words


def _links(item: Item) -> Iterator[tuple[str, str]]:
    """(words, address) of the links of an item."""
    for line in item:
        words, address = "", ""
        for run in (*line, None):
            now = "" if run is None else next((value for tag, value in run.marks if tag == "a"), "")
            if now != address:
                if address:
                    yield words.strip(), address
                words, address = "", now
            words += run.text if run is not None else ""
