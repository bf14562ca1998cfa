"""The calendar of what is planned: stories and updates that go live by themselves, and stories that expire."""

from calendar import Calendar
from datetime import MAXYEAR, MINYEAR, date, datetime, time, timedelta
from typing import Any

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef
from django.http import HttpResponse
from django.urls import URLPattern
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.shared.screens import at, screen
from articles.admin.shared.staff_request import StaffRequest
from articles.admin.shared.story_status import behind_in_words
from articles.admin.shared.user_time_zone import which_clock
from articles.embargo import Kind
from articles.models.edition import Edition

MOST_SHOWN = 500  # a month


def urls(admin: ModelAdmin) -> list[URLPattern]:
    """The address among the stories' screens, for the ModelAdmin `admin`."""
    return [at(admin, "planned/", planned, "planned")]


def planned(admin: ModelAdmin, request: StaffRequest) -> HttpResponse:
    """A month, `?month=2026-05` or the present one, in weeks from Monday, with what is still to come in it."""
    if not admin.has_view_permission(request):
        raise PermissionDenied
    now = timezone.now()
    today = timezone.localdate(now)
    first = _first_day(request.GET.get("month", ""), today)
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    plans = plans_between(_midnight(weeks[0][0]), _midnight(weeks[-1][-1] + timedelta(days=1)), now)
    of_day: dict[date, list[Any]] = {}
    for plan in plans:
        of_day.setdefault(timezone.localdate(plan.goes_live_at), []).append(plan)
    context = {
        "first": first,
        "weeks": [[(day, of_day.get(day, [])) for day in week] for week in weeks],
        "is_empty": not any(day in of_day for week in weeks for day in week),
        "today": today,
        "before": _previous_month(first),
        "after": _next_month(first),
        "clock": which_clock(),
    }
    return screen(admin, request, "board/calendar", _("Planned"), **context)


def plans_between(start: datetime, end: datetime, now: datetime) -> list[Edition]:
    """The editions that begin after `now` in that stretch of time, in order, with their articles; of no sealed story.

    Each says in `is_update` whether the story has been out before, and in `behind` that another text is written by now.
    """
    started = Edition.objects.started(now).filter(article=OuterRef("article"), kind=Kind.PUBLISHED)
    pending = (
        Edition.objects.pending(now).shown_to_colleagues(now).filter(goes_live_at__gte=start, goes_live_at__lt=end)
    )
    pending = pending.annotate(is_update=Exists(started)).select_related("article", "article__desk", "revision")
    plans: list[Any] = list(pending.defer("revision__snapshot").order_by("goes_live_at", "pk")[:MOST_SHOWN])
    for plan in plans:
        is_behind = plan.kind == Kind.PUBLISHED and plan.article.published_version != plan.article.version
        plan.behind = behind_in_words(plan, now) if is_behind else ""
    return plans


def _first_day(month, today):
    """The first day of a month named as "2026-05"; of the present one for anything else."""
    try:
        named = date.fromisoformat(f"{month}-01")
    except ValueError:
        named = today
    # Its neighbours, and the weeks that reach into them, have to be dates too.
    return (named if MINYEAR < named.year < MAXYEAR else today).replace(day=1)


def _next_month(day):
    year, month = divmod(day.year * 12 + day.month, 12)
    return date(year, month + 1, 1)


def _previous_month(first):
    year, month = divmod(first.year * 12 + first.month - 2, 12)
    return date(year, month + 1, 1)


def _midnight(day):
    return timezone.make_aware(datetime.combine(day, time.min))
