"""IPTC ninjs 1, 2 and 3 read as stories: one item or several in a file, of one uri the newest version."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, tzinfo
from html import escape
from pathlib import Path
from typing import Any

from articles.exchange.carried_html import Unreadable, carry, words_of
from articles.exchange.incoming import Broken, Incoming, Item, Note, Picture, Reading, Skipped, Status, UnreadableExport
from articles.exchange.lead import with_lead
from articles.exchange.wires.facts import authors_of, moment_of, status_of
from articles.text.characters import valid_characters

AT_MOST = 100_000_000  # bytes of a file
SYSTEM = "ninjs"
_DATES = ("contentCreated", "contentcreated", "firstCreated", "firstcreated", "versionCreated", "versioncreated")
# What says how a picture is large, the largest first.
_LARGEST = ("original", "largest", "baseimage", "baseImage", "highres", "main", "viewimage", "web")


def read_ninjs(paths: Iterable[Path], *, zone: tzinfo) -> Reading:
    """The stories of files that hold an item, a list of items, or an item a line. Raises UnreadableExport."""
    paths = list(paths)
    newest: dict[str, tuple[int, str]] = {}
    reading = Reading(iter(()))
    for path in paths:
        for item in _items(path):
            reading.total += 1
            reading.kinds[_text(item, "type") or "text"] += 1
            newest[_text(item, "uri")] = max(newest.get(_text(item, "uri"), (-1, "")), _version(item))
    reading.stories = _stories(paths, newest, zone)
    return reading


def _items(path: Path) -> Iterator[dict[str, Any]]:
    """The items of a file. Raises UnreadableExport."""
    if path.stat().st_size > AT_MOST:
        raise UnreadableExport(f"{path.name} is larger than {AT_MOST // 1_000_000} MB; part it.")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableExport(f"{path.name} is not in UTF-8.") from error
    try:
        said = json.loads(text)
    except (ValueError, RecursionError) as error:
        said = _by_line(text)
        if not said:
            raise UnreadableExport(f"{path.name} is no sound JSON, or it is cut off.") from error
    items = said if isinstance(said, list) else [said]
    items = [each for each in items if isinstance(each, dict) and _text(each, "uri")]
    if not items:
        raise UnreadableExport(f"{path.name} holds no ninjs: an item has a “uri”.")
    yield from items


def _by_line(text: str) -> list[Any]:
    try:
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError):
        return []


def _stories(paths: list[Path], newest: Mapping[str, tuple[int, str]], zone: tzinfo) -> Iterator[Item]:
    for path in paths:
        for item in _items(path):
            uri, kind = _text(item, "uri"), _text(item, "type") or "text"
            if kind not in ("text", "composite"):
                yield Skipped(kind, uri, f"It is no text but a {kind}: {_headline(item) or uri}")
            elif _version(item) != newest[uri]:
                yield Skipped("older version", uri, "A newer version of it is there too.")
            else:
                try:
                    yield _story(item, uri, zone)
                except Unreadable as error:
                    yield Broken(uri, f"{_headline(item) or uri}: {error}")


def _story(item: dict[str, Any], uri: str, zone: tzinfo) -> Incoming:
    carried = carry(_body(item))
    status = status_of(_text(item, "pubStatus", "pubstatus"))
    dates = (
        _text(item, name)
        for name in ("contentCreated", "firstCreated", "firstcreated", "versionCreated", "versioncreated")
    )
    embargo = moment_of(_text(item, "embargoed"), zone)
    story = Incoming(
        system=SYSTEM,
        source_id=uri,
        source=json.dumps(item, sort_keys=True, ensure_ascii=False).encode("utf-8", "replace"),
        headline=words_of(_headline(item)),
        dek=words_of(_dek(item)),
        body=carried.html,
        status=status,
        published_at=next(filter(None, (moment_of(words, zone) for words in dates if words)), None),
        slug=_text(item, "slugline")[:80],
        language=_text(item, "language"),
        place=next(iter(_names(item, "place", "places")), ""),
        authors=authors_of(_text(item, "by", "byline")),
        categories=tuple(_names(item, "subject", "subjects", only=("desk",))),
        topics=tuple(_names(item, "subject", "subjects", never=("desk",))),
        pictures=carried.pictures,
        addresses=tuple(_addresses(item)),
        notes=(*carried.notes, *_notes(item)),
        embargo_until=embargo,
    )
    pictures = [picture for each in _associations(item) if (picture := _picture(each))]
    return _with_pictures(story, pictures) if status != Status.CANCELED else story


def _with_pictures(story: Incoming, pictures: list[Picture]) -> Incoming:
    """The first picture leads; others that do not stand in the body follow it."""
    if not pictures:
        return story
    story = with_lead(story, pictures[0])
    known = {address for each in story.pictures for address in each.addresses}
    for picture in pictures[1:]:
        if known.isdisjoint(picture.addresses):
            number = len(story.pictures) + 1
            caption = escape(picture.caption, quote=False)
            figure = f'<figure data-photo="{number}"><figcaption>{caption}</figcaption></figure>'
            story = _replaced(story, body=story.body + figure, pictures=(*story.pictures, picture))
    return story


def _replaced(story: Incoming, **fields: Any) -> Incoming:
    return type(story)(**{**story.__dict__, **fields})


def _body(item: Mapping[str, Any]) -> str:
    """The richest body: HTML, else plain text with blank lines between paragraphs."""
    for kind in ("html", "xhtml"):
        if words := _text(item, f"body_{kind}"):
            return words
    bodies = [each for each in _dicts(item, "bodies") if _text(each, "value")]
    for each in bodies:
        if "html" in _text(each, "contentType", "contenttype") or "html" in _text(each, "role"):
            return _text(each, "value")
    text = _text(item, "body_text") or (_text(bodies[0], "value") if bodies else _of_kind(item, "body"))
    if text.lstrip().startswith("<"):
        return text
    return "".join(f"<p>{escape(part, quote=False)}</p>" for part in text.replace("\r\n", "\n").split("\n\n"))


def _headline(item: Mapping[str, Any]) -> str:
    return (
        _text(item, "headline") or _of_role(item, "headlines", ("main", "headline", "")) or _of_kind(item, "headline")
    )


def _dek(item: Mapping[str, Any]) -> str:
    """What is said of the text in a sentence; not what the body says."""
    told = _text(item, "description_text") or _of_kind(item, "description")
    return told or _of_role(item, "descriptions", ("summary", "main", "text", "abstract", ""))


def _of_kind(item: Mapping[str, Any], kind: str) -> str:
    """The main one of the fields of version 1 that are named "body_…", "headline_…", "description_…"."""
    names = sorted(
        (name for name in item if name.startswith(f"{kind}_")), key=lambda name: (not name.endswith("main"), name)
    )
    return _text(item, *names)


def _of_role(item: Mapping[str, Any], name: str, roles: Iterable[str]) -> str:
    """The value of the first of these roles, or of any."""
    found = _dicts(item, name)
    by_role = {_text(each, "role"): _text(each, "value") for each in reversed(found)}
    return next((by_role[role] for role in roles if by_role.get(role)), next(iter(by_role.values()), ""))


def _names(item: Mapping[str, Any], *names: str, only: tuple[str, ...] = (), never: tuple[str, ...] = ()) -> list[str]:
    """The names in a list of things, of these relations only, or of all but these."""
    found = [each for name in names for each in _dicts(item, name)]
    found = [each for each in found if (not only or _text(each, "rel") in only) and _text(each, "rel") not in never]
    return [words for each in found if (words := " ".join(_text(each, "name").split()))]


def _addresses(item: Mapping[str, Any]) -> list[str]:
    told = [_text(item, "canonicalUrl", "canonicalurl", "canonicalURL")]
    told += [
        _text(each, "value")
        for each in item.get("altIds") or ()
        if isinstance(each, dict) and each.get("role") == "web"
    ]
    return [address for address in told if address.startswith("http")]


def _notes(item: Mapping[str, Any]) -> Iterator[Note]:
    for name in ("edNote", "ednote", "usageTerms", "usageterms", "expires"):
        if words := _text(item, name):
            yield Note("note", f"From the agency ({name}): {words}")
    for each in _associations(item):
        if _picture(each) is None:
            yield Note("association", f"What belongs to it was not carried: {_headline(each) or _text(each, 'uri')}")


def _associations(item: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What belongs to the item: in version 1 an object by name, later a list."""
    held = item.get("associations") or ()
    return [each for each in (held.values() if isinstance(held, dict) else held) if isinstance(each, dict)]


def _picture(item: Mapping[str, Any]) -> Picture | None:
    """The picture that an associated item is, with its largest file first."""
    if _text(item, "type") not in ("picture", "graphic"):
        return None
    addresses = [address for _, _, address in sorted(_renditions(item))] or [_text(item, "uri")]
    told = {_text(each, "role"): _text(each, "value") for each in _dicts(item, "descriptions")}
    alt = told.pop("alt", "") or _text(item, "altText", "alt_text", "body_text")
    caption = told.get("caption") or next(iter(told.values()), "") or _text(item, "description_text")
    credit = _text(item, "creditLine", "creditline", "by", "byline", "copyrightHolder", "copyrightholder")
    return Picture(addresses[0], tuple(addresses), words_of(caption), words_of(credit), words_of(alt))


def _renditions(item: Mapping[str, Any]) -> Iterator[tuple[int, int, str]]:
    """(rank by name, rank by width, address) of a picture's files, in version 1 an object by name, later a list."""
    held = item.get("renditions")
    named = (
        held.items() if isinstance(held, dict) else [(_text(each, "name"), each) for each in _dicts(item, "renditions")]
    )
    for name, each in named:
        if isinstance(each, dict) and (address := _text(each, "href")):
            width = each.get("width")
            rank = _LARGEST.index(name) if name in _LARGEST else len(_LARGEST)
            yield rank, -width if isinstance(width, int) else 0, address


def _dicts(item: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    """The objects in a list."""
    held = item.get(name)
    return [each for each in held if isinstance(each, dict)] if isinstance(held, list) else []


def _version(item: Mapping[str, Any]) -> tuple[int, str]:
    """By which versions of one item are ordered."""
    words = _text(item, "version")
    created = moment_of(_text(item, "versionCreated", "versioncreated"), UTC)
    return int(words) if words.isdigit() else 0, created.astimezone(UTC).isoformat() if created else ""


def _text(item: Mapping[str, Any], *names: str) -> str:
    """The first of these fields that says something; numbers are written out."""
    for name in names:
        value = item.get(name)
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            return valid_characters(str(value)).strip()
    return ""
