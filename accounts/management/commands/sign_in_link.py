"""`sign_in_link`: a way in when every other is shut; see docs/contract.md."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from accounts.backends import account_of
from accounts.invitations import mail_goes_out
from accounts.mails import wait_until_sent, warn_owner
from accounts.one_use_links import Purpose, link_for
from articles.editorial.log import log_action
from articles.models.user import User


class Command(BaseCommand):
    help = "Print a link that signs USER in once, within ten minutes. It is logged, and mailed about to its owner."

    def add_arguments(self, parser):
        parser.add_argument("user", metavar="USER", help="a user name or mail address")

    def handle(self, *, user, **options):
        account = account_of(user)
        if account is None or not (account.is_active and account.is_staff):
            raise CommandError(f"No member of staff who may sign in is called “{user}”.")
        log_action(None, "sign-in link", User.objects.get(username="system"), account.get_username())
        if mail_goes_out():  # else the mail would stand on the console, beside the link
            what = _("On the server itself a link was made that signs in to your account “%(name)s” once.")
            warn_owner(account, _("A link to sign in was made"), what % {"name": account.get_username()})
        self.stdout.write(link_for(account, Purpose.SIGN_IN))
        wait_until_sent()
