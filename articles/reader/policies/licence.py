"""What machines may do, as licences that they read: Really Simple Licensing 1.0, and the TDM Reservation Protocol."""

from typing import Any

from django.http import HttpResponse, JsonResponse
from lxml import etree

from articles.page.canonical_url import absolute_url
from articles.reader.machines.xml import add, written
from articles.reader.parts.cache_headers import reader_page
from articles.reader.policies.answers import answers

LICENCE = "/license.xml"
RSL = "https://rslstandard.org/rsl"
NAMESPACES: dict[Any, str] = {None: RSL}


@reader_page
def licence(request):
    """The licence of all stories (RSL 1.0): which uses are permitted, and which are not."""
    root = etree.Element(f"{{{RSL}}}rsl", nsmap=NAMESPACES)
    terms = add(add(root, f"{{{RSL}}}content", url=absolute_url("/")), f"{{{RSL}}}license")
    for tag, wanted in (("permits", True), ("prohibits", False)):
        uses = [use for use, may in answers().uses if may is wanted]
        if uses:
            add(terms, f"{{{RSL}}}{tag}", " ".join(uses), type="usage")
    return HttpResponse(written(root), content_type="application/rsl+xml")


@reader_page
def tdm_reservation(request):
    """Whether text and data mining is reserved (W3C TDMRep; Article 4 of Directive (EU) 2019/790)."""
    may = answers().ai_train
    policy = {"tdm-policy": absolute_url(LICENCE)} if may is False else {}
    told = [] if may is None else [{"location": "/", "tdm-reservation": int(not may), **policy}]
    return JsonResponse(told, safe=False)
