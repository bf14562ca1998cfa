"""The front page: what editors put on top and the newest stories, then a river for each desk, no story twice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from articles.models.article import Label
from articles.models.desk import Desk
from articles.models.edition import Edition
from articles.models.page_order import PageOrder, TopStory
from articles.page.lists.cards import OPENING_FIELDS, WINDOW, Card, Opening, card_rows, cards
from articles.page.lists.strips import OPINIONS, OPINIONS_AMONG, Opinion, Saying, opinions, parted, quote_of_the_day

# The three beds of a river and how many cards each holds: a photo with a list, three headlines, one wide photo.
BEDS = {"side": 4, "three": 3, "wide": 1}
RIVER = max(BEDS.values())


@dataclass(frozen=True)
class River:
    """A desk's part of the front page: the bed it runs in, its first card, and the others in order."""

    desk: Desk
    bed: str
    first: Card
    others: list[Card]


def front_cards(
    now: datetime, *, top: Sequence[Any] | None = None, without: Iterable[int] = ()
) -> tuple[list[Card], int]:
    """(the Cards of the stories on top, of the newest, of each desk's newest beyond them, and of the newest opinions;
    how many are on top).

    No story is there twice. On top is what the order in force says, or the rows `top`; the articles `without` are
    nowhere below. Four queries.
    """
    top = list(_on_top(at=now)) if top is None else top
    there = [*without, *(story.article_id for story in top)]
    newest = _newest(at=now, without=there)
    there += [story.article_id for story in newest]
    stories = [*top, *newest, *_newest_of_desks(at=now, without=there)]
    return cards(stories, now), len(top)


@dataclass(frozen=True)
class Below:
    """What a front page has below its opening: opinions, the quote of the day, and the rivers."""

    opinions: list[Opinion]
    saying: Saying | None
    rivers: list[River]


def below(
    opened: Opening | None, stories: list[Card], desks: Iterable[Desk], now: datetime, *, without: Iterable[int] = ()
) -> Below:
    """What stands Below an opening, of Cards: no story twice. Nothing is quoted from the articles `without`.

    The quote of the day stands for its story, which is in no river then. Two queries.
    """
    signed, rest = parted([card for card in stories if not opened or card not in opened])
    above = [card.story.article_id for card in stories if card not in rest]
    saying = quote_of_the_day(now, without=[*without, *above])
    if saying:
        rest = [card for card in rest if card.story.article_id != saying.article_id]
    return Below(opinions(signed, now), saying, rivers(desks, rest))


def rivers(desks: Iterable[Desk], stories: list[Card]) -> list[River]:
    """The Rivers of `desks` that have one of `stories` (Cards, newest first within a desk), in the desks' order."""
    flow: list[River] = []
    bed: str | None = None
    for desk in desks:
        own = [card for card in stories if card.story.desk_id == desk.pk][:RIVER]
        if own:
            bed = bed_for(own, after=bed)
            flow.append(_river(desk, bed, own))
    return flow


def bed_for(stories: list[Card], *, after: str | None) -> str:
    """The bed, a key of BEDS, that suits a desk's cards best; never the one the river before it has (`after`).

    The beds take turns, so that pages differ from top to bottom; one that does not suit is passed over. Where none
    does, words alone run beside a list, or as headlines.
    """
    turns = list(BEDS)
    start = turns.index(after) + 1 if after else 0
    turns = [bed for bed in turns[start:] + turns[:start] if bed != after]
    return next((bed for bed in turns if _suits(bed, stories)), "three" if after == "side" else "side")


def _suits(bed: str, stories: list[Card]) -> bool:
    """Whether these cards fill the bed as it is meant."""
    if bed == "side":
        return len(stories) > 1 and any(card.photo for card in stories)
    if bed == "three":
        return len(stories) >= BEDS["three"]
    return any(card.is_landscape for card in stories)


def _river(desk: Desk, bed: str, stories: list[Card]) -> River:
    """The River in which the photo the bed wants comes first."""
    wanted = {"side": lambda card: card.photo, "three": lambda card: True, "wide": lambda card: card.is_landscape}[bed]
    first = next((card for card in stories if wanted(card)), stories[0])
    others = [card for card in stories if card is not first]
    return River(desk, bed, first, others[: BEDS[bed] - 1])


def places_on_top(desk: Any, at: Any) -> QuerySet[TopStory]:
    """The TopStories of the order that holds at a moment on a desk's page, or on the front page for None.

    Desk and moment are values, or expressions for them.
    """
    return TopStory.objects.filter(order=Subquery(PageOrder.objects.of(desk).in_force(at).values("pk")))


def _on_top(at: Any) -> QuerySet[Any, Any]:
    """The live stories that editors have put on top, in their order. One that is not live takes no place."""
    places = places_on_top(None, at)
    place = Subquery(places.filter(article_id=OuterRef("article_id")).values("position"))
    chosen = Edition.objects.live(at).filter(article_id__in=places.values("article_id")).annotate(top_place=place)
    return card_rows(chosen.order_by("top_place", "article_id"), *OPENING_FIELDS)


def _newest(at: Any, without: list[int]) -> QuerySet[Any, Any]:
    """The newest live stories but those of the articles `without`."""
    listed = Edition.objects.listed(at).exclude(article_id__in=without)
    return card_rows(listed.newest_first()[:WINDOW], *OPENING_FIELDS)


def _newest_of_desks(at: Any, without: list[int]) -> QuerySet[Any, Any]:
    """The same of each desk, and the newest opinions of the newest of all, newest first; index scans only."""
    own = Edition.objects.listed(at).filter(desk=OuterRef("pk")).exclude(article_id__in=without).newest_first()
    first, *others = (Desk.objects.order_by().values_list(Subquery(own.values("pk")[n : n + 1])) for n in range(RIVER))
    newest = Edition.objects.listed(at).exclude(article_id__in=without).newest_first()
    lately = Edition.objects.filter(pk__in=newest.values("pk")[:OPINIONS_AMONG], label=Label.OPINION)
    # By their ids, since SQLite takes no limit in a part of a union.
    signed = Edition.objects.filter(pk__in=lately.newest_first().values("pk")[:OPINIONS]).order_by().values_list("pk")
    return card_rows(
        Edition.objects.filter(pk__in=first.union(*others, signed).order_by()).newest_first(), *OPENING_FIELDS
    )
