"""A link that signs somebody in once, made on the server itself when every other way is shut."""

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.forgotten_password import used_up
from accounts.one_use_links import Purpose, account_opened_by
from accounts.screens import screen
from articles.models.user import User


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Ask with one button, since programs that look through mails open links, and sign in.

    A second factor is asked for as always.
    """
    opened = account_opened_by(token, Purpose.SIGN_IN)
    if opened is None:
        return used_up(request)
    user, _purpose = opened
    if request.method != "POST":
        return screen(request, "login_link", _("Sign in once"), name=user.get_username())
    with transaction.atomic():
        locked = User.objects.select_for_update().get(pk=user.pk)
        if account_opened_by(token, Purpose.SIGN_IN) is None:
            return used_up(request)
        locked.last_login = timezone.now()  # which uses up the link, whatever becomes of a second step
        locked.save(update_fields=["last_login"])
    record_authentication(request, user=locked, method="link")
    return perform_login(request, Login(user=locked, redirect_url=reverse("admin:index")))
