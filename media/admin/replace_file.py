"""Putting another file in a photo's place; the stories that show it keep it."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from media import ingest
from media.admin.forms import ReplaceForm
from media.admin.proofs import proof_url
from media.admin.screens import admin_page, require
from media.admin.usage_html import uses_html
from media.models import Photo
from media.refusals import RefusedPicture


def replace(site, request, pk):
    """Put another file in a photo's place."""
    require(request, "change")
    photo = get_object_or_404(Photo, pk=pk)
    form = ReplaceForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            fresh = ingest.replace(photo, form.cleaned_data["file"], by=request.user)
        except RefusedPicture as refusal:
            form.add_error("file", str(refusal))
        else:
            messages.success(request, "The file was replaced. Look at the focus: it stands where it stood.")
            if fresh.had_location:
                messages.warning(request, "The new file held a location; it was removed from everything readers get.")
            return HttpResponseRedirect(reverse("admin:media_photo_change", args=[pk]))
    context = admin_page(
        site, request, "Replace the file", photo=photo, form=form, proof=proof_url(photo, 480), uses=uses_html(photo)
    )
    return render(request, "admin/media/photo/replace.html", context)
