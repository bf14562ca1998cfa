"""Passkeys (W3C WebAuthn): what a browser is asked, and what its answer proves. The person is always verified."""

import json
import struct
from datetime import timedelta
from typing import Any

from allauth.account.utils import url_str_to_user_pk
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _
from fido2.utils import websafe_decode

from articles.models.user import User

REFUSED = _("This passkey does not open this account. Try again, or sign in another way.")
NOT_MADE = _("The passkey was not taken: the device has to check that it is you, by PIN, finger or face. Try again.")
QUESTION = "passkey_question"  # the cookie with what a stranger was asked to sign
QUESTIONS_HOLD = timedelta(minutes=5)
LONGEST_ANSWER = 20_000  # characters of JSON; an answer has about one thousand
# What the library raises for bytes that are no answer of a browser.
MALFORMED = (TypeError, ValueError, KeyError, AttributeError, IndexError, OverflowError, struct.error)


def asked_of(user: User | None) -> dict[str, Any]:
    """What the browser is asked for: a passkey of this user, or of anybody who has one for this site."""
    return auth.begin_authentication(user)


def asked_of_a_stranger(request: HttpRequest) -> JsonResponse:
    """What the browser of somebody unknown is asked for. The browser keeps the question, signed: no row is written."""
    response = JsonResponse(asked_of(None))
    question = {"state": request.session.pop(auth.STATE_SESSION_KEY), "asked_at": timezone.now().isoformat()}
    response.set_cookie(
        QUESTION,
        signing.dumps(question, salt=QUESTION),
        max_age=QUESTIONS_HOLD,
        path=reverse("admin:login"),
        secure=request.is_secure(),
        httponly=True,
        samesite="Strict",
    )
    return response


def asked_of_new(user: User) -> dict[str, Any]:
    """What the browser is asked to make: a passkey that is found without a name, and that verifies the person."""
    return auth.begin_registration(user, passwordless=True)


def made_by(request: HttpRequest) -> dict[str, Any]:
    """The passkey that the browser has made, as it is to be stored. Raises ValidationError for any other answer."""
    try:
        answer = answer_in(request)
        auth.parse_registration_response(answer)
        made = auth.complete_registration(answer)
    except (*MALFORMED, ValidationError) as error:
        raise ValidationError(NOT_MADE, code="passkey") from error
    if not made.is_user_verified():
        raise ValidationError(NOT_MADE, code="passkey")
    return answer


def opened_by(request: HttpRequest, user: User | None) -> Authenticator:
    """The passkey that signed what was asked, of `user` or, with None, of whom the browser names.

    Raises ValidationError for any other answer, and where the device has not verified the person.
    """
    answer = answer_in(request)
    try:
        response = auth.parse_authentication_response(answer)
        owner = user or _owner(answer)
        passkey = auth.complete_authentication(owner, answer) if owner else None
    except (*MALFORMED, ValidationError) as error:
        raise ValidationError(REFUSED, code="passkey") from error
    if passkey is None or not response.response.authenticator_data.is_user_verified():
        raise ValidationError(REFUSED, code="passkey")
    return passkey


def opened_by_a_stranger(request: HttpRequest) -> Authenticator:
    """The passkey that signed what `asked_of_a_stranger` asked; each question is answered once. Raises ValidationError.

    A question from before the passkey's last use has been answered, so that a copied answer opens nothing.
    """
    try:
        question = signing.loads(request.COOKIES.get(QUESTION, ""), salt=QUESTION, max_age=QUESTIONS_HOLD)
    except signing.BadSignature as error:
        raise ValidationError(REFUSED, code="passkey") from error
    request.session[auth.STATE_SESSION_KEY] = question["state"]
    try:
        passkey = opened_by(request, None)
    finally:
        auth.clear_state()
    asked_at = parse_datetime(question["asked_at"])
    if asked_at is None or (passkey.last_used_at and asked_at <= passkey.last_used_at):
        raise ValidationError(REFUSED, code="passkey")
    return passkey


def named_owner(request: HttpRequest) -> User | None:
    """Of whom the browser says its passkey is, whether or not that is true; None where it names nobody."""
    try:
        return _owner(answer_in(request))
    except (*MALFORMED, ValidationError):
        return None


def answer_in(request: HttpRequest) -> dict[str, Any]:
    """The browser's answer as the form's field `credential` has it. Raises ValidationError."""
    text = request.POST.get("credential", "")
    try:
        answer = json.loads(text) if len(text) <= LONGEST_ANSWER else None
    except (ValueError, RecursionError) as error:
        raise ValidationError(REFUSED, code="passkey") from error
    if not isinstance(answer, dict):
        raise ValidationError(REFUSED, code="passkey")
    return answer


def _owner(answer: dict[str, Any]) -> User | None:
    """Whom the answer says it is of; the signature is yet to prove it."""
    handle = websafe_decode(answer["response"]["userHandle"]).decode()
    return User.objects.filter(pk=url_str_to_user_pk(handle)).first()
