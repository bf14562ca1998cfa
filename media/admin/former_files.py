"""The files that a photo had before: looked at, and put back in its place."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from media import focal_crop, ingest, pixels
from media.admin.proofs import proof_url
from media.admin.screens import MAX_PHOTOS, admin_page, require
from media.models import FORMER_ARE_KEPT, FormerOriginal, Photo
from media.refusals import NotYours, RefusedPicture
from media.signals import refused_to

WIDTH = 320  # pixels, of a former file's picture


def former_files(site, request, pk):
    """Show the former files of a photo, the last first; on a POST put the `former` one back."""
    require(request, "change" if request.method == "POST" else "view")
    photo = get_object_or_404(Photo, pk=pk)
    if request.method == "POST":
        return _put_back(request, photo)
    rows = photo.former_originals.select_related("replaced_by")[:MAX_PHOTOS]
    may = request.user.has_perm("media.change_photo")
    context = admin_page(
        site,
        request,
        _("Former files"),
        photo=photo,
        rows=rows,
        days=FORMER_ARE_KEPT.days,
        proof=proof_url(photo, WIDTH),
        refused=refused_to(request.user, [pk]).get(pk),
        may=may,
    )
    return render(request, "admin/media/photo/former.html", context)


def former_file(site, request, pk, former):
    """Answer with the picture of a former file as WebP, to whoever may look at the library."""
    require(request, "view")
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    row = get_object_or_404(FormerOriginal, pk=former, photo=pk)
    try:
        with row.original.storage.open(str(row.original.name)) as file:
            image = pixels.decode(file.read()).image
    except (FileNotFoundError, RefusedPicture) as error:
        raise Http404("The photo’s file is missing or damaged") from error
    size = (min(WIDTH, row.width), max(1, round(min(WIDTH, row.width) * row.height / row.width)))
    cut = pixels.cut(image, focal_crop.crop_box(image.size, "original"), size)
    data = pixels.encode(cut, "webp", light=True)
    return HttpResponse(data, content_type="image/webp")


def _put_back(request, photo):
    """Put the chosen file back and lead to the photo, or say why not."""
    chosen = request.POST.get("former", "")
    former = get_object_or_404(photo.former_originals, pk=chosen if chosen.isdecimal() else 0)
    try:
        ingest.put_back(former, by=request.user)
    except (RefusedPicture, NotYours) as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(request.path)
    messages.success(request, _("The former file is back. Look at the focus: it stands where it stood."))
    return HttpResponseRedirect(reverse("admin:media_photo_change", args=[photo.pk]))
