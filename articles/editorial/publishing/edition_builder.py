"""Composing an edition: from a revision's snapshot to the rows readers' pages are made of. Writes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from articles.editorial.current_ids import resolve_merged_ids
from articles.editorial.directory.people_in_text import StoryPeople
from articles.editorial.publishing.prepared_text import ReadBody
from articles.embargo import Kind
from articles.models.edition import Byline, Edition, EditionTopic, Mention
from articles.models.named import NAME_AT_MOST
from articles.models.revision import Revision
from articles.models.section import PhotoPlacement, Quote, Section
from articles.models.topic import Topic
from articles.text.body.body import Body
from articles.text.body.nodes import written_text
from media.models import Photo


@dataclass
class Composition:
    """An unsaved published edition and its unsaved rows, in page order."""

    edition: Edition
    sections: list[Section] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    placements: list[PhotoPlacement] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    bylines: list[Byline] = field(default_factory=list)
    topics: list[EditionTopic] = field(default_factory=list)

    def rows(self) -> list[list[Any]]:
        """Every row that names its edition, in the order in which rows may be written."""
        return [self.sections, self.quotes, self.placements, self.mentions, self.bylines, self.topics]


def readers_date(revision: Revision, *, now: datetime, start: datetime) -> datetime:
    """The date readers are shown of a revision that goes out at `start`: its original one, or that of its first words.

    The first words are those out by `now`; without any, it is `start`.
    """
    if original := revision.snapshot["original_date"]:
        return datetime.fromisoformat(original)
    published = Edition.objects.started(now).filter(article_id=revision.article_id, kind=Kind.PUBLISHED)
    first = published.order_by("goes_live_at").first()
    return first.goes_live_at if first else start


def compose(revision: Revision, *, dated_at: datetime, read: ReadBody = Body) -> Composition:
    """The Composition of a Revision: sections, quotes with their speakers, photos, mentions, bylines and topics.

    Words are copied as they are now (captions, credits, byline names); people, topics and photos that no longer exist
    are left out. `goes_live_at`, `path` and who made it are the verb's to set. `read` gives the Body of its HTML.
    """
    state = resolve_merged_ids(revision.snapshot)
    body = read(state["body"])
    edition = Edition(
        article_id=revision.article_id,
        dated_at=dated_at,
        headline=state["headline"],
        short_headline=state.get("short_headline", ""),
        search_headline=state.get("search_headline", ""),
        dek=state["dek"],
        label=state["label"],
        language=state["language"],
        place=state["place"],
        desk_id=state["desk"],
        words=body.word_count,
        revision=revision,
        digest=revision.digest,
    )
    composition = Composition(edition)
    shared = {"edition": edition, "article_id": revision.article_id, "dated_at": dated_at}
    _add_sections(composition, body)
    _add_photos(composition, state, body, shared)
    _add_people(composition, state, body, shared)
    _add_topics(composition, state, shared)
    return composition


def photo_words(revision: Revision, *, read: ReadBody = Body) -> list[tuple[int, str, str]]:
    """[(photo id, caption, credit)] of the photos in page order, as `compose` would have them today."""
    state = resolve_merged_ids(revision.snapshot)
    body, composition = read(state["body"]), Composition(Edition())
    _add_sections(composition, body)
    _add_photos(composition, state, body, {})
    return [placement.words for placement in composition.placements]


def revision_of(edition: Edition) -> Revision:
    """The Revision that a published edition was made from; a constraint of the database says that it has one."""
    return cast(Revision, edition.revision)


def _add_sections(composition: Composition, body: Body) -> None:
    composition.sections = [
        Section(edition=composition.edition, position=place, heading=part.heading, html=part.html)
        for place, part in enumerate(body.sections)
    ]


def _add_photos(composition: Composition, state: Mapping[str, Any], body: Body, shared: Mapping[str, Any]) -> None:
    """The lead photo and the photos in the sections, with the caption and credit that hold today.

    Captions are inline HTML in the body and in rows, but plain text in the lead's field and in the library.
    """
    wanted: list[tuple[Section | None, int, str, str]] = []
    if state["lead_photo"]:
        caption = written_text(state["lead_caption"])
        wanted.append((None, state["lead_photo"], caption, state["lead_credit"]))
    for section, part in zip(composition.sections, body.sections, strict=True):
        wanted += [(section, placed.photo, placed.caption, placed.credit) for placed in part.body.photos]
    library = Photo.objects.in_bulk({pk for _, pk, _, _ in wanted})
    composition.placements = [
        PhotoPlacement(
            **shared,
            position=place,
            section=section,
            photo=library[pk],
            caption=caption or written_text(library[pk].caption),
            credit=credit or library[pk].credit,
        )
        for place, (section, pk, caption, credit) in enumerate(wanted)
        if pk in library
    ]


def _add_people(composition: Composition, state: Mapping[str, Any], body: Body, shared: Mapping[str, Any]) -> None:
    """Mentions, quotes with their speakers, and bylines."""
    named = body.mentions
    parts = zip(composition.sections, body.sections, strict=True)
    found = [(section, spoken) for section, part in parts for spoken in part.body.quotes]
    people = StoryPeople(
        pointed_to={pk for pk, _ in named} | {spoken.person for _, spoken in found if spoken.person},
        others=state["bylines"],
        names={spoken.speaker for _, spoken in found if spoken.speaker},
    )
    first_names: dict[int, str] = {}
    for pk, name in named:
        if pk in people:
            first_names.setdefault(pk, name)
    composition.mentions = [
        Mention(
            **shared, position=place, person=people[pk], name=name if len(name) <= NAME_AT_MOST else people[pk].name
        )
        for place, (pk, name) in enumerate(first_names.items())
    ]
    composition.quotes = [
        Quote(
            **shared,
            position=place,
            section=section,
            text=spoken.words,
            person=people.speaker(spoken),
            attribution=spoken.attribution,
            is_set_off=spoken.is_set_off,
            start=spoken.start,
            end=spoken.end,
        )
        for place, (section, spoken) in enumerate(found, start=1)
    ]
    composition.bylines = [
        Byline(**shared, position=place, person=people[pk], name=people[pk].name)
        for place, pk in enumerate(pk for pk in state["bylines"] if pk in people)
    ]


def _add_topics(composition: Composition, state: Mapping[str, Any], shared: Mapping[str, Any]) -> None:
    """The topics, the lead topic first."""
    present = Topic.objects.in_bulk(state["topics"])
    ordered = sorted(present.values(), key=lambda topic: (topic.pk != state["lead_topic"], topic.name, topic.pk))
    composition.topics = [
        EditionTopic(**shared, position=place, topic=topic, is_lead=topic.pk == state["lead_topic"])
        for place, topic in enumerate(ordered)
    ]
