"""WordPress' export files (WXR 1.0 to 1.2) read as stories, in two passes so that memory does not grow with them."""

import itertools
from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

from articles.exchange.carried_html import Unreadable, words_of
from articles.exchange.incoming import (
    Author,
    Broken,
    Incoming,
    Item,
    Note,
    Reading,
    Skipped,
    Status,
    UnreadableExport,
)
from articles.exchange.lead import with_lead
from articles.exchange.wordpress.attachments import Known, attachment_of, content_of, excerpt_of, key_of, meta_of
from articles.exchange.wordpress.content import read_content
from articles.exchange.xml_stream import Faults, elements, local, root_name, text_of, words_in
from articles.text.body.vocabulary import names_in

SYSTEM = "wordpress"
_WANTED = frozenset({"item", "author", "category", "base_blog_url", "base_site_url", "language"})
_NO_STORIES = names_in(
    "attachment nav_menu_item revision custom_css customize_changeset oembed_cache user_request wp_block wp_template "
    "wp_template_part wp_global_styles wp_navigation wp_font_family wp_font_face guest-author acf-field "
    "acf-field-group redirect_rule wpcf7_contact_form ngg_pictures ngg_gallery"
)
_STATUSES = {
    "publish": Status.PUBLISHED,
    "future": Status.SCHEDULED,
    "pending": Status.PENDING,
    "draft": Status.DRAFT,
    "auto-draft": Status.DRAFT,
    "private": Status.PRIVATE,
}
# In the file, and not kept: the words of passwords, and people who have written comments.
_SECRET = frozenset({"post_password", "comment"})


def read_wordpress(paths: Iterable[Path], *, zone: tzinfo) -> Reading:
    """The stories of WordPress exports, which may be several files of one site; `zone` is the site's clock.

    Raises UnreadableExport when one of them is no export.
    """
    paths = list(paths)
    for path in paths:
        if root_name(path) != "rss":
            raise UnreadableExport(f"{path.name} is no export of WordPress: it should begin with “rss”.")
    known = Known()
    for path in paths:
        _gather(path, known)
    if not known.kinds and not known.site:
        raise UnreadableExport("The file holds no post, page or photo of a WordPress.")
    return Reading(_stories(paths, known, zone), known.total, known.kinds, known.categories, known.people)


def _gather(path: Path, known: Known) -> None:
    """The first pass: all that posts refer to."""
    for element in elements(path, _WANTED, Faults()):
        name = local(element)
        if name == "item":
            _gather_item(element, known)
        elif name == "author" and (login := text_of(element, "author_login")):
            known.people[login] = text_of(element, "author_display_name") or login
        elif name == "base_blog_url" or (name == "base_site_url" and not known.site):
            known.site = words_in(element).strip().rstrip("/") + "/"
        elif name == "language":
            known.language = known.language or words_in(element).strip()


def _gather_item(item: etree._Element, known: Known) -> None:
    kind, number = text_of(item, "post_type") or "post", text_of(item, "post_id")
    known.kinds[kind] += 1
    if kind == "attachment":
        found = known.attachments[number] = attachment_of(item)
        known.by_address[key_of(found.address)] = number
    elif kind == "wp_block":
        known.blocks[number] = content_of(item)
    elif kind == "guest-author":
        meta = meta_of(item)
        login = meta.get("cap-user_login") or text_of(item, "post_name").removeprefix("cap-")
        known.people[login] = meta.get("cap-display_name") or text_of(item, "title") or login
    elif kind not in _NO_STORIES:
        known.total += 1
        known.categories.update(_terms(item, "category"))
    known.kinds["comment"] += sum(1 for each in item if local(each) == "comment")


def _stories(paths: list[Path], known: Known, zone: tzinfo) -> Iterator[Item]:
    """The second pass."""
    seen: set[str] = set()
    for path in paths:
        faults = Faults()
        for item in elements(path, frozenset({"item"}), faults):
            kind, number = text_of(item, "post_type") or "post", text_of(item, "post_id")
            if kind in _NO_STORIES:
                continue
            if number in seen:
                yield Skipped("twice", number, "It is twice in the files.")
                continue
            seen.add(number)
            try:
                yield _story(item, kind, known, zone)
            except Unreadable as error:
                yield Broken(number, f"{text_of(item, 'title') or number}: {error}")
        for sentence in faults.sentences:
            yield Broken(path.name, sentence)
        if faults.is_cut_off:
            yield Broken(path.name, "The file is cut off: what comes after its last whole story is missing.")


def _story(item: etree._Element, kind: str, known: Known, zone: tzinfo) -> Incoming | Skipped:
    number, state = text_of(item, "post_id"), text_of(item, "status") or "publish"
    content, headline = content_of(item), words_of(text_of(item, "title"))
    if state in ("trash", "inherit") or (state == "auto-draft" and not content.strip()):
        return Skipped(state, number, f"“{headline or number}” is in the other system's bin, or empty.")
    meta = meta_of(item)
    lead = known.attachments.get(meta.get("_thumbnail_id", ""))
    carried = read_content(content, known, number=number, lead=lead)
    notes = list(carried.notes)
    if meta.get("_thumbnail_id", "").isdigit() and meta["_thumbnail_id"] != "0" and lead is None:
        notes.append(Note("photo missing", f"The lead photo, number {meta['_thumbnail_id']}, is not in the file."))
    story = Incoming(
        system=SYSTEM,
        source_id=f"{urlsplit(known.site).netloc or 'site'}/{number}",
        source=_source(item),
        headline=headline,
        dek=_dek(item, carried.html),
        body=carried.html,
        status=_status(item, kind, state),
        published_at=_date(item, zone),
        slug=_slug(text_of(item, "post_name")),
        language=known.language,
        authors=_authors(item, known),
        categories=_categories(item, meta),
        topics=tuple(_terms(item, "post_tag")),
        pictures=carried.pictures,
        addresses=_addresses(item, meta, known.site, number),
        site=known.site,
        notes=(*notes, *_more_notes(item, meta)),
    )
    return story if lead is None else with_lead(story, lead.picture())


def _status(item: etree._Element, kind: str, state: str) -> Status:
    """What the post was; whatever is not known is not public."""
    if text_of(item, "post_password"):
        return Status.PASSWORD
    status = _STATUSES.get(state, Status.OTHER)
    if kind == "page":
        return Status.PRIVATE if status == Status.PRIVATE else Status.PAGE
    return status if kind == "post" else Status.OTHER


def _date(item: etree._Element, zone: tzinfo) -> datetime | None:
    """The moment it went out: in UTC, or where that is missing on the site's clock."""
    for name, clock in (("post_date_gmt", UTC), ("post_date", zone)):
        words = text_of(item, name)
        if words and not words.startswith(("0000", "-")):
            try:
                return datetime.fromisoformat(words).replace(tzinfo=clock)
            except ValueError:
                continue
    return None


def _dek(item: etree._Element, body: str) -> str:
    """The excerpt, unless it is how the body begins, which WordPress' own programs put there."""
    words = words_of(excerpt_of(item))
    start = words.rstrip(" .…[]").lower()
    return "" if words_of(body[: len(body) and 4000]).lower().startswith(start) else words


def _slug(name: str) -> str:
    return unquote(name).removesuffix("/")[:80].strip("-")


def _terms(item: etree._Element, domain: str) -> list[str]:
    """The names of an item's categories, tags or authors, in the order of the file."""
    found = [each for each in item if local(each) == "category" and each.get("domain", "category") == domain]
    return [name for each in found if (name := words_of(words_in(each)))]


def _categories(item: etree._Element, meta: dict[str, str]) -> tuple[str, ...]:
    """The categories; the one that Yoast calls the main one first, where the file says which that is."""
    names = _terms(item, "category")
    main = meta.get("_yoast_wpseo_primary_category", "")
    for each in item:
        if local(each) == "category" and main and each.get("term_id", "") == main:
            names.insert(0, words_of(words_in(each)))
    return tuple(dict.fromkeys(names))


def _authors(item: etree._Element, known: Known) -> tuple[Author, ...]:
    """Those who signed: the co-authors in their order, or else the one who is a login."""
    found = [each for each in item if local(each) == "category" and each.get("domain") == "author"]
    keys = [each.get("nicename", "").removeprefix("cap-") or words_in(each) for each in found]
    names = [words_of(words_in(each)) for each in found]
    if not found and (login := text_of(item, "creator")):
        keys, names = [login], [""]
    authors = [
        Author(key, known.people.get(key) or name.removeprefix("cap-") or key)
        for key, name in zip(keys, names, strict=True)
    ]
    unique: dict[str, Author] = {}
    for author in authors:
        unique.setdefault(author.name, author)
    return tuple(unique.values())


def _addresses(item: etree._Element, meta: dict[str, str], site: str, number: str) -> tuple[str, ...]:
    """The addresses it has had: the canonical one, by number, and what it was called before."""
    link = text_of(item, "link")
    former = [text_of(each, "meta_value") for each in item if text_of(each, "meta_key") == "_wp_old_slug"]
    name = text_of(item, "post_name")
    by_name = [link.replace(f"/{name}", f"/{slug}") for slug in former if name and f"/{name}" in link]
    kept = [link, *by_name, f"{site}?p={number}"]
    return tuple(dict.fromkeys(each for each in kept if each))


def _more_notes(item: etree._Element, meta: dict[str, str]) -> Iterator[Note]:
    """What else the post has that is not carried."""
    comments = sum(1 for each in item if local(each) == "comment")
    if comments:
        yield Note("comment", f"{comments} comment{'s' * (comments > 1)} not carried.")
    if text_of(item, "is_sticky") == "1":
        yield Note("sticky", "It was kept on top of the front page.")
    for each in itertools.islice(item, 200):
        domain = each.get("domain", "") if local(each) == "category" else ""
        if domain not in ("", "category", "post_tag", "author", "nav_menu"):
            yield Note("taxonomy", f"“{words_of(words_in(each))}” of {domain} was not carried.")
    if video := meta.get("_format_video_embed", "") or meta.get("video_url", ""):
        yield Note("embed", f"A film of the post's head was not carried: {words_of(video)}")


def _source(item: etree._Element) -> bytes:
    """What the file says of the post, without what is nobody's business here."""
    kept = deepcopy(item)
    for each in list(kept):
        if local(each) in _SECRET:
            kept.remove(each)
    return etree.tostring(kept, with_tail=False)
