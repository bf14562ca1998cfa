"""Which stories are on top of the front page and of desks' pages, in which order, and from when."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.editorial.changed_pages import order_changes
from articles.editorial.directory.entries import lock_directory
from articles.editorial.log import log_action, noted
from articles.editorial.permissions import may_order_front, require
from articles.editorial.refusals import Refusal
from articles.models.article import Article
from articles.models.desk import Desk
from articles.models.page_order import LEAST_IN_PACKAGE, MOST_ON_TOP, PageOrder, TopStory
from articles.models.user import User
from articles.signals import timeline_changed


class TooManyOnTop(Refusal):
    """The top of a page has only so many places."""

    sentence = _("Only {most} stories fit on top. Take one away first.")


class OrderChanged(Refusal):
    """Somebody else has changed the order since the page was looked at, or it holds by now."""

    sentence = _("Somebody else has changed this order meanwhile. Here is how it stands now.")


class TimeIsPast(Refusal):
    """An order can't hold from a moment that is over."""

    sentence = _("That time is past. Choose one to come.")


class TimeIsTaken(Refusal):
    """Two orders of a page can't begin at once."""

    sentence = _("Another order of this page begins at that time. Change that one, or choose another time.")


def front_order(desk: Desk | None, at: datetime | None = None) -> list[int]:
    """The ids of the articles on top of a desk's page, or of the front page for None, in order: at a moment, or now."""
    in_force = PageOrder.objects.of(desk).in_force(at or timezone.now()).first()
    return in_force.stories() if in_force else []


def draft_of(desk: Desk | None) -> PageOrder | None:
    """The draft of an order for a desk's page, or for the front page."""
    return PageOrder.objects.of(desk).filter(goes_live_at=None).first()


@noted
def keep_order(
    ids: Iterable[int], *, by: User, expected: Iterable[int], desk: Desk | None = None, order: PageOrder | None = None
) -> PageOrder:
    """Keep the articles of these ids, in this order, as `order`, which readers do not have yet; as the draft for None.

    `expected` is the order that the person saw: a draft begins as what holds. Ids of no article are left out.
    Raises Forbidden, TooManyOnTop or OrderChanged.
    """
    require_to_arrange(by, desk)
    wanted = list(dict.fromkeys(ids))
    with transaction.atomic():
        lock_directory()
        now = timezone.now()
        held, stands, packages = as_it_stands(order, desk, now)
        if stands != list(expected):
            raise OrderChanged
        wanted = seen_by(by, wanted)
        if len(wanted) > MOST_ON_TOP:
            raise TooManyOnTop(most=MOST_ON_TOP)
        return write_order(held, desk, by, now, wanted, packages)


def seen_by(by: User, ids: list[int]) -> list[int]:
    """Those of the ids that are of articles this user may see, in their order."""
    found = set(Article.objects.open_to(by).filter(pk__in=ids).values_list("pk", flat=True))
    return [pk for pk in ids if pk in found]


def as_it_stands(
    order: PageOrder | None, desk: Desk | None, now: datetime
) -> tuple[PageOrder | None, list[int], dict[str, list[int]]]:
    """(what is to be written to, None for a new draft; what is on top; the packages) of an order that readers do not
    have yet, or for None of the page's draft, which begins as what holds. Raises OrderChanged.
    """
    held = _still_to_come(order, now) if order else draft_of(desk)
    stands = held or PageOrder.objects.of(desk).in_force(now).first()
    return held, stands.stories() if stands else [], stands.packages() if stands else {}


def write_order(
    held: PageOrder | None, desk: Desk | None, by: User, now: datetime, top: list[int], packages: dict[str, list[int]]
) -> PageOrder:
    """Write what stands on top and the packages under it, as `held` or as the page's draft; each story once.

    What is on top is in no package. A package of which too little is left is none.
    """
    order_changes(desk)
    kept = held or PageOrder(desk=desk)
    kept.changed_by, kept.changed_at = by, now
    kept.save()
    left = {title: [pk for pk in ids if pk not in top] for title, ids in packages.items()}
    places = [(pk, "") for pk in top]
    places += [(pk, title) for title, ids in left.items() if len(ids) >= LEAST_IN_PACKAGE for pk in ids]
    TopStory.objects.filter(order=kept).delete()
    TopStory.objects.bulk_create(
        TopStory(order=kept, article_id=pk, position=place, package=title) for place, (pk, title) in enumerate(places)
    )
    return kept


@noted
def let_hold(order: PageOrder, *, by: User, expected: Iterable[int], at: datetime | None = None) -> PageOrder:
    """Let readers have an order, which they do not have yet, from a moment on; from now on for None.

    It holds until the next one of its page begins. Raises Forbidden, OrderChanged, TimeIsPast or TimeIsTaken.
    """
    require_to_arrange(by, order.desk)
    with transaction.atomic():
        lock_directory()
        now = timezone.now()
        held, stories = _still_to_come(order, now), list(expected)
        if held.stories() != stories:
            raise OrderChanged
        if at is not None and at <= now:
            raise TimeIsPast
        before = PageOrder.objects.of(held.desk).in_force(at or now).first()
        there = {*held.all_stories(), *(before.all_stories() if before else ())}
        at_once = PageOrder.objects.of(held.desk).filter(goes_live_at=at or now).exclude(pk=held.pk)
        if at is not None and at_once.exists():
            raise TimeIsTaken
        at_once.delete()  # it would have held no time at all
        order_changes(held.desk)
        held.goes_live_at, held.changed_by, held.changed_at = at or now, by, now
        held.save()
        named = _named(held)
        _say(held.desk, by, named if at is None else f"{named}, from {at:%Y-%m-%d %H:%M %Z}")
        _tell(there)
    return held


@noted
def drop_order(order: PageOrder, *, by: User) -> None:
    """Throw away a draft, or an order whose time has not come. Raises Forbidden or OrderChanged."""
    require_to_arrange(by, order.desk)
    with transaction.atomic():
        lock_directory()
        held = _still_to_come(order, timezone.now())
        order_changes(held.desk)
        if held.goes_live_at:
            _say(held.desk, by, f"not from {held.goes_live_at:%Y-%m-%d %H:%M %Z}")
            _tell(set(held.all_stories()))
        held.delete()


def require_to_arrange(by: User, desk: Desk | None) -> None:
    """Raises Forbidden for a user who may not arrange a desk's page, or the front page for None."""
    require(may_order_front(by, desk), _("arrange {page}").format(page=desk.name if desk else _("the front page")))


def _still_to_come(order: PageOrder, now: datetime) -> PageOrder:
    """The order as it stands. Raises OrderChanged where it is gone, or readers have it by now."""
    held = PageOrder.objects.to_come(now).select_related("desk").filter(pk=order.pk).first()
    if held is None:
        raise OrderChanged
    return held


def _named(order: PageOrder) -> str:
    """By number: a headline may have to be removed by law, and the log is of no story that it would be found by."""
    packages = [f"package of {_listed(ids)}" for ids in order.packages().values()]
    return "; ".join([_listed(order.stories()) or "newest first", *packages])


def _listed(stories: list[int]) -> str:
    return ", ".join(f"story {pk}" for pk in stories)


def _say(desk: Desk | None, by: User, what: str) -> None:
    log_action(None, "arrange", by, f"{desk.name if desk else 'Front page'}: {what}")


def _tell(stories: set[int]) -> None:
    for pk in stories:
        transaction.on_commit(partial(timeline_changed.send, sender=None, article_id=pk))
