"""Medium's export: a folder of HTML files, each a post as an h-entry; drafts by the name of their file."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC
from pathlib import Path, PurePosixPath

from lxml import html
from lxml.html import HtmlElement

from articles.exchange.archives import files_in
from articles.exchange.carried_html import Unreadable, carry
from articles.exchange.incoming import Author, Broken, Incoming, Item, Note, Reading, Skipped, Status, UnreadableExport
from articles.exchange.wires.facts import moment_of
from articles.text.characters import valid_characters

SYSTEM = "medium"
_ID = re.compile(r"-([0-9a-f]{8,14})$")


def read_medium(paths: Iterable[Path]) -> Reading:
    """The stories of Medium's export: the folder or zip, whole. Raises UnreadableExport."""
    paths = list(paths)
    names = [name for name, _ in _files(paths)]
    if not names:
        raise UnreadableExport("There is no post in it: an export of Medium has a folder “posts” of HTML.")
    reading = Reading(_stories(paths), total=len(names))
    reading.kinds.update("draft" if _is_draft(name) else "post" for name in names)
    return reading


def _files(paths: list[Path]) -> Iterator[tuple[str, bytes]]:
    """The posts; other folders hold claps, followers, addresses, sessions."""
    for name, data in files_in(paths, (".html",)):
        folder = PurePosixPath(name).parent.name
        if folder in ("posts", "") and b"h-entry" in data:
            yield name, data


def _is_draft(name: str) -> bool:
    return PurePosixPath(name).name.startswith("draft_")


def _stories(paths: list[Path]) -> Iterator[Item]:
    for name, data in _files(paths):
        try:
            yield _story(name, data)
        except (Unreadable, ValueError) as error:
            yield Broken(name, f"{name}: {error}")


def _story(name: str, data: bytes) -> Incoming | Skipped:
    stem = PurePosixPath(name).stem
    found = _ID.search(stem)
    page = _page(data)
    number = found[1] if found else stem
    headline, dek = _words(page, "p-name"), _words(page, "p-summary")
    body = next(iter(page.find_class("e-content")), None)
    canonical = next((each.get("href", "") for each in page.find_class("p-canonical")), "")
    if body is None or (not body.text_content().strip() and not list(body.iter("img"))):
        return Skipped("empty", number, f"“{headline or stem}” has no text.")
    _without_title(body, headline, dek)
    carried = carry(html.tostring(body, encoding="unicode", with_tail=False))
    date = next((each.get("datetime", "") for each in page.find_class("dt-published")), "")
    author = _words(page, "p-author")
    links = [each for tags in page.find_class("p-tags") for each in tags.iter("a")]
    is_reply = not _is_draft(name) and len(headline) > 60 and headline.rstrip("…") in carried.html
    notes = [Note("comment", "It may be a reply to somebody else's post.")] if is_reply else []
    return Incoming(
        system=SYSTEM,
        source_id=number,
        source=data,
        headline=headline,
        dek=dek,
        body=carried.html,
        status=Status.DRAFT if _is_draft(name) else Status.OTHER if is_reply else Status.PUBLISHED,
        published_at=None if _is_draft(name) else moment_of(date, UTC),
        authors=(Author(author, author),) if author else (),
        topics=tuple(" ".join(each.text_content().split()) for each in links),
        pictures=carried.pictures,
        addresses=(canonical,) if canonical else (),
        site=canonical.rpartition("/")[0] + "/" if canonical else "",
        notes=(*carried.notes, *notes),
    )


def _page(data: bytes) -> HtmlElement:
    parser = html.HTMLParser(huge_tree=True, no_network=True)
    page: HtmlElement = html.document_fromstring(valid_characters(data.decode("utf-8", "replace")), parser=parser)
    return page


def _words(page: HtmlElement, name: str) -> str:
    return next((" ".join(each.text_content().split()) for each in page.find_class(name)), "")


def _without_title(body: HtmlElement, headline: str, dek: str) -> None:
    """Take the title and the dek out of the body, where Medium repeats them."""
    for name, words in (("graf--title", headline), ("graf--subtitle", dek)):
        for each in body.find_class(name)[:1]:
            if " ".join(each.text_content().split()) == words:
                each.drop_tree()
