"""The throttle of logins: how many wrong passwords are allowed before nobody may try for a while.

An attempt is counted before its password is looked at, so that many at once are no way around. A device on which
somebody has signed in before is counted by itself: strangers can't lock anybody out of their own.
"""

import secrets
from datetime import datetime, timedelta

from django.core import signing
from django.utils.translation import gettext_lazy as _

from articles.editorial.refusals import Refusal
from articles.models.failed_login import FailedLogin

WINDOW = timedelta(minutes=15)
# Somebody at one desk who has forgotten a password; a swarm that guesses at one account; one machine that tries many.
# The last is high, because a whole newsroom may share one address.
PER_ACCOUNT_AND_ADDRESS, PER_ACCOUNT, PER_ADDRESS = 5, 30, 100
PER_DEVICE = 10
DEVICES_ARE_KNOWN = timedelta(days=365)
LONGEST_NAME = FailedLogin._meta.get_field("account").max_length


class LockedOut(Refusal):
    """There were too many wrong passwords, so that no password is looked at for a while, right or wrong."""

    sentence = _(
        "Too many wrong passwords. For your safety nobody can sign in to this account from here for 15 minutes. "
        "If you have forgotten the password, ask a chief for a new one."
    )


def begin_attempt(account: str, address: str | None, *, device: str = "", now: datetime) -> FailedLogin:
    """Count an attempt to sign in, which has failed until `attempt_succeeded` is told otherwise.

    `account` is as typed, `device` what `known_device` gives. Raises LockedOut; such an attempt does not count.
    """
    FailedLogin.objects.filter(at__lte=now - WINDOW).delete()
    attempt = FailedLogin.objects.create(account=_key(account), address=address, device=device, at=now)
    if _is_one_too_many(attempt):
        attempt.delete()
        raise LockedOut
    return attempt


def attempt_succeeded(attempt: FailedLogin) -> None:
    """Forget this attempt and the wrong passwords before it, of this device or else of this address."""
    mine = {"device": attempt.device} if attempt.device else {"device": "", "address": attempt.address}
    FailedLogin.objects.filter(account=attempt.account, **mine).delete()


def new_device(account: str) -> str:
    """What a device is to hand back as proof that somebody has signed in to the account on it."""
    return signing.dumps([_key(account), secrets.token_urlsafe(16)], salt=__name__)


def known_device(proof: str, account: str) -> str:
    """The device that a proof of `new_device` is of, "" where it is no proof for this account, or a year old."""
    try:
        owner, device = signing.loads(proof, salt=__name__, max_age=DEVICES_ARE_KNOWN)
    except signing.BadSignature:
        return ""
    return device if owner == _key(account) else ""


def _is_one_too_many(attempt: FailedLogin) -> bool:
    """Whether there are more attempts than are allowed, this one included."""
    of_account = FailedLogin.objects.filter(account=attempt.account, device=attempt.device)
    if attempt.device:
        return of_account.count() > PER_DEVICE
    return (
        of_account.filter(address=attempt.address).count() > PER_ACCOUNT_AND_ADDRESS
        or of_account.count() > PER_ACCOUNT
        or FailedLogin.objects.filter(address=attempt.address, device="").count() > PER_ADDRESS
    )


def _key(account: str) -> str:
    """The account's name in one case, no longer than its column."""
    return account.casefold().replace("\0", "")[:LONGEST_NAME]
