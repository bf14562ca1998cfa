"""Screens of a person's own factors and sessions. What changes one of them asks first who that is."""

from base64 import b64encode

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts import factors
from accounts.again import View, proof_required
from accounts.devices import device_name
from accounts.login_log import sign_ins_of
from accounts.passkeys import asked_of_new, made_by
from accounts.policy import is_required_of
from accounts.screens import screen
from accounts.sessions import end_other_sessions, end_session, sessions_of
from accounts.staff_request import StaffRequest

Type = Authenticator.Type
SECRET = "accounts_app_secret"  # noqa: S105  the name under which a session has it
SHOWN_SIGN_INS = 20


def for_staff(view: View) -> View:
    """A view for who is signed in to the editors' side."""
    return admin.site.admin_view(never_cache(view))


def account(request: StaffRequest) -> HttpResponse:
    """Show what somebody signs in with, where they are signed in, and who came in lately, or was refused."""
    user = request.user
    return screen(
        request,
        "account",
        _("Signing in"),
        passkeys=factors.factors_of(user, Type.WEBAUTHN),
        apps=factors.factors_of(user, Type.TOTP),
        codes_left=factors.unused_recovery_codes(user),
        sessions=sessions_of(request),
        sign_ins=sign_ins_of(user, most=SHOWN_SIGN_INS),
        days_kept=settings.KEEP_SIGN_INS_DAYS,
        is_required=is_required_of(user),
    )


@proof_required
def new_passkey(request: StaffRequest) -> HttpResponse:
    """Ask what a new passkey is called, and take the one that the browser has made."""
    problem, name = "", _name_in(request) or device_name(request.headers.get("User-Agent", ""))
    if request.method == "POST":
        try:
            made = made_by(request)
        except ValidationError as error:
            problem = " ".join(error.messages)
        else:
            has_new_codes = factors.add_passkey(request, made, name)
            return _after(request, _("“%(name)s” opens your account from now on.") % {"name": name}, has_new_codes)
    longest = factors.LONGEST_NAME
    return screen(request, "new_passkey", _("Add a passkey"), problem=problem, name=name, longest=longest)


@proof_required
def ask_new_passkey(request: StaffRequest) -> HttpResponse:
    """Say what the browser is to make."""
    return JsonResponse(asked_of_new(request.user))


@proof_required
def change_passkey(request: StaffRequest, factor: int) -> HttpResponse:
    """Rename a passkey."""
    passkey = _own(request, factor, Type.WEBAUTHN)
    if name := _name_in(request):
        factors.rename_passkey(passkey, name)
        return _after(request, _("It is called “%(name)s” now.") % {"name": name})
    return screen(
        request, "change_passkey", _("Rename a passkey"), passkey=passkey.wrap(), longest=factors.LONGEST_NAME
    )


@proof_required
def remove(request: StaffRequest, factor: int) -> HttpResponse:
    """Ask whether a passkey or the app is to go, and remove it."""
    asked = _own(request, factor, *factors.FACTORS)
    problem = ""
    if request.method == "POST":
        try:
            factors.remove_factor(request, asked)
        except ValidationError as error:
            problem = " ".join(error.messages)
        else:
            return _after(request, _("Removed. It opens your account no more."))
    is_last = len(factors.factors_of(request.user, *factors.FACTORS)) == 1
    name = asked.wrap().name if asked.type == Type.WEBAUTHN else _("the authenticator app")
    return screen(request, "remove", _("Remove a factor"), name=name, is_last=is_last, problem=problem)


@proof_required
def new_app(request: StaffRequest) -> HttpResponse:
    """Show the secret that an authenticator app has to know, and take the app once it shows the right code."""
    if factors.factors_of(request.user, Type.TOTP):
        return HttpResponseRedirect(reverse("mfa_index"))
    secret = request.session.setdefault(SECRET, generate_totp_secret())
    problem = ""
    if request.method == "POST":
        try:
            has_new_codes = factors.add_app(request, secret, request.POST.get("code", "")[:100], now=timezone.now())
        except ValidationError as error:
            problem = " ".join(error.messages)
        else:
            del request.session[SECRET]
            return _after(request, _("Codes of your app open your account from now on."), has_new_codes)
    adapter = get_adapter()
    address = adapter.build_totp_url(request.user, secret)
    picture = f"data:image/svg+xml;base64,{b64encode(adapter.build_totp_svg(address).encode()).decode()}"
    groups = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
    return screen(
        request, "new_app", _("Add an authenticator app"), picture=picture, secret=groups, link=address, problem=problem
    )


@proof_required
def recovery_codes(request: StaffRequest) -> HttpResponse:
    """Show recovery codes that nobody has seen yet, once; a POST makes new ones."""
    if factors.unused_recovery_codes(request.user) is None:
        raise Http404
    if request.method == "POST":
        factors.renew_recovery_codes(request)
        return HttpResponseRedirect(reverse("accounts_recovery_codes"))
    codes = factors.recovery_codes_to_show(request.user)
    return screen(request, "recovery_codes", _("Recovery codes"), codes=codes)


@require_POST
def end_sessions(request: StaffRequest) -> HttpResponse:
    """End one session of the person's, or all but this one."""
    if "all" in request.POST:
        ended = end_other_sessions(request)
        said = ngettext("%(n)s other session was ended.", "%(n)s other sessions were ended.", ended) % {"n": ended}
    else:
        ended = end_session(request, request.POST.get("session", ""))
        said = _("That session was ended.") if ended else _("That session had ended already.")
    return _after(request, said)


def _name_in(request: StaffRequest) -> str:
    """What the person calls a passkey."""
    return request.POST.get("name", "").strip()[: factors.LONGEST_NAME]


def _own(request: StaffRequest, pk: int, *kinds: str) -> Authenticator:
    """The person's own factor of that number. Raises Http404."""
    for factor in factors.factors_of(request.user, *kinds):
        if factor.pk == pk:
            return factor
    raise Http404


def _after(request: StaffRequest, said: str, has_new_codes: bool = False) -> HttpResponse:
    """Say what was done, and lead to recovery codes that were made with it, or back to the account."""
    messages.success(request, said)
    return HttpResponseRedirect(reverse("accounts_recovery_codes" if has_new_codes else "mfa_index"))
