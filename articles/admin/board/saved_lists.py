"""Keeping the board's filters and words by a name, and taking such a list away."""

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import URLPattern, reverse
from django.utils.translation import gettext as _

from articles.admin.shared.screens import at
from articles.admin.shared.staff_request import StaffRequest
from articles.editorial.refusals import Refusal
from articles.editorial.site.saved_lists import chosen_in, drop_list, keep_list
from articles.models.user import User


def urls(admin: ModelAdmin) -> list[URLPattern]:
    """The address among the stories' screens, for the ModelAdmin `admin`."""
    return [at(admin, "lists/", saved_lists, "lists")]


def saved_lists(admin: ModelAdmin, request: StaffRequest) -> HttpResponse:
    """Keep or take away one of the person's own lists, and lead back to what they looked at."""
    if not admin.has_view_permission(request):
        raise PermissionDenied
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    user, query = User.objects.get(pk=request.user.pk), request.POST.get("query", "").replace("\0", "")
    name = request.POST.get("name", "").replace("\0", "")
    try:
        if "drop" in request.POST:
            drop_list(user, request.POST["drop"])
        else:
            keep_list(user, name, query)
            messages.success(request, _("Kept as “%(name)s”.") % {"name": name})
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return HttpResponseRedirect(f"{reverse('admin:articles_article_changelist')}?{chosen_in(query)}")


def lists_of(request: StaffRequest) -> list[dict[str, str | bool]]:
    """The person's lists, each with its address and whether it is what they look at."""
    here = chosen_in(request.META.get("QUERY_STRING", ""))
    return [
        {"name": each["name"], "address": f"?{each['query']}", "is_here": each["query"] == here}
        for each in request.user.saved_lists
    ]
