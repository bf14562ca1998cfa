"""Cards: the one place where stories are read for a list, and the plain value that templates draw."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby

from django.conf import settings
from django.db.models import OuterRef, Subquery, Value

from articles.models.edition import Byline, Edition, EditionTopic
from articles.models.section import PhotoPlacement
from articles.models.site_time import site_date
from articles.models.top_story import TopStory
from articles.models.topic import Topic
from articles.page import moments
from media.models import Photo

# What a card shows of the edition's own row.
SHOWN = ("article_id", "dated_at", "path", "headline", "dek", "label", "language", "place", "desk_id")


@dataclass(frozen=True)
class Card:
    """A live story as lists show it."""

    story: Edition
    photo: Photo | None
    kicker: Topic | None
    names: tuple[str, ...]
    when: str

    @property
    def stamp(self):
        """The story's date in the site's time zone as HTML's `datetime` wants it, in whole seconds."""
        return moments.iso(self.story.dated_at)

    @property
    def is_foreign(self):
        """Whether the story is not in the site's language, so that its words must say which they are in."""
        return self.story.language != settings.LANGUAGE_CODE

    @property
    def is_landscape(self):
        """Whether it has a photo that is not taller than wide."""
        return self.photo is not None and not self.photo.is_portrait


@dataclass(frozen=True)
class Opening:
    """How a page of cards opens: the lead, one second with its photo, and up to four others."""

    first: Card
    big: Card | None
    others: list[Card]

    def __contains__(self, card):
        """Whether the opening shows this card."""
        return card in (self.first, self.big, *self.others)


# The lead is looked for among so many of the newest stories: an older one is no news, however fine its photo.
WINDOW = 12
SECONDS = 5


def live_stories(now):
    """The editions readers see at `now`, with their desks; not yet in order."""
    return Edition.objects.live(now).select_related("desk")


def listed(editions):
    """An Edition queryset that reads only what cards show, for lists that don't name the desk."""
    return editions.only(*SHOWN)


def listed_parts(rows):
    """The same for rows that belong to editions, which come along: all of a row, and of its edition what cards show."""
    columns = (field.attname for field in rows.model._meta.concrete_fields)
    return rows.select_related("edition").only(*columns, *(f"edition__{name}" for name in SHOWN))


def cards(editions, now):
    """A list of Cards for a list of live Editions, in their order; two queries however many."""
    keys = [edition.pk for edition in editions]
    photos, kickers, names = _photos(keys, now), {}, defaultdict(list)
    for edition, is_byline, _, pk, name, slug in _filed_and_signed(keys):
        if is_byline:
            names[edition].append(name)
        else:
            kickers[edition] = Topic(pk=pk, name=name, slug=slug)
    return [
        Card(
            story=edition,
            photo=photos.get(edition.pk),
            kicker=kickers.get(edition.pk),
            names=tuple(names[edition.pk]),
            when=spoken_time(edition.dated_at, now),
        )
        for edition in editions
    ]


def on_top(now, desk=None):
    """The live Editions that editors have put on top of a desk's page, or of the front page, in their order; one query.

    A story that is not live, or has left the desk, takes no place.
    """
    places = TopStory.objects.filter(desk=desk)
    stories = live_stories(now) if desk is None else live_stories(now).on_desk(desk)
    place = Subquery(places.filter(article_id=OuterRef("article_id")).values("position"))
    chosen = stories.filter(article_id__in=places.values("article_id")).annotate(top_place=place)
    return list(chosen.order_by("top_place", "article_id"))


def opening(stories, top=0):
    """The Opening of Cards, the first `top` of them put there by editors, then newest first; None when there is none.

    What editors put on top stands in their order. Otherwise the lead is the newest card with a landscape photo, else
    the newest; the seconds are the newest of the others, the first of them with a photo being the big one.
    """
    if not stories:
        return None
    first = next((card for card in stories[:WINDOW] if top or card.is_landscape), stories[0])
    rest = [card for card in stories if card is not first][:SECONDS]
    big = next((card for card in rest if top > 1 or card.photo), rest[0] if rest else None)
    return Opening(first, big, [card for card in rest if card is not big])


def by_day(stories):
    """[(date, cards of that day)] of Cards in order; the day is the one in the site's time zone."""
    days = groupby(stories, key=lambda card: site_date(card.story.dated_at))
    return [(day, list(of_day)) for day, of_day in days]


def spoken_time(moment, now):
    """When something came out, short and never relative: "18:40" today, else "21 May" and, if not this, the year."""
    date, today = site_date(moment), site_date(now)
    if date == today:
        return moments.clock(moment)
    return moments.day_of_year(moment) if date.year == today.year else moments.day(moment)


def _photos(keys, now):
    """{edition id: its lead photo}; a photo is shown while its licence runs."""
    lead = PhotoPlacement.objects.filter(edition__in=keys, section__isnull=True).select_related("photo")
    # The first of an edition wins.
    return {each.edition_id: each.photo for each in reversed(lead) if each.photo.is_licensed(now)}


def _filed_and_signed(keys):
    """(edition id, whether it is a byline, position, id, name, slug) of kickers and bylines, in page order."""
    lead = EditionTopic.objects.filter(edition__in=keys, is_lead=True).order_by()
    signed = Byline.objects.filter(edition__in=keys).order_by()
    rows = lead.values_list("edition_id", Value(0), "position", "topic_id", "topic__name", "topic__slug").union(
        signed.values_list("edition_id", Value(1), "position", "person_id", "name", Value("")), all=True
    )
    return sorted(rows)
