"""Preview links: showing a story to somebody without an account before it is out, for some days or until revoked."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editorial.log import log_action, noted
from articles.editorial.permissions import may_share_preview, require
from articles.editorial.refusals import Refusal
from articles.editorial.writing.revisions import Redacted
from articles.editorial.writing.working_copy import lock
from articles.embargo import Kind
from articles.models.article import Article
from articles.models.preview_link import PreviewLink, Shows
from articles.models.revision import Revision
from articles.models.user import User
from articles.site_time_zone import site_time

MOST_DAYS = 30
SECRET = 24  # random bytes, which nobody guesses; 32 characters in an address


class TooLong(Refusal):
    """A link lasts some days, not for ever."""

    sentence = gettext_lazy("A link can last 1 to {most} days.")


class TakenDown(Refusal):
    """What was withdrawn or has expired is shown to nobody."""

    sentence = gettext_lazy("This story was withdrawn or has expired, so its links show nothing. Restore it first.")


class NothingToCome(Refusal):
    """There is no scheduled edition to show."""

    sentence = gettext_lazy("Nothing is scheduled for this story, so there is nothing of it to show.")


@noted
def share(
    article: Article,
    *,
    by: User,
    days: int,
    shows: str = Shows.WORKING_COPY,
    revision: Revision | None = None,
    for_whom: str = "",
) -> PreviewLink:
    """A new PreviewLink to the article that lasts so many `days`; `revision` is given with Shows.REVISION only.

    Raises Forbidden, TooLong, TakenDown, NothingToCome, Redacted, Revision.DoesNotExist when it is another story's,
    and ValidationError when `for_whom` is too long.
    """
    require(may_share_preview(by, article), _("share a preview of this story"))
    if not 1 <= days <= MOST_DAYS:
        raise TooLong(most=MOST_DAYS)
    with transaction.atomic():
        article, now = lock(article), timezone.now()
        if revision is not None:
            revision = article.revisions.get(pk=revision.pk)  # its own, and as it is by now
        _require_something_to_show(article, shows, revision, now)
        token = secrets.token_urlsafe(SECRET)
        link = PreviewLink(article=article, shows=shows, revision=revision, for_whom=for_whom, token=token)
        link.made_at, link.made_by, link.ends_at = now, by, now + timedelta(days=days)
        link.full_clean()
        link.save()
        log_action(article, "share preview", by, f"{link}, until {_in_words(link.ends_at)}")
    return link


@noted
def revoke(link: PreviewLink, *, by: User) -> bool:
    """End a PreviewLink now; returns whether it was open. Raises Forbidden."""
    require(may_share_preview(by, link.article), _("revoke this link"))
    with transaction.atomic():
        article, now = lock(link.article), timezone.now()
        is_new = _end(article.preview_links.filter(pk=link.pk, ends_at__gt=now), now)
        if is_new:
            log_action(article, "revoke preview", by, f"{link}, made {_in_words(link.made_at)}")
    return is_new


def revoke_all(article: Article, now: datetime) -> None:
    """End every link to a locked article, inside the transaction of a verb that takes its words away."""
    _end(article.preview_links.all(), now)


def count_opening(link: PreviewLink, now: datetime) -> None:
    """Note that somebody has opened a link, but not who."""
    PreviewLink.objects.filter(pk=link.pk).update(times_opened=F("times_opened") + 1, opened_at=now)


def _require_something_to_show(article: Article, shows: str, revision: Revision | None, now: datetime) -> None:
    """Raise TakenDown, NothingToCome or Redacted where a link would show nothing from the start."""
    if article.editions.current(now).exclude(kind=Kind.PUBLISHED).exists():
        raise TakenDown
    if shows == Shows.SCHEDULED and not article.editions.pending(now).filter(kind=Kind.PUBLISHED).exists():
        raise NothingToCome
    if revision is not None and revision.redacted_at is not None:
        raise Redacted


def _end(links: "QuerySet[PreviewLink]", now: datetime) -> bool:
    """Revoke those of the links that are not; returns whether there were any."""
    return links.filter(revoked_at=None).update(revoked_at=now) > 0


def _in_words(at: datetime) -> str:
    """A time as the log says it, in the site's time zone: "21 May 2026, 18:40"."""
    return date_format(site_time(at), "DATETIME_FORMAT")
