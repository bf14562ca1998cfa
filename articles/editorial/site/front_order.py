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
from articles.models.page_order import MOST_ON_TOP, PageOrder, TopStory
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
    _require(by, desk)
    wanted = list(dict.fromkeys(ids))
    with transaction.atomic():
        lock_directory()
        now = timezone.now()
        held = _still_to_come(order, now) if order else draft_of(desk)
        if (held.stories() if held else front_order(desk, now)) != list(expected):
            raise OrderChanged
        found = set(Article.objects.open_to(by).filter(pk__in=wanted).values_list("pk", flat=True))
        wanted = [pk for pk in wanted if pk in found]
        if len(wanted) > MOST_ON_TOP:
            raise TooManyOnTop(most=MOST_ON_TOP)
        order_changes(desk)
        kept = held or PageOrder(desk=desk)
        kept.changed_by, kept.changed_at = by, now
        kept.save()
        TopStory.objects.filter(order=kept).delete()
        TopStory.objects.bulk_create(
            TopStory(order=kept, article_id=pk, position=place) for place, pk in enumerate(wanted)
        )
    return kept


@noted
def let_hold(order: PageOrder, *, by: User, expected: Iterable[int], at: datetime | None = None) -> PageOrder:
    """Let readers have an order, which they do not have yet, from a moment on; from now on for None.

    It holds until the next one of its page begins. Raises Forbidden, OrderChanged, TimeIsPast or TimeIsTaken.
    """
    _require(by, order.desk)
    with transaction.atomic():
        lock_directory()
        now = timezone.now()
        held, stories = _still_to_come(order, now), list(expected)
        if held.stories() != stories:
            raise OrderChanged
        if at is not None and at <= now:
            raise TimeIsPast
        before = front_order(held.desk, at or now)
        at_once = PageOrder.objects.of(held.desk).filter(goes_live_at=at or now).exclude(pk=held.pk)
        if at is not None and at_once.exists():
            raise TimeIsTaken
        at_once.delete()  # it would have held no time at all
        order_changes(held.desk)
        held.goes_live_at, held.changed_by, held.changed_at = at or now, by, now
        held.save()
        _say(held.desk, by, _named(stories) if at is None else f"{_named(stories)}, from {at:%Y-%m-%d %H:%M %Z}")
        _tell({*stories, *before})
    return held


@noted
def drop_order(order: PageOrder, *, by: User) -> None:
    """Throw away a draft, or an order whose time has not come. Raises Forbidden or OrderChanged."""
    _require(by, order.desk)
    with transaction.atomic():
        lock_directory()
        held = _still_to_come(order, timezone.now())
        order_changes(held.desk)
        if held.goes_live_at:
            _say(held.desk, by, f"not from {held.goes_live_at:%Y-%m-%d %H:%M %Z}")
            _tell(set(held.stories()))
        held.delete()


def _require(by: User, desk: Desk | None) -> None:
    require(may_order_front(by, desk), _("arrange {page}").format(page=desk.name if desk else _("the front page")))


def _still_to_come(order: PageOrder, now: datetime) -> PageOrder:
    """The order as it stands. Raises OrderChanged where it is gone, or readers have it by now."""
    held = PageOrder.objects.to_come(now).select_related("desk").filter(pk=order.pk).first()
    if held is None:
        raise OrderChanged
    return held


def _named(stories: list[int]) -> str:
    """By number: a headline may have to be removed by law, and the log is of no story that it would be found by."""
    return ", ".join(f"story {pk}" for pk in stories) or "newest first"


def _say(desk: Desk | None, by: User, what: str) -> None:
    log_action(None, "arrange", by, f"{desk.name if desk else 'Front page'}: {what}")


def _tell(stories: set[int]) -> None:
    for pk in stories:
        transaction.on_commit(partial(timeline_changed.send, sender=None, article_id=pk))
