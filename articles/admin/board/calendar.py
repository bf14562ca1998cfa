"""Planned: what is to come, by day, week and month; stories are moved to another hour by dragging or by their keys.

Orders of pages that begin stand there too, for those who arrange them.
"""

from calendar import Calendar
from datetime import MAXYEAR, MINYEAR, date, datetime, time, timedelta
from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.board.plans import OrderBegins, Plan, can_be_moved, orders_between, plans_between
from articles.admin.shared.params import number_in
from articles.admin.shared.screens import at, require_open, screen
from articles.admin.shared.staff_request import StaffRequest
from articles.admin.shared.user_time_zone import both_times, which_clock
from articles.editorial.permissions import Forbidden, may_assign
from articles.editorial.publishing.correction_prompt import NO_CORRECTION
from articles.editorial.publishing.schedule import schedule
from articles.editorial.refusals import Refusal
from articles.editorial.writing.assignment import move_slot
from articles.embargo import Kind
from articles.models.article import Article
from articles.models.edition import Edition
from media.date_time_field import LocalDateTimeField

VIEWS = ("day", "week", "month")
Planned = Plan | OrderBegins


def urls(admin: ModelAdmin) -> list[URLPattern]:
    """The address among the stories' screens, for the ModelAdmin `admin`."""
    return [at(admin, "planned/", planned, "planned")]


def planned(admin: ModelAdmin, request: StaffRequest) -> HttpResponse:
    """A day, a week or a month, `?view=week&day=2026-05-20` or `?month=2026-05`, with what is to come; a POST moves."""
    if not admin.has_view_permission(request):
        raise PermissionDenied
    view = request.GET.get("view", "")
    view = view if view in VIEWS else "month"
    if request.method == "POST" and "story" in request.POST:
        return HttpResponseRedirect(_moved(request))
    now, today = timezone.now(), timezone.localdate()
    day = _day(request.GET.get("day", "") or f"{request.GET.get('month', '')}-01", today)
    weeks = _weeks(view, day)
    stretch = _midnight(weeks[0][0]), _midnight(weeks[-1][-1] + timedelta(days=1))
    plans: list[Planned] = [*orders_between(*stretch, now, request.user), *plans_between(*stretch, now, request.user)]
    plans.sort(key=lambda plan: plan.at)
    context = {
        "view": view,
        "day": day,
        "first": day.replace(day=1),
        "is_empty": not plans,
        "today": today,
        "views": [(name, label, name == view) for name, label in zip(VIEWS, _names(), strict=True)],
        "before": _step(view, day, -1),
        "after": _step(view, day, 1),
        "clock": which_clock(),
        "screen_keys": [(_("Alt and an arrow"), _("Move the story that has the focus to another hour or day"))],
        "may_assign": may_assign(request.user, Article()),
        **(_by_day(weeks, plans) if view == "month" else _by_hour(weeks[0], plans)),
    }
    return screen(admin, request, "board/calendar", _("Planned"), **context)


def _names() -> tuple[str, str, str]:
    return _("Day"), _("Week"), _("Month")


def _weeks(view: str, day: date) -> list[list[date]]:
    """The days that are shown, in weeks from Monday."""
    if view == "month":
        return Calendar().monthdatescalendar(day.year, day.month)
    if view == "week":
        monday = day - timedelta(days=day.weekday())
        return [[monday + timedelta(days=number) for number in range(7)]]
    return [[day]]


def _by_day(weeks: list[list[date]], plans: list[Planned]) -> dict[str, Any]:
    of_day: dict[date, list[Planned]] = {}
    for plan in plans:
        of_day.setdefault(timezone.localdate(plan.at), []).append(plan)
    return {"weeks": [[(day, of_day.get(day, [])) for day in week] for week in weeks]}


def _by_hour(days: list[date], plans: list[Planned]) -> dict[str, Any]:
    """Rows of 24 hours: (hour, [(the day's hour as a field for a time has it, its plans), …])."""
    of_hour: dict[tuple[date, int], list[Planned]] = {}
    for plan in plans:
        local = timezone.localtime(plan.at)
        of_hour.setdefault((local.date(), local.hour), []).append(plan)
    hours = [
        (f"{hour:02}:00", [(f"{day}T{hour:02}:00", of_hour.get((day, hour), [])) for day in days]) for hour in range(24)
    ]
    return {"days": days, "hours": hours}


def _moved(request: StaffRequest) -> str:
    """Move what was dragged, say what happened, and return the address of the page on which that was done."""
    article = get_object_or_404(Article, pk=number_in(request.POST["story"]) or 0)
    require_open(request, article, "planned")
    try:
        moment = LocalDateTimeField(label="").clean(request.POST.get("to", ""))
        _move(article, moment, request)
        messages.success(
            request, _("“%(story)s” is moved to %(time)s.") % {"story": article, "time": both_times(moment)}
        )
    except Forbidden as forbidden:
        raise PermissionDenied from forbidden
    except (Refusal, ValidationError) as wrong:
        messages.error(request, " ".join(getattr(wrong, "messages", [str(wrong)])))
    return f"{reverse('admin:articles_article_planned')}?{request.GET.urlencode()}"


def _move(article: Article, moment: datetime, request: StaffRequest) -> None:
    """Schedule what goes out by itself for another moment; of any other story change the slot."""
    now = timezone.now()
    edition = article.editions.pending(now).filter(kind=Kind.PUBLISHED).order_by("goes_live_at").first()
    if edition is None:
        move_slot(article, moment, by=request.user)
        return
    out = Edition.objects.started(now).filter(article=article, kind=Kind.PUBLISHED)
    if not can_be_moved(edition, is_update=out.exists()):
        raise Refusal(_("Open the story and schedule it there: other words are written by now, or readers have some."))
    seen = number_in(request.POST.get("seen", ""))
    schedule(article, by=request.user, at=moment, correction=NO_CORRECTION, expected_version=seen)


def _day(named: str, today: date) -> date:
    """The day named as "2026-05-20"; today for anything else."""
    try:
        day = date.fromisoformat(named)
    except ValueError:
        return today
    # Its neighbours, and the weeks that reach into them, have to be dates too.
    return day if MINYEAR < day.year < MAXYEAR else today


def _step(view: str, day: date, way: int) -> date:
    """The day on which the stretch before or after begins."""
    if view != "month":
        return day + timedelta(days=way * (7 if view == "week" else 1))
    year, month = divmod(day.year * 12 + day.month - 1 + way, 12)
    return date(year, month + 1, 1)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
