"""What is to happen to a story later: going live or ending at a moment to come, and taking that back."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editorial.log import log_action, noted
from articles.editorial.permissions import may_publish, require
from articles.editorial.publishing.correction_prompt import changed_facts
from articles.editorial.publishing.prepared_text import PreparedText
from articles.editorial.publishing.steps import (
    TimeNeeded,
    add_end,
    finish,
    in_words,
    lock_for_decision,
    publish_or_schedule,
    require_future,
)
from articles.editorial.publishing.timeline import set_timeline
from articles.editorial.refusals import Refusal
from articles.embargo import Kind
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.user import User


class NothingScheduled(Refusal):
    """There is nothing to cancel."""

    sentence = gettext_lazy("Nothing is scheduled for this story.")


@noted
def schedule(
    article: Article,
    *,
    by: User,
    at: datetime | None,
    correction: str = "",
    expected_version: int | None = None,
    told: Iterable[User] | None = None,
) -> Edition:
    """Let the working copy go live at `at`, an aware datetime to come; otherwise as `publish`.

    Raises TimeNeeded, InThePast and TooFarAhead besides.
    """
    if at is None:
        raise TimeNeeded
    decided: dict[str, Any] = {"correction": correction, "expected_version": expected_version, "told": told}
    return publish_or_schedule(article, by=by, at=at, **decided)


@noted
def send_newer(article: Article, *, by: User, correction: str = "", expected_version: int | None = None) -> Edition:
    """Let the working copy go live in place of the words that are scheduled, at the same moment.

    Raises Forbidden, TimelineMoved, NothingScheduled, NotReady, NothingNew or CorrectionUndecided.
    """
    require(may_publish(by, article), _("publish this story"))
    text = PreparedText()
    text.read(article.body)
    changed_facts(article, timezone.now(), text)
    with transaction.atomic():
        article, now = lock_for_decision(article, by, expected_version)
        due = article.editions.pending(now).filter(kind=Kind.PUBLISHED).first()
        if due is None:
            raise NothingScheduled
        return publish_or_schedule(article, by=by, at=due.goes_live_at, correction=correction, text=text)


@noted
def cancel(article: Article, *, by: User, expected_version: int | None = None) -> int:
    """Take back everything that is still to come for this story; returns how many entries went.

    Raises Forbidden, TimelineMoved or NothingScheduled.
    """
    require(may_publish(by, article), _("cancel what is scheduled"))
    with transaction.atomic():
        article, now = lock_for_decision(article, by, expected_version)
        pending = list(article.editions.pending(now))
        if not pending:
            raise NothingScheduled
        set_timeline(article, now=now, drop=pending)
        log_action(article, "cancel", by, ", ".join(str(edition) for edition in pending))
        finish(article, now)
    return len(pending)


@noted
def expire(article: Article, *, by: User, at: datetime, expected_version: int | None = None) -> Edition:
    """Let a story that is live by then end at `at`, an aware datetime to come.

    Anything scheduled for later goes. Raises Forbidden, TimelineMoved, NotLive, InThePast or TooFarAhead.
    """
    require(may_publish(by, article), _("let this story expire"))
    with transaction.atomic():
        article, now = lock_for_decision(article, by, expected_version)
        require_future(at, now)
        edition = add_end(article, by=by, now=now, kind=Kind.EXPIRED, at=at)
        log_action(article, "expire", by, f"At {in_words(at)}")
        finish(article, now)
    return edition
