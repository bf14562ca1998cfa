"""After a password that was right: the code or the passkey that the account wants too."""

from typing import Any

from allauth.account.internal.stagekit import clear_login
from allauth.account.models import Login
from allauth.account.stages import LoginStageController
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.webauthn.internal.flows import perform_passwordless_login
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts.codes import BY_CODE, used_code
from accounts.counted import counted
from accounts.devices import device_of
from accounts.login_log import note_refused
from accounts.models import SignIn
from accounts.passkeys import REFUSED, asked_of, asked_of_a_stranger, named_owner, opened_by, opened_by_a_stranger
from accounts.screens import screen
from accounts.sign_in import next_of
from articles.models.user import User


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def second_step(request: HttpRequest) -> HttpResponse:
    """Ask for the second step of who has given a right password a moment ago, and let them in."""
    if request.user.is_authenticated:
        return HttpResponseRedirect(reverse("admin:index"))
    stage = LoginStageController.enter(request, AuthenticateStage.key)
    user: Any = stage.login.user if stage else None
    if stage is None or not may_enter(user):
        clear_login(request)
        messages.info(request, _("Signing in took too long, or was done in another tab. Begin again."))
        return HttpResponseRedirect(reverse("admin:login"))
    problem = ""
    if request.method == "POST":
        try:
            factor = _proved(request, user)
        except ValidationError as error:
            problem = " ".join(error.messages)
        else:
            post_authentication(request, factor)
            return stage.exit()
    kinds = set(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    has = {"has_codes": bool(kinds & set(BY_CODE)), "has_passkey": Authenticator.Type.WEBAUTHN in kinds}
    return screen(request, "second_step", _("The second step"), problem=problem, name=user.get_username(), **has)


@never_cache
@require_POST
def ask_passkey(request: HttpRequest) -> JsonResponse:
    """Say what the browser is to sign: with a passkey of who is at the second step or signed in, or with anybody's."""
    user = request.user if request.user.is_authenticated else None
    if user is None and (stage := LoginStageController.enter(request, AuthenticateStage.key)):
        user = stage.login.user
    return asked_of_a_stranger(request) if user is None or "anybody" in request.GET else JsonResponse(asked_of(user))


@never_cache
@require_POST
def enter_by_passkey(request: HttpRequest) -> HttpResponse:
    """Let in whoever's passkey signed what was asked: nothing is typed, and no second step follows."""
    try:
        passkey = opened_by_a_stranger(request)
        if not may_enter(passkey.user):
            raise ValidationError(REFUSED, code="passkey")
    except ValidationError as error:
        if owner := named_owner(request):
            note_refused(request, owner, SignIn.Outcome.WRONG, now=timezone.now(), ways="webauthn")
        messages.error(request, " ".join(error.messages))
        return HttpResponseRedirect(reverse("admin:login"))
    login = Login(user=passkey.user, redirect_url=next_of(request, reverse("admin:index")))
    return perform_passwordless_login(request, passkey, login)


def may_enter(user: Any) -> bool:
    """Whether this is an account that may come into the editors' side."""
    return user is not None and user.is_active and user.is_staff


def _proved(request: HttpRequest, user: User) -> Authenticator:
    """The factor that what was posted proves. Raises ValidationError."""
    with counted(request, user, "second step", device=device_of(request, user.get_username())):
        if "credential" in request.POST:
            return opened_by(request, user)
        return used_code(user, request.POST.get("code", "")[:100], now=timezone.now())
