"""At every request of the editors' side: is a second factor wanted of this session, and when was it last seen?"""

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.again import ask_again
from accounts.policy import Wanted, standing
from accounts.sessions import note_seen
from accounts.staff_request import StaffRequest

# Reached whatever is wanted: how one proves who one is, adds a factor, or leaves.
ALWAYS = ("admin:login", "admin:logout", "mfa_index", "admin:jsi18n")


class AccountsMiddleware:
    """Lets on who has proved enough, tells others until when they have time, and leads the rest to a factor."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponse | None:
        """The way to what is wanted first, or None; after the protection against forged requests has looked.

        Readers' pages know of no session and are not looked at.
        """
        if not request.path.startswith(reverse("admin:index")) or not request.user.is_authenticated:
            return None
        return _refused(cast("StaffRequest", request))


def _refused(request: StaffRequest) -> HttpResponse | None:
    """What stands in the way of this request; None where nothing does."""
    now = timezone.now()
    note_seen(request, now=now)
    stands = standing(request, now=now)
    request.factor_wanted_until = stands.until if stands.wanted is Wanted.SOON else None  # type: ignore[attr-defined]  # the admin's frame says it
    is_open = stands.wanted in (Wanted.NOTHING, Wanted.SOON)
    request.is_held_up = not is_open  # type: ignore[attr-defined]  # then the frame offers nothing that would be refused
    if is_open or request.path.startswith(tuple(map(reverse, ALWAYS))):
        return None
    if _wants_json(request):
        sentence = _("This newsroom asks a second factor of you. Sign in again in another tab, then go on here.")
        return JsonResponse({"sentence": sentence}, status=401)
    if stands.wanted is Wanted.PROOF:
        return ask_again(request)
    messages.warning(request, _("This newsroom asks a second factor of you. Add one here, then you can go on."))
    return HttpResponseRedirect(reverse("mfa_index"))


def _wants_json(request: HttpRequest) -> bool:
    """Whether a script asks, which can show a sentence but no page."""
    accept = request.headers.get("Accept", "")
    return "application/json" in f"{accept} {request.content_type}" and "text/html" not in accept
