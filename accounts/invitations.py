"""Inviting people, and sending them a link for a new password: nobody types a password for somebody else."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.mails import mail_owner
from accounts.one_use_links import Purpose, link_for
from articles.editorial.log import log_action
from articles.editorial.permissions import require
from articles.models.user import User
from articles.site_identity import identity

CONSOLE = "django.core.mail.backends.console.EmailBackend"


def invite(user: User, *, by: User) -> str:
    """Mail somebody the link with which they choose a password, and log it; returns the link.

    Whoever has a password already gets a link for a new one, which lasts an hour. Raises Forbidden.
    """
    require(may_invite(by, user), _("invite this person"))
    is_new = not user.has_usable_password()
    link = link_for(user, Purpose.INVITATION if is_new else Purpose.RESET)
    name, site = user.get_username(), identity().name
    if settings.SSO_ONLY:
        link = f"{settings.SITE_URL}{reverse('admin:login')}"
        subject = _("Your account at %(site)s") % {"site": site}
        words = _("%(by)s has made an account for you at %(site)s. Sign in with your organisation’s account here:")
    elif is_new:
        subject = _("Your account at %(site)s") % {"site": site}
        words = _(
            "%(by)s has made an account for you at %(site)s. Your user name is %(name)s. "
            "Choose a password here, within three days:"
        )
    else:
        subject = _("Choose a new password")
        words = _("%(by)s sends you this link to choose a new password for your account “%(name)s”, within an hour:")
    who = by.get_full_name() or by.get_username()
    mail_owner(user, subject, words % {"by": who, "site": site, "name": name}, link)
    log_action(None, "invite", by, name)
    return link


def may_invite(by: User, user: User) -> bool:
    """Whether `by` manages accounts; that of a superuser only another one."""
    manages = by.has_perm("articles.add_user") and by.has_perm("articles.change_user")
    return manages and user.is_active and user.is_staff and (by.is_superuser or not user.is_superuser)


def mail_goes_out() -> bool:
    """Whether a mail server is set up, so that a mail is more than a line on the server's console."""
    return settings.EMAIL_BACKEND != CONSOLE
