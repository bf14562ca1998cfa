"""When there is no page: 404 in the site's frame with today's newest stories, and 500 for our own failures."""

import logging

from django.db import Error
from django.http import HttpResponse, HttpResponseServerError
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from articles.reader.parts.newest_day import newest_day
from articles.reader.parts.site_frame import site_context

logger = logging.getLogger(__name__)
PLAIN = '<!doctype html><html lang="{}" dir="{}"><meta charset="utf-8"><title>{}</title><h1>{}</h1><p>{}'


def not_found(request, exception):
    """404: the same page for every address that leads nowhere, whether or not something is to come there."""
    try:
        context = site_context(request) | {"newest": newest_day(timezone.now())}
        page = render_to_string("reader/not_found.html", context, request)
    except Error:
        logger.exception("The database did not answer for a page not found")
        page = render_to_string("404.html")
    return HttpResponse(page, status=404, headers={"Cache-Control": "public, max-age=0, must-revalidate"})


def server_error(request):
    """500: a page that needs neither database nor session."""
    try:
        page = render_to_string("500.html")
    except Exception:  # the last resort: whatever broke templates must not hide what broke first
        logger.exception("The page for failures could not be made")
        title = _("Something went wrong")
        direction = "rtl" if get_language_bidi() else "ltr"
        page = format_html(PLAIN, get_language(), direction, title, title, _("Please try again soon."))
    return HttpResponseServerError(page)
