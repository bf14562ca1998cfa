"""Links that nobody made: a sentence without a space behind its full stop, which some program took for an address."""

import re
from collections.abc import Iterator

from articles.text.body.body import Body
from articles.text.body.nodes import Item, Node
from articles.text.body.vocabulary import CAPTION, ROWS

# "there.It", "3.am", "notes.md": what a full stop between two words, a time or the name of a file looks like.
_FILES = (
    "md|zip|py|sh|mov|app|txt|pdf|docx?|xlsx?|pptx?|odt|rtf|csv|json|xml|ya?ml|ini|exe|dmg|apk|jpe?g|png|gif|heic|webp|svg|"
    "psd|mp[34]|wav|avi|html?|css|js|tsx?|cpp|java|rb|go|rs|so|am|pm"
)
_SCRIPTS = "укр|рф|бел|срб|мкд|қаз|бг|мон|ישראל|امارات|مصر|السعودية|中国|公司|网络|香港|台灣|台湾|ไทย|ελ|გე|հայ"
_NO_ADDRESS = re.compile(
    rf"[^\W_]+\.(?!(?:{_SCRIPTS})$)[^\W\d_]*[^\W\d_a-z][^\W\d_]*|\d+\.[^\W\d_]+|[\w-]+\.(?:{_FILES})"
    r"|v?\d+\.\d+|[^\W\d_]\.[^\W\d_]|[Nn][or]\.\d+"
)
_SCHEME = re.compile(r"https?://|/+$", re.IGNORECASE)


def find_unmade_links(body: Body) -> Iterator[tuple[int, str]]:
    """(number of its block, words) of each link whose address is its own words, which were never meant for one."""
    for number, item in enumerate(item for node in body.nodes for item in _blocks(node)):
        for words, address in _links(item):
            if _NO_ADDRESS.fullmatch(words) and _SCHEME.sub("", address).casefold() == words.casefold():
                yield number, words


def _blocks(node: Node) -> Iterator[Item]:
    """What of a node is a block of the body: nothing of a photo, of a table each cell that is not blank."""
    if node.element.holds == ROWS:
        yield from ((line,) for line in node.lines if line)
    elif node.element.holds != CAPTION:
        yield from node.items


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
