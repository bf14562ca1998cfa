"""The admin's sign-in form: Django's own, behind a throttle that knows the devices on which people have signed in."""

from hashlib import blake2b

from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from articles.client_address import client_address
from articles.editorial.site import login_throttle
from articles.editorial.site.login_throttle import LockedOut


class SignInForm(AdminAuthenticationForm):
    """User name and password; after too many wrong ones no password is looked at any more, right or wrong."""

    request: HttpRequest

    def clean(self):
        """The values. Raises ValidationError for a wrong password, and once there were too many."""
        account = self.cleaned_data.get("username")
        if not (account and self.cleaned_data.get("password")):
            return super().clean()
        device = login_throttle.known_device(self.request.COOKIES.get(_cookie(account), ""), account)
        try:
            attempt = login_throttle.begin_attempt(
                account, client_address(self.request), device=device, now=timezone.now()
            )
        except LockedOut as refusal:
            raise ValidationError(str(refusal), code="too_many_failures") from refusal
        values = super().clean()
        login_throttle.attempt_succeeded(attempt)
        return values


def remember_device(request: HttpRequest, response: HttpResponse) -> None:
    """Let the device that has just signed in be known, so that strangers can't lock its owner out."""
    account = request.user.get_username()
    response.set_cookie(
        _cookie(account),
        login_throttle.new_device(account),
        max_age=login_throttle.DEVICES_ARE_KNOWN,
        path=request.path,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )


def _cookie(account: str) -> str:
    """The name of the cookie that says that a device is known to an account; it does not say which account."""
    return f"device_{blake2b(account.casefold().encode(), digest_size=6).hexdigest()}"


admin.site.login_form = SignInForm
