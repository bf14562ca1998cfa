"""Taking a live story down, and putting its last published words back."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editorial.current_ids import resolve_merged_ids
from articles.editorial.log import log_action, noted
from articles.editorial.permissions import may_publish, require
from articles.editorial.publishing.edition_builder import revision_of
from articles.editorial.publishing.prepared_text import PreparedText
from articles.editorial.publishing.steps import add_end, finish, lock_for_decision, next_instant, publish_revision
from articles.editorial.refusals import Refusal
from articles.editorial.writing.revisions import Redacted
from articles.embargo import Kind
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.user import User
from articles.text.characters import drop_controls


class NothingToRestore(Refusal):
    """Only a story that was live, and is not now, can be restored."""

    sentence = gettext_lazy("This story is not withdrawn or expired, so there is nothing to restore.")


@noted
def withdraw(
    article: Article, *, by: User, notice: str = "", reason: str = "", expected_version: int | None = None
) -> Edition:
    """Take a live story down now: its address answers 410 with `notice`; `reason` is for the log.

    Everything scheduled for it goes too, or it would come back by itself. Raises Forbidden, TimelineMoved or NotLive.
    """
    require(may_publish(by, article), _("withdraw this story"))
    with transaction.atomic():
        article, now = lock_for_decision(article, by, expected_version)
        edition = add_end(article, by=by, now=now, kind=Kind.WITHDRAWN, notice=drop_controls(notice))
        log_action(article, "withdraw", by, reason)
        finish(article, now)
    return edition


@noted
def restore(article: Article, *, by: User, expected_version: int | None = None) -> Edition:
    """Put the last published words of a withdrawn or expired story back now.

    Raises Forbidden, TimelineMoved, NothingToRestore or Redacted.
    """
    require(may_publish(by, article), _("restore this story"))
    text, last = PreparedText(), _last_published(article, timezone.now())
    if last is not None:
        text.read(resolve_merged_ids(revision_of(last).snapshot)["body"])
    with transaction.atomic():
        article, now = lock_for_decision(article, by, expected_version)
        last = _last_published(article, now)
        if last is None or last.ends_at > now:
            raise NothingToRestore
        if last.redacted_at is not None:
            raise Redacted
        edition = publish_revision(article, revision_of(last), text, by=by, now=now, start=next_instant(article, now))
        log_action(article, "restore", by, edition.path)
        finish(article, now)
    return edition


def _last_published(article: Article, now: datetime) -> Edition | None:
    """The edition with the last words that readers were given by `now`."""
    published = article.editions.started(now).filter(kind=Kind.PUBLISHED).select_related("revision")
    return published.order_by("-goes_live_at").first()
