"""What the house said of itself before: who changed which facts when, and all of them as they were at a moment."""

from datetime import datetime
from itertools import pairwise
from typing import Any
from urllib.parse import urlencode

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.admin.shared.params import moment_asked
from articles.admin.shared.staff_request import StaffRequest
from articles.admin.shared.user_time_zone import which_clock
from articles.editorial.site.house_facts import FACTS, PHOTOS, changed_facts, facts_at
from articles.models.house_facts import HouseFacts
from articles.models.publisher import YES_NO_OR_NOTHING, Publisher
from media.models import Photo

LATEST = 12  # changes that are listed
ANSWERS = dict(YES_NO_OR_NOTHING)


def house_history(request: StaffRequest) -> dict[str, Any]:
    """The template variables of the list of changes, and of the facts at the moment `?at=` asked for."""
    rows = [*HouseFacts.objects.select_related("changed_by")[: LATEST + 1], HouseFacts()]
    changes = [
        (row, [_named(name) for name in changed_facts(row.facts, before.facts)], _address(row))
        for row, before in pairwise(rows)
    ]
    asked = moment_asked(request, request.GET)
    return {
        "house_changes": changes[:LATEST],
        "house_then": _then(asked) if asked else None,
        "house_at": asked or timezone.now(),
        "clock": which_clock(),
        "clock_name": timezone.get_current_timezone_name(),
    }


def _address(row: HouseFacts) -> str:
    """Where the house is shown as it was from the beginning of these facts on."""
    return f"?{urlencode({'at': f'{row.goes_live_at:%Y-%m-%dT%H:%M:%S.%f%z}'})}#as-it-was"


def _then(at: datetime) -> dict[str, Any]:
    """The facts that held at `at`, [(what it is, what was said)], and from when until when."""
    held = facts_at(at)
    until = HouseFacts.objects.filter(goes_live_at__gt=at).order_by("goes_live_at").first()
    said = [] if held is None or held.facts is None else _said(held.facts)
    return {"at": at, "held": held, "until": until and until.goes_live_at, "facts": said}


def _said(facts: dict[str, Any]) -> list[tuple[str, str]]:
    photos = Photo.objects.in_bulk([facts[name] for name in PHOTOS if facts.get(name)])
    return [(_named(name), _words(name, facts.get(name), photos)) for name in FACTS]


def _words(name: str, value: Any, photos: dict[int, Photo]) -> str:
    if name.startswith("may_"):
        return str(ANSWERS.get(value, ""))
    if name in PHOTOS and value:
        return str(photos.get(value) or _("Photo %(number)s, which is gone") % {"number": value})
    return str(value or "")


def _named(name: str) -> str:
    return capfirst(str(getattr(Publisher._meta.get_field(name), "verbose_name", name)))
