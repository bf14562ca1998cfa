"""When there is no page: 404 in the site's frame with today's newest stories, and 500 for our own failures.

Where database or disk failed it is 503 or 507 (articles/database/trouble.py), and editors are told which.
"""

import logging
import sys

from django.db import Error
from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from articles.database.trouble import UNSAVED, trouble_of
from articles.freshness.reading import moment
from articles.reader.parts.newest_day import newest_day
from articles.reader.parts.redirects import moved_here
from articles.reader.parts.site_frame import site_context

logger = logging.getLogger(__name__)
RETRY_AFTER = "10"  # seconds
PLAIN = '<!doctype html><html lang="{}" dir="{}"><meta charset="utf-8"><title>{}</title><h1>{}</h1><p>{}'


class Failure(HttpResponse):
    """The answer to our own failures; `is_lost` says that the connection to the database was lost on the way.

    Then asking again may help (newsroom/second_try.py).
    """

    is_lost = False


def not_found(request, exception):
    """404: the same page for every address that leads nowhere, whether or not something is to come there.

    301 where a story lay at this address before it came here from another system.
    """
    try:
        if moved := moved_here(request.path, moment()):
            return HttpResponsePermanentRedirect(moved)
        context = site_context(request) | {"newest": newest_day(moment())}
        page = render_to_string("reader/not_found.html", context, request)
    except Error:
        logger.exception("The database did not answer for a page not found")
        page = render_to_string("404.html")
    return HttpResponse(page, status=404, headers={"Cache-Control": "public, max-age=0, must-revalidate"})


def server_error(request):
    """500, 503 or 507: a Failure, which needs neither database nor session."""
    error = sys.exc_info()[1]
    trouble = trouble_of(error) if error else None
    status = trouble.status if trouble else 500
    why = f"{trouble.sentence} {UNSAVED}" if trouble and request.path.startswith("/admin/") else ""
    try:
        given = getattr(request, "request_id", "")  # under which the log has what happened
        page = render_to_string("500.html", {"status": status, "why": why, "request_id": given})
    except Exception:  # the last resort: whatever broke templates must not hide what broke first
        logger.exception("The page for failures could not be made")
        title = _("Something went wrong")
        direction = "rtl" if get_language_bidi() else "ltr"
        page = format_html(PLAIN, get_language(), direction, title, title, _("Please try again soon."))
    response = Failure(page, status=status, headers={"Retry-After": RETRY_AFTER} if trouble else {})
    response.is_lost = bool(trouble and trouble.is_lost)
    return response
