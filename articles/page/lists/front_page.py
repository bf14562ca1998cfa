"""The front page: what editors put on top and the newest stories, then a river for each desk, no story twice."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import OuterRef, QuerySet, Subquery

from articles.models.article import Label
from articles.models.desk import Bed, Desk
from articles.models.edition import Edition
from articles.models.page_order import LEAST_IN_PACKAGE, PageOrder, TopStory
from articles.page.lists.cards import OPENING_FIELDS, WINDOW, Card, Opening, card_rows, cards
from articles.page.lists.strips import (
    KINDS_AMONG,
    OPINIONS,
    Opinion,
    PhotoEssay,
    Saying,
    newest_of,
    opinions,
    photo_essay,
    quote_of_the_day,
)

# The three beds of a river and how many cards each holds: a photo with a list, three headlines, one wide photo.
BEDS = {Bed.SIDE.value: 4, Bed.THREE.value: 3, Bed.WIDE.value: 1}
RIVER = max(BEDS.values())


@dataclass(frozen=True)
class River:
    """A desk's part of the front page: the bed it runs in, its first card, and the others in order."""

    desk: Desk
    bed: str
    first: Card
    others: list[Card]


@dataclass(frozen=True)
class Package:
    """Stories that editors put together under a title: the first with its photo, the others as lines."""

    title: str
    first: Card
    others: list[Card]

    @property
    def cards(self) -> list[Card]:
        """All of them, in order."""
        return [self.first, *self.others]


class FrontCards(NamedTuple):
    """What a front page is made of: Cards, how many of them are on top, and packages, whose stories are not among them.

    The Cards are of the stories on top, of the newest, of each desk's newest beyond them, of the newest opinions and of
    the newest photo essay.
    """

    stories: list[Card]
    top: int
    packages: list[Package]


def front_cards(
    now: datetime, *, placed: Sequence[tuple[str, Any]] | None = None, without: Iterable[int] = ()
) -> FrontCards:
    """The FrontCards at a moment; no story is there twice.

    On top and in packages is what the order in force says, or `placed`, (the title of its package or "", a row) of each
    story; the articles `without` are nowhere below. A package with one live story is none, and that story is like any
    other. Four queries.
    """
    placed = [(row.package, row) for row in _placed(at=now)] if placed is None else placed
    sizes = Counter(title for title, _ in placed)
    placed = [(title, row) for title, row in placed if not title or sizes[title] >= LEAST_IN_PACKAGE]
    there = [*without, *(row.article_id for _, row in placed)]
    newest = _newest(at=now, without=there)
    there += [story.article_id for story in newest]
    made = cards([*(row for _, row in placed), *newest, *_newest_of_desks(at=now, without=there)], now)
    if all(title for title, _ in placed) and len(made) == len(placed):
        return FrontCards(made, 0, [])  # a page of nothing but packages would begin with none of them
    groups: defaultdict[str, list[Card]] = defaultdict(list)
    for (title, _), card in zip(placed, made, strict=False):
        groups[title].append(card)
    top = groups.pop("", [])
    packages = [Package(title, first, others) for title, (first, *others) in groups.items()]
    return FrontCards([*top, *made[len(placed) :]], len(top), packages)


@dataclass(frozen=True)
class Below:
    """What a front page has below its opening: opinions, a photo essay, the quote of the day, and the rivers."""

    opinions: list[Opinion]
    essay: PhotoEssay | None
    saying: Saying | None
    rivers: list[River]


def below(
    opened: Opening | None, stories: list[Card], desks: Iterable[Desk], now: datetime, *, without: Iterable[int] = ()
) -> Below:
    """What stands Below an opening, of Cards: no story twice. Nothing is quoted from the articles `without`.

    The quote of the day stands for its story, which is in no river then. Two queries, three where there is an essay.
    """
    rest = [card for card in stories if not opened or card not in opened]
    signed, essay = newest_of(Label.OPINION, rest, OPINIONS), photo_essay(rest, now)
    rest = [card for card in rest if card not in signed and not (essay and card is essay.card)]
    above = [card.story.article_id for card in stories if card not in rest]
    saying = quote_of_the_day(now, without=[*without, *above])
    if saying:
        rest = [card for card in rest if card.story.article_id != saying.article_id]
    return Below(opinions(signed, now), essay, saying, rivers(desks, rest))


def rivers(desks: Iterable[Desk], stories: list[Card]) -> list[River]:
    """The Rivers of `desks` that have one of `stories` (Cards, newest first within a desk), in the desks' order.

    Each runs in the bed that its desk has chosen, or in what suits its stories.
    """
    flow: list[River] = []
    bed: str | None = None
    for desk in desks:
        own = [card for card in stories if card.story.desk_id == desk.pk][:RIVER]
        if own:
            bed = desk.bed or bed_for(own, after=bed)
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


def places(desk: Any, at: Any) -> QuerySet[TopStory]:
    """The TopStories of the order that holds at a moment on a desk's page, or on the front page for None.

    Desk and moment are values, or expressions for them.
    """
    return TopStory.objects.filter(order=Subquery(PageOrder.objects.of(desk).in_force(at).values("pk")))


def _placed(at: Any) -> QuerySet[Any, Any]:
    """The live stories that editors have put on top or in packages, in their order, with the title of their package.

    One that is not live takes no place.
    """
    held = places(None, at)
    own = held.filter(article_id=OuterRef("article_id"))
    chosen = Edition.objects.live(at).filter(article_id__in=held.values("article_id"))
    chosen = chosen.annotate(top_place=Subquery(own.values("position")), package=Subquery(own.values("package")))
    return card_rows(chosen.order_by("top_place", "article_id"), *OPENING_FIELDS, "package")


def _newest(at: Any, without: list[int]) -> QuerySet[Any, Any]:
    """The newest live stories but those of the articles `without`."""
    listed = Edition.objects.listed(at).exclude(article_id__in=without)
    return card_rows(listed.newest_first()[:WINDOW], *OPENING_FIELDS)


def _newest_of_desks(at: Any, without: list[int]) -> QuerySet[Any, Any]:
    """The same of each desk, and of the newest of all the newest opinions and photo essay; index scans only."""
    own = Edition.objects.listed(at).filter(desk=OuterRef("pk")).exclude(article_id__in=without).newest_first()
    first, *others = (Desk.objects.order_by().values_list(Subquery(own.values("pk")[n : n + 1])) for n in range(RIVER))
    newest = Edition.objects.listed(at).exclude(article_id__in=without).newest_first()
    lately = Edition.objects.filter(pk__in=newest.values("pk")[:KINDS_AMONG]).newest_first()
    # By their ids, since SQLite takes no limit in a part of a union.
    kinds = [
        Edition.objects.filter(pk__in=lately.filter(label=label).values("pk")[:most]).order_by().values_list("pk")
        for label, most in ((Label.OPINION, OPINIONS), (Label.PHOTO_ESSAY, 1))
    ]
    return card_rows(
        Edition.objects.filter(pk__in=first.union(*others, *kinds).order_by()).newest_first(), *OPENING_FIELDS
    )
