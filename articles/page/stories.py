"""Whole stories, one or many, by few queries: for a story's page, feeds, and exports."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from itertools import chain
from operator import attrgetter
from typing import Any, Literal, TypedDict

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from articles.embargo import Kind
from articles.freshness import tags
from articles.freshness.reading import good_until, made_of
from articles.models.article import LanguageVersion
from articles.models.correction import Correction
from articles.models.edition import Byline, Edition, EditionTopic, Mention
from articles.models.person import Person
from articles.models.section import PhotoPlacement, Quote, Section
from articles.models.topic import Topic
from articles.page.story import Story, Version, story_of
from articles.text.body.own_links import numbers_of, pointer_to, pointers_in


class StoryRows(TypedDict):
    """What `story_of` wants besides the edition and its sections: each kind of row in page order."""

    quotes: list[Quote]
    placements: list[PhotoPlacement]
    bylines: list[Byline]
    mentions: list[Mention]
    topics: list[EditionTopic]
    corrections: list[Correction]


Kinds = Literal["quotes", "placements", "bylines", "mentions", "topics"]
PERSON_FACTS = ("name", "slug", "kind", "role", "organisation")
# Whether a section's story is there in other languages.
HAS_VERSIONS = Exists(
    LanguageVersion.objects.filter(Q(article=OuterRef("edition__article_id")) | Q(of=OuterRef("edition__article_id")))
)
# What names somebody or something in an edition.
BYLINE, MENTION, LEAD_TOPIC, OTHER_TOPIC = range(4)
# Whether readers have seen other words of a section's story before.
IS_UPDATE = Exists(
    Edition.objects.filter(
        article_id=OuterRef("edition__article_id"),
        kind=Kind.PUBLISHED,
        goes_live_at__lt=OuterRef("edition__goes_live_at"),
    ).exclude(digest=OuterRef("edition__digest"))
)


def stories_of(editions: Sequence[Edition], now: datetime) -> list[Story]:
    """The page's Story of each live Edition, in their order, without what comes next; five queries however many,
    and one more each where a text links to stories and to topics of our own.

    The editions have their desks in memory.
    """
    sections: dict[int, list[Section]] = defaultdict(list)
    updated: dict[int, bool] = defaultdict(bool)
    found: Iterable[Any] = Section.objects.filter(edition__in=editions).annotate(is_update=IS_UPDATE)
    for section in found:
        sections[section.edition_id].append(section)
        updated[section.edition_id] |= section.is_update
    rows = rows_of(editions, now)
    linked = linked_addresses(chain(*sections.values()), chain(*(each["placements"] for each in rows.values())), now)
    return [
        story_of(
            edition,
            at=now,
            sections=sections[edition.pk],
            updated_at=edition.goes_live_at if updated[edition.pk] else None,
            linked=linked,
            **rows[edition.pk],
        )
        for edition in editions
    ]


def rows_of(editions: Sequence[Edition], now: datetime) -> dict[int, StoryRows]:
    """{edition id: its StoryRows}; four queries.

    Without corrections among the editions it is three.
    """
    within = {"edition__in": editions}
    bylines, mentions, topics = _named(editions)
    found: list[tuple[Kinds, Iterable[Any]]] = [
        ("quotes", Quote.objects.filter(**within).select_related("person")),
        ("placements", PhotoPlacement.objects.filter(**within).select_related("photo")),
        ("bylines", bylines),
        ("mentions", mentions),
        ("topics", topics),
    ]
    rows = {edition.pk: _no_rows() for edition in editions}
    for kind, of_kind in found:
        for row in of_kind:
            rows[row.edition_id][kind].append(row)
            _note(row)
    made_of(tags.story(edition.article_id) for edition in editions)
    corrected = {edition.article_id: edition.pk for edition in editions if edition.has_corrections}
    if corrected:
        for note in Correction.objects.filter(article_id__in=corrected, goes_live_at__lte=now):
            rows[corrected[note.article_id]]["corrections"].append(note)
    return rows


def linked_addresses(sections: Iterable[Section], placements: Iterable[PhotoPlacement], at: datetime) -> dict[str, str]:
    """{pointer: address} of the stories and topics that sections and captions link to and readers may see at `at`.

    One query for stories and one for topics, where any are linked to.
    """
    texts = [text for section in sections for text in (section.heading, section.html)]
    texts += [placement.caption for placement in placements]
    pointers = list(chain.from_iterable(map(pointers_in, texts)))
    found: dict[str, str] = {}
    if stories := set(numbers_of("story", pointers)):
        made_of(map(tags.story, stories))
        live = Edition.objects.live(at).filter(article_id__in=stories).values_list("article_id", "path")
        found |= {pointer_to("story", number): path for number, path in live}
    if topics := set(numbers_of("topic", pointers)):
        found |= _addresses_of_topics(topics, at)
    return found


def versions_of(article: int, at: datetime) -> tuple[Version, ...]:
    """The story of this id in other languages, as far as readers see it, by language; two queries."""
    rows = LanguageVersion.objects.filter(Q(article=article) | Q(of=article)).values("of")
    mains = LanguageVersion.objects.filter(of__in=rows).values_list("article_id", "of_id")
    others = {pk for pair in mains for pk in pair} - {article}
    made_of(map(tags.story, others))
    live = Edition.objects.live(at).filter(article_id__in=others).order_by("language", "article_id")
    return tuple(Version(*told) for told in live.values_list("language", "path"))


def _addresses_of_topics(numbers: Collection[int], at: datetime) -> dict[str, str]:
    """The address of each topic that live stories have; that of the one it was merged into, where it was."""
    in_print = EditionTopic.objects.live(at).filter(topic=Coalesce(OuterRef("redirects_to"), OuterRef("pk")))
    rows = Topic.rows.filter(pk__in=numbers).select_related("redirects_to").annotate(is_public=Exists(in_print))
    found = {}
    for row in rows:
        made_of(tags.topic(row.pk), tags.topic(row.today.pk), tags.stories("topic", row.today.pk))
        if row.is_public:
            found[pointer_to("topic", row.pk)] = row.today.get_absolute_url()
    return found


def _note(row: Any) -> None:
    """What the row shows of today's people, topics and photos."""
    if isinstance(row, PhotoPlacement):
        made_of(tags.photo(row.photo_id))
        good_until(row.photo.licence_ends_at)
    elif isinstance(row, EditionTopic):
        made_of(tags.topic(row.topic_id))
    elif row.person_id is not None:
        made_of(tags.person(row.person_id))


def _no_rows() -> StoryRows:
    return {"quotes": [], "placements": [], "bylines": [], "mentions": [], "topics": [], "corrections": []}


def _named(editions: Sequence[Edition]) -> tuple[list[Byline], list[Mention], list[EditionTopic]]:
    """The bylines, mentions and topics of editions, each with its person or topic as known today, in one query."""
    within, columns = {"edition__in": editions}, ("edition_id", "position")
    people: list[Any] = [*columns, "name", "person_id", *(f"person__{fact}" for fact in PERSON_FACTS)]
    blank = [Value("")] * (len(PERSON_FACTS) - 2)
    parts: list[QuerySet[Any, Any]] = [
        model.objects.filter(**within).order_by().values_list(Value(place), *people)
        for place, model in ((BYLINE, Byline), (MENTION, Mention))
    ]
    filed = EditionTopic.objects.filter(**within).order_by()
    for place, is_lead in ((LEAD_TOPIC, True), (OTHER_TOPIC, False)):
        told: list[Any] = [Value(place), *columns, Value(""), "topic_id", "topic__name", "topic__slug", *blank]
        parts.append(filed.filter(is_lead=is_lead).values_list(*told))
    bylines: list[Byline] = []
    mentions: list[Mention] = []
    topics: list[EditionTopic] = []
    for place, edition, position, name, pk, *facts in sorted(parts[0].union(*parts[1:], all=True).order_by()):
        shared: dict[str, Any] = {"edition_id": edition, "position": position}
        if place in (LEAD_TOPIC, OTHER_TOPIC):
            topic = Topic(pk=pk, name=facts[0], slug=facts[1])
            topics.append(EditionTopic(**shared, topic=topic, is_lead=place == LEAD_TOPIC))
            continue
        person = Person(pk=pk, **dict(zip(PERSON_FACTS, facts, strict=True)))
        if place == BYLINE:
            bylines.append(Byline(**shared, name=name, person=person))
        else:
            mentions.append(Mention(**shared, name=name, person=person))
    return bylines, mentions, sorted(topics, key=attrgetter("position"))
