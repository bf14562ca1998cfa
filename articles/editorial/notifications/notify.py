"""Writes down whom what is to be told, in the transaction of the verb that did it: what is undone is told to nobody."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from itertools import islice

from django.db.models import Q
from django.utils import timezone

from articles.editorial.permissions import may_approve, may_open
from articles.models.article import Article
from articles.models.staff_message import StaffMessage, Told, Way
from articles.models.user import User

MODEL_BACKEND = "django.contrib.auth.backends.ModelBackend"
SYSTEM = "system"  # who imports; nobody reads what it is told
MOST_CONCERNED = 30
MORNING = time(7)  # on each person's clock
# How somebody hears of it who has not chosen; whatever is not here comes by mail at once.
USUAL = {Told.CHANGED: Way.DIGEST, Told.FAILED: Way.NEVER}
SAID_IN_CHANNEL = (Told.HANDED_IN, Told.APPROVED, Told.SCHEDULED, Told.PUBLISHED, Told.CORRECTED)


def notify(people: Iterable[User], kind: Told, article: Article | None, *, by: User | None, note: str = "") -> None:
    """Tell each of these people once, but for `by` and those who may not open the story."""
    now = timezone.now()
    if article is not None and article.is_sealed:
        note = ""  # which is about its words; the story's screen has it
    told = {
        person.pk: person
        for person in people
        if person != by and person.is_active and person.is_staff and (article is None or may_open(person, article))
    }
    said = {"article": article, "kind": kind, "by": by, "at": now, "note": note}
    ways = [(person, way_for(person, kind)) for person in told.values()]
    StaffMessage.objects.bulk_create(
        StaffMessage(user=person, way=way, due_at=due_of(way, person, now), **said) for person, way in ways
    )


def notify_editors(article: Article, *, by: User) -> None:
    """Tell those who may approve the story, and the desk's channel, that `by` has handed it in."""
    editors = User.objects.with_perm("articles.approve_article", backend=MODEL_BACKEND, include_superusers=False)
    notify([user for user in editors if may_approve(user, article)], Told.HANDED_IN, article, by=by)
    post_to_channel(article, Told.HANDED_IN, by=by)


def notify_writers(
    article: Article, kind: Told, *, by: User, note: str = "", people: Iterable[User] | None = None
) -> None:
    """Tell who writes the story what somebody else has done with it, and the desk's channel.

    Those in `people` are told instead where somebody has chosen them, and nobody where there are none.
    """
    notify(writers_of(article) if people is None else people, kind, article, by=by, note=note)
    post_to_channel(article, kind, by=by)


def notify_changed(article: Article, *, by: User) -> None:
    """Tell who writes the story that somebody else has changed it; once until they have looked."""
    if by.pk in (article.created_by_id, article.assigned_to_id):
        return
    unread = StaffMessage.objects.filter(article=article, kind=Told.CHANGED, read_at=None)
    known = set(unread.values_list("user_id", flat=True))
    notify([person for person in writers_of(article) if person.pk not in known], Told.CHANGED, article, by=by)


def post_to_channel(article: Article, kind: Told, *, by: User) -> None:
    """Let the channel of the story's desk hear of it, where it has one; never of a sealed story."""
    if kind not in SAID_IN_CHANNEL or article.is_sealed or article.desk is None or not article.desk.channel:
        return
    now = timezone.now()
    StaffMessage.objects.create(
        desk=article.desk, article=article, kind=kind, by=by, at=now, way=Way.CHANNEL, due_at=now
    )


def forget(article: Article, named: Iterable[User]) -> None:
    """Take back what others were told of a story that is sealed to these people, and the words that were told them."""
    messages = StaffMessage.objects.filter(article=article)
    messages.exclude(user__in=list(named)).delete()
    messages.update(note="")


def writers_of(article: Article) -> list[User]:
    """Who began the story, and to whom it is assigned."""
    return [person for person in (article.created_by, article.assigned_to) if person is not None]


def concerned_with(article: Article, *, by: User) -> list[User]:
    """The members of staff, but for `by`, who have to do with the story, its writers first; at most MOST_CONCERNED.

    They began it, are to write it, saved or discussed it, or work for its desk, and may open it.
    """
    worked = Q(pk__in=article.revisions.order_by().values("made_by")) | Q(pk__in=article.comments.values("by"))
    on_desk = Q(desks=article.desk_id) if article.desk_id is not None else Q(pk__in=())
    staff = User.objects.filter(worked | on_desk, is_active=True, is_staff=True)
    found = {person.pk: person for person in (*writers_of(article), *staff.order_by("username").distinct())}
    others = (each for each in found.values() if each != by and each.username != SYSTEM)
    here = (each for each in others if each.is_active and each.is_staff and may_open(each, article))
    return list(islice(here, MOST_CONCERNED))


def way_for(person: User, kind: str) -> Way:
    """How that person wants to hear of what."""
    chosen = Way(person.told_by[kind]) if person.told_by.get(kind) in Way.values else USUAL.get(Told(kind), Way.MAIL)
    return chosen if person.email else Way.NEVER


def due_of(way: Way, person: User, now: datetime) -> datetime | None:
    """When a message that goes that way is to go out."""
    if way == Way.NEVER:
        return None
    if way != Way.DIGEST:
        return now
    local = now.astimezone(person.zone or timezone.get_default_timezone())
    morning = datetime.combine(local.date(), MORNING, tzinfo=local.tzinfo)
    return morning if morning > local else morning + timedelta(days=1)
