"""Links that open an account once: an invitation, a forgotten password, a way in when all else fails.

A link holds a signature over what using it changes, so that the first use, a sign-in or a new password in between ends
it. Nothing of it is stored; nobody who reads the database can make one.
"""

from datetime import timedelta
from enum import StrEnum

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from articles.models.user import User


class Purpose(StrEnum):
    """What a link is for; one made for one purpose serves no other."""

    INVITATION = "invitation"
    RESET = "reset"
    SIGN_IN = "sign-in"


LASTS = {
    Purpose.INVITATION: timedelta(days=3),
    Purpose.RESET: timedelta(hours=1),
    Purpose.SIGN_IN: timedelta(minutes=10),
}
_ROUTES = {
    Purpose.INVITATION: "accounts_new_password",
    Purpose.RESET: "accounts_new_password",
    Purpose.SIGN_IN: "accounts_sign_in_link",
}


def link_for(user: User, purpose: Purpose) -> str:
    """The address, with the site's, of a link that opens the account of `user` once."""
    token = signing.dumps([purpose, user.pk, _state(user)], salt=__name__)
    return f"{settings.SITE_URL}{reverse(_ROUTES[purpose], args=[token])}"


def account_opened_by(token: str, *purposes: Purpose) -> tuple[User, Purpose] | None:
    """The account that a link opens, and what for; None for one that is used, too old, or made for another purpose."""
    for purpose in purposes:
        try:
            meant, pk, state = signing.loads(token, salt=__name__, max_age=LASTS[purpose])
        except signing.BadSignature:
            continue
        user = User.objects.filter(pk=pk, is_active=True, is_staff=True).first()
        if meant == purpose and user is not None and constant_time_compare(state, _state(user)):
            return user, purpose
    return None


def _state(user: User) -> str:
    """What is another after the link was used: the password, and when somebody last signed in."""
    last = "" if user.last_login is None else user.last_login.timestamp()
    return salted_hmac(__name__, f"{user.pk} {user.password} {last} {user.email}", algorithm="sha256").hexdigest()
