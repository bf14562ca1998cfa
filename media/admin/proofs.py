"""Proofs: a photo as staff see it, whatever its licence says."""

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from media import renditions
from media.models import Photo
from media.refusals import RefusedPicture


def proof_url(photo, width):
    """The address of the whole `photo` for staff, at most `width` pixels wide; it changes with its pixels."""
    address = reverse("admin:media_photo_proof", args=[photo.pk, renditions.nearest_width(photo, "original", width)])
    return f"{address}?v={renditions.version(photo)}"


@require_safe
@permission_required("media.view_photo", raise_exception=True)
def proof(request, pk, width):
    """Answer with the photo as WebP, to whoever may look at the library."""
    photo = get_object_or_404(Photo, pk=pk)
    try:
        data = renditions.content(photo, "original", renditions.nearest_width(photo, "original", width), "webp")
    except (FileNotFoundError, RefusedPicture) as error:
        raise Http404("The photo’s file is missing or damaged") from error
    return HttpResponse(data, content_type="image/webp")
