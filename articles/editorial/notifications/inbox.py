"""Somebody's inbox: what they were told, what of it they have looked at, and how they want to hear of what."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db.models import QuerySet

from articles.editorial.notifications.notify import USUAL
from articles.models.article import Article
from articles.models.staff_message import StaffMessage, Told, Way
from articles.models.user import User

CHOICES = (Way.MAIL, Way.DIGEST, Way.NEVER)


def messages_of(user: User) -> QuerySet[StaffMessage]:
    """What somebody was told, the newest first; nothing of a story that was sealed to others since."""
    mine = StaffMessage.objects.filter(user=user).exclude(article__is_sealed=True)
    open_ones = Article.objects.open_to(user).filter(is_sealed=True).values("pk")
    mine = mine | StaffMessage.objects.filter(user=user, article__in=open_ones)
    return mine.select_related("article", "by").order_by("-at", "-pk")


def unread_of(user: User) -> int:
    """How many things somebody was told and has not looked at."""
    return messages_of(user).filter(read_at=None).count()


def mark_read(user: User, now: datetime, *, messages: Iterable[int] | None = None, story: int | None = None) -> None:
    """Note that somebody has looked at these of their messages, at those about a story, or at all."""
    unread = StaffMessage.objects.unread_by(user)
    if messages is not None:
        unread = unread.filter(pk__in=list(messages))
    if story is not None:
        unread = unread.filter(article=story)
    unread.update(read_at=now)


def ways_of(user: User) -> dict[Told, Way]:
    """How somebody hears of each kind of thing."""
    usual = {kind: USUAL.get(kind, Way.MAIL) for kind in Told}
    return {kind: Way(user.told_by.get(kind, way)) for kind, way in usual.items()}


def choose_ways(user: User, ways: Mapping[str, str]) -> None:
    """Note how somebody wants to hear of what; kinds and ways that there are not are passed over."""
    allowed = set(CHOICES)
    user.told_by = {kind: way for kind, way in ways.items() if kind in Told.values and way in allowed}
    user.save(update_fields=["told_by"])
