"""Ghost's export read as stories: only the tables that stories need, and of these only what is public about people."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from articles.exchange.carried_html import Unreadable, carry, words_of
from articles.exchange.ghost.cards import say_cards
from articles.exchange.ghost.documents import body_html
from articles.exchange.incoming import (
    Author,
    Broken,
    Incoming,
    Item,
    Note,
    Picture,
    Reading,
    Skipped,
    Status,
    UnreadableExport,
)
from articles.exchange.json_stream import JsonStream
from articles.exchange.lead import with_lead
from articles.text.body.vocabulary import names_in
from articles.text.characters import valid_characters

SYSTEM = "ghost"
HOME = "__GHOST_URL__"
# The tables that are read. Whatever else is in the file (keys, sessions, members, settings) is passed over.
_BESIDE = frozenset({"tags", "posts_tags", "users", "posts_authors", "posts_meta"})
_KEPT = names_in(
    "id uuid title slug html lexical mobiledoc plaintext feature_image image featured page type status "
    "visibility locale published_at custom_excerpt canonical_url email_only feature_image_alt "
    "feature_image_caption author_id"
)
_STATUSES = {
    "published": Status.PUBLISHED,
    "scheduled": Status.SCHEDULED,
    "draft": Status.DRAFT,
    "sent": Status.MAIL_ONLY,
}
_SIZE = re.compile(r"/size/w\d+(?:h\d+)?(?:/format/\w+)?/")


@dataclass
class _Known:
    """What posts refer to, by number."""

    tags: dict[str, tuple[str, bool]] = field(default_factory=dict)
    people: dict[str, Author] = field(default_factory=dict)
    meta: dict[str, dict[str, Any]] = field(default_factory=dict)
    of_tags: dict[str, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))
    of_people: dict[str, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))


def read_ghost(paths: Iterable[Path], *, site: str = "") -> Reading:
    """The stories of Ghost exports. `site` is where the Ghost is or was, if that is known: no export says it.

    Raises UnreadableExport.
    """
    paths = list(paths)
    reading = Reading(iter(()))
    known = _Known()
    for path in paths:
        for table, row in _rows(path, _BESIDE | {"posts"}):
            if table == "posts":
                reading.total += 1
                reading.kinds[f"{_kind(row)} {row.get('status')}"] += 1
            else:
                _GATHERED[table](row, known)
    if not reading.total:
        raise UnreadableExport("The file holds no post of a Ghost.")
    for links in known.of_tags.values():
        names = [known.tags[tag][0] for _, tag in sorted(links) if tag in known.tags and known.tags[tag][1]]
        reading.categories.update(names[:1])
    reading.people = {author.key: author.name for author in known.people.values()}
    reading.stories = _stories(paths, known, site.rstrip("/"))
    return reading


def _rows(path: Path, wanted: frozenset[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """(table, row) of the wanted tables; both shapes of a file are read, the bare one and the one inside “db”."""
    stream = JsonStream(path)
    try:
        yield from _rows_of_object(stream, wanted)
    finally:
        stream.close()


def _rows_of_object(stream: JsonStream, wanted: frozenset[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for key in stream.names():
        if key == "db" and stream.peek() == "[":
            for _ in stream.members():
                yield from _rows_of_object(stream, wanted)
        elif key == "data" and stream.peek() == "{":
            for table in stream.names():
                if table not in wanted or stream.peek() != "[":
                    stream.skip()
                    continue
                for _ in stream.members():
                    row = stream.value()
                    if isinstance(row, dict):
                        yield table, row
        else:
            stream.skip()


def _gather_tag(row: dict[str, Any], known: _Known) -> None:
    name = _text(row, "name")
    is_public = row.get("visibility") != "internal" and not name.startswith("#")
    known.tags[str(row.get("id"))] = name, is_public


def _gather_person(row: dict[str, Any], known: _Known) -> None:
    """The name alone: no address, no password."""
    known.people[str(row.get("id"))] = Author(_text(row, "slug") or _text(row, "name"), _text(row, "name"))


def _gather_meta(row: dict[str, Any], known: _Known) -> None:
    known.meta[str(row.get("post_id"))] = {name: row[name] for name in _KEPT if row.get(name)}


def _gather_tagging(row: dict[str, Any], known: _Known) -> None:
    known.of_tags[str(row.get("post_id"))].append((int(row.get("sort_order") or 0), str(row.get("tag_id"))))


def _gather_byline(row: dict[str, Any], known: _Known) -> None:
    known.of_people[str(row.get("post_id"))].append((int(row.get("sort_order") or 0), str(row.get("author_id"))))


_GATHERED = {
    "tags": _gather_tag,
    "users": _gather_person,
    "posts_meta": _gather_meta,
    "posts_tags": _gather_tagging,
    "posts_authors": _gather_byline,
}


def _stories(paths: list[Path], known: _Known, site: str) -> Iterator[Item]:
    seen: set[str] = set()
    for path in paths:
        for _, row in _rows(path, frozenset({"posts"})):
            number = str(row.get("uuid") or row.get("id") or "")
            if number in seen:
                yield Skipped("twice", number, "It is twice in the files.")
                continue
            seen.add(number)
            try:
                yield _story(row, number, known, site)
            except Unreadable as error:
                yield Broken(number, f"{_text(row, 'title') or number}: {error}")


def _story(row: dict[str, Any], number: str, known: _Known, site: str) -> Incoming:
    pk = str(row.get("id"))
    post = {name: row[name] for name in _KEPT if row.get(name)} | known.meta.get(pk, {})
    post = {name: _homed(value, site) for name, value in post.items()}
    tags = [known.tags[tag] for _, tag in sorted(known.of_tags.get(pk, [])) if tag in known.tags]
    topics = [name for name, is_public in tags if is_public]
    people = [key for _, key in sorted(known.of_people.get(pk, []))] or [str(row.get("author_id"))]
    authors = tuple(known.people[key] for key in people if key in known.people)
    carried = carry(body_html(post), site=f"{site}/", find_picture=None, prepare=say_cards)
    notes = [*carried.notes, *(Note("tag", f"The internal tag {name} was not carried.") for name, ok in tags if not ok)]
    slug = _text(post, "slug")
    story = Incoming(
        system=SYSTEM,
        source_id=number,
        source=json.dumps([post, tags, authors], sort_keys=True, default=str).encode(),
        headline=words_of(_text(post, "title")) if _text(post, "title") != "(Untitled)" else "",
        dek=" ".join(_text(post, "custom_excerpt").split()),
        body=carried.html,
        status=_status(post),
        published_at=_moment(post.get("published_at")),
        slug=slug[:80].strip("-"),
        language=_text(post, "locale"),
        authors=authors,
        categories=tuple(topics[:1]),
        topics=tuple(topics[1:]),
        pictures=tuple(_originals(picture) for picture in carried.pictures),
        addresses=tuple(filter(None, [f"{site}/{slug}/" if slug else "", _text(post, "canonical_url")])),
        site=site,
        notes=tuple(notes),
    )
    image = _text(post, "feature_image") or _text(post, "image")
    return with_lead(story, _lead(image, post)) if image else story


def _homed(value: Any, site: str) -> Any:
    """A text with the site's address in the place of the sign for it."""
    return valid_characters(value.replace(HOME, site)) if isinstance(value, str) else value


def _lead(address: str, post: dict[str, Any]) -> Picture:
    return _originals(
        Picture(
            address,
            caption=words_of(_text(post, "feature_image_caption")),
            alt=" ".join(_text(post, "feature_image_alt").split()),
        )
    )


def _originals(picture: Picture) -> Picture:
    """The picture with the place of its original, where the file shows a smaller one."""
    original = _SIZE.sub("/", picture.address)
    others = (original,) if original != picture.address else ()
    return Picture(picture.address, others, picture.caption, picture.credit, picture.alt)


def _kind(post: dict[str, Any]) -> str:
    return "page" if post.get("type") == "page" or post.get("page") in (1, True) else "post"


def _status(post: dict[str, Any]) -> Status:
    """What the post was; whatever is not known is not public."""
    status = _STATUSES.get(_text(post, "status"), Status.OTHER)
    if post.get("email_only") in (1, True):
        return Status.MAIL_ONLY
    if post.get("visibility", "public") != "public":
        return Status.MEMBERS
    return Status.PAGE if _kind(post) == "page" else status


def _moment(value: Any) -> datetime | None:
    """A moment, written in ISO 8601 or in milliseconds since 1970."""
    try:
        if isinstance(value, int | float):
            return datetime.fromtimestamp(value / 1000, UTC)
        at = datetime.fromisoformat(str(value or ""))
    except (ValueError, OverflowError, OSError):
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _text(row: dict[str, Any], name: str) -> str:
    value = row.get(name)
    return value if isinstance(value, str) else ""
