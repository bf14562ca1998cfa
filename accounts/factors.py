"""Adding, renaming and removing the factors of an account: what every screen of them calls."""

from datetime import datetime

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa import signals
from allauth.mfa.base.internal.flows import delete_and_cleanup
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.utils import encrypt
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.codes import LAST_COUNTER, counter_of
from accounts.policy import FACTORS, is_required_of
from accounts.sessions import end_other_sessions, end_sessions_of
from accounts.staff_request import StaffRequest
from articles.models.user import User

Type = Authenticator.Type
LAST_ONE = _("This newsroom asks a second factor of you. Add another one before you remove the last.")
LONGEST_NAME = 60


def factors_of(user: User, *kinds: str) -> list[Authenticator]:
    """The factors of somebody, oldest first; all of them, or those of some kinds."""
    return list(Authenticator.objects.filter(user=user, type__in=kinds or Type.values).order_by("created_at", "pk"))


def add_app(request: StaffRequest, secret: str, code: str, *, now: datetime) -> bool:
    """Take an authenticator app that shows the right code for the secret; whether recovery codes were made with it.

    Raises ValidationError for a wrong code, and where the account has an app already.
    """
    counter = counter_of(secret, "".join(code.split()), now=now)
    if counter is None:
        raise ValidationError(_("This code is wrong. Type the one that the app shows now."), code="code")
    with transaction.atomic():
        user = _locked(request)
        if factors_of(user, Type.TOTP):
            raise ValidationError(_("Your account has an authenticator app already."), code="known")
        data = {"secret": encrypt(secret), LAST_COUNTER: counter}
        return _added(request, Authenticator.objects.create(user=user, type=Type.TOTP, data=data))


def add_passkey(request: StaffRequest, credential: dict, name: str) -> bool:
    """Take a passkey that was made for the account a moment ago; whether recovery codes were made with it."""
    with transaction.atomic():
        user = _locked(request)
        data = {"name": name, "credential": credential}
        return _added(request, Authenticator.objects.create(user=user, type=Type.WEBAUTHN, data=data))


def rename_passkey(passkey: Authenticator, name: str) -> None:
    """Call a passkey something else."""
    passkey.data["name"] = name
    passkey.save(update_fields=["data"])


def remove_factor(request: StaffRequest, factor: Authenticator) -> None:
    """Remove a passkey or the app of the person who asks; recovery codes go with the last.

    Raises ValidationError where it is the last one and the newsroom asks one of them.
    """
    with transaction.atomic():
        user = _locked(request)
        if [each.pk for each in factors_of(user, *FACTORS)] == [factor.pk] and is_required_of(user):
            raise ValidationError(LAST_ONE, code="last")
        delete_and_cleanup(request, factor)


def renew_recovery_codes(request: StaffRequest) -> None:
    """Make new recovery codes; the former ones open nothing any more."""
    with transaction.atomic():
        user = _locked(request)
        Authenticator.objects.filter(user=user, type=Type.RECOVERY_CODES).delete()
        made = RecoveryCodes.activate(user).instance
    signals.authenticator_reset.send(sender=Authenticator, request=request, user=user, authenticator=made)


def recovery_codes_to_show(user: User) -> list[str]:
    """The recovery codes, once: whoever asks again gets none."""
    with transaction.atomic():
        row = Authenticator.objects.select_for_update().filter(user=user, type=Type.RECOVERY_CODES).first()
        codes = row.wrap() if row else None
        if codes is None or codes.did_view:
            return []
        codes.mark_as_viewed()
        return codes.get_unused_codes()


def unused_recovery_codes(user: User) -> int | None:
    """How many recovery codes are left; None where there are none to use."""
    rows = factors_of(user, Type.RECOVERY_CODES)
    return len(rows[0].wrap().get_unused_codes()) if rows else None


def remove_all_factors(request: StaffRequest, user: User) -> None:
    """Remove every factor of somebody who has lost theirs, and end their sessions: the password alone lets them in.

    Whoever calls this has asked whether the person at `request` may.
    """
    removed = factors_of(user)
    with transaction.atomic():
        Authenticator.objects.filter(user=user).delete()
        end_sessions_of(user)
    for factor in removed:
        signals.authenticator_removed.send(sender=Authenticator, request=request, user=user, authenticator=factor)


def _locked(request: StaffRequest) -> User:
    """The person who asks, their row locked, so that two tabs do one thing after the other."""
    return User.objects.select_for_update().get(username=request.user.username)


def _added(request: StaffRequest, factor: Authenticator) -> bool:
    """What follows from a new factor: this session has used it, and after the first one no other session goes on.

    Returns whether recovery codes were made.
    """
    user = factor.user
    is_first = not any(each.pk != factor.pk for each in factors_of(user, *FACTORS))
    has_codes = bool(factors_of(user, Type.RECOVERY_CODES))
    if not has_codes:
        RecoveryCodes.activate(user)
    if is_first:
        end_other_sessions(request)
    record_authentication(request, user, "mfa", id=factor.pk, type=factor.type)
    signals.authenticator_added.send(sender=Authenticator, request=request, user=user, authenticator=factor)
    return not has_codes
