"""Preview links: showing a story to somebody without an account before it is out, for some days or until revoked."""

import secrets
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.formats import date_format

from articles.editorial.permissions import may_share, require
from articles.editorial.refusals import Refusal
from articles.editorial.writing.drafts import Redacted, lock, record
from articles.embargo import Kind
from articles.models.preview_link import PreviewLink, Shows
from articles.site_time_zone import site_time

MOST_DAYS = 30
SECRET = 24  # random bytes, which nobody guesses; 32 characters in an address


class TooLong(Refusal):
    """A link lasts some days, not for ever."""

    def __init__(self):
        """Say how long."""
        super().__init__(f"A link can last 1 to {MOST_DAYS} days.")


class TakenDown(Refusal):
    """What was withdrawn or has expired is shown to nobody."""

    def __init__(self):
        """Say so."""
        super().__init__("This story was withdrawn or has expired, so its links show nothing. Restore it first.")


class NothingToCome(Refusal):
    """There is no scheduled edition to show."""

    def __init__(self):
        """Say so."""
        super().__init__("Nothing is scheduled for this story, so there is nothing of it to show.")


def share(article, *, by, days, shows=Shows.WORKING_COPY, revision=None, for_whom=""):
    """A new PreviewLink to the article that lasts so many `days`; `revision` is given with Shows.REVISION only.

    Raises Forbidden, TooLong, TakenDown, NothingToCome, Redacted, Revision.DoesNotExist when it is another story's,
    and ValidationError when `for_whom` is too long.
    """
    require(may_share(by, article), "share a preview of this story")
    if not 1 <= days <= MOST_DAYS:
        raise TooLong
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
        record(article, "share preview", by, f"{link}, until {_spoken(link.ends_at)}")
    return link


def revoke(link, *, by):
    """End a PreviewLink now; says whether it was open. Raises Forbidden."""
    require(may_share(by, link.article), "revoke this link")
    with transaction.atomic():
        article, now = lock(link.article), timezone.now()
        is_new = _end(article.preview_links.filter(pk=link.pk, ends_at__gt=now), now)
        if is_new:
            record(article, "revoke preview", by, f"{link}, made {_spoken(link.made_at)}")
    return is_new


def revoke_all(article, now):
    """End every link to a locked article, inside the transaction of a verb that takes its words away."""
    _end(article.preview_links, now)


def count_opening(link, now):
    """Note that somebody has opened a link; of whom, nothing."""
    PreviewLink.objects.filter(pk=link.pk).update(times_opened=F("times_opened") + 1, opened_at=now)


def _require_something_to_show(article, shows, revision, now):
    """Raise TakenDown, NothingToCome or Redacted where a link would show nothing from the start."""
    if article.editions.current(now).exclude(kind=Kind.PUBLISHED).exists():
        raise TakenDown
    if shows == Shows.SCHEDULED and not article.editions.pending(now).filter(kind=Kind.PUBLISHED).exists():
        raise NothingToCome
    if shows == Shows.REVISION and revision.redacted_at is not None:
        raise Redacted


def _end(links, now):
    """Revoke those of the links that are not; says whether there were any."""
    return links.filter(revoked_at=None).update(revoked_at=now) > 0


def _spoken(at):
    """A time as the log says it, in the site's time zone: "21 May 2026, 18:40"."""
    return date_format(site_time(at), "j F Y, H:i")
