"""The inbox: what somebody was told, how many things are new, and how they want to hear of what."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.shared.staff_request import StaffRequest
from articles.admin.today.calendar_feed import address_of
from articles.editorial.notifications.inbox import CHOICES, choose_ways, mark_read, messages_of, unread_of, ways_of
from articles.editorial.notifications.sentences import sentence_of
from articles.editorial.permissions import may_look
from articles.models.user import User

A_PAGE = 50


def inbox(site: AdminSite, request: StaffRequest) -> HttpResponse:
    """Show what the person was told, the newest first; a POST notes that they have looked at all of it."""
    if request.method == "POST":
        mark_read(request.user, timezone.now())
        return HttpResponseRedirect(reverse("admin:inbox"))
    page: Any = Paginator(messages_of(request.user), A_PAGE).get_page(request.GET.get("page"))
    for message in page.object_list:
        message.sentence = sentence_of(message)
        message.shown_note = "" if message.article is not None and message.article.is_sealed else message.note
    context = {"page": page, "unread": unread_of(request.user)}
    return _screen(site, request, "inbox", _("Inbox"), context)


def unread(site: AdminSite, request: StaffRequest) -> HttpResponse:
    """Say how many things the person has not looked at, for the bell."""
    return JsonResponse({"unread": unread_of(request.user)})


def told(site: AdminSite, request: StaffRequest) -> HttpResponse:
    """Show how the person hears of each kind of thing; a POST changes it."""
    user = User.objects.get(pk=request.user.pk)
    if request.method == "POST":
        choose_ways(user, {kind: way for kind in ways_of(user) if (way := request.POST.get(kind, ""))})
        messages.success(request, _("Saved."))
        return HttpResponseRedirect(reverse("admin:inbox_told"))
    kinds = [
        {"kind": kind.value, "label": kind.label, "ways": [(way.value, way.label, way == now) for way in CHOICES]}
        for kind, now in ways_of(user).items()
    ]
    context = {"kinds": kinds, "person": user, "calendar": address_of(user), "may_have_calendar": may_look(user)}
    return _screen(site, request, "told", _("How you hear of what"), context)


def _screen(site: AdminSite, request: StaffRequest, template: str, title: str, more: dict[str, Any]) -> HttpResponse:
    context = {**site.each_context(request), "title": title, "is_nav_sidebar_enabled": False, **more}
    return TemplateResponse(request, f"admin/articles/today/{template}.html", context)
