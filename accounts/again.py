"""Proving again who one is, before what a stolen session must not do: roles, factors, redaction, exports."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.codes import BY_CODE, used_code
from accounts.counted import counted
from accounts.factors import factors_of
from accounts.passkeys import opened_by
from accounts.policy import FACTORS
from accounts.recent import is_recent, note_proof
from accounts.screens import screen
from accounts.second_step import may_enter
from accounts.sign_in import next_of
from accounts.staff_request import StaffRequest

WAITING = "accounts_waiting"
LONGEST_WAITING = 100_000  # characters of a form that waits in the session
NOT_KEPT = (
    "csrfmiddlewaretoken",
    "password",
    "password1",
    "password2",
    "old_password",
    "new_password1",
    "new_password2",
)
View = Callable[..., HttpResponse]


def asked_again(request: HttpRequest) -> HttpResponse | None:
    """The way to prove again who one is; None where that was done within the last ten minutes.

    A form that was sent waits until then, but for the passwords in it.
    """
    if is_recent(request, now=timezone.now()):
        return None
    return ask_again(request)


def ask_again(request: HttpRequest) -> HttpResponse:
    """Lead to the screen that asks, and from there back to what this request wanted."""
    wanted = request.get_full_path()
    request.session.pop(WAITING, None)
    # Only what Django's CSRF protection has looked at may wait: a button of ours will send it with a token of ours.
    if request.method == "POST" and getattr(request, "csrf_processing_done", False):
        posted = request.POST.copy()
        for name in NOT_KEPT:
            posted.pop(name, None)
        form = posted.urlencode()
        if len(form) <= LONGEST_WAITING:
            request.session[WAITING] = {"to": wanted, "form": form}
    return HttpResponseRedirect(f"{reverse('account_reauthenticate')}?{urlencode({REDIRECT_FIELD_NAME: wanted})}")


def proof_required(view: View) -> View:
    """A view, for people who are signed in, that asks first who has not proved a moment ago who they are."""

    @wraps(view)
    def asking(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return asked_again(request) or view(request, *args, **kwargs)

    return asking


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def again(request: StaffRequest) -> HttpResponse:
    """Ask who is signed in to prove it: by a factor where they have one, else by the password."""
    if not may_enter(request.user):
        return HttpResponseRedirect(reverse("admin:login"))
    kinds = {factor.type for factor in factors_of(request.user)}
    has_factor = bool(kinds & set(FACTORS))
    asks_password = not has_factor and request.user.has_usable_password()
    problem = ""
    if request.method == "POST":
        try:
            _prove(request, asks_password=asks_password)
        except ValidationError as error:
            problem = " ".join(error.messages)
        else:
            return _go_on(request)
    return screen(
        request,
        "again",
        _("Is it still you?"),
        problem=problem,
        next=next_of(request, reverse("mfa_index")),
        has_codes=has_factor and bool(kinds & set(BY_CODE)),
        has_passkey=Authenticator.Type.WEBAUTHN in kinds,
        asks_password=asks_password,
    )


def _prove(request: StaffRequest, *, asks_password: bool) -> None:
    """Note the proof that was posted. Raises ValidationError where it is none."""
    with counted(request, request.user, "again"):
        if asks_password:
            if not request.user.check_password(request.POST.get("password", "")):
                raise ValidationError(_("This is not your password."), code="password")
        elif "credential" in request.POST:
            post_authentication(request, opened_by(request, request.user))
        else:
            factor = used_code(request.user, request.POST.get("code", "")[:100], now=timezone.now())
            post_authentication(request, factor)
    note_proof(request, now=timezone.now())


def _go_on(request: StaffRequest) -> HttpResponse:
    """Back to what was wanted; a form that waits becomes one button, so that it is sent from a page of ours."""
    wanted = next_of(request, reverse("mfa_index"))
    waiting = request.session.pop(WAITING, None)
    if not waiting or waiting["to"] != wanted:
        return HttpResponseRedirect(wanted)
    fields = [(name, value) for name, values in QueryDict(waiting["form"]).lists() for value in values]
    return screen(request, "go_on", _("It is you"), to=wanted, fields=fields)
