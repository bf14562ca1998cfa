"""Sends what is waiting in the outbox: by `serve` itself every few seconds, and by `manage.py deliver`.

A row is claimed before it is sent, and marked as sent after; of several deliverers one has it. Whoever is killed in
between holds its claim for LEASE, and then the row is sent by another: never lost. Only when the kill falls between the
mail server's “yes” and the mark can a mail go out again, and then with the same Message-ID, by which mailboxes know it.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused
from urllib.parse import urlsplit
from uuid import uuid4

from django.conf import settings
from django.contrib.auth.models import Permission
from django.core.mail import EmailMessage, get_connection
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.editorial.notifications.channel import ChannelFailed, say
from articles.editorial.notifications.notify import notify
from articles.editorial.notifications.sentences import sentence_of
from articles.editorial.permissions import may_open
from articles.editorial.refusals import Refusal
from articles.models.staff_message import StaffMessage, Told, Way
from articles.models.user import User
from articles.site_identity import identity

logger = logging.getLogger(__name__)
LEASE = timedelta(minutes=2)
GIVEN_UP_AFTER = timedelta(days=3)
LONGEST_WAIT = timedelta(minutes=15)
MAIL_SECONDS = 20
MOST_AT_ONCE = 200  # groups a run


# What else is sent when its time has come, by who stands above us: functions of the present moment.
also_due: list[Callable[[datetime], None]] = []


@dataclass
class Delivered:
    """How many messages a run has sent, will try again, and has given up."""

    sent: int = 0
    waiting: int = 0
    given_up: int = 0


def deliver(now: datetime) -> Delivered:
    """Send what is due at `now`. A mail server or channel that does not answer is tried again later."""
    for send in also_due:
        send(now)
    done = Delivered()
    for _number in range(MOST_AT_ONCE):
        messages = claim_next(now)
        if not messages:
            break
        if not _send(messages, now, done):
            break  # the mail server is down: whoever waits for it now waits for nothing
    return done


def claim_next(now: datetime) -> list[StaffMessage]:
    """The next message that is due, or all of somebody's digest, claimed for this deliverer; [] where none is."""
    while first := StaffMessage.objects.due(now).order_by("due_at", "pk").first():
        rows = StaffMessage.objects.due(now)
        rows = rows.filter(user=first.user_id, way=Way.DIGEST) if first.way == Way.DIGEST else rows.filter(pk=first.pk)
        claim = uuid4()
        if rows.update(claim=claim, claimed_until=now + LEASE, tries=F("tries") + 1):
            mine = StaffMessage.objects.filter(claim=claim).select_related("user", "desk", "article", "by")
            return list(mine.order_by("at", "pk"))
    return []


def _send(messages: list[StaffMessage], now: datetime, done: Delivered) -> bool:
    """Send messages that belong together; returns whether it is any use to go on."""
    rows = StaffMessage.objects.filter(pk__in=[message.pk for message in messages], claim=messages[0].claim)
    told = [message for message in messages if _is_to_go(message)]
    try:
        if told and messages[0].way == Way.CHANNEL:
            say(told[0].desk.channel, _in_channel(told[0]))  # type: ignore[union-attr]  # a row of a channel has a desk
        elif told:
            _mail(told)
    except (OSError, SMTPException, ChannelFailed, Refusal) as error:
        logger.warning("Message %s was not sent: %s", messages[0].pk, error)
        _put_off(rows, messages, now, done)
        return messages[0].way == Way.CHANNEL or isinstance(error, SMTPRecipientsRefused)
    rows.update(sent_at=now, claim=None, claimed_until=None)
    done.sent += len(told)
    return True


def _is_to_go(message: StaffMessage) -> bool:
    """Whether what was true when it was written is true still: they are here, and the story is open to them."""
    if message.desk is not None:
        return bool(message.desk.channel) and message.article is not None and not message.article.is_sealed
    user = message.user
    if user is None or not (user.is_active and user.email):
        return False
    return message.article is None or may_open(user, message.article)


def _put_off(rows: QuerySet[StaffMessage], messages: list[StaffMessage], now: datetime, done: Delivered) -> None:
    """Try again later; what has been tried for long enough is given up."""
    if now - messages[0].at > GIVEN_UP_AFTER:
        rows.update(failed_at=now, claim=None, claimed_until=None)
        done.given_up += len(messages)
        if messages[0].way == Way.CHANNEL:
            notify(_keepers(), Told.FAILED, None, by=None)
        return
    wait = min(timedelta(seconds=30) * 2 ** min(messages[0].tries, 6), LONGEST_WAIT)
    rows.update(due_at=now + wait, claim=None, claimed_until=None)
    done.waiting += len(messages)


def _keepers() -> QuerySet[User]:
    """Those who look after the house."""
    right = Permission.objects.filter(codename="change_publisher", content_type__app_label="articles")
    return User.objects.filter(Q(groups__permissions__in=right) | Q(is_superuser=True), is_active=True).distinct()


def _in_channel(message: StaffMessage) -> str:
    """What is said in a channel, in Slack's own marks for what the words might hold."""
    said = sentence_of(message).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"{said} <{_screen_of(message)}>"


def _mail(messages: list[StaffMessage]) -> None:
    """One mail to the person of these messages, each with its sentence, its note and its story's screen."""
    parts = []
    for message in messages:
        note = "" if message.article is not None and message.article.is_sealed else message.note
        parts.append("\n\n".join(part for part in (sentence_of(message), note, _screen_of(message)) if part))
    sentence = sentence_of(messages[0])
    if messages[1:]:
        sentence = ngettext("%(n)s thing since yesterday", "%(n)s things since yesterday", len(messages))
        sentence %= {"n": len(messages)}
    foot = _("How you hear of what: %(address)s") % {"address": f"{settings.SITE_URL}/admin/inbox/told/"}
    host = urlsplit(settings.SITE_URL).hostname or "newsroom"
    EmailMessage(
        f"[{identity().name}] {sentence}",
        "\n\n—\n\n".join(parts) + f"\n\n{foot}\n",
        settings.DEFAULT_FROM_EMAIL,
        [messages[0].user.email],  # type: ignore[union-attr]  # a row of a mail has a person
        connection=get_connection(timeout=MAIL_SECONDS),
        headers={"Message-ID": f"<told-{messages[0].pk}-{len(messages)}@{host}>"},
    ).send()


def _screen_of(message: StaffMessage) -> str:
    if message.article_id is None:
        return f"{settings.SITE_URL}/admin/"
    return f"{settings.SITE_URL}/admin/articles/article/{message.article_id}/change/"
