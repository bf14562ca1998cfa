"""The steps that the verbs of publishing share, in the order in which a verb takes them.

A verb checks rights, works out what it can of the words (PreparedText), opens one transaction, locks the article's row
and then reads the clock; it sends its signal only after the commit. It adds to a story's timeline or takes back its
future; the past never changes.

Each verb takes `expected_version`, the `timeline_version` on which the person decided, and raises TimelineMoved when it
has moved since. Programs leave it out: they decide on no page.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editorial.log import log_action
from articles.editorial.notifications.notify import notify_writers
from articles.editorial.permissions import may_publish, may_publish_working_copy, require
from articles.editorial.publishing.concurrency import require_version
from articles.editorial.publishing.correction_prompt import (
    NO_CORRECTION,
    CorrectionUndecided,
    changed_facts,
    facts_as_text,
)
from articles.editorial.publishing.edition_builder import Composition, compose, readers_date
from articles.editorial.publishing.prepared_text import PreparedText
from articles.editorial.publishing.readiness import blockers
from articles.editorial.publishing.timeline import set_timeline
from articles.editorial.readiness.findings import Finding
from articles.editorial.refusals import Refusal
from articles.editorial.writing.revisions import save_revision
from articles.editorial.writing.working_copy import lock, note_whether_out, snapshot
from articles.embargo import FAR_FUTURE, Kind
from articles.models.article import Article, Stage
from articles.models.correction import Correction
from articles.models.edition import Edition
from articles.models.named import slug_for
from articles.models.revision import Reason, Revision
from articles.models.staff_message import Told
from articles.models.user import User
from articles.search import working_copies
from articles.signals import timeline_changed
from articles.site_time_zone import site_time


class NotReady(Refusal):
    """The story lacks something; `findings` says what, one Finding each."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("Not published. " + " ".join(finding.sentence for finding in findings))
        self.findings = findings


class NothingNew(Refusal):
    """These very words are out already."""

    sentence = gettext_lazy("Nothing to publish: readers already see exactly these words.")


class TimeNeeded(Refusal):
    """What is scheduled is scheduled for a moment."""

    sentence = gettext_lazy("Say when the story is to go live, then schedule it.")


class InThePast(Refusal):
    """A time to come was asked for and a time gone by was given."""

    sentence = gettext_lazy("{time} has passed. Choose a time to come, or publish now.")


class TooFarAhead(Refusal):
    """A time that no clock will show: a slip of the keys."""

    sentence = gettext_lazy("The year {year} is too far ahead. Choose an earlier time.")


class NotLive(Refusal):
    """Only a story that readers see can be withdrawn, corrected or made to expire."""

    sentence = gettext_lazy("This story is not live.")


def publish_or_schedule(
    article: Article,
    *,
    by: User,
    at: datetime | None,
    correction: str = "",
    expected_version: int | None = None,
    text: PreparedText | None = None,
    tells: bool = True,
    told: Iterable[User] | None = None,
) -> Edition:
    """Publish the working copy, now or at `at`: what `publish` and `schedule` do.

    `text` has its body already, where the caller is in a transaction. Its writers are told, or those in `told`, where
    somebody has chosen whom; whole archives come in without telling anybody.
    """
    require(may_publish(by, article), _("publish this story"))
    text = text or PreparedText()
    text.read(article.body)
    changed_facts(article, timezone.now(), text)
    with transaction.atomic():
        article, now = lock_for_decision(article, by, expected_version)
        revision = save_ready_revision(article, text, by=by, now=now, at=at)
        if _is_out_or_due(article, revision, now, at):
            raise NothingNew
        facts = changed_facts(article, now, text)
        if facts and correction != NO_CORRECTION:
            raise CorrectionUndecided(facts, at)
        edition = add_working_copy(article, revision, text, by=by, now=now, at=at)
        if tells:
            notify_writers(article, Told.PUBLISHED if at is None else Told.SCHEDULED, by=by, people=told)
        if at is None:
            log_action(article, "publish", by, edition.path)
        else:
            log_action(article, "schedule", by, f"For {in_words(at)}: {edition.path}")
        if facts:
            log_action(article, "no notice", by, facts_as_text(facts))
        finish(article, now)
    return edition


def lock_for_decision(article: Article, by: User, expected_version: int | None) -> tuple[Article, datetime]:
    """(the locked article, now) for a verb that `by` decided on. Raises TimelineMoved."""
    article, now = lock(article), timezone.now()
    require_version(article, expected_version, by)
    return article, now


def save_ready_revision(
    article: Article, text: PreparedText, *, by: User, now: datetime, at: datetime | None
) -> Revision:
    """The Revision of a working copy that may go out at `at` or now.

    Raises Forbidden, InThePast, TooFarAhead or NotReady.
    """
    require(may_publish_working_copy(by, article), _("publish your own story before somebody else has approved it"))
    if at is not None:
        require_future(at, now)
    findings = blockers(article, at=at or now, body=text.read(article.body))
    if findings:
        raise NotReady(findings)
    article.slug = article.slug or slug_for(article.headline, kind="story")
    return save_revision(article, by=by, reason=Reason.SCHEDULED if at else Reason.PUBLISHED)


def require_future(at: datetime, now: datetime) -> None:
    """Raise InThePast or TooFarAhead unless `at` is a time to come."""
    if at <= now:
        raise InThePast(time=in_words(at))
    if at >= FAR_FUTURE:
        raise TooFarAhead(year=at.year)


def add_working_copy(
    article: Article,
    revision: Revision,
    text: PreparedText,
    *,
    by: User,
    now: datetime,
    at: datetime | None,
    is_corrected: bool = False,
) -> Edition:
    """Add the edition of a ready working copy at `at` or now; what is written from here on begins as a draft."""
    start = at or next_instant(article, now)
    edition = publish_revision(article, revision, text, by=by, now=now, start=start, is_corrected=is_corrected)
    article.stage = Stage.DRAFT
    article.save(update_fields=["stage", "slug"])
    return edition


def publish_revision(
    article: Article,
    revision: Revision,
    text: PreparedText,
    *,
    by: User,
    now: datetime,
    start: datetime,
    is_corrected: bool = False,
) -> Edition:
    """Add the edition of `revision` from `start` on, in place of what was pending."""
    drop = _replaced(article, now, start)
    composition = compose(revision, dated_at=readers_date(revision, now=now, start=start), read=text.read)
    return add_edition(article, composition, drop=drop, by=by, now=now, start=start, is_corrected=is_corrected)


def add_edition(
    article: Article,
    composition: Composition,
    *,
    drop: list[Edition],
    by: User,
    now: datetime,
    start: datetime,
    is_corrected: bool = False,
) -> Edition:
    """Add a composed edition from `start` on, in place of those in `drop`, whose corrections it takes over."""
    carried = list(article.corrections.filter(edition__in=drop))
    edition = composition.edition
    edition.goes_live_at, edition.made_at, edition.made_by = start, now, by
    public = article.corrections.filter(goes_live_at__lte=start).exclude(edition__in=drop)
    edition.has_corrections = is_corrected or bool(carried) or public.exists()
    set_timeline(article, now=now, drop=drop, add=edition, composition=composition)
    for correction in carried:  # a note written for the update that this one replaces goes out with this one
        correction.pk, correction.edition, correction.goes_live_at = None, edition, start
    Correction.objects.bulk_create(carried)
    return edition


def add_end(
    article: Article, *, by: User, now: datetime, kind: Kind, at: datetime | None = None, notice: str = ""
) -> Edition:
    """Add an entry without words at `at` or now, and drop everything that would come after it. Raises NotLive."""
    start = at or next_instant(article, now)
    pending = article.editions.pending(now)
    before = article.editions.filter(goes_live_at__lt=start).exclude(kind=Kind.EXPIRED, goes_live_at__gt=now)
    in_force = article.editions.live(now).first() if at is None else before.order_by("-goes_live_at").first()
    if in_force is None or in_force.kind != Kind.PUBLISHED:
        raise NotLive
    edition = Edition(
        article=article,
        kind=kind,
        goes_live_at=start,
        dated_at=in_force.dated_at,
        language=in_force.language,
        notice=notice,
        made_at=now,
        made_by=by,
    )
    drop = [entry for entry in pending if entry.kind == Kind.EXPIRED or entry.goes_live_at >= start]
    set_timeline(article, now=now, drop=drop, add=edition)
    return edition


def next_instant(article: Article, now: datetime) -> datetime:
    """Now, or the first microsecond after the newest entry when two verbs share a clock tick."""
    newest = article.editions.started(now).order_by("-goes_live_at").first()
    return now if newest is None else max(now, newest.goes_live_at + timedelta(microseconds=1))


def finish(article: Article, now: datetime) -> None:
    """Count the move, note whether the working copy is out or due, and send the signal after the commit.

    Whether it is can change without a word of it: what it points to was merged since it went out.
    """
    note_whether_out(article, snapshot(article), now)
    article.timeline_version += 1
    article.save(update_fields=["published_version", "timeline_version"])
    if not article.published_version:
        working_copies.sync_working_copies([article.pk])  # editors find its words nowhere else
    transaction.on_commit(lambda: timeline_changed.send(sender=None, article_id=article.pk))


def in_words(at: datetime) -> str:
    """A time as the newsroom says it: "21 May 2026, 18:40 CEST", in the site's time zone."""
    return f"{site_time(at):%d %B %Y, %H:%M %Z}".lstrip("0")


def _is_out_or_due(article: Article, revision: Revision, now: datetime, at: datetime | None) -> bool:
    """Whether publishing would change nothing: pressed twice, or by two people at once."""
    same = article.editions.filter(kind=Kind.PUBLISHED, digest=revision.digest)
    is_due = at is not None and same.pending(now).filter(goes_live_at=at).exists()
    return is_due or (same.live(now).exists() and not _replaced(article, now, at or now))


def _replaced(article: Article, now: datetime, start: datetime) -> list[Edition]:
    """The entries to come that words published from `start` on replace: all but an end after that."""
    return list(article.editions.pending(now).exclude(kind=Kind.EXPIRED, goes_live_at__gt=start))
