"""NewsML-G2 and NITF read as stories: text items with their pictures, of one guid the newest version."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import tzinfo
from html import escape
from pathlib import Path

from lxml import etree

from articles.exchange.carried_html import Unreadable, carry, words_of
from articles.exchange.incoming import Broken, Incoming, Item, Note, Picture, Reading, Skipped, UnreadableExport
from articles.exchange.lead import with_lead
from articles.exchange.wires.facts import authors_of, moment_of, status_of
from articles.exchange.wires.nitf import body_of_nitf, head_of_nitf
from articles.exchange.xml_stream import local, text_of, whole, words_in

SYSTEM = "newsml"
_ROOTS = frozenset({"newsMessage", "newsItem", "packageItem", "conceptItem", "knowledgeItem", "nitf"})
_RENDITIONS = ("rnd:highRes", "rnd:original", "rnd:main", "rnd:preview", "rnd:web", "rnd:thumbnail")


@dataclass
class _File:
    """A file: its text items, its pictures by their guid, what else it holds."""

    texts: list[etree._Element] = field(default_factory=list)
    pictures: dict[str, Picture] = field(default_factory=dict)
    others: list[Skipped] = field(default_factory=list)


def read_newsml(paths: Iterable[Path], *, zone: tzinfo) -> Reading:
    """The stories of NewsML-G2 and NITF files. Raises UnreadableExport."""
    paths = list(paths)
    reading, newest = Reading(iter(())), dict[str, int]()
    for path in paths:
        for item in (file := _read(path)).texts:
            reading.total += 1
            reading.kinds[local(item)] += 1
            newest[_guid(item)] = max(newest.get(_guid(item), -1), _version(item))
        reading.kinds.update(other.kind for other in file.others)
        reading.total += len(file.others)
    reading.stories = _stories(paths, newest, zone)
    return reading


def _read(path: Path) -> _File:
    root = whole(path.read_bytes(), check=_ROOTS.__contains__)
    file = _File()
    if local(root) == "nitf":
        file.texts.append(root)
        return file
    for item in root.iter():
        name = local(item)
        if name in ("conceptItem", "knowledgeItem", "planningItem"):
            file.others.append(Skipped(name, item.get("guid", ""), f"It is no story but a {name}."))
        elif name == "newsItem":
            kind = _code(item, "itemClass")
            if kind in ("text", "composite", ""):
                file.texts.append(item)
            elif kind in ("picture", "graphic"):
                file.pictures[item.get("guid", "")] = _picture(item)
            else:
                file.others.append(Skipped(kind, item.get("guid", ""), f"It is no text but {kind}."))
    if not (file.texts or file.others or file.pictures):
        raise UnreadableExport(f"{path.name} holds no item.")
    if not file.texts:
        file.others += [Skipped("picture", guid, "It is a picture without a text.") for guid in file.pictures]
    return file


def _stories(paths: list[Path], newest: dict[str, int], zone: tzinfo) -> Iterator[Item]:
    for path in paths:
        file = _read(path)
        yield from file.others
        for item in file.texts:
            guid = _guid(item)
            if _version(item) != newest[guid]:
                yield Skipped("older version", guid, "A newer version of it is there too.")
                continue
            try:
                story = _of_nitf(item, guid, zone) if local(item) == "nitf" else _of_g2(item, guid, zone)
            except Unreadable as error:
                yield Broken(guid, str(error))
                continue
            is_alone = len(file.texts) == 1
            pictures = [picture for link, picture in file.pictures.items() if is_alone or link in _links(item)]
            yield _with_pictures(story, pictures)


def _with_pictures(story: Incoming, pictures: list[Picture]) -> Incoming:
    """The story's own pictures with what the file says of them beside; the first that does not stand in it leads."""
    own = list(story.pictures)
    for picture in pictures:
        same = next((at for at, each in enumerate(own) if set(each.addresses) & set(picture.addresses)), None)
        if same is None:
            if story.lead:
                continue
            story = with_lead(replace(story, pictures=tuple(own)), picture)
            own = list(story.pictures)
        else:
            held = own[same]
            own[same] = replace(
                picture,
                caption=held.caption or picture.caption,
                credit=held.credit or picture.credit,
                alt=held.alt or picture.alt,
            )
    return replace(story, pictures=tuple(own))


def _of_g2(item: etree._Element, guid: str, zone: tzinfo) -> Incoming:
    meta, about = _child(item, "itemMeta"), _child(item, "contentMeta")
    html, more = _content(item)
    carried = carry(_without_doubled_headline(html, text_of(about, "headline")))
    language = next((each.get("tag", "") for each in about if local(each) == "language"), "")
    subjects = [each for each in about if local(each) == "subject"]
    named = [text_of(each, "name") for each in subjects if each.get("type", "").rpartition(":")[2] in ("", "abstract")]
    dates = (text_of(about, "contentCreated"), text_of(meta, "firstCreated"), text_of(meta, "versionCreated"))
    told = [words_in(each).strip() for each in meta if local(each) == "edNote"]
    notes = [Note("note", f"From the agency: {words}") for words in told if words]
    located = next((text_of(each, "name") for each in about if local(each) == "located"), "")
    return Incoming(
        system=SYSTEM,
        source_id=guid,
        source=etree.tostring(item, with_tail=False),
        headline=words_of(escape(text_of(about, "headline") or text_of(meta, "title"), quote=False)),
        dek=_described(about, "summary") or _described(about, "abstract"),
        body=carried.html,
        status=status_of(_code(item, "pubStatus")),
        published_at=next(filter(None, (moment_of(words, zone) for words in dates if words)), None),
        language=language or _language(item),
        place=located or more.get("place", ""),
        authors=authors_of(text_of(about, "by") or more.get("byline", "")),
        topics=tuple(filter(None, named)),
        pictures=carried.pictures,
        notes=(*carried.notes, *notes),
        embargo_until=moment_of(text_of(meta, "embargoed"), zone),
    )


def _of_nitf(root: etree._Element, guid: str, zone: tzinfo) -> Incoming:
    head = head_of_nitf(root)
    carried = carry(body_of_nitf(root))
    return Incoming(
        system=SYSTEM,
        source_id=guid,
        source=etree.tostring(root, with_tail=False),
        headline=head["headline"],
        dek=head["dek"],
        body=carried.html,
        status=status_of(head["status"]),
        published_at=moment_of(head["date"], zone),
        language=root.get("baselang", "") or _language(root),
        place=head["place"],
        authors=authors_of(head["byline"]),
        topics=tuple(filter(None, head["topics"].split("\n"))),
        pictures=carried.pictures,
        notes=(*carried.notes, *(Note("note", words) for words in head["notes"].split("\n") if words)),
        embargo_until=moment_of(head["embargo"], zone),
    )


def _content(item: etree._Element) -> tuple[str, dict[str, str]]:
    """(the item's words as HTML, what a NITF inside says besides): markup where there is any, else plain text."""
    for each in _child(item, "contentSet"):
        if local(each) == "inlineXML":
            inner = next((part for part in each if isinstance(part.tag, str)), None)
            if inner is not None and local(inner) == "nitf":
                return body_of_nitf(inner), head_of_nitf(inner)
            body = next((part for part in each.iter() if local(part) == "body"), each)
            return _as_html(body), {}
    for each in _child(item, "contentSet"):
        if local(each) == "inlineData":
            words = words_in(each)
            if "html" in each.get("contenttype", ""):
                return words, {}
            return "".join(f"<p>{escape(part, quote=False)}</p>" for part in words.split("\n\n")), {}
    return "", {}


def _as_html(element: etree._Element) -> str:
    """What an element holds as HTML, without namespaces."""
    for each in element.iter():
        if isinstance(each.tag, str):
            each.tag = local(each)
    etree.cleanup_namespaces(element)
    return escape(element.text or "", quote=False) + "".join(
        etree.tostring(each, encoding="unicode", method="html") for each in element
    )


def _without_doubled_headline(html: str, headline: str) -> str:
    """The HTML without a first heading that says what the headline says."""
    start, end = html.find("<h1"), html.find("</h1>")
    same = start >= 0 and end > start and words_of(html[start : end + 5]) == " ".join(headline.split())
    return html[:start] + html[end + 5 :] if same else html


def _picture(item: etree._Element) -> Picture:
    about, files = _child(item, "contentMeta"), _child(item, "contentSet")
    held = [each for each in files if local(each) == "remoteContent" and each.get("href")]
    order = {name: place for place, name in enumerate(_RENDITIONS)}
    held.sort(key=lambda each: order.get(each.get("rendition", ""), len(order)))
    addresses = [each.get("href", "") for each in held] or [item.get("guid", "")]
    credit = text_of(about, "creditline") or text_of(about, "by")
    return Picture(
        addresses[0],
        tuple(addresses),
        _described(about, "caption") or _described(about, ""),
        " ".join(credit.split()),
        _described(about, "alt"),
    )


def _described(about: etree._Element, role: str) -> str:
    for each in about:
        if local(each) == "description" and each.get("role", "").endswith(role):
            return " ".join(words_in(each).split())
    return ""


def _links(item: etree._Element) -> set[str]:
    links = (each for each in item.iter() if local(each) in ("link", "itemRef"))
    return {each.get("residref", "") or each.get("uri", "") for each in links}


def _child(item: etree._Element, name: str) -> etree._Element:
    """The first child of that name, or an empty element."""
    return next((each for each in item if local(each) == name), etree.Element("none"))


def _code(item: etree._Element, name: str) -> str:
    """The code that an element of the item's meta names, without its scheme."""
    found = next((each for each in _child(item, "itemMeta") if local(each) == name), None)
    return "" if found is None else (found.get("qcode") or found.get("uri") or "").replace("/", ":").rpartition(":")[2]


def _guid(item: etree._Element) -> str:
    if local(item) != "nitf":
        return item.get("guid", "")
    return head_of_nitf(item)["id"]


def _version(item: etree._Element) -> int:
    words = item.get("version", "")
    return int(words) if words.isdigit() else 0


def _language(item: etree._Element) -> str:
    return item.get("{http://www.w3.org/XML/1998/namespace}lang", "")
