"""What is on the desk today for one person: each list a question for stories, and what it is called."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.embargo import Kind
from articles.models.article import IS_AHEAD, Article, Stage
from articles.models.edition import Edition
from articles.models.person_suggestion import PersonSuggestion
from articles.models.section import PhotoPlacement
from articles.models.user import User
from media.models import Photo

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

MOST_COUNTED = 50
RISK_DAYS = timedelta(days=30)
PLANNED_DAYS = timedelta(days=7)
BOARD = "admin:articles_article_changelist"


@dataclass(frozen=True)
class DeskList:
    """A list of the home page: its name in the page, its heading, what is said when it is empty, where all of it is."""

    name: str
    title: "Words"
    empty: "Words"
    leads_to: str = ""

    @property
    def address(self) -> str:
        """The address of the screen that has all of it, or ""."""
        if self.leads_to.startswith("?"):
            return reverse(BOARD) + self.leads_to
        return reverse(self.leads_to) if self.leads_to else ""


SENT_BACK = DeskList(
    "sent-back",
    _("Sent back"),
    _("Nothing was sent back. What is will stand here, with the reason."),
    "?state=sent_back",
)
WAITING = DeskList("waiting", _("Waiting for review"), _("Nobody waits for a decision."), "?state=submitted")
APPROVED = DeskList(
    "approved",
    _("Approved, and not out yet"),
    _("Nothing that was approved waits to go out."),
    "?state=approved",
)
MINE = DeskList("mine", _("Mine"), _("You have nothing in hand. Begin with “New story”."), "?state=mine")
PLANNED = DeskList(
    "planned",
    _("Planned and late"),
    _("Nothing is due this week. “Who writes it” on a story says who and until when."),
    "admin:articles_article_planned",
)
TODAY = DeskList(
    "today",
    _("Going out today"),
    _("Nothing goes out today yet. What is published or scheduled stands here by the hour."),
    "admin:articles_article_planned",
)
CHANGED = DeskList(
    "changed", _("Live, with changes not yet published"), _("Readers have all that was written."), "?state=ahead"
)
PICTURES = DeskList(
    "pictures", _("Without a photo"), _("Every story that waits has its lead photo."), "?state=submitted"
)
RISK = DeskList(
    "risk", _("At risk: a photo’s licence ends"), _("No licence ends within 30 days."), "admin:media_photo_at_risk"
)


def lists_for(user: User) -> tuple[DeskList, ...]:
    """The lists that concern somebody with these rights, in their order."""
    pictures = (PICTURES,) if user.has_perm("articles.place_photos") else ()
    if pictures and not user.has_perm("articles.add_article"):
        return (PICTURES, RISK, TODAY, MINE, SENT_BACK, WAITING, CHANGED, PLANNED)
    if user.has_perm("articles.approve_article"):
        approved = (APPROVED,) if user.has_perm("articles.publish_article") else ()
        return (WAITING, *approved, TODAY, SENT_BACK, MINE, PLANNED, CHANGED, *pictures, RISK)
    return (SENT_BACK, MINE, PLANNED, WAITING, TODAY, CHANGED, RISK)


def questions(user: User, now: datetime) -> dict[str, QuerySet[Any, Any]]:
    """{name of a list: the ids of its stories, as a query}, at most MOST_COUNTED and one more of each."""
    here, own = _open_to(user), Q(created_by=user) | Q(assigned_to=user)
    on_desk = _on_desks(user)
    theirs = _either(own, on_desk) if user.has_perm("articles.approve_article") else own
    ahead = Edition.objects.filter(article=OuterRef("pk"), ends_at__gt=now)
    # As the board's tabs say it: that an index of stages is of no use for a draft, which nearly all stories are.
    is_draft = ~Q(stage__in=[Stage.SENT_BACK, Stage.SUBMITTED])
    asked = {
        "sent-back": here.filter(theirs, stage=Stage.SENT_BACK),
        "waiting": here.filter(_decided_by(user, own, on_desk), stage=Stage.SUBMITTED).order_by("changed_at", "pk"),
        "approved": here.filter(_either(own, on_desk), IS_AHEAD, stage=Stage.APPROVED).order_by("changed_at", "pk"),
        "mine": here.filter(IS_AHEAD, is_draft, own, ~Exists(ahead)),
        "planned": here.filter(
            theirs,
            IS_AHEAD,
            Q(due_at__lt=now + PLANNED_DAYS) | Q(slot_at__lt=now + PLANNED_DAYS),
            ~Exists(ahead),
        )
        .exclude(stage__in=[Stage.SUBMITTED, Stage.APPROVED])
        .order_by(Coalesce("due_at", "slot_at"), "pk"),
        "changed": here.filter(_either(own, on_desk), IS_AHEAD, Exists(ahead.filter(kind=Kind.PUBLISHED))),
        "pictures": here.alias(photo=Coalesce("lead_photo_id", 0)).filter(
            # What is in review is ahead of what is out, and no index of photos is of use: an archive may have none.
            # Both are said so that few stories are looked at.
            on_desk,
            IS_AHEAD,
            stage__in=[Stage.SUBMITTED, Stage.APPROVED],
            photo=0,
        ),
    }
    found: dict[str, QuerySet[Any, Any]] = {name: question.values("pk") for name, question in asked.items()}
    morning, night = day_of(now)
    # Two questions, each of which reads an index and stops: to come by the hour, and what is out, the newest first.
    to_come, out = Q(goes_live_at__gt=now, goes_live_at__lt=night), Q(goes_live_at__gte=morning, goes_live_at__lte=now)
    found["to come"] = _on_air(user, now).filter(to_come).order_by("goes_live_at", "pk")
    found["out"] = _on_air(user, now).filter(out).order_by("-goes_live_at", "-pk")
    found["risk"] = _at_risk(user, now)
    if user.has_perm("articles.view_personsuggestion"):
        found["people"] = PersonSuggestion.objects.filter(article__is_sealed=False).order_by("pk").values("pk")
    return {name: question[: MOST_COUNTED + 1] for name, question in found.items()}


def day_of(now: datetime) -> tuple[datetime, datetime]:
    """When the day of the person at work began, and when it ends."""
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight, midnight + timedelta(days=1)


def _open_to(user: User) -> QuerySet[Article]:
    """The stories that somebody may open, the last changed first; neither templates nor scraps."""
    return Article.objects.on_boards().open_to(user).order_by("-changed_at", "-pk")


def _on_desks(user: User) -> Q:
    """The condition that a story is one of somebody's desks', or of none yet."""
    desks = user.desk_ids()
    return Q(desk__in=desks) | Q(desk=None) if desks else Q()


def _either(own: Q, on_desk: Q) -> Q:
    """The condition that a story is somebody's own or on their desks; where these are all desks, that it is any."""
    return own | on_desk if on_desk else Q()


def _decided_by(user: User, own: Q, on_desk: Q) -> Q:
    """The condition on stories in review that somebody waits for: to decide on, or for the decision."""
    if not user.has_perm("articles.approve_article"):
        return own
    return on_desk & ~own if settings.FOUR_EYES else _either(own, on_desk)


def _on_air(user: User, now: datetime) -> QuerySet[Any, Any]:
    """The stories of somebody's desks that readers have or will have."""
    editions = Edition.objects.shown_to_colleagues(now).filter(kind=Kind.PUBLISHED, ends_at__gt=now)
    if desks := user.desk_ids():
        editions = editions.filter(desk__in=desks)
    return editions.values("article_id")


def _at_risk(user: User, now: datetime) -> QuerySet[Any, Any]:
    """The live stories that lose a photo soon."""
    ending = Photo.objects.filter(licence_ends_at__gt=now, licence_ends_at__lte=now + RISK_DAYS)
    placed = PhotoPlacement.objects.live(now).filter(photo__in=ending.order_by().values("pk"))
    if desks := user.desk_ids():
        placed = placed.filter(edition__desk__in=desks)
    return placed.order_by("article_id").values("article_id").distinct()
