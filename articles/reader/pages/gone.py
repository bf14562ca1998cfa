"""410 Gone: the page at the address of a story that was withdrawn or has expired."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from articles.embargo import Kind
from articles.freshness import tags
from articles.freshness.reading import made_of
from articles.models.edition import Edition
from articles.page.dates import time_html
from articles.reader.parts.newest_day import newest_day
from articles.reader.parts.redirects import article_ids_at
from articles.reader.parts.site_frame import site_context
from articles.reader.parts.tombstone import tombstone_of_last_words, with_last_words


def gone(request: HttpRequest, path: str, now: datetime) -> HttpResponse:
    """410, saying that a story was withdrawn or has expired, without its headline. Http404 where none ever was."""
    endings = Edition.objects.current(now).exclude(kind=Kind.PUBLISHED).filter(article_id__in=article_ids_at(path, now))
    ending = with_last_words(endings, now).first()
    if ending is None:
        raise Http404("No story has this address.")
    made_of(tags.story(ending.article_id))
    context = {
        "ending": ending,
        "since": time_html(ending.goes_live_at),
        "stone": tombstone_of_last_words(ending),
        "newest": newest_day(now),
    }
    return render(request, "reader/gone.html", site_context(request) | context, status=410)
