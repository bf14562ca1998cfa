"""Screens about stories beside the stock ones: a page in the admin's frame, and the way back to the story."""

from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse


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
