"""Attempts at secrets other than passwords, counted by the throttle of logins before they are looked at."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from accounts.codes import SPENT
from accounts.login_log import AGAIN, note_locked, note_refused, ways_of
from accounts.models import SignIn
from articles.client_address import client_network
from articles.editorial.site import login_throttle
from articles.editorial.site.login_throttle import LockedOut
from articles.models.user import User

TOO_MANY = _("Too many wrong codes or passwords. For your safety no more are looked at for 15 minutes.")
KINDS = {"code": "code", SPENT: "code", "passkey": "webauthn"}  # by the code of what is raised; else a password


@contextmanager
def counted(request: HttpRequest, user: User, what: str, *, device: str = "") -> Iterator[None]:
    """Count an attempt at a secret of the user's; whatever is raised within leaves it counted as a wrong one.

    `what` says which secret. Its count has a name that nobody can type as an account's, so that strangers at the
    sign-in form use up nobody's attempts. What is refused is in the log of sign-ins. Raises ValidationError once there
    were too many.
    """
    account = salted_hmac("accounts.counted", f"{what} {user.pk}", algorithm="sha256").hexdigest()
    now = timezone.now()
    before = AGAIN if what == AGAIN else ways_of(request, user)
    try:
        attempt = login_throttle.begin_attempt(account, client_network(request), device=device, now=now)
    except LockedOut as refusal:
        note_locked(request, user, now=now, ways=before, is_second_step=what != AGAIN)
        raise ValidationError(TOO_MANY, code="too_many_failures") from refusal
    try:
        yield
    except ValidationError as error:
        outcome = SignIn.Outcome.USED if getattr(error, "code", "") == SPENT else SignIn.Outcome.WRONG
        kind = KINDS.get(getattr(error, "code", ""), "password")
        note_refused(request, user, outcome, now=now, ways=", ".join(filter(None, (before, kind))))
        raise
    login_throttle.attempt_succeeded(attempt)
