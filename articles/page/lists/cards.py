"""Cards: live stories as lists show them, read by few queries and handed to templates as plain values."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any, NamedTuple, Self

from django.conf import settings
from django.db.models import QuerySet, Value
from django.db.models.functions import Coalesce

from articles.freshness import tags
from articles.freshness.reading import good_until, made_of
from articles.models.edition import Byline, Edition, EditionQuerySet, EditionTopic, Label, direction_of
from articles.models.section import PhotoPlacement
from articles.page import dates
from articles.site_time_zone import day_after, site_date, site_midnight
from media.models import Photo

# What each card shows of the edition's own row, and what those that open a page show besides.
CARD_FIELDS = (
    *("pk", "article_id", "dated_at", "goes_live_at", "path", "headline", "short_headline", "dek", "label", "language"),
)
OPENING_FIELDS = ("place", "desk_id", "desk__name", "desk__slug")
# The columns of a photo but its id: its addresses are made from many of them.
_OF_PHOTO = {field.attname: field for field in Photo._meta.concrete_fields if not field.primary_key}


class CardLink(NamedTuple):
    """The name of a desk or topic and the path of its page."""

    name: str
    path: str

    @classmethod
    def to_topic(cls, name: str, slug: str) -> Self:
        """The link to a topic's page."""
        return cls(name, f"/topics/{slug}/")

    @property
    def slug(self) -> str:
        """The last part of the path, by which a filter names it."""
        return self.path.rstrip("/").rpartition("/")[2]


@dataclass(frozen=True)
class Card:
    """A live story as lists show it: a row of `card_rows`, its photo, its lead topic (the kicker) and its bylines."""

    story: Any
    photo: Photo | None = None
    kicker: CardLink | None = None
    names: tuple[str, ...] = ()
    when: str = ""

    @property
    def headline(self) -> str:
        """What the story is called on lists."""
        return self.story.short_headline or self.story.headline

    @property
    def desk(self) -> CardLink:
        """The desk, of a story that opens a page."""
        return CardLink(self.story.desk__name, f"/{self.story.desk__slug}/")

    @property
    def label(self) -> str:
        """What kind of story it is, in words, where it is not plain news."""
        return str(Label(self.story.label).label) if self.story.label else ""

    @property
    def is_live(self) -> bool:
        """Whether the story is being written on while readers read it."""
        return bool(self.story.label == Label.LIVE)

    @property
    def stamp(self) -> str:
        """The time that the card shows, in the site's time zone, as HTML's `datetime` wants it, in whole seconds."""
        return dates.iso(_shown_time(self.story))

    @property
    def is_foreign(self) -> bool:
        """Whether the story is not in the site's language, so that its words must say which they are in."""
        return self.story.language != settings.LANGUAGE_CODE

    @property
    def direction(self) -> str:
        """Writing direction of the story's language: "rtl" or "ltr"."""
        return direction_of(self.story.language)

    @property
    def is_landscape(self) -> bool:
        """Whether it has a photo that is not taller than wide."""
        return self.photo is not None and not self.photo.is_portrait


@dataclass(frozen=True)
class Opening:
    """How a page of cards opens: the lead with further stories under it, one second with its photo, and up to four."""

    first: Card
    further: list[Card]
    big: Card | None
    others: list[Card]

    def __contains__(self, card: Card) -> bool:
        """Whether the opening shows this card."""
        return card in (self.first, *self.further, self.big, *self.others)


# The lead is looked for among so many of the newest stories: an older one is no news, however fine its photo.
WINDOW = 12
SECONDS = 5
FURTHER = 3  # links under the lead, to more of its topic


def live_stories(now: datetime) -> EditionQuerySet:
    """The editions readers see at `now`, with their desks; not yet in order."""
    return Edition.objects.live(now).select_related("desk")


def card_rows(editions: QuerySet[Edition], *more: str) -> QuerySet[Edition, Any]:
    """An Edition queryset as named rows of what cards show; `more` are OPENING_FIELDS where they open a page."""
    return editions.values_list(*CARD_FIELDS, *more, named=True)


def cards(stories: Sequence[Any], now: datetime, *, signed: int | None = None) -> list[Card]:
    """A list of Cards for rows of `card_rows`, in their order; one query however many.

    With `signed`, only so many of them, the first, get topic and names, which rows of long lists don't show.
    """
    keys = [story.pk for story in stories]
    made_of(tags.story(story.article_id) for story in stories)
    photos: dict[int, Photo] = {}
    topics: dict[int, CardLink] = {}
    names: defaultdict[int, list[str]] = defaultdict(list)
    rows = _beside(pictured=keys, signed=keys[:signed]) if keys[:signed] else _photos(pictured=keys)
    for edition, _, kind, pk, name, slug, *facts in rows:
        if kind == _PHOTO:
            photos[edition] = photo = Photo.from_db(None, ["id", *_OF_PHOTO], [pk, *facts])
            made_of(tags.photo(pk))
            good_until(photo.licence_ends_at)
        elif kind == _TOPIC:
            topics[edition] = CardLink.to_topic(name, slug)
            made_of(tags.topic(pk))
        else:
            names[edition].append(name)
    return [
        Card(
            story=story,
            photo=_licensed(photos.get(story.pk), now),
            kicker=topics.get(story.pk),
            names=tuple(names[story.pk]),
            when=spoken_time(_shown_time(story), now),
        )
        for story in stories
    ]


def opening(stories: list[Card], top: int = 0) -> Opening | None:
    """The Opening of Cards, the first `top` of them put there by editors, then newest first; None when there is none.

    What editors put on top stands in their order. Otherwise the lead is the newest card with a landscape photo, else
    the newest; the seconds are the newest of the others, the first of them with a photo being the big one. Under the
    lead stand the newest of the rest that are filed under its topic.
    """
    if not stories:
        return None
    first = next((card for card in stories[:WINDOW] if top or card.is_landscape), stories[0])
    others = [card for card in stories if card is not first]
    seconds, rest = others[:SECONDS], others[SECONDS:]
    further = [card for card in rest if card.kicker and card.kicker == first.kicker][:FURTHER]
    big = next((card for card in seconds if top > 1 or card.photo), seconds[0] if seconds else None)
    return Opening(first, further, big, [card for card in seconds if card is not big])


def by_day(stories: list[Card]) -> list[tuple[date, list[Card]]]:
    """[(date, cards of that day)] of Cards in order; the day is the one in the site's time zone."""
    days = groupby(stories, key=lambda card: site_date(card.story.dated_at))
    return [(day, list(of_day)) for day, of_day in days]


def spoken_time(moment: datetime, now: datetime) -> str:
    """When something came out, short and never relative: "18:40" today, else "21 May" and, if not this, the year."""
    day, today = site_date(moment), site_date(now)
    if day.year == today.year:
        good_until(day_after(now) if day == today else site_midnight(today.replace(today.year + 1, 1, 1)))
    if day == today:
        return dates.clock(moment)
    return dates.day_of_year(moment) if day.year == today.year else dates.day(moment)


def _shown_time(story: Any) -> datetime:
    """When a story came out; of one that is live, when it was last brought up to date."""
    shown: datetime = max(story.dated_at, story.goes_live_at) if story.label == Label.LIVE else story.dated_at
    return shown


def _licensed(photo: Photo | None, now: datetime) -> Photo | None:
    """The photo while its licence runs."""
    return photo if photo and photo.is_licensed(now) else None


_PHOTO, _TOPIC, _NAME = range(3)
_BOTH = ("edition_id", "position")  # how each row of those kinds begins


def _beside(pictured: list[int], signed: list[int]) -> QuerySet[Any, Any]:
    """What stands beside the words of editions: their lead photos, lead topics and bylines, in page order."""
    topics = EditionTopic.objects.filter(edition__in=signed, is_lead=True).order_by()
    names = Byline.objects.filter(edition__in=signed).order_by()
    no_photo = [Value(None, output_field=field) for field in _OF_PHOTO.values()]
    return (
        _lead_photos(pictured)
        .union(
            topics.values_list(*_BOTH, Value(_TOPIC), "topic_id", "topic__name", "topic__slug", *no_photo),
            names.values_list(*_BOTH, Value(_NAME), "person_id", "name", Value(""), *no_photo),
            all=True,
        )
        .order_by("position")
    )


def _photos(pictured: list[int]) -> QuerySet[Any, Any]:
    """The lead photos of editions alone."""
    return _lead_photos(pictured)


def _lead_photos(editions: list[int]) -> QuerySet[Any, Any]:
    # Coalesce, or SQLite would read the lead photos of all stories, which one index lists as those of no section.
    section = Coalesce("section_id", Value(0))
    photos = PhotoPlacement.objects.alias(within=section).filter(edition__in=editions, within=0).order_by()
    whole = [f"photo__{name}" for name in _OF_PHOTO]
    return photos.values_list(*_BOTH, Value(_PHOTO), "photo_id", Value(""), Value(""), *whole)
