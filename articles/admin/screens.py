"""Screens of stories beside the stock ones: finding the story, and a page in the admin's frame."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.models.article import Article


def story_for(admin, request, pk):
    """The Article, for who may read it. Raises Http404 and PermissionDenied."""
    article = get_object_or_404(Article, pk=pk)
    if not admin.has_view_permission(request, article):
        raise PermissionDenied
    return article


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
