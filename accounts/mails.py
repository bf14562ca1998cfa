"""Mails about an account to its owner. They leave after the answer, so that no answer tells by its time who exists."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from logging import getLogger
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models.user import User
from articles.site_identity import identity

logger = getLogger(__name__)
_sender = ThreadPoolExecutor(max_workers=1, thread_name_prefix="account-mails")


def mail_owner(user: User, subject: str, *paragraphs: str, to: str = "") -> None:
    """Send a mail to the owner of an account, or to a former address of theirs, after the commit.

    Nothing is sent where there is no address. A mail server that is down costs nobody anything but the mail, which the
    program's log then misses in words.
    """
    address = to or user.email
    if not address:
        return
    heading = f"[{identity().name}] {subject}"
    transaction.on_commit(partial(_hand_over, heading, "\n\n".join(paragraphs), address))


def warn_owner(user: User, subject: str, what: str, *, to: str = "") -> None:
    """Mail the owner what has happened to the account, and what to do if it was not they."""
    screen = f"{settings.SITE_URL}{reverse('mfa_index')}"
    advice = _(
        "If it was you, there is nothing to do. If not, somebody else may be in your account: sign in, end all other "
        "sessions and change your password at %(screen)s, and tell a chief."
    ) % {"screen": screen}
    mail_owner(user, subject, what, advice, to=to)


def wait_until_sent() -> None:
    """Wait for the mails that have been handed over; for commands that end, and for tests."""
    _sender.submit(_nothing).result()


def _hand_over(subject: str, words: str, address: str) -> None:
    sending: Callable[..., Any] = send_mail
    _sender.submit(sending, subject, words, settings.DEFAULT_FROM_EMAIL, [address]).add_done_callback(_note_failure)


def _note_failure(sending: "Future[Any]") -> None:
    """Write into the program's log that a mail could not be sent; its words and address are nobody's to read there."""
    if error := sending.exception():
        logger.error("A mail about an account could not be sent: %s", error)


def _nothing() -> None:
    """What is done once all that was handed over before is done."""
