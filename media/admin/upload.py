"""Uploading pictures, one or many, and describing those that just came in."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from media import ingest
from media.admin.forms import FILE_HELP, FirstWordsForm
from media.admin.proofs import proof_url
from media.admin.screens import MAX_PHOTOS, admin_page, require
from media.admin.usage_html import similar_photos_html, warn_of_outdated_words
from media.models import Photo


def upload(site, request):
    """Take in one picture or many; a script is answered in JSON, a person is redirected to describe them."""
    require(request, "add")
    if request.method == "GET":
        return render(
            request, "admin/media/photo/upload.html", admin_page(site, request, _("Upload photos"), help=FILE_HELP)
        )
    photos, refused = ingest.ingest_uploads(request.FILES.getlist("files"), by=request.user)
    if request.headers.get("Accept") == "application/json":
        return JsonResponse(
            {"photos": [photo.pk for photo in photos], "refused": [sentence for _, sentence in refused]}
        )
    if not request.FILES:
        refused.append(("Nothing", "Choose at least one photo."))
    for name, sentence in refused:
        messages.error(request, f"{name}: {sentence}")
    return HttpResponseRedirect(_describe_address(photos) if photos else request.path)


def _describe_address(photos):
    return f"{reverse('admin:media_photo_describe')}?photos={','.join(str(photo.pk) for photo in photos)}"


def describe(site, request):
    """Ask for the alt text of photos just uploaded, one form each, and save them together or not at all."""
    require(request, "change")
    numbers = [int(text) for text in request.GET.get("photos", "").split(",") if text.isdecimal() and len(text) < 18]
    photos = Photo.objects.filter(pk__in=numbers[:MAX_PHOTOS]).order_by("pk")
    forms = [FirstWordsForm(request.POST or None, instance=photo, prefix=str(photo.pk)) for photo in photos]
    for form in forms:
        form.by = request.user
    if request.method == "POST" and not [form for form in forms if not form.is_valid()]:
        with transaction.atomic():
            for form in forms:
                form.save_through_library(request.user)
        messages.success(request, _("Described: %(n)s.") % {"n": len(forms)})
        warn_of_outdated_words(request, [form.instance for form in forms])
        return HttpResponseRedirect(reverse("admin:media_photo_changelist"))
    rows = [(form, proof_url(form.instance, 480), similar_photos_html(form.instance, request.user)) for form in forms]
    context = admin_page(site, request, _("Describe what you uploaded"), rows=rows)
    return render(request, "admin/media/photo/describe.html", context)
