"""The page “How are we?”: whether readers are served and everything is well, for who looks after the house."""

import platform
import tomllib
from functools import cache
from typing import Any

import django
from django.conf import settings
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.shared.staff_request import StaffRequest
from articles.editorial.permissions import may_change_publisher
from newsroom.page_store.release import release
from newsroom.seeing.wellbeing import lines


def how_are_we(site: AdminSite, request: StaffRequest) -> HttpResponse:
    """Answer with the page, or with `?part=1` with its lines alone, by which it keeps itself fresh."""
    if not may_change_publisher(request.user):
        raise PermissionDenied
    now = timezone.now()
    said = lines(now)
    context: dict[str, Any] = {
        "at": now,
        "unwell": [line for line in said if not line.is_well],
        "well": [line for line in said if line.is_well],
        "program": program(),
    }
    if "part" in request.GET:
        return TemplateResponse(request, "admin/seeing/lines.html", context)
    context |= {**site.each_context(request), "title": _("How are we?")}
    return TemplateResponse(request, "admin/seeing/how_are_we.html", context)


@cache
def program() -> str:
    """Which program runs: its version, its release as pages are stored by it, and what it stands on."""
    project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text())["project"]
    below = f"Django {django.get_version()}, Python {platform.python_version()}"
    return f"Newsroom {project['version']} ({release()}), {below}"
