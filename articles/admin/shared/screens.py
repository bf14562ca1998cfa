"""Screens about stories beside the stock ones: a page in the admin's frame, and the way back to the story."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib.admin import ModelAdmin
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from articles.admin.shared.staff_request import StaffRequest
from articles.models.article import Article


def at(admin: ModelAdmin, route: str, view: Callable[..., HttpResponse], name: str) -> URLPattern:
    """The address of `view` under the stories' screens, for who is signed in; `view` is handed the ModelAdmin too."""
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
