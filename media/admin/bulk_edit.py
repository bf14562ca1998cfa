"""Editing several photos together: words, rights and the end of the licence that they have in common."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import render

from media import ingest
from media.admin.forms import BulkEditForm
from media.admin.proofs import proof_url
from media.admin.screens import MAX_PHOTOS, admin_page
from media.admin.usage_html import warn_of_outdated_words


def bulk_edit(site, request, queryset):
    """Give several photos the same credit, rights or licence end; None once that is done."""
    form = BulkEditForm(request.POST if "apply" in request.POST else None)
    photos = list(queryset.order_by("pk")[: MAX_PHOTOS + 1])
    if len(photos) > MAX_PHOTOS:
        messages.error(request, f"At most {MAX_PHOTOS} pictures can be edited together.")
        return None
    if form.is_valid():
        with transaction.atomic():
            for photo in photos:
                ingest.update(photo, request.user, **form.changes())
        messages.success(request, f"Changed: {len(photos)}.")
        warn_of_outdated_words(request, photos)
        return None
    pictures = [(photo, proof_url(photo, 320)) for photo in photos]
    context = admin_page(site, request, "Edit together", form=form, pictures=pictures)
    return render(request, "admin/media/photo/together.html", context)
