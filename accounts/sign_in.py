"""Signing in at the admin's door: one form for name and password, behind a throttle that knows people's devices."""

from typing import Any

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.conf import settings
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from accounts.backends import account_of
from accounts.devices import device_of
from accounts.login_log import note_locked
from articles.client_address import client_network
from articles.editorial.site import login_throttle
from articles.editorial.site.login_throttle import LockedOut

ELSEWHERE = _("This newsroom signs in with your organisation’s account only.")


class SignInForm(AdminAuthenticationForm):
    """User name or mail address, and password; after too many wrong ones no password is looked at any more."""

    request: HttpRequest

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.fields["username"].label = _("User name or mail address")

    def clean(self):
        """The values. Raises ValidationError for a wrong password, and once there were too many."""
        if settings.SSO_ONLY:
            raise ValidationError(ELSEWHERE, code="sso_only")
        typed = self.cleaned_data.get("username")
        if not (typed and self.cleaned_data.get("password")):
            return super().clean()
        account = counted_as(typed)
        try:
            attempt = login_throttle.begin_attempt(
                account,
                client_network(self.request),
                device=device_of(self.request, account),
                now=timezone.now(),
            )
        except LockedOut as refusal:
            if owner := account_of(typed):
                note_locked(self.request, owner, now=timezone.now(), ways="password")
            raise ValidationError(str(refusal), code="too_many_failures") from refusal
        values = super().clean()
        login_throttle.attempt_succeeded(attempt)
        return values


class SignInView(LoginView):
    """Django's own sign-in screen, which leads on to a second step where the account has one."""

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        user = form.get_user()
        login = Login(user=user, redirect_url=self.get_success_url())
        return perform_password_login(self.request, {"username": user.get_username()}, login)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Django's variables, and which ways in there are."""
        way = reverse("openid_connect_login", args=["house"]) if settings.OIDC_URL else ""
        return super().get_context_data(**kwargs) | {"single_sign_on": way, "sso_only": settings.SSO_ONLY}


def next_of(request: HttpRequest, otherwise: str) -> str:
    """Where the request wants to go on to, if that is ours."""
    wanted = request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME) or ""
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure()):
        return wanted
    return otherwise


def counted_as(typed: str) -> str:
    """The name under which attempts are counted: the account's own, by whichever of its names it was meant."""
    account = account_of(typed)
    return account.get_username() if account else typed
