"""A forgotten password: a link is asked for, which says to nobody who exists, and a new one is chosen by it."""

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.forms import SetPasswordForm
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.backends import account_of
from accounts.mails import mail_owner
from accounts.one_use_links import Purpose, account_opened_by, link_for
from accounts.screens import screen
from accounts.sessions import end_sessions_of
from accounts.sign_in import ELSEWHERE
from articles.client_address import client_network
from articles.editorial.site import login_throttle
from articles.editorial.site.login_throttle import LockedOut
from articles.models.user import User

LONGEST_TYPED = 254


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def forgotten(request: HttpRequest) -> HttpResponse:
    """Ask whose password was forgotten; the answer is the same for everybody, whoever exists."""
    if settings.SSO_ONLY:
        return used_up(request)
    typed = request.POST.get("account", "").strip()[:LONGEST_TYPED]
    if request.method == "POST" and typed:
        _send_link(request, typed)
        return screen(request, "link_sent", _("Look into your mail"), typed=typed)
    return screen(request, "forgotten", _("Forgotten password"), longest=LONGEST_TYPED)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new_password(request: HttpRequest, token: str) -> HttpResponse:
    """Let whoever has an invitation or a link for a new password choose one, and sign them in.

    All sessions of the account end. A second factor is asked for as always.
    """
    opened = account_opened_by(token, Purpose.INVITATION, Purpose.RESET)
    if opened is None or settings.SSO_ONLY:
        return used_up(request)
    user, purpose = opened
    form = SetPasswordForm(user, request.POST or None)
    if form.is_valid():
        with transaction.atomic():
            User.objects.select_for_update().get(pk=user.pk)
            if account_opened_by(token, purpose) is None:
                return used_up(request)  # the same link was used in another tab a moment before
            form.save()
            end_sessions_of(user)
        login = Login(user=user, redirect_url=reverse("admin:index"))
        return perform_password_login(request, {"username": user.get_username()}, login)
    title = _("Welcome") if purpose is Purpose.INVITATION else _("Choose a new password")
    return screen(request, "new_password", title, form=form, name=user.get_username())


def used_up(request: HttpRequest) -> HttpResponse:
    """The way to the sign-in screen for who comes with a link that opens nothing any more."""
    outdated = _("This link was used before, or is too old. Ask for a new one, or sign in if you have a password.")
    messages.error(request, ELSEWHERE if settings.SSO_ONLY else outdated)
    return HttpResponseRedirect(reverse("admin:login"))


def _send_link(request: HttpRequest, typed: str) -> None:
    """Mail a link to the account that is meant, if there is one, a few times in a quarter of an hour at most."""
    user = account_of(typed)
    whose = salted_hmac(__name__, typed.casefold() if user is None else str(user.pk), algorithm="sha256").hexdigest()
    try:
        login_throttle.begin_attempt(whose, client_network(request), now=timezone.now())
    except LockedOut:
        return
    if user is not None and user.is_active and user.is_staff:
        mail_owner(
            user,
            _("Choose a new password"),
            _(
                "Somebody, probably you, has asked for a new password for your account “%(name)s”. Choose one here, "
                "within an hour. If it was not you, do nothing: the old one stays."
            )
            % {"name": user.get_username()},
            link_for(user, Purpose.RESET),
        )
