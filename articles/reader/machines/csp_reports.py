"""Reports of browsers on what the content security policy made them refuse: a hole that somebody tries, or our mistake.

Two formats are read, that of `report-uri` (W3C CSP 2, `application/csp-report`) and that of `report-to` (W3C Reporting
API, `application/reports+json`). What is kept says what was refused on which kind of page, and nothing of who read it:
no address, no browser, no path, query or token.
"""

import json
import random
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from articles.client_address import client_network
from articles.models.csp_report import SAMPLE, count_report
from articles.reader.parts.view_counter import A_MINUTE, AddressLimiter
from articles.site_time_zone import site_date

LARGEST = 16 * 1024  # bytes
MOST_AT_ONCE = 20  # reports that one request may bring
KINDS = ("application/csp-report", "application/reports+json")
# What is no address (CSP 3, "blocked URI"), and what programs in the reader's own browser put into our pages.
WORDS = {"inline", "eval", "wasm-eval", "self", "data", "blob", "trusted-types-policy", "trusted-types-sink"}
EXTENSIONS = ("-extension", "about", "chrome", "resource", "safari", "webkit-masked-url")

limiter = AddressLimiter()


@csrf_exempt  # browsers send reports by themselves, without a token, and a number changes
@never_cache
@require_POST
def csp_reports(request: HttpRequest) -> HttpResponse:
    """Count what a browser reports of pages of ours; 204 for all that can be read.

    400 for what can't, 403 for what pages elsewhere send, 413, 415, and 429 for an address that sends too many.
    """
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return HttpResponse(status=403)
    if not limiter.allows(client_network(request) or "", int(time.monotonic() // A_MINUTE)):
        return HttpResponse(status=429, headers={"Retry-After": str(A_MINUTE)})
    if request.content_type not in KINDS:
        return HttpResponse(status=415)
    body = request.read(LARGEST + 1)
    if len(body) > LARGEST:
        return HttpResponse(status=413)
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return HttpResponse(status=400)
    day = site_date(timezone.now())
    for directive, blocked, page in read(told):
        count_report(day, directive, blocked, page, is_sampled=random.randrange(SAMPLE) == 0)  # noqa: S311  a sample
    return HttpResponse(status=204)


def read(told: Any) -> Iterator[tuple[str, str, str]]:
    """(directive, what was refused, kind of page) of the reports in either format, as far as they are of our pages."""
    reports = told[:MOST_AT_ONCE] if isinstance(told, list) else [told]
    for report in reports:
        fields = _fields(report)
        words = str(fields.get("effective-directive") or fields.get("violated-directive") or "").split()
        page = _page(str(fields.get("document-uri") or ""))
        blocked = _blocked(str(fields.get("blocked-uri") or ""))
        if words and words[0] in settings.SECURE_CSP.keys() | FALLING_BACK and page and blocked:
            yield words[0], blocked, page


# Directives that a policy without them answers by one that it has.
FALLING_BACK = {
    *("script-src-elem", "script-src-attr", "style-src-elem", "style-src-attr", "worker-src", "child-src"),
    *("frame-src", "manifest-src", "media-src", "require-trusted-types-for", "trusted-types"),
}
# The names of the Reporting API, and those of the older format.
OLDER_NAMES = {
    "documentURL": "document-uri",
    "blockedURL": "blocked-uri",
    "effectiveDirective": "effective-directive",
}


def _fields(report: Any) -> dict[str, Any]:
    """The fields of one report by their older names; {} for anything that is none."""
    if not isinstance(report, dict):
        return {}
    if report.get("type") == "csp-violation" and isinstance(report.get("body"), dict):
        return {OLDER_NAMES.get(name, name): value for name, value in report["body"].items()}
    older = report.get("csp-report")
    return older if isinstance(older, dict) else {}


def _page(address: str) -> str:
    """The kind of page at an address of ours, as the urlconf writes it: it names no story, person or token; else ""."""
    parts = _split(address)
    if parts is None or parts.hostname not in (urlsplit(settings.SITE_URL).hostname, *settings.ALLOWED_HOSTS):
        return ""
    try:
        return f"/{resolve(parts.path).route}"[:120]
    except Resolver404:
        return "/…"


def _blocked(address: str) -> str:
    """The scheme and host of what was refused, or the word for it; "" for what a reader's own browser adds."""
    if address in WORDS:
        return address
    parts = _split(address)
    if parts is None or not parts.scheme or parts.scheme.endswith(EXTENSIONS):
        return ""
    return f"{parts.scheme}://{parts.hostname}"[:120] if parts.hostname else parts.scheme[:20]


def _split(address: str) -> Any:
    """The parts of an address, or None where it is none."""
    try:
        parts = urlsplit(address)
        parts.hostname  # noqa: B018  reading it raises ValueError for a host that can't be
    except ValueError:
        return None
    return parts
