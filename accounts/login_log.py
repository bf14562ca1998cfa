"""The log of sign-ins: each success and each refusal at an account, and mails about what its owner should know at once.

Where somebody shows again who they are is in it too: what is wrong there is a session in other hands, or a slip.
"""

from datetime import datetime, timedelta
from typing import Any

from allauth.account.authentication import get_authentication_records
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.backends import account_of
from accounts.devices import device_name, device_of
from accounts.mails import warn_owner
from accounts.models import SignIn
from articles.client_address import client_address
from articles.models.user import User

LONGEST_WAYS = SignIn._meta.get_field("ways").max_length
LONGEST_DEVICE = SignIn._meta.get_field("device").max_length


AGAIN = "again"
SPAN = timedelta(minutes=15)
MOST_REFUSED = 30  # of one way within the span: nobody fills the log, nor hides one way of trying behind another


def note_refused(request: HttpRequest, user: User, outcome: SignIn.Outcome, *, now: datetime, ways: str) -> None:
    """Write a refusal into the log, unless it is full of such ones."""
    lately = SignIn.objects.filter(user=user, at__gt=now - SPAN, ways=ways[:LONGEST_WAYS])
    if lately.exclude(outcome=SignIn.Outcome.IN).count() < MOST_REFUSED:
        _note(request, user, outcome, now=now, ways=ways)


def note_locked(request: HttpRequest, user: User, *, now: datetime, ways: str, is_second_step: bool = False) -> None:
    """Write into the log, once for each address, that nothing more is looked at for a while.

    Who has come to the second step has shown the password: then its owner hears of it.
    """
    locked = SignIn.objects.filter(user=user, at__gt=now - SPAN, outcome=SignIn.Outcome.LOCKED)
    if is_second_step and not locked.filter(ways=ways).exists():
        what = _(
            "Somebody has shown the password of your account “%(name)s” from %(address)s, then too many wrong codes. "
            "If that was not you, your password is known to somebody else: choose another one."
        )
        address = client_address(request) or _("an unknown address")
        warn_owner(user, _("Too many wrong codes"), what % {"name": user.get_username(), "address": address})
    if not locked.filter(address=client_address(request)).exists():
        note_refused(request, user, SignIn.Outcome.LOCKED, now=now, ways=ways)


def sign_ins_of(user: User, *, most: int) -> list[SignIn]:
    """The last sign-ins and refusals of an account, newest first."""
    return list(SignIn.objects.filter(user=user)[:most])


def ways_of(request: HttpRequest, user: User) -> str:
    """By what somebody has proved who they are so far: “password, totp”."""
    records = get_authentication_records(request, user) if hasattr(request, "session") else []
    return ", ".join(str(record.get("type") or record.get("method")) for record in records)


def _note(request: HttpRequest, user: User, outcome: SignIn.Outcome, *, now: datetime, ways: str) -> SignIn:
    return SignIn.objects.create(
        user=user,
        at=now,
        outcome=outcome,
        ways=ways[:LONGEST_WAYS],
        address=client_address(request),
        device=device_name(request.headers.get("User-Agent", ""))[:LONGEST_DEVICE],
        is_new_device=not device_of(request, user.get_username()),
    )


@receiver(user_logged_in)
def _signed_in(sender: Any, request: HttpRequest, user: User, **kwargs: Any) -> None:
    """Note who has signed in, by which ways, and mail them about a device that is new, but for their first one."""
    was_there = SignIn.objects.filter(user=user, outcome=SignIn.Outcome.IN).exists()
    entry = _note(request, user, SignIn.Outcome.IN, now=timezone.now(), ways=ways_of(request, user))
    if was_there and entry.is_new_device:
        at = timezone.localtime(entry.at, user.zone)
        what = _("Somebody has signed in to your account “%(name)s” with %(device)s from %(address)s, at %(at)s.") % {
            "name": user.get_username(),
            "device": entry.device,
            "address": entry.address or _("an unknown address"),
            "at": f"{date_format(at, 'DATETIME_FORMAT')} {at:%Z}",
        }
        warn_owner(user, _("Signed in on a new device"), what)


@receiver(user_login_failed)
def _refused(sender: Any, credentials: dict[str, Any], request: HttpRequest | None = None, **kwargs: Any) -> None:
    """Note a wrong password for an account that there is."""
    user = account_of(str(credentials.get("username") or ""))
    if request is not None and user is not None:
        note_refused(request, user, SignIn.Outcome.WRONG, now=timezone.now(), ways="password")
