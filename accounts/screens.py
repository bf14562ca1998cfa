"""A screen of the accounts: a page in the admin's frame."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.template.response import TemplateResponse


def screen(request: HttpRequest, template: str, title: Any, **context: Any) -> TemplateResponse:
    """The page of the template of that name, with the admin's own variables."""
    request.current_app = admin.site.name  # Django's templates read it from there
    whole = {**admin.site.each_context(request), "title": title, "is_nav_sidebar_enabled": False, **context}
    return TemplateResponse(request, f"admin/accounts/{template}.html", whole)
