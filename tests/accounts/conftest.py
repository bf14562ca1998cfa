"""Somebody with a password and an authenticator app."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.urls import reverse
from django.utils import timezone

from tests.builders import user_in

PASSWORD, NEW_PASSWORD = "a-long-way-home", "seven tall herons"
NEW_TYPED = {"new_password1": NEW_PASSWORD, "new_password2": NEW_PASSWORD}


class Authenticating:
    """What the telephone of somebody shows."""

    def __init__(self, user):
        self.user, self.secret = user, generate_totp_secret()
        TOTP.activate(user, self.secret)

    @classmethod
    def reading(cls, user, secret):
        """A telephone that has read a secret from the screen."""
        telephone = cls.__new__(cls)
        telephone.user, telephone.secret = user, secret
        return telephone

    def code(self, periods=0):
        """The code that it shows now, or so many periods later."""
        return format_hotp_value(hotp_value(self.secret, int(timezone.now().timestamp()) // 30 + periods))


@pytest.fixture
def ida(db):
    return user_in("reporter", username="ida", password=PASSWORD, email="ida@example.org")


@pytest.fixture
def telephone(ida):
    return Authenticating(ida)


@pytest.fixture
def recovery_codes(ida, telephone):
    """The codes that Ida has printed."""
    return RecoveryCodes.activate(ida).get_unused_codes()


@pytest.fixture
def enter_password():
    """A function that answers with the response to a name and a password."""

    def enter(client, username="ida", password=PASSWORD, **more):
        return client.post(reverse("admin:login"), {"username": username, "password": password, **more})

    return enter


def is_in(client):
    """Whether the client is signed in."""
    return client.get(reverse("admin:articles_user_me")).status_code == 200


def stored(user, kind):
    """What is stored of a factor."""
    return Authenticator.objects.get(user=user, type=kind).data


def path_of(link):
    """The path of an address of ours."""
    return link[link.index("/admin/") :]


def link_in(letter):
    """The path of the link at the end of a mail."""
    return path_of(letter.body.split()[-1])
