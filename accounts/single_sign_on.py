"""Signing in through the publisher's own identity provider, by OpenID Connect. Only there where OIDC_URL is set.

Nobody gets an account by it: the provider says who somebody is, by a mail address that it has verified, and the account
of that address is opened. From then on the provider's own number for them is what counts.
"""

from logging import getLogger
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.openid_connect import views
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from requests import RequestException

from accounts.backends import account_of
from accounts.second_step import may_enter
from articles.models.user import User

logger = getLogger(__name__)


class SingleSignOnAdapter(DefaultSocialAccountAdapter):
    """Which accounts of the provider open which of ours."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Let in who has an account here. Raises ImmediateHttpResponse, the way back, for everybody else."""
        is_known = sociallogin.is_existing
        user = sociallogin.user if is_known else _account_of(sociallogin)
        if sociallogin.state.get("process") != AuthProcess.LOGIN or not may_enter(user):
            raise ImmediateHttpResponse(
                _back(request, _("You have no account here. Ask a chief to make one with your mail address."))
            )
        if not is_known:
            sociallogin.connect(request, user)

    def on_authentication_error(self, request: HttpRequest, provider: Any, *args: Any, **kwargs: Any) -> None:
        """Raise ImmediateHttpResponse, the way back with a sentence; the program's log has the reason."""
        logger.warning("Single sign-on failed: %s %r", kwargs.get("error"), kwargs.get("exception"))
        raise ImmediateHttpResponse(_back(request, _("Signing in there was broken off. Try it again.")))

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Nothing: the library's mails are not in the newsroom's words."""


@never_cache
@require_safe
def sign_in(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Lead to the identity provider."""
    return _answer(request, views.login, provider_id)


@never_cache
@require_safe
def come_back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Take what the provider says, and let in whom it names."""
    return _answer(request, views.callback, provider_id)


def _answer(request: HttpRequest, view: Any, provider_id: str) -> HttpResponse:
    try:
        return view(request, provider_id)
    except RequestException as error:
        logger.warning("The identity provider does not answer: %s", error)
        return _back(request, _("The place where you sign in does not answer. Try again in a few minutes."))


def _account_of(sociallogin: SocialLogin) -> User | None:
    """The account with the mail address that the provider vouches for; None without a verified one."""
    verified = [address.email for address in sociallogin.email_addresses if address.verified]
    return account_of(verified[0]) if verified else None


def _back(request: HttpRequest, sentence: str) -> HttpResponseRedirect:
    messages.error(request, sentence)
    return HttpResponseRedirect(reverse("admin:login"))
