"""Editing several photos together: words, rights and the end of the licence that they have in common."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import render
from django.utils.translation import gettext as _

from media import ingest
from media.admin.forms import BulkEditForm
from media.admin.proofs import proof_url
from media.admin.screens import MAX_PHOTOS, admin_page
from media.admin.usage_html import warn_of_outdated_words
from media.refusals import NotYours


def bulk_edit(site, request, queryset):
    """Give several photos the same credit, rights or licence end; None once that is done."""
    form = BulkEditForm(request.POST if "apply" in request.POST else None)
    photos = list(queryset.order_by("pk")[: MAX_PHOTOS + 1])
    if len(photos) > MAX_PHOTOS:
        messages.error(request, _("At most %(n)s photos can be edited together.") % {"n": MAX_PHOTOS})
        return None
    if form.is_valid() and _is_applied(form, photos, request.user):
        messages.success(request, _("Changed: %(n)s.") % {"n": len(photos)})
        warn_of_outdated_words(request, photos)
        return None
    pictures = [(photo, proof_url(photo, 320)) for photo in photos]
    context = admin_page(site, request, _("Edit together"), form=form, pictures=pictures)
    return render(request, "admin/media/photo/together.html", context)


def _is_applied(form, photos, by):
    """Change all of the photos, or none of them and say in the form for which one it is refused."""
    try:
        with transaction.atomic():
            for photo in photos:
                ingest.update(photo, by, **form.changes())
    except NotYours as refusal:
        form.add_error(None, f"“{photo}”: {refusal}")
        return False
    return True
