"""One-time codes (RFC 6238) and recovery codes: each opens once, whichever worker is asked."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext_lazy as _

from articles.models.user import User

PERIOD = 30  # seconds
DRIFT = 1  # periods by which a telephone's clock may be wrong
LAST_COUNTER = "last_counter"
BY_CODE = (Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES)


WRONG = _("This code is wrong, or was used before. Wait for the next one.")
SPENT = "spent"


def counter_of(secret: str, code: str, *, now: datetime) -> int | None:
    """The period for which the code is the secret's, of the present one and its neighbours; None for a wrong code."""
    present = int(now.timestamp()) // PERIOD
    for counter in range(present - DRIFT, present + DRIFT + 1):
        if constant_time_compare(format_hotp_value(hotp_value(secret, counter)), code):
            return counter
    return None


@transaction.atomic
def use_code(user: User, typed: str, *, now: datetime) -> Authenticator | None:
    """Use up a one-time code or a recovery code of the user's, and return what it is of; None where it is wrong.

    Neither opens twice: of two that come at once the second waits for the row and finds the code used. A code of a
    period before the last one that was used is refused too (RFC 6238, 5.2).
    """
    code = _bare(typed)
    for factor in Authenticator.objects.select_for_update().filter(user=user, type__in=BY_CODE).order_by("-type"):
        if factor.type == Authenticator.Type.TOTP:
            counter = counter_of(decrypt(factor.data["secret"]), code, now=now)
            if counter is not None and counter > factor.data.get(LAST_COUNTER, 0):
                factor.data[LAST_COUNTER] = counter
                factor.save(update_fields=["data"])
                return factor
        elif factor.wrap().validate_code(code):
            return Authenticator.objects.get(pk=factor.pk)
    return None


def used_code(user: User, typed: str, *, now: datetime) -> Authenticator:
    """`use_code`, but with ValidationError for a wrong code; its code is SPENT for one that has opened before."""
    factor = use_code(user, typed, now=now)
    if factor is None:
        raise ValidationError(WRONG, code=SPENT if _was_right(user, _bare(typed), now=now) else "code")
    return factor


def _was_right(user: User, code: str, *, now: datetime) -> bool:
    """Whether a code that opens nothing is one of the user's that was used up: somebody has copied it."""
    for factor in Authenticator.objects.filter(user=user, type__in=BY_CODE):
        if factor.type == Authenticator.Type.TOTP:
            if counter_of(decrypt(factor.data["secret"]), code, now=now) is not None:
                return True
        elif any(constant_time_compare(each, code) for each in factor.wrap().generate_codes()):
            return True
    return False


def _bare(typed: str) -> str:
    return "".join(typed.split()).replace("-", "")
