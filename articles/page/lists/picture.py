"""A page that opens with cards, as it was, is or will be at a moment, with an order that readers need not have."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from articles.models.desk import Desk
from articles.models.edition import Edition
from articles.page.lists.cards import OPENING_FIELDS, Card, Opening, by_day, card_rows, cards, opening
from articles.page.lists.front_page import Below, Package, below, front_cards

NEWEST = 30  # of a desk's stories, as its page has them


@dataclass(frozen=True)
class Picture:
    """How a page opens and what follows, with the ids of the stories that stand on top of it, in order."""

    opening: Opening | None
    packages: list[Package]
    below: Below
    days: list[tuple[date, list[Card]]]
    on_top: list[int]


def picture(
    desk: Desk | None,
    ids: list[int],
    packages: Mapping[str, list[int]],
    *,
    at: datetime,
    now: datetime,
    desks: Iterable[Desk] = (),
) -> Picture:
    """The Picture of a desk's page, or of the front page for None, at a moment, with the articles `ids` on top.

    `packages` are the front page's, as {title: ids}. Only what colleagues may see at `now`: of a sealed story nothing
    that readers have not had. `desks` are those that have a river on the front page.
    """
    shown = Edition.objects.shown_to_colleagues(now).live(at)
    if desk is not None:
        shown = shown.on_desk(desk.pk)
    rows = card_rows(shown.filter(article_id__in=ids), *OPENING_FIELDS)
    top = sorted(rows, key=lambda row: ids.index(row.article_id))
    on_top = [row.article_id for row in top]
    if desk is not None:
        newest = card_rows(shown.exclude(article_id__in=on_top).newest_first()[:NEWEST], *OPENING_FIELDS)
        stories = cards([*top, *newest], at)
        opened = opening(stories, len(top))
        days = by_day([card for card in stories if card not in opened]) if opened else []
        return Picture(opened, [], Below([], None, None, []), days, on_top)
    sealed = list(Edition.objects.pending(now).filter(article__is_sealed=True).values_list("article_id", flat=True))
    kept_back = sealed if at > now else []
    title_of = {pk: title for title, together in packages.items() for pk in together}
    in_packages = {row.article_id: row for row in card_rows(shown.filter(article_id__in=title_of), *OPENING_FIELDS)}
    placed = [("", row) for row in top] + [(title_of[pk], in_packages[pk]) for pk in title_of if pk in in_packages]
    front = front_cards(at, placed=placed, without=kept_back)
    opened = opening(front.stories, front.top)
    under = below(opened, front.stories, desks, at, without=[*kept_back, *in_packages])
    return Picture(opened, front.packages, under, [], on_top)
