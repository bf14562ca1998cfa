"""The page of what readers keep on their own devices, and the service worker that shows it without a network."""

from pathlib import Path

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from articles.reader.parts.cache_headers import reader_page
from articles.reader.parts.site_frame import site_context

WORKER = Path(settings.STATICFILES_DIRS[0]) / "readers/js/service-worker.js"


@reader_page
def kept(request):
    """The same page for everybody: what is on a device only the device knows."""
    return render(request, "reader/kept.html", site_context(request))


@reader_page
def service_worker(request):
    """The worker, at an address above all pages that it stands before: browsers want it there (W3C Service Workers)."""
    return HttpResponse(WORKER.read_bytes(), content_type="text/javascript; charset=utf-8")
