"""The admin's sign-in form: Django's own, behind a throttle."""

from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.client_address import client_address
from articles.editorial.site.login_throttle import WINDOW, clear_failures, count_failure, is_locked_out

SHUT = (
    "Too many wrong passwords. For your safety nobody can sign in to this account from here for %(minutes)d minutes. "
    "If you have forgotten the password, ask a chief for a new one."
)


class SignInForm(AdminAuthenticationForm):
    """User name and password; after too many wrong ones no password is looked at any more, right or wrong."""

    def clean(self):
        """The values. Raises ValidationError for a wrong password, and once there were too many."""
        account, now = self.cleaned_data.get("username"), timezone.now()
        if not (account and self.cleaned_data.get("password")):
            return super().clean()
        address = client_address(self.request)
        if is_locked_out(account, address, now=now):
            minutes = {"minutes": WINDOW.total_seconds() // 60}
            raise ValidationError(SHUT, code="too_many_failures", params=minutes)
        try:
            values = super().clean()
        except ValidationError:
            count_failure(account, address, now=now)
            raise
        clear_failures(account, address)
        return values


admin.site.login_form = SignInForm
