"""The desk today: what waits for the person who has signed in, and a fragment of it that keeps the page fresh."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import F, Q, Sum, Window
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.formats import date_format
from django.utils.http import quote_etag
from django.utils.translation import gettext as _

from articles.admin.shared.staff_request import StaffRequest
from articles.admin.shared.story_status import state_on_lists, timeline_ahead, with_timeline
from articles.admin.shared.user_time_zone import user_time, which_clock
from articles.admin.today.lists import MOST_COUNTED, PLANNED, TODAY, DeskList, day_of, lists_for, questions
from articles.database.one_trip import ids_of
from articles.editorial.notifications.sentences import called
from articles.editorial.permissions import may_assign, may_look, may_write
from articles.editorial.writing.presence import SILENCE
from articles.embargo import Kind
from articles.models.article import Article, Stage
from articles.models.log_entry import LogEntry
from articles.models.open_sheet import OpenSheet
from articles.models.user import User
from articles.models.view_count import ViewCount

MOST_SHOWN = 8  # rows of a list; its heading leads to the rest
MOST_READ = 5


@dataclass
class Entry:
    """A row of a list: a story, what is said of it, and the note with which it was sent back."""

    article: Article
    told: list[str]
    when: str = ""
    note: str = ""
    is_late: bool = False


@dataclass
class Shown:
    """A list as it is drawn: its number, "50+" where there are more, and its first rows."""

    of: DeskList
    number: str
    entries: list[Entry] = field(default_factory=list)

    @property
    def has_more(self) -> bool:
        """Whether there is more than is shown."""
        return self.number != str(len(self.entries))


def desk_context(request: StaffRequest) -> dict[str, Any]:
    """The template variables of the first page, for whoever may see the desk; else {}."""
    if not may_look(request.user):
        return {}
    more = {
        "desk_address": reverse("admin:today"),
        "may_begin": may_write(request.user),
        "may_assign": may_assign(request.user, Article()),
        "title": _("The desk today"),
    }
    return {**desk_today(request.user, timezone.now()), **more, "is_nav_sidebar_enabled": False}


def today(request: StaffRequest) -> HttpResponse:
    """Answer with the lists alone, as the page asks for them again and again; an unchanged one is a 304."""
    if not may_look(request.user):
        raise PermissionDenied
    answer = render(request, "admin/articles/today/lists.html", desk_today(request.user, timezone.now()))
    # Private pages are kept by no browser and so have no ETag by themselves; this one asks with the last one's.
    answer["ETag"] = quote_etag(sha256(answer.content).hexdigest()[:32])
    return get_conditional_response(request, etag=answer["ETag"], response=answer) or answer


def desk_today(user: User, now: datetime) -> dict[str, Any]:
    """The template variables of the desk, for that person at that moment, in a fixed number of queries."""
    ids = ids_of(questions(user, now))
    ids["today"] = (ids["to come"] + ids["out"])[: MOST_COUNTED + 1]
    shown = [(each, ids[each.name]) for each in lists_for(user)]
    wanted = {pk for _list, found in shown for pk in found[:MOST_SHOWN]}
    stories = Article.objects.filter(pk__in=wanted).select_related("desk", "created_by", "assigned_to")
    by_id = {story.pk: story for story in with_timeline(stories, now)}
    notes = _notes([by_id[pk] for pk in ids["sent-back"][:MOST_SHOWN] if pk in by_id])
    lists = [
        Shown(
            each,
            _number(found),
            [_entry(each, by_id[pk], notes, now) for pk in found[:MOST_SHOWN] if pk in by_id],
        )
        for each, found in shown
    ]
    people = ids.get("people", [])
    return {
        "lists": [each for each in lists if each.entries or each.of.name in ALWAYS_SHOWN],
        "quiet": [each.of for each in lists if not (each.entries or each.of.name in ALWAYS_SHOWN)],
        "suggested_people": _number(people) if people else "",
        "writing": _writing_now(user, now),
        "readings": _readings(now) if user.has_perm("articles.change_publisher") else None,
        "clock": which_clock(),
        "day": timezone.localtime(now),
    }


# The lists that say so when they are empty; the others are named in one line then.
ALWAYS_SHOWN = ("mine", "sent-back", "waiting", "today")


def _number(found: list[int]) -> str:
    return f"{MOST_COUNTED}+" if len(found) > MOST_COUNTED else str(len(found))


def _entry(of: DeskList, story: Article, notes: dict[int, LogEntry], now: datetime) -> Entry:
    """A story as a row of that list; of a sealed one nothing is said but that it is."""
    if story.is_sealed:
        return Entry(story, [_("Sealed")])
    told = [str(story.desk) if story.desk else _("No desk")]
    if of is not TODAY:
        told.append(state_on_lists(story, now))
    writer = story.assigned_to or story.created_by
    if writer is not None:
        told.append(called(writer))
    entry = Entry(story, told)
    if of is TODAY:
        entry.when, is_out = _hour(story, now)
        told.append(_("live") if is_out else _("scheduled"))
    elif of is PLANNED and (wanted := story.due_at or story.slot_at) is not None:
        entry.when, entry.is_late = user_time(wanted), wanted < now
    if story.stage == Stage.SENT_BACK and story.pk in notes:
        by = notes[story.pk].by
        entry.note = notes[story.pk].note
        if by is not None:
            told.append(_("sent back by %(name)s") % {"name": called(by)})
    if story.open_comments:
        told.append(_("open comments: %(n)s") % {"n": story.open_comments})
    return entry


def _hour(story: Article, now: datetime) -> tuple[str, bool]:
    """The hour at which a story goes out today, or went, and whether it is out."""
    current, pending = timeline_ahead(story, now)
    start, end = day_of(now)
    coming = [each.goes_live_at for each in pending if each.kind == Kind.PUBLISHED and start <= each.goes_live_at < end]
    at = coming[0] if coming else current.goes_live_at if current else now
    return date_format(timezone.localtime(at), "TIME_FORMAT"), at <= now


def _notes(stories: Iterable[Article]) -> dict[int, LogEntry]:
    """{story id: the newest entry of the log that sends it back}."""
    entries = LogEntry.objects.filter(article__in=[story.pk for story in stories], verb="send-back")
    found: dict[int, LogEntry] = {}
    for entry in entries.select_related("by").order_by("at", "pk"):
        if entry.article_id is not None:
            found[entry.article_id] = entry
    return found


def _writing_now(user: User, now: datetime) -> list[tuple[Article, str]]:
    """(story, who has it open) of the stories that somebody is at just now and that `user` may open."""
    sealed = Article.objects.open_to(user).filter(is_sealed=True).values("pk")
    is_open = Q(article__is_sealed=False) | Q(article__in=sealed)
    rows = OpenSheet.objects.here(now - SILENCE).filter(is_open)
    names: dict[Article, list[str]] = {}
    for row in rows.select_related("article", "user")[:MOST_COUNTED]:
        if called(row.user) not in names.setdefault(row.article, []):
            names[row.article].append(called(row.user))
    return [(story, ", ".join(who)) for story, who in names.items()]


def _readings(now: datetime) -> dict[str, Any]:
    """How often stories were read to the end today, and which most."""
    rows = ViewCount.objects.filter(date=timezone.localdate(now)).select_related("article")
    total = Window(Sum("times"))
    read = list(rows.annotate(total=total).order_by(F("times").desc(), "pk")[:MOST_READ])
    return {
        "rows": read,
        "total": read[0].total if read else 0,
        "address": reverse("admin:articles_viewcount_changelist"),
    }
