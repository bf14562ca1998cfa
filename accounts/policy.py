"""Of whom the newsroom asks a second factor, and what that means for the session that somebody is in."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings

from accounts.models import Grace
from accounts.staff_request import StaffRequest
from articles.models.user import User

GRACE = timedelta(days=7)
# What signs in by itself or as a second step; recovery codes stand in for one of these, and go with the last of them.
FACTORS = (Authenticator.Type.WEBAUTHN, Authenticator.Type.TOTP)


class Wanted(Enum):
    """What a session needs before it goes on."""

    NOTHING = "nothing"
    SOON = "a factor within the days of grace"
    PROOF = "the factor that the account has"
    FACTOR = "a factor, before anything else"


@dataclass(frozen=True)
class Standing:
    """What is wanted of a session, and until when it has time."""

    wanted: Wanted
    until: datetime | None = None


def is_required_of(user: User) -> bool:
    """Whether the newsroom asks a second factor of this person: of all staff, or of some roles and superusers."""
    if not (settings.STAFF_MFA and user.is_staff):
        return False
    if not settings.STAFF_MFA_ROLES or user.is_superuser:
        return True
    names = user.groups.values_list("name", flat=True)
    return any(name.casefold() in settings.STAFF_MFA_ROLES for name in names)


def has_factor(user: User) -> bool:
    """Whether the person has a passkey or an authenticator app."""
    return Authenticator.objects.filter(user=user, type__in=FACTORS).exists()


def used_factor(request: StaffRequest) -> bool:
    """Whether the person at this session has used a factor of theirs in it.

    Who came by single sign-on has: which factors that takes is decided where it is kept.
    """
    records = get_authentication_records(request, request.user)
    return any(record.get("method") in ("mfa", "socialaccount") for record in records)


def standing(request: StaffRequest, *, now: datetime) -> Standing:
    """What a session of somebody who is signed in needs. Begins the days of grace of whom it asks the first time."""
    user = request.user
    if not settings.STAFF_MFA or used_factor(request) or not is_required_of(user):
        return Standing(Wanted.NOTHING)
    if has_factor(user):
        return Standing(Wanted.PROOF)
    grace, _ = Grace.objects.get_or_create(user=user, defaults={"began_at": now})
    until = grace.began_at + GRACE
    return Standing(Wanted.SOON if now < until else Wanted.FACTOR, until)
