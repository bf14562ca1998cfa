"""Substack's export: posts.csv and a folder of HTML, joined by the post's number."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import UTC
from pathlib import Path, PurePosixPath

from lxml import html
from lxml.html import HtmlElement

from articles.exchange.archives import files_in
from articles.exchange.carried_html import Unreadable, carry, words_of
from articles.exchange.incoming import Broken, Incoming, Item, Note, Reading, Status, UnreadableExport
from articles.exchange.wires.facts import moment_of

SYSTEM = "substack"
csv.field_size_limit(10_000_000)
_LEFT_OUT = {
    "subscription-widget-wrap": "A form to subscribe",
    "subscription-widget": "A form to subscribe",
    "button-wrapper": "A button",
    "captioned-button-wrap": "A button",
    "poll-embed": "A poll",
    "community-chat": "A link to a chat",
    "paywall-jump": "The line from which on only subscribers read",
    "image-link-expand": "",
}
_LINKED = ("embedded-post-wrap", "digest-post-embed", "tweet", "file-embed-wrapper", "embedded-publication-wrap")


def read_substack(paths: Iterable[Path]) -> Reading:
    """The stories of Substack's export: the folder or zip, whole. Raises UnreadableExport."""
    paths = list(paths)
    bodies: dict[str, str] = {}
    tables: list[bytes] = []
    for name, data in files_in(paths, (".csv", ".html")):
        if PurePosixPath(name).name == "posts.csv":
            tables.append(data)
        elif name.endswith(".html"):
            bodies[PurePosixPath(name).stem] = data.decode("utf-8", "replace")
    if not tables:
        raise UnreadableExport("There is no posts.csv in it, which an export of Substack has.")
    rows = [row for table in tables for row in _rows(table)]
    reading = Reading(_stories(rows, bodies), total=len(rows))
    reading.kinds.update(row.get("type") or "newsletter" for row in rows)
    return reading


def _rows(table: bytes) -> Iterator[dict[str, str]]:
    """The rows with a number. Mail addresses of subscribers are in other files, which are not read."""
    try:
        reader = csv.DictReader(io.StringIO(table.decode("utf-8-sig")))
        if "post_id" not in (reader.fieldnames or ()):
            raise UnreadableExport("posts.csv has no column “post_id”.")
        yield from ({key: value or "" for key, value in row.items() if key} for row in reader if row.get("post_id"))
    except (UnicodeDecodeError, csv.Error) as error:
        raise UnreadableExport("posts.csv can't be read as a table in UTF-8.") from error


def _stories(rows: list[dict[str, str]], bodies: dict[str, str]) -> Iterator[Item]:
    for row in rows:
        number, _, slug = row["post_id"].partition(".")
        try:
            yield _story(row, number, slug, bodies.get(row["post_id"]))
        except Unreadable as error:
            yield Broken(row["post_id"], f"{row.get('title') or number}: {error}")


def _story(row: dict[str, str], number: str, slug: str, body: str | None) -> Incoming:
    carried = carry(body or "", prepare=_say_parts)
    notes = list(carried.notes)
    if body is None:
        notes.append(Note("body missing", "Its text is not in the export, as happens with the newest ones."))
    if row.get("podcast_url"):
        notes.append(Note("embed", f"Its podcast was not carried: {row['podcast_url']}"))
    notes.append(Note("byline", "The export names no author and no picture of the cover."))
    source = "\x00".join([*(f"{key}={row[key]}" for key in sorted(row)), body or ""])
    return Incoming(
        system=SYSTEM,
        source_id=number,
        source=source.encode("utf-8", "replace"),
        headline=words_of(row.get("title", "")),
        dek=words_of(row.get("subtitle", "")),
        body=carried.html,
        status=_status(row),
        published_at=moment_of(row.get("post_date", ""), UTC),
        slug=slug[:80].strip("-"),
        pictures=carried.pictures,
        addresses=(f"/p/{slug}",) if slug else (),
        notes=tuple(notes),
    )


def _status(row: dict[str, str]) -> Status:
    """What the post was; whatever is not known is not public."""
    if row.get("is_published", "").lower() != "true":
        return Status.DRAFT
    if row.get("audience", "everyone") != "everyone":
        return Status.MEMBERS
    kind = row.get("type") or "newsletter"
    return {"newsletter": Status.PUBLISHED, "podcast": Status.PUBLISHED, "page": Status.PAGE}.get(kind, Status.OTHER)


def _say_parts(page: HtmlElement) -> list[Note]:
    """Take out what is Substack's own, and make links of what it embeds."""
    notes: list[Note] = []
    for element in list(page.iter("div", "p", "a", "button")):
        names = set((element.get("class") or "").split())
        if element.getparent() is None:
            continue
        if left := next((name for name in _LEFT_OUT if name in names), ""):
            words = " ".join(element.text_content().split())
            if _LEFT_OUT[left]:
                notes.append(Note("card", f"{_LEFT_OUT[left]} was left out{f': {words}' if words else '.'}"))
            element.drop_tree()
        elif names & set(_LINKED):
            _link(element, notes)
    return notes


def _link(element: HtmlElement, notes: list[Note]) -> None:
    """An embedded post as a paragraph with its words and where it leads."""
    words = " ".join(element.text_content().split())
    address = next((each.get("href") for each in (element, *element.iter("a")) if each.get("href")), "")
    notes.append(Note("embed", f"What is embedded became a link: {address or words}"))
    element.clear(keep_tail=True)
    element.tag = "div"
    if address or words:
        made = html.Element("a", href=address) if address else html.Element("span")
        made.text = words or address
        element.append(made)
