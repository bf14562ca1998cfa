"""Somebody's calendar, at a private address that calendar programs read without signing in; and the form that makes it.

An address that is wrong, old or taken back, or whose owner has left, is answered like one that never was.
"""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from articles.admin.board.plans import Plan, plans_between
from articles.admin.shared.staff_request import StaffRequest
from articles.admin.today.ical import Entry, calendar
from articles.editorial.notifications.sentences import called
from articles.editorial.permissions import is_on_desk, is_own, may_look
from articles.editorial.site.calendar_address import drop_calendar_address, make_calendar_address, whose_calendar
from articles.models.user import User
from articles.site_identity import identity

BACK, AHEAD = timedelta(days=31), timedelta(days=366)


@csrf_exempt  # nothing is changed here, so that a POST hears 405 and not that a token is missing
@require_safe
def calendar_feed(request: HttpRequest, key: str) -> HttpResponse:
    """What is planned for whose address this is. Raises Http404."""
    user = whose_calendar(key)
    if user is None:
        raise Http404("No calendar has this address.")
    now = timezone.now()
    with timezone.override(user.zone):
        entries = [_entry(plan) for plan in plans_for(user, now)]
    response = HttpResponse(calendar(identity().name, entries, now), content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Content-Disposition"] = 'inline; filename="newsroom.ics"'
    return response


def plans_for(user: User, now: datetime) -> list[Plan]:
    """What is planned for somebody: of their own stories, and of their desks where they decide on others' stories."""
    plans = plans_between(now - BACK, now + AHEAD, now, user)
    decides = user.has_perm("articles.approve_article")
    return [each for each in plans if is_own(user, each.article) or (decides and is_on_desk(user, each.article))]


def _entry(plan: Plan) -> Entry:
    story, host = plan.article, urlsplit(settings.SITE_URL).hostname or "newsroom"
    told = [str(story.desk)] if story.desk and not story.is_sealed else []
    if story.assigned_to is not None:
        told.append(called(story.assigned_to))
    return Entry(
        f"{plan.kind}-{story.pk}@{host}",
        plan.at,
        f"{plan.what}: {plan.title}",
        "\n".join(told),
        f"{settings.SITE_URL}{reverse('admin:articles_article_change', args=[story.pk])}",
    )


def choose_address(site: AdminSite, request: StaffRequest) -> HttpResponse:
    """Make an address for the person's calendar, or take it back."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    user = User.objects.get(pk=request.user.pk)
    if "drop" in request.POST:
        drop_calendar_address(user)
        messages.success(request, _("Your calendar has no address any more."))
    elif may_look(user):
        make_calendar_address(user)
        messages.success(request, _("Your calendar has an address of its own, and none that it had before."))
    return HttpResponseRedirect(reverse("admin:inbox_told"))


def address_of(user: User) -> str:
    """The address of somebody's calendar, or ""."""
    return f"{settings.SITE_URL}{reverse('calendar', args=[user.calendar_key])}" if user.calendar_key else ""
