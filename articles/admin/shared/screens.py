"""Screens about stories beside the stock ones: the door, a page in the admin's frame, and the way back to the story.

Whoever is at the door of a sealed story, only those to whom it is open come in, and its owner reads who did and when.
"""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from articles.admin.shared.staff_request import StaffRequest
from articles.editorial.permissions import may_open
from articles.editorial.writing.seal import note_opening
from articles.models.article import Article

SEAL = "seal"  # the screen that says to whom a story is open, and nothing of what it is about
View = Callable[..., HttpResponse]


class Sealed(PermissionDenied):
    """The story is sealed, and not to the person who asks."""


def require_open(request: StaffRequest, article: Article, what: str) -> None:
    """Raise Sealed unless the person may open the story; where it is sealed, note that they have looked at it."""
    if not article.is_sealed:
        return
    if not may_open(request.user, article):
        raise Sealed
    if request.method == "GET" and what != SEAL:
        note_opening(article, by=request.user, what=what)


def behind_the_door(view: View, what: str) -> View:
    """The view of a screen about the story `pk`, which answers nobody to whom that story is not open.

    `what` is what the owner's list calls the screen.
    """

    @wraps(view)
    def answer(admin: ModelAdmin, request: StaffRequest, pk: int, **named: Any) -> HttpResponse:
        sealed = Article.objects.filter(pk=pk, is_sealed=True).first()
        try:
            if sealed is not None:
                require_open(request, sealed, what)
        except Sealed:
            return sealed_page(admin, request)
        return view(admin, request, pk=pk, **named)

    return answer


def at(admin: ModelAdmin, route: str, view: View, name: str) -> URLPattern:
    """The address of `view` under the stories' screens, for who is signed in; `view` is handed the ModelAdmin too.

    One that is about a story (`<int:pk>/…`) answers only those to whom it is open.
    """
    if route.startswith("<int:pk>/"):
        view = behind_the_door(view, name.replace("_", " "))
    return path(route, admin.admin_site.admin_view(partial(view, admin)), name=f"articles_article_{name}")


def screen(admin: ModelAdmin, request: StaffRequest, template: str, title: str, **context: Any) -> TemplateResponse:
    """A page named after `template`, with the admin's own variables; it has the whole width, as the story's has."""
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "title": title,
        "is_nav_sidebar_enabled": False,
    } | context
    return TemplateResponse(request, f"admin/articles/{template}.html", context)


def back_to(article: Article) -> HttpResponseRedirect:
    """Lead to the story's own page."""
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))


def sealed_page(admin: ModelAdmin, request: StaffRequest) -> TemplateResponse:
    """The page that says that a story is sealed, and not a word more."""
    response = screen(admin, request, "article/sealed", _("Sealed story"))
    response.status_code = 403
    return response
