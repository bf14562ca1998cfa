"""The one address family of the photo library: renditions. Originals have none."""

import logging

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from media import renditions, signals
from media.models import Photo
from media.refusals import RefusedPicture

log = logging.getLogger(__name__)

A_YEAR = 31_536_000
A_MINUTE = "public, max-age=60"
NOT_KEPT = "private, no-store"
ENDED = "The licence for this picture has ended."


@csrf_exempt  # nothing is changed here, so that a POST hears 405 and not that a token is missing
@require_safe
def rendition(request, signature, token):
    """Answer with a rendition; an address of a former version leads to the present, and 410 says that a licence ended.

    What readers see is to be kept while its licence runs. What they don't see, or not yet, is kept nowhere.
    """
    asked = renditions.parse_address(signature, token)
    if asked is None:
        raise Http404("No such picture")
    photo, now = get_object_or_404(Photo, pk=asked.photo_id), timezone.now()
    response = _answer(photo, asked, token, now)
    if not signals.is_out(photo.pk, now):
        response.headers["Cache-Control"] = NOT_KEPT
        del response.headers["ETag"]
    return response


def _answer(photo, asked, token, now):
    """The rendition asked for, as readers get it."""
    if not photo.is_licensed(now):
        return HttpResponse(ENDED, status=410, content_type="text/plain", headers={"Cache-Control": A_MINUTE})
    if asked.version != renditions.version(photo):
        response = redirect(renditions.url(photo, asked.shape, asked.width, asked.format))
        response.headers["Cache-Control"] = f"public, max-age={min(60, _seconds_left(photo, now))}"
        return response
    return HttpResponse(
        _content(photo, asked),
        content_type=renditions.CONTENT_TYPES[asked.format],
        headers={
            "Cache-Control": _cache_control(photo, now),
            "ETag": f'"{token}"',
            "X-Content-Type-Options": "nosniff",
        },
    )


def _cache_control(photo, now):
    """How long anybody may keep a rendition: for ever, or to the licence's end and not a second longer."""
    if photo.licence_ends_at is None:
        return f"public, max-age={A_YEAR}, immutable"
    return f"public, max-age={_seconds_left(photo, now)}, must-revalidate"


def _seconds_left(photo, now):
    """The whole seconds for which the photo's licence still runs, at most a year."""
    if photo.licence_ends_at is None:
        return A_YEAR
    return min(A_YEAR, int((photo.licence_ends_at - now).total_seconds()))


def _content(photo, asked):
    try:
        return renditions.content(photo, asked.shape, asked.width, asked.format)
    except (FileNotFoundError, RefusedPicture) as error:
        log.error("The original of photo %s is missing or damaged in the storage: %s", photo.pk, error)
        raise Http404("The picture is missing") from error
