"""Pages of the house: about, contact, corrections policy. They share the first segment of addresses with desks."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from articles.models.house import HousePage
from articles.page.house import house_parts
from articles.reader.heads import house_head


def house_page(request, site, slug):
    """The public page of the house at `/<slug>/`, in the frame `site`. Raises Http404."""
    if not any(page.slug == slug for page in site["house_pages"]):
        raise Http404("There is no such desk or page.")
    page = HousePage.objects.get(slug=slug)
    context = {"page": page, "parts": house_parts(page.body, at=timezone.now())}
    return render(request, "reader/house.html", site | house_head(page) | context)
