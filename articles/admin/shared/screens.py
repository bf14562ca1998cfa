"""Screens about stories beside the stock ones: a page in the admin's frame, and the way back to the story."""

from functools import partial

from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse


def at(admin, route, view, name):
    """The address of `view` under the stories' screens, for who is signed in; `view` is handed the ModelAdmin too."""
    return path(route, admin.admin_site.admin_view(partial(view, admin)), name=f"articles_article_{name}")


def screen(admin, request, template, title, **context):
    """A page named after `template`, with the admin's own variables; it has the whole width, as the story's has."""
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "title": title,
        "is_nav_sidebar_enabled": False,
    } | context
    return TemplateResponse(request, f"admin/articles/article/{template}.html", context)


def back_to(article):
    """Lead to the story's own page."""
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
