"""Stories that lose a photo because its licence ends soon, or that have lost one."""

from itertools import chain, islice

from django.shortcuts import render
from django.utils import timezone

from media.admin.filters import SOON
from media.admin.proofs import proof_url
from media.admin.screens import MAX_PHOTOS, admin_page, require
from media.models import Photo
from media.signals import uses_of

BATCH = 500  # photos whose uses are asked for at a time


def licences_at_risk(site, request):
    """List the stories that lose a photo within 30 days, the next first, then those that lost one, the last first."""
    require(request, "view")
    now = timezone.now()
    ending = Photo.objects.filter(licence_ends_at__gt=now, licence_ends_at__lte=now + SOON)
    ended = Photo.objects.filter(licence_ends_at__lte=now)
    found = chain(
        _with_uses(ending.order_by("licence_ends_at", "pk"), now, request.user),
        _with_uses(ended.order_by("-licence_ends_at", "-pk"), now, request.user),
    )
    rows = list(islice(found, MAX_PHOTOS + 1))
    title = f"Stories at risk in the next {SOON.days} days"
    context = admin_page(site, request, title, rows=rows[:MAX_PHOTOS], are_more=len(rows) > MAX_PHOTOS)
    return render(request, "admin/media/photo/at_risk.html", context)


def _with_uses(photos, now, by):
    """Yield (photo, its proof's address, its Uses for `by`, whether its licence runs) of those that something shows."""
    numbers = photos.values_list("pk", flat=True).iterator()
    while batch := list(islice(numbers, BATCH)):
        uses = uses_of(batch, by)
        for photo in photos.filter(pk__in=batch):
            shown = [use for use in uses[photo.pk] if use.state != "earlier edition"]
            if shown:
                yield photo, proof_url(photo, 320), shown, photo.is_licensed(now)
