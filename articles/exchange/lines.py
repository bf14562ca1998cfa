"""Our own format for everybody who writes an export by hand: JSON Lines, a story a line; see docs/moving.md."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, tzinfo
from html import escape
from pathlib import Path
from typing import Any

from lxml import html

from articles.exchange.carried_html import Unreadable, carry, picture_of
from articles.exchange.incoming import (
    Author,
    Broken,
    Incoming,
    Item,
    Note,
    Picture,
    Reading,
    Status,
    UnreadableExport,
)
from articles.exchange.lead import with_lead
from articles.text.body.vocabulary import names_in
from articles.text.characters import valid_characters

LINE_AT_MOST = 10_000_000  # bytes
FORMAT = "newsroom-lines"
KNOWN = names_in(
    "id headline dek body text status date byline desk topics language place slug addresses photos lead_photo note "
    "embargo"
)


class _Faulty(Exception):
    """A line that is no story; `str()` of it says why."""


def read_lines(paths: Iterable[Path], *, zone: tzinfo) -> Reading:
    """The stories of files in our format; `zone` is that of dates which name none. Raises UnreadableExport."""
    paths = list(paths)
    reading = Reading(_stories(paths, zone))
    for path in paths:
        for number, line in _lines_of(path):
            said = _parsed(line)
            if number == 1 and isinstance(said, dict) and "format" in said:
                if said["format"] != FORMAT or said.get("version") != 1:
                    raise UnreadableExport(f"{path.name} is of a format that is not known here: {said['format']}.")
                continue
            reading.total += 1
            if isinstance(said, dict):  # what is faulty in it is said when its turn comes
                reading.kinds[str(said.get("status") or Status.DRAFT)] += 1
                reading.categories.update(Counter(filter(None, [str(said.get("desk") or "")])))
    if not reading.total:
        raise UnreadableExport("The file holds no line with a story.")
    return reading


def _stories(paths: list[Path], zone: tzinfo) -> Iterator[Item]:
    for path in paths:
        head: Mapping[str, Any] = {}
        for number, line in _lines_of(path):
            said = _parsed(line)
            if number == 1 and isinstance(said, dict) and "format" in said:
                head = said
                continue
            try:
                yield _story(said, head, line, zone)
            except (_Faulty, Unreadable) as error:
                yield Broken(f"{path.name}:{number}", f"Line {number} of {path.name}: {error}")


def _lines_of(path: Path) -> Iterator[tuple[int, bytes]]:
    """(number from 1, line) of the lines that say something. Raises UnreadableExport."""
    with path.open("rb") as file:
        number = 0
        while line := file.readline(LINE_AT_MOST + 1):
            number += 1
            if len(line) > LINE_AT_MOST:
                raise UnreadableExport(f"Line {number} of {path.name} is longer than any story.")
            if line.strip(b"\xef\xbb\xbf \t\r\n"):
                yield number, line.strip(b"\xef\xbb\xbf \t\r\n")


def _parsed(line: bytes) -> Any:
    """What a line says, or None where it is no JSON."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _story(said: Any, head: Mapping[str, Any], line: bytes, zone: tzinfo) -> Incoming:
    """The story of a line. Raises _Faulty and Unreadable."""
    if not isinstance(said, dict):
        raise _Faulty("it is no JSON object.")
    if not (number := _text(said, "id")):
        raise _Faulty("it has no “id”, by which the story is known when it comes again.")
    words = _text(said, "status") or Status.DRAFT
    if words not in list(Status):
        raise _Faulty(f"“{words}” is no status; it may be {', '.join(Status)}.")
    site = _text(head, "site")
    photos = {photo.address: photo for photo in map(_photo, _list(said, "photos")) if photo.address}

    def find(image: html.HtmlElement) -> Picture | None:
        shown = picture_of(image)
        return shown and photos.get(shown.address, picture_of(image, site))

    carried = carry(_html(said), site=site, find_picture=find)
    more = [Note("field", f"“{name}” was not carried.") for name in said.keys() - KNOWN]
    more += [Note("note", note) for note in [_text(said, "note")] if note]
    story = Incoming(
        system=f"lines:{_text(head, 'system') or 'other'}"[:40],
        source_id=number,
        source=line,
        headline=_text(said, "headline"),
        dek=_text(said, "dek"),
        body=carried.html,
        status=Status(words),
        published_at=_moment(said, "date", zone),
        slug=_text(said, "slug"),
        language=_text(said, "language"),
        place=_text(said, "place"),
        authors=tuple(Author(name, name) for name in _names(said, "byline")),
        categories=tuple(filter(None, [_text(said, "desk")])),
        topics=tuple(_names(said, "topics")),
        pictures=carried.pictures,
        addresses=tuple(_names(said, "addresses")),
        site=site,
        notes=(*sorted(more), *carried.notes),
        embargo_until=_moment(said, "embargo", zone),
    )
    return with_lead(story, _photo(said["lead_photo"])) if said.get("lead_photo") else story


def _html(said: Mapping[str, Any]) -> str:
    """The body as HTML; plain text has a blank line between paragraphs."""
    if body := _text(said, "body"):
        return body
    parts = _text(said, "text").replace("\r\n", "\n").split("\n\n")
    return "".join(f"<p>{escape(part, quote=False)}</p>" for part in parts if part.strip())


def _photo(said: Any) -> Picture:
    if isinstance(said, str):
        said = {"file": said}
    if not isinstance(said, dict):
        raise _Faulty("a photo is an object with “file”, “caption”, “credit” and “alt”.")
    caption, credit, alt = (" ".join(_text(said, name).split()) for name in ("caption", "credit", "alt"))
    address = _text(said, "file") or _text(said, "url")
    return Picture(address, (), caption, credit, alt, said.get("decorative") is True)


def _text(said: Mapping[str, Any], name: str) -> str:
    """A text; numbers are written out. Raises _Faulty."""
    value = said.get(name)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise _Faulty(f"“{name}” is no text.")
    return valid_characters(str(value)).strip()


def _list(said: Mapping[str, Any], name: str) -> list[Any]:
    value = said.get(name) or []
    if not isinstance(value, list):
        raise _Faulty(f"“{name}” is no list.")
    return value


def _names(said: Mapping[str, Any], name: str) -> list[str]:
    """A list of names, or one name. Raises _Faulty."""
    if isinstance(said.get(name), str):
        return [_text(said, name)]
    names = _list(said, name)
    if not all(isinstance(each, str) for each in names):
        raise _Faulty(f"“{name}” holds something else than names.")
    return [valid_characters(each).strip() for each in names if each.strip()]


def _moment(said: Mapping[str, Any], name: str, zone: tzinfo) -> datetime | None:
    """A moment in ISO 8601. Raises _Faulty."""
    if not (words := _text(said, name)):
        return None
    try:
        at = datetime.fromisoformat(words)
    except ValueError as error:
        raise _Faulty(f"“{words}” is no date as 2026-05-21T18:40+02:00 is one.") from error
    return at if at.tzinfo else at.replace(tzinfo=zone)
