"""Static pages: about, contact, corrections policy. They share the first segment of addresses with desks."""

from django.http import Http404
from django.shortcuts import render

from articles.freshness.reading import moment
from articles.models.publisher import StaticPage
from articles.page.static_page import static_page_parts
from articles.reader.parts.meta_tags import static_page_head


def static_page(request, site, slug):
    """The public static page at `/<slug>/`, in the frame `site`. Raises Http404."""
    if not any(page.slug == slug for page in site["static_pages"]):
        raise Http404("There is no such desk or page.")
    page = StaticPage.objects.get(slug=slug)
    context = {"page": page, "parts": static_page_parts(page.body, at=moment())}
    return render(request, "reader/static_page.html", site | static_page_head(page) | context)
