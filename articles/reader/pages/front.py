"""The front page: what editors put on top and the newest stories, then a river for each desk, no story twice."""

import re
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.http import HttpResponsePermanentRedirect
from django.shortcuts import render

from articles.database.compiled_queries import compiled
from articles.freshness import tags
from articles.freshness.reading import good_until, made_of, moment
from articles.models.desk import Desk
from articles.models.edition import Edition
from articles.models.top_story import TopStory
from articles.reader.parts.cache_headers import reader_page
from articles.reader.parts.cards import OPENING_FIELDS, WINDOW, Card, card_rows, cards, opening
from articles.reader.parts.meta_tags import front_head
from articles.reader.parts.redirects import moved_here
from articles.reader.parts.site_frame import site_context
from articles.reader.parts.view_counter import most_read
from articles.site_time_zone import day_after

# The three beds of a river and how many cards each holds: a photo with a list, three headlines, one wide photo.
BEDS = {"side": 4, "three": 3, "wide": 1}
RIVER = max(BEDS.values())
WORDPRESS_NUMBER = re.compile(r"p(?:age_id)?=[0-9]{1,18}")


@dataclass(frozen=True)
class River:
    """A desk's part of the front page: the bed it runs in, its first card, and the others in order."""

    desk: Desk
    bed: str
    first: Card
    others: list[Card]


@reader_page
def front(request):
    """The front page; 301 for a number by which WordPress knew a story that has come from there."""
    now = moment()
    numbered = WORDPRESS_NUMBER.fullmatch(request.META.get("QUERY_STRING", ""))
    if numbered and (moved := moved_here(f"/?{numbered[0]}", now)):
        return HttpResponsePermanentRedirect(moved)
    made_of(tags.stories())
    good_until(day_after(now))
    site = site_context(request)
    stories, top = front_cards(now)
    opened = opening(stories, top)
    rest = [card for card in stories if card not in opened] if opened else []
    context = {"now": now, "opening": opened, "rivers": rivers(site["desks"], rest), "most_read": most_read(now)}
    return render(
        request, "reader/front.html", site | front_head(opened, site["publisher"], site["static_pages"]) | context
    )


def front_cards(now):
    """(the Cards of the stories on top, of the newest, and of each desk's newest beyond them; how many are on top).

    No story is there twice. Four queries.
    """
    top = _on_top(at=now)
    there = [story.article_id for story in top]
    newest = _newest(at=now, without=there)
    there += [story.article_id for story in newest]
    stories = [*top, *newest, *_newest_of_desks(at=now, without=there)]
    return cards(stories, now), len(top)


def rivers(desks, stories):
    """The Rivers of `desks` that have one of `stories` (Cards, newest first within a desk), in the desks' order."""
    flow, bed = [], None
    for desk in desks:
        own = [card for card in stories if card.story.desk_id == desk.pk][:RIVER]
        if own:
            bed = bed_for(own, after=bed)
            flow.append(_river(desk, bed, own))
    return flow


def bed_for(stories, *, after):
    """The bed, a key of BEDS, that suits a desk's cards best; never the one the river before it has (`after`).

    The beds take turns, so that pages differ from top to bottom; one that does not suit is passed over. Where none
    does, words alone run beside a list, or as headlines.
    """
    turns = list(BEDS)
    start = turns.index(after) + 1 if after else 0
    turns = [bed for bed in turns[start:] + turns[:start] if bed != after]
    return next((bed for bed in turns if _suits(bed, stories)), "three" if after == "side" else "side")


def _suits(bed, stories):
    """Whether these cards fill the bed as it is meant."""
    if bed == "side":
        return len(stories) > 1 and any(card.photo for card in stories)
    if bed == "three":
        return len(stories) >= BEDS["three"]
    return any(card.is_landscape for card in stories)


def _river(desk, bed, stories):
    """The River in which the photo the bed wants comes first."""
    wanted = {"side": lambda card: card.photo, "three": lambda card: True, "wide": lambda card: card.is_landscape}[bed]
    first = next((card for card in stories if wanted(card)), stories[0])
    others = [card for card in stories if card is not first]
    return River(desk, bed, first, others[: BEDS[bed] - 1])


@compiled
def _on_top(at):
    """The live stories that editors have put on top, in their order. One that is not live takes no place."""
    places = TopStory.objects.filter(desk=None)
    place = Subquery(places.filter(article_id=OuterRef("article_id")).values("position"))
    chosen = Edition.objects.live(at).filter(article_id__in=places.values("article_id")).annotate(top_place=place)
    return card_rows(chosen.order_by("top_place", "article_id"), *OPENING_FIELDS)


@compiled
def _newest(at, without: list):
    """The newest live stories but those of the articles `without`."""
    return card_rows(Edition.objects.live(at).exclude(article_id__in=without).newest_first()[:WINDOW], *OPENING_FIELDS)


@compiled
def _newest_of_desks(at, without: list):
    """The same of each desk, newest first; index scans only."""
    own = Edition.objects.live(at).filter(desk=OuterRef("pk")).exclude(article_id__in=without).newest_first()
    first, *others = (Desk.objects.order_by().values_list(Subquery(own.values("pk")[n : n + 1])) for n in range(RIVER))
    return card_rows(
        Edition.objects.filter(pk__in=first.union(*others, all=True).order_by()).newest_first(), *OPENING_FIELDS
    )
