"""A story as its page needs it: plain values, made from the rows of an edition, saved or composed for a preview."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_info, gettext

from articles.models.correction import Correction
from articles.models.desk import Desk
from articles.models.edition import Byline, Edition, EditionTopic, Mention, direction_of
from articles.models.person import Person
from articles.models.section import PhotoPlacement, Quote, Section
from articles.models.topic import Topic
from articles.page.embeds import FRAME, embed_html
from articles.page.photos import Lead, figure_html, gallery_html
from articles.text.body.body import Body
from articles.text.body.nodes import Node
from articles.text.body.rendering import Footnotes, PersonLink, QuoteMark, render, render_line
from articles.text.checks.lengths import minutes_to_read
from media.models import Photo


class PageLink(NamedTuple):
    """Words that lead to a page of the site: a desk or a topic."""

    name: str
    url: str


class Signer(NamedTuple):
    """Who signed, by the name frozen at publication; the address is that of the person's page today."""

    name: str
    url: str
    person: int
    is_organisation: bool = False


class Speaker(NamedTuple):
    """A person quoted or named in the story, as known today; `standing` is role and organisation, or ""."""

    name: str
    url: str
    standing: str
    person: int
    is_organisation: bool = False


class Saying(NamedTuple):
    """A quote: its words without outer marks, its element's id, who said it in words, and the person or None."""

    text: str
    anchor: str
    attribution: str
    speaker: Speaker | None


class StorySection(NamedTuple):
    """A section: the id of its heading, the heading (both "" where it has none) and what is under it, as safe HTML."""

    anchor: str
    heading: str
    html: str


class Footnote(NamedTuple):
    """A footnote as safe HTML: its id, and that of its mark in the text."""

    anchor: str
    mark: str
    html: str


class Note(NamedTuple):
    """A public note on an error: "Correction" or "Clarification", what it says, and since when."""

    kind: str
    text: str
    at: datetime


class Links(NamedTuple):
    """Where the text leads today: people, the addresses of what readers may see, by pointer, and footnotes."""

    people: Mapping[int, PersonLink]
    addresses: Mapping[str, str]
    footnotes: Footnotes


class Next(NamedTuple):
    """The story that comes next in the reader's list, and why, in the site's words; "" where nobody says."""

    headline: str
    url: str
    language: str
    why: str = ""

    @property
    def path(self) -> str:
        """Its own address, which names no list."""
        return self.url.partition("?")[0]

    @property
    def direction(self) -> str:
        """Writing direction of its headline: "rtl" or "ltr"."""
        return direction_of(self.language)


class Earlier(NamedTuple):
    """A story that the lead topic had before."""

    headline: str
    url: str
    language: str
    at: datetime

    @property
    def direction(self) -> str:
        """Writing direction of its headline: "rtl" or "ltr"."""
        return direction_of(self.language)


class Version(NamedTuple):
    """The story in another language (a code of BCP 47), and its address there."""

    language: str
    url: str

    @property
    def name(self) -> str:
        """What the language is called, in that of the site's pages: "Ukrainian"."""
        return str(get_language_info(self.language)["name_translated"])


@dataclass(frozen=True)
class Story:
    """Everything a story's page says. Times are aware; `label` is "" for plain news; absent things are None or ().

    `pictures` are all photos that are shown, the lead first, then in page order. `has_history` says whether readers
    may see what changed.
    """

    id: int
    path: str
    headline: str
    search_headline: str
    dek: str
    label: str
    kicker: PageLink | None
    desk: PageLink | None
    bylines: tuple[Signer, ...]
    place: str
    dated_at: datetime
    updated_at: datetime | None
    language: str
    lead: Lead | None
    sections: tuple[StorySection, ...]
    speakers: tuple[Speaker, ...]
    quotes: tuple[Saying, ...]
    people: tuple[Speaker, ...]
    topics: tuple[PageLink, ...]
    corrections: tuple[Note, ...]
    words: int
    next: Next | None
    pictures: tuple[Lead, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    has_history: bool = True
    earlier: tuple[Earlier, ...] = ()
    versions: tuple[Version, ...] = ()

    @property
    def direction(self) -> str:
        """Writing direction of its language: "rtl" or "ltr"."""
        return direction_of(self.language)

    @property
    def frames(self) -> list[str]:
        """The origins of the frames that readers may ask for in its text, each once: what its page's policy names."""
        return list(dict.fromkeys(origin for part in self.sections for origin in FRAME.findall(part.html)))

    @property
    def minutes(self) -> int:
        """How long reading it takes, in whole minutes; one at least."""
        return minutes_to_read(self.words)

    @property
    def notes_heading(self) -> str:
        """What the corrections are called together: the kind of a single one, else "Corrections"."""
        return self.corrections[0].kind if len(self.corrections) == 1 else gettext("Corrections")


def story_of(
    edition: Edition,
    *,
    at: datetime,
    sections: Iterable[Section],
    quotes: Iterable[Quote] = (),
    placements: Iterable[PhotoPlacement] = (),
    bylines: Iterable[Byline] = (),
    mentions: Iterable[Mention] = (),
    topics: Iterable[EditionTopic] = (),
    corrections: Iterable[Correction] = (),
    updated_at: datetime | None = None,
    following: Edition | None = None,
    has_history: bool = True,
    linked: Mapping[str, str] | None = None,
) -> Story:
    """The Story of `edition` and its rows, saved or not, each kind in page order; runs no query.

    What they point to is in memory. `following` is the Edition that comes next; `linked` what `linked_addresses` found.
    """
    bylines, mentions, quotes = list(bylines), list(mentions), list(quotes)
    placements, topics = list(placements), list(topics)
    links = Links(_person_links(*bylines, *mentions, *quotes), linked or {}, _footnotes(edition))
    return Story(
        id=edition.article_id,
        path=edition.path,
        headline=edition.headline,
        search_headline=edition.search_headline or edition.headline,
        dek=edition.dek,
        label=edition.get_label_display() if edition.label else "",
        kicker=next((_topic_link(row) for row in topics if row.is_lead), None),
        desk=_page_link(edition.desk) if edition.desk else None,
        bylines=tuple(map(_signer, bylines)),
        place=edition.place,
        dated_at=edition.dated_at,
        updated_at=updated_at,
        language=edition.language,
        lead=next((_lead(row, links, at) for row in placements if _stands_in(None, row)), None),
        sections=tuple(_part(section, edition, quotes, placements, links, at) for section in sections),
        speakers=_speakers(quotes),
        quotes=tuple(_saying(quote) for quote in quotes),
        people=_speakers([*quotes, *mentions]),
        topics=tuple(_topic_link(row) for row in topics),
        corrections=tuple(Note(row.get_kind_display(), row.text, row.goes_live_at) for row in corrections),
        words=edition.words,
        next=Next(following.headline, following.path, following.language) if following else None,
        pictures=_pictures(placements, links, at),
        footnotes=tuple(footnotes_drawn(links.footnotes)),
        has_history=has_history,
    )


def _person_links(*rows: Byline | Mention | Quote) -> dict[int, PersonLink]:
    """{id: PersonLink} of the people that these rows point to, as named today."""
    people = {row.person.pk: row.person for row in rows if row.person is not None}
    return {pk: PersonLink(person.name, person.get_absolute_url()) for pk, person in people.items()}


def _stands_in(section: Section | None, row: Quote | PhotoPlacement) -> bool:
    """Whether a quote or placement belongs to `section`, or to none of them for None; rows may be unsaved."""
    if section is not None and section.pk is not None:
        return row.section_id == section.pk
    return row.section_id is None and row.section is section


def _topic_link(row: EditionTopic) -> PageLink:
    return _page_link(row.topic)


def _page_link(row: Desk | Topic) -> PageLink:
    return PageLink(row.name, row.get_absolute_url())


def _inline(html: str, links: Links) -> SafeString:
    """A heading or caption drawn, as safe HTML: `text` lets nothing but its vocabulary through."""
    return mark_safe(render_line(html, people=links.people, addresses=links.addresses))  # noqa: S308  cleaned by `text`


def _shown(photo: Photo, at: datetime) -> Photo | None:
    """The photo while its licence runs, then None."""
    return photo if photo.is_licensed(at) else None


def _lead(row: PhotoPlacement, links: Links, at: datetime) -> Lead:
    return Lead(_shown(row.photo, at), _inline(row.caption, links), row.credit)


def _pictures(placements: Iterable[PhotoPlacement], links: Links, at: datetime) -> tuple[Lead, ...]:
    """The photos whose licence runs, the lead first; `placements` are in page order."""
    shown = [_lead(row, links, at) for row in sorted(placements, key=lambda row: not _stands_in(None, row))]
    return tuple(picture for picture in shown if picture.photo)


def _speakers(rows: Iterable[Quote | Mention]) -> tuple[Speaker, ...]:
    """The people of quotes or mentions, each once, in the order in which they first come."""
    people: dict[int, Any] = {row.person_id: row.person for row in rows if row.person_id}
    return tuple(map(_speaker, people.values()))


def _speaker(person: Person) -> Speaker:
    return Speaker(person.name, person.get_absolute_url(), person.standing, person.pk, person.is_organisation)


def _signer(row: Byline) -> Signer:
    return Signer(row.name, row.person.get_absolute_url(), row.person_id, row.person.is_organisation)


def _saying(quote: Quote) -> Saying:
    speaker = _speaker(quote.person) if quote.person else None
    return Saying(quote.text, quote.anchor, quote.attribution, speaker)


def _part(
    section: Section,
    edition: Edition,
    quotes: Iterable[Quote],
    placements: Iterable[PhotoPlacement],
    links: Links,
    at: datetime,
) -> StorySection:
    """A section drawn: quotes marked, people linked, photos in place; its notes are gathered."""
    waiting = [row for row in placements if _stands_in(section, row)]

    def placed(photo: int) -> PhotoPlacement | None:
        """The next placement of a photo; None when it has left the library since."""
        row = next((row for row in waiting if row.photo_id == photo), None)
        if row is not None:
            waiting.remove(row)
        return row

    def picture(photo: int, _caption: str, _credit: str) -> str:
        row = placed(photo)
        return figure_html(_shown(row.photo, at), _inline(row.caption, links), row.credit) if row else ""

    def embed(node: Node, caption: str) -> str:
        row = placed(int(node.attribute("data-photo") or 0))
        return embed_html(node, caption, _shown(row.photo, at) if row else None)

    marks = [_mark(quote) for quote in quotes if _stands_in(section, quote)]
    drawn = render(
        Body(section.html),
        people=links.people,
        quotes=marks,
        picture=picture,
        language=edition.language,
        addresses=links.addresses,
        more=gettext("Read more"),
        footnotes=links.footnotes,
        table=gettext("Table"),
        embed=embed,
        gallery=gallery_html,
    )
    return StorySection(
        anchor=f"s{edition.article_id}-{section.position}" if section.heading else "",
        heading=_inline(section.heading, links),
        html=mark_safe(drawn if section.heading else raised(drawn)),  # noqa: S308  cleaned by `text`
    )


def _footnotes(edition: Edition) -> Footnotes:
    """What takes the footnotes of an edition in."""
    return Footnotes(f"s{edition.article_id}-", gettext("Note %(number)d"))


def footnotes_drawn(footnotes: Footnotes) -> Iterable[Footnote]:
    """The footnotes that were taken in, in their order."""
    for number, html in enumerate(footnotes.lines, 1):
        words = mark_safe(html)  # noqa: S308  cleaned by `text`
        yield Footnote(footnotes.note_id(number), footnotes.mark_id(number), words)


def raised(html: str) -> str:
    """HTML that `text` drew under no heading, its smaller subheads one level higher: no level is left out."""
    return html.replace('<h3 class="sub">', '<h2 class="sub">').replace("</h3>", "</h2>")


def _mark(quote: Quote) -> QuoteMark:
    """Where a quote stands, and who said it: in the story's words, else by the person's name of today."""
    name, standing = (quote.person.name, quote.person.standing) if quote.person else ("", "")
    return QuoteMark(
        id=quote.anchor,
        start=quote.start,
        end=quote.end,
        attribution=quote.attribution or name,
        person=quote.person_id,
        set_off=quote.is_set_off,
        credit_line=quote.attribution or ", ".join(part for part in (name, standing) if part),
    )
