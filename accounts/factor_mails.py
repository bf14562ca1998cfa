"""Mails to the owner of an account whenever a factor of it was added, removed or made anew."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from django.dispatch import receiver
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.mails import warn_owner
from articles.models.user import User

NAMES = {
    Authenticator.Type.WEBAUTHN: gettext_lazy("a passkey"),
    Authenticator.Type.TOTP: gettext_lazy("an authenticator app"),
    Authenticator.Type.RECOVERY_CODES: gettext_lazy("recovery codes"),
}


@receiver(authenticator_added)
def _added(sender: Any, user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    _warn(user, _("Added to your account “%(name)s”: %(factor)s."), authenticator)


@receiver(authenticator_removed)
def _removed(sender: Any, user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    _warn(user, _("Removed from your account “%(name)s”: %(factor)s."), authenticator)


@receiver(authenticator_reset)
def _reset(sender: Any, user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    _warn(user, _("Made anew for your account “%(name)s”: %(factor)s."), authenticator)


def _warn(user: User, what: str, authenticator: Authenticator) -> None:
    factor = NAMES[Authenticator.Type(authenticator.type)]
    warn_owner(user, _("How you sign in was changed"), what % {"name": user.get_username(), "factor": factor})
