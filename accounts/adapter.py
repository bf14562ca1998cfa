"""What django-allauth asks of the newsroom: addresses of clients, secrets at rest, and that it says nothing itself."""

from base64 import urlsafe_b64encode
from hashlib import blake2b
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.client_address import client_address
from articles.site_identity import identity

SSO_WAYS = ("socialaccount", "link")  # what is left with SSO_ONLY: the provider, and the link made on the server
NO_ADDRESS = "0.0.0.0"  # noqa: S104  nothing is bound to it: it stands for a client whose address nothing says


class AccountAdapter(DefaultAccountAdapter):
    """Signing in as the newsroom has it: nobody signs up, and screens of ours say what happened."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account for themselves."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address(request) or NO_ADDRESS

    def pre_login(self, request: HttpRequest, user: AbstractBaseUser, **kwargs: Any) -> HttpResponse | None:
        """The way back for whoever comes by a way that SSO_ONLY shuts; None for all others."""
        from accounts.sign_in import ELSEWHERE  # whose forms ask for the models, which import this

        if settings.SSO_ONLY and get_authentication_records(request, user)[-1]["method"] not in SSO_WAYS:
            messages.error(request, ELSEWHERE)
            return HttpResponseRedirect(reverse("admin:login"))
        return super().pre_login(request, user, **kwargs)

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **kwargs: Any) -> HttpResponse:
        """The way to where they wanted to go; their device is known from now on."""
        from accounts.devices import remember_device  # as above

        response = super().post_login(request, user, **kwargs)
        remember_device(request, response)
        return response

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Nothing: the library's messages are not in the newsroom's words."""

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Nothing, for the same reason."""


class MFAAdapter(DefaultMFAAdapter):
    """Factors as the newsroom has them: secrets are encrypted, names are in its words."""

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret. Raises InvalidToken where it was encrypted with another key than those of this newsroom."""
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def get_totp_issuer(self) -> str:
        return identity().name

    def _get_site_name(self) -> str:
        return identity().name

    def _get_user_identifier(self, user: AbstractBaseUser) -> str:
        return user.get_username()

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Any) -> str:
        return _("Passkey")


def _cipher() -> MultiFernet:
    """Encrypts with a key made of SECRET_KEY; decrypts with those of former ones too."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet(
        [Fernet(urlsafe_b64encode(blake2b(key.encode(), digest_size=32, person=b"accounts").digest())) for key in keys]
    )
