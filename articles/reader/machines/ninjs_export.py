"""A story as IPTC ninjs, for partners and archives."""

import json
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from articles.models.edition import Edition
from articles.page.ninjs import ninjs
from articles.page.stories import stories_of
from articles.reader.machines.machine_headers import for_machines
from articles.reader.pages.story import respond_for_story
from articles.reader.parts.cache_headers import reader_page
from articles.text.characters import without_soft_hyphens

NINJS = "ninjs.json"


@csrf_exempt  # as the story's own page
@reader_page
def ninjs_export(request: HttpRequest, year: str, month: str, slug: str) -> HttpResponse:
    """The live story at this address as ninjs 3.1; 301, 410 or 404 like the story's page."""
    return respond_for_story(request, f"/{year}/{month}/{slug}/", _ninjs, part=NINJS)


def _ninjs(request: HttpRequest, edition: Edition, sections: Any, now: datetime) -> HttpResponse:
    [story] = stories_of([edition], now)
    written = without_soft_hyphens(json.dumps(ninjs(story), ensure_ascii=False))
    return for_machines(HttpResponse(written, content_type="application/json"))
