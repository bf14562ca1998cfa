"""What is planned, by its moment: editions to come, slots of stories that are not out, and when one is due; orders."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from articles.admin.shared.story_status import behind_in_words
from articles.editorial.permissions import may_assign, may_order_front, may_publish
from articles.embargo import Kind
from articles.models.article import Article, Stage
from articles.models.desk import Desk
from articles.models.edition import Edition
from articles.models.page_order import PageOrder
from articles.models.user import User

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

MOST_SHOWN = 500  # of each kind
GOES_LIVE, UPDATE, ENDS, PLANNED, DUE = _("Goes live"), _("Update"), _("Ends"), _("Planned"), _("Due")


@dataclass(frozen=True)
class Plan:
    """Something that is to happen with a story at a moment. `kind` is "published", "expired", "slot" or "due"."""

    kind: str
    at: datetime
    what: "Words"
    article: Article
    title: str
    edition: Edition | None = None
    behind: str = ""
    is_late: bool = False
    may_move: bool = False


class OrderBegins(NamedTuple):
    """From a moment on an order of a desk's page holds, or of the front page where `desk` is None."""

    at: datetime
    pk: int
    desk: Desk | None
    kind: str = "order"


def orders_between(start: datetime, end: datetime, now: datetime, user: User) -> list[OrderBegins]:
    """The orders that begin in that stretch of time and after `now`, of the pages that somebody arranges, in order."""
    orders = PageOrder.objects.filter(goes_live_at__gt=now, goes_live_at__gte=start, goes_live_at__lt=end)
    orders = orders.select_related("desk").order_by("goes_live_at", "pk")[:MOST_SHOWN]
    found = [(order.goes_live_at, order) for order in orders if may_order_front(user, order.desk)]
    return [OrderBegins(at, order.pk, order.desk) for at, order in found if at is not None]


def plans_between(start: datetime, end: datetime, now: datetime, user: User) -> list[Plan]:
    """What is planned in that stretch of time, as far as somebody may see it, in order."""
    plans = [*_editions(start, end, now, user), *_slots(start, end, now, user), *_dues(start, end, now, user)]
    return sorted(plans, key=lambda plan: (plan.at, plan.article.pk, plan.kind))


def can_be_moved(edition: Edition, *, is_update: bool) -> bool:
    """Whether an edition to come is moved to another moment as it stands.

    With an update goes what readers are told of it, and where other words are written by now somebody has to choose.
    """
    is_as_written = edition.article.published_version == edition.article.version
    return edition.kind == Kind.PUBLISHED and is_as_written and not is_update


def _editions(start: datetime, end: datetime, now: datetime, user: User) -> Iterator[Plan]:
    """The editions that begin after `now`; of no sealed story."""
    started = Edition.objects.started(now).filter(article=OuterRef("article"), kind=Kind.PUBLISHED)
    pending = Edition.objects.pending(now).shown_to_colleagues(now)
    pending = pending.filter(goes_live_at__gte=start, goes_live_at__lt=end).annotate(is_update=Exists(started))
    pending = pending.select_related("article", "article__desk", "article__assigned_to", "revision").defer(
        "revision__snapshot"
    )
    for edition in pending.order_by("goes_live_at", "pk")[:MOST_SHOWN]:
        is_update = bool(vars(edition)["is_update"])
        is_behind = edition.kind == Kind.PUBLISHED and edition.article.published_version != edition.article.version
        yield Plan(
            edition.kind,
            edition.goes_live_at,
            ENDS if edition.kind == Kind.EXPIRED else UPDATE if is_update else GOES_LIVE,
            edition.article,
            edition.headline or str(edition.article),
            edition,
            behind_in_words(edition, now) if is_behind else "",
            may_move=can_be_moved(edition, is_update=is_update) and may_publish(user, edition.article),
        )


def _slots(start: datetime, end: datetime, now: datetime, user: User) -> Iterator[Plan]:
    stories = _not_out(now, user).filter(slot_at__gte=start, slot_at__lt=end)
    for story in stories.order_by("slot_at", "pk")[:MOST_SHOWN]:
        if story.slot_at is not None:
            may_move = may_assign(user, story)
            yield Plan(
                "slot", story.slot_at, PLANNED, story, str(story), is_late=story.slot_at < now, may_move=may_move
            )


def _dues(start: datetime, end: datetime, now: datetime, user: User) -> Iterator[Plan]:
    """When stories are wanted that nobody has handed in."""
    stories = _not_out(now, user).exclude(stage__in=[Stage.SUBMITTED, Stage.APPROVED])
    stories = stories.filter(due_at__gte=start, due_at__lt=end)
    for story in stories.order_by("due_at", "pk")[:MOST_SHOWN]:
        if story.due_at is not None:
            yield Plan("due", story.due_at, DUE, story, str(story), is_late=story.due_at < now)


def _not_out(now: datetime, user: User) -> QuerySet[Article]:
    """The stories that neither are out nor go out by themselves, as far as they are open to somebody."""
    ahead = Edition.objects.filter(article=OuterRef("pk"), ends_at__gt=now)
    stories = Article.objects.on_boards().open_to(user).filter(~Exists(ahead))
    return stories.select_related("desk", "assigned_to", "created_by")
