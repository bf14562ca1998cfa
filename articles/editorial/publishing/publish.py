"""Publishing: the only code that writes editions. Each verb adds to a story's timeline or takes back its future.

A verb checks rights, opens one transaction, locks the article's row, then reads the clock, and speaks to the rest of
the house only after the commit. The past never changes.

Each takes `seen`, the article's `timeline_version` on which the person decided, and raises Overtaken when it has moved
since; programs, which decide on nothing that they saw, leave it out.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from articles.editorial.mail import mail_writer
from articles.editorial.permissions import may_publish, may_put_out, require
from articles.editorial.publishing.concurrency import require_seen
from articles.editorial.publishing.correction_prompt import NO_NOTICE, NoticeNeeded, spoken, touched_by
from articles.editorial.publishing.edition_builder import compose, photo_words, readers_date
from articles.editorial.publishing.readiness import blockers
from articles.editorial.publishing.timeline import lay_out
from articles.editorial.refusals import Refusal
from articles.editorial.writing.drafts import Redacted, digest_of, keep_revision, lock, record, snapshot
from articles.embargo import FAR_FUTURE, Kind
from articles.models.article import Stage
from articles.models.correction import Correction, CorrectionKind
from articles.models.edition import Edition
from articles.models.named import slug_for
from articles.models.revision import Reason
from articles.search import working_copies
from articles.signals import timeline_changed
from articles.site_time_zone import site_time


class NotReady(Refusal):
    """The story lacks something; `findings` says what, one Finding each."""

    def __init__(self, findings):
        """Keep the findings and say them in one sentence."""
        super().__init__("Not published. " + " ".join(finding.sentence for finding in findings))
        self.findings = findings


class NothingNew(Refusal):
    """These very words are out already."""

    def __init__(self):
        """Say so."""
        super().__init__("Nothing to publish: readers already see exactly these words.")


class InThePast(Refusal):
    """A time to come was asked for and a time gone by was given."""

    def __init__(self, at):
        """Name the time."""
        super().__init__(f"{_spoken(at)} has passed. Choose a time to come, or publish now.")


class TooFarAhead(Refusal):
    """A time that no clock will show: a slip of the keys."""

    def __init__(self, at):
        """Name the year."""
        super().__init__(f"The year {at.year} is too far ahead. Choose an earlier time.")


class NothingScheduled(Refusal):
    """There is nothing to cancel."""

    def __init__(self):
        """Say so."""
        super().__init__("Nothing is scheduled for this story.")


class NotLive(Refusal):
    """Only a story that readers see can be withdrawn, corrected or made to expire."""

    def __init__(self):
        """Say so."""
        super().__init__("This story is not live.")


class NoteNeeded(Refusal):
    """A correction without words corrects nothing."""

    def __init__(self):
        """Say so."""
        super().__init__("A correction needs a sentence for readers that says what was wrong.")


class NothingToRestore(Refusal):
    """Only a story that was live, and is not now, can be restored."""

    def __init__(self):
        """Say so."""
        super().__init__("This story is not withdrawn or expired, so there is nothing to restore.")


def publish(article, *, by, at=None, notice="", seen=None):
    """Put the working copy out now, or at `at` (an aware datetime to come); returns the Edition.

    What was scheduled before is replaced; an expiry that comes later stays. An update that tells readers facts
    otherwise needs an answer whether they are told: NO_NOTICE as `notice`, which is logged, or `correct` instead.
    Raises Forbidden, Overtaken, NotReady, NothingNew, NoticeNeeded, InThePast or TooFarAhead.
    """
    require(may_publish(by, article), "publish this story")
    with transaction.atomic():
        article, now = _lock(article, seen, by)
        revision = _finished(article, by=by, now=now, at=at)
        if _is_out_or_due(article, revision, now, at):
            raise NothingNew
        facts = touched_by(article, now)
        if facts and notice != NO_NOTICE:
            raise NoticeNeeded(facts, at)
        edition = _put_out_working_copy(article, revision, by=by, now=now, at=at)
        mail_writer(article, "publish" if at is None else "schedule", by=by)
        if at is None:
            record(article, "publish", by, edition.path)
        else:
            record(article, "schedule", by, f"For {_spoken(at)}: {edition.path}")
        if facts:
            record(article, "no notice", by, spoken(facts))
        _announce(article, now)
    return edition


def correct(article, *, by, text, kind=CorrectionKind.CORRECTION, at=None, seen=None):
    """Publish the working copy of a live story with a public note on what was wrong; returns the Correction.

    The words may be those that are out: then the note itself is what is new.
    Raises Forbidden, NoteNeeded, Overtaken, NotLive, NotReady, InThePast or TooFarAhead.
    """
    require(may_publish(by, article), "correct this story")
    if not text.strip():
        raise NoteNeeded
    with transaction.atomic():
        article, now = _lock(article, seen, by)
        if not article.editions.live(now).exists():
            raise NotLive
        revision = _finished(article, by=by, now=now, at=at)
        edition = _put_out_working_copy(article, revision, by=by, now=now, at=at, corrected=True)
        correction = Correction.objects.create(
            article=article, edition=edition, kind=kind, text=text, goes_live_at=edition.goes_live_at, made_by=by
        )
        mail_writer(article, "correct", by=by, note=text)
        record(article, "correct", by, text)
        _announce(article, now)
    return correction


def cancel(article, *, by, seen=None):
    """Take back everything that is still to come for this story; returns how many entries went.

    Raises Forbidden, Overtaken or NothingScheduled.
    """
    require(may_publish(by, article), "cancel what is scheduled")
    with transaction.atomic():
        article, now = _lock(article, seen, by)
        pending = list(article.editions.pending(now))
        if not pending:
            raise NothingScheduled
        lay_out(article, now=now, drop=pending)
        record(article, "cancel", by, ", ".join(str(edition) for edition in pending))
        _announce(article, now)
    return len(pending)


def withdraw(article, *, by, notice="", reason="", seen=None):
    """Take a live story down now: its address answers 410 with `notice`; `reason` is for the log. Returns the Edition.

    Everything scheduled for it goes too, or it would come back by itself. Raises Forbidden, Overtaken or NotLive.
    """
    require(may_publish(by, article), "withdraw this story")
    with transaction.atomic():
        article, now = _lock(article, seen, by)
        edition = _end(article, by=by, now=now, kind=Kind.WITHDRAWN, notice=notice)
        record(article, "withdraw", by, reason)
        _announce(article, now)
    return edition


def expire(article, *, by, at, seen=None):
    """Let a story that is out by then end at `at`, an aware datetime to come; returns the Edition.

    Anything scheduled for later goes. Raises Forbidden, Overtaken, NotLive, InThePast or TooFarAhead.
    """
    require(may_publish(by, article), "let this story expire")
    with transaction.atomic():
        article, now = _lock(article, seen, by)
        _require_to_come(at, now)
        edition = _end(article, by=by, now=now, kind=Kind.EXPIRED, at=at)
        record(article, "expire", by, f"At {_spoken(at)}")
        _announce(article, now)
    return edition


def restore(article, *, by, seen=None):
    """Put the last published words of a withdrawn or expired story back now; returns the Edition.

    Raises Forbidden, Overtaken, NothingToRestore or Redacted.
    """
    require(may_publish(by, article), "restore this story")
    with transaction.atomic():
        article, now = _lock(article, seen, by)
        ended = article.editions.current(now).exclude(kind=Kind.PUBLISHED).exists()
        if not ended:
            raise NothingToRestore
        last = article.editions.started(now).filter(kind=Kind.PUBLISHED).order_by("-goes_live_at").first()
        if last.redacted_at is not None:
            raise Redacted
        edition = _put_out(article, last.revision, by=by, now=now, start=_this_instant(article, now))
        record(article, "restore", by, edition.path)
        _announce(article, now)
    return edition


def republish(article, *, by, seen=None):
    """Put the words that are out or due out again, with the photos' captions and credits that hold today.

    What the story says itself stays, and so does the working copy, with whatever has begun in it; what is due stays
    due. Returns how many editions were renewed.
    Raises Forbidden, Overtaken, or NothingNew when all are as the library says.
    """
    require(may_publish(by, article), "publish this story again")
    with transaction.atomic():
        article, now = _lock(article, seen, by)
        instant = _this_instant(article, now)
        outdated = list(outdated_editions([article.pk], instant))
        if not outdated:
            raise NothingNew
        for edition, _ in outdated:
            drop = [edition] if edition.goes_live_at > now else []
            start = edition.goes_live_at if drop else instant
            composition = compose(edition.revision, dated_at=edition.dated_at)
            _lay_in(article, composition, drop=drop, by=by, now=now, start=start)
        record(article, "republish", by, "With the captions and credits of the photo library")
        _announce(article, now)
    return len(outdated)


def outdated_editions(articles, now):
    """The editions of these articles (ids), out or due at `now`, whose photos the library words otherwise by now.

    Pairs (Edition, [(photo id, caption, credit)] as they would be today), earliest first. What was redacted is none.
    """
    ahead = Edition.objects.filter(article__in=articles, kind=Kind.PUBLISHED, ends_at__gt=now)
    ahead = ahead.filter(revision__redacted_at=None)
    for edition in ahead.select_related("revision").prefetch_related("placements").order_by("goes_live_at", "pk"):
        words = photo_words(edition.revision)
        if words != [placement.words for placement in edition.placements.all()]:
            yield edition, words


def _lock(article, seen, by):
    """(the locked article, now) for a verb that `by` decided on at `seen`. Raises Overtaken."""
    article, now = lock(article), timezone.now()
    require_seen(article, seen, by)
    return article, now


def _finished(article, *, by, now, at):
    """The Revision of a working copy that may go out at `at` or now. Raises Forbidden, InThePast … or NotReady."""
    require(may_put_out(by, article), "publish your own story before somebody else has approved it")
    if at is not None:
        _require_to_come(at, now)
    findings = blockers(article, at=at or now)
    if findings:
        raise NotReady(findings)
    article.slug = article.slug or slug_for(article.headline, kind="story")
    return keep_revision(article, by=by, reason=Reason.SCHEDULED if at else Reason.PUBLISHED)


def _put_out_working_copy(article, revision, *, by, now, at, corrected=False):
    """Put the finished working copy out at `at` or now; what comes next begins as a draft."""
    start = at or _this_instant(article, now)
    edition = _put_out(article, revision, by=by, now=now, start=start, corrected=corrected)
    article.stage = Stage.DRAFT
    article.save(update_fields=["stage", "slug"])
    return edition


def _require_to_come(at, now):
    """Raise InThePast or TooFarAhead unless `at` is a time to come."""
    if at <= now:
        raise InThePast(at)
    if at >= FAR_FUTURE:
        raise TooFarAhead(at)


def _is_out_or_due(article, revision, now, at):
    """Whether publishing would change nothing: pressed twice, or by two people at once."""
    same = article.editions.filter(kind=Kind.PUBLISHED, digest=revision.digest)
    is_due = at is not None and same.pending(now).filter(goes_live_at=at).exists()
    return is_due or (same.live(now).exists() and not _replaced(article, now, at or now))


def _replaced(article, now, start):
    """The entries to come that words put out from `start` on take the place of: all but an end after that."""
    return list(article.editions.pending(now).exclude(kind=Kind.EXPIRED, goes_live_at__gt=start))


def _put_out(article, revision, *, by, now, start, corrected=False):
    """Compose `revision` and lay it out from `start` on, in place of what was pending."""
    drop = _replaced(article, now, start)
    composition = compose(revision, dated_at=readers_date(revision, now=now, start=start))
    return _lay_in(article, composition, drop=drop, by=by, now=now, start=start, corrected=corrected)


def _lay_in(article, composition, *, drop, by, now, start, corrected=False):
    """Put a composed edition out from `start` on, in place of those in `drop`, whose notes it takes over."""
    carried = list(article.corrections.filter(edition__in=drop))
    edition = composition.edition
    edition.goes_live_at, edition.made_at, edition.made_by = start, now, by
    public = article.corrections.filter(goes_live_at__lte=start).exclude(edition__in=drop)
    edition.has_corrections = corrected or bool(carried) or public.exists()
    lay_out(article, now=now, drop=drop, add=edition, composition=composition)
    for correction in carried:  # a note written for the update that this one replaces goes out with this one
        correction.pk, correction.edition, correction.goes_live_at = None, edition, start
    Correction.objects.bulk_create(carried)
    return edition


def _end(article, *, by, now, kind, at=None, notice=""):
    """Add an entry without words at `at` or now, and drop everything that would come after it."""
    start = at or _this_instant(article, now)
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
    lay_out(article, now=now, drop=drop, add=edition)
    return edition


def _this_instant(article, now):
    """Now, or the first microsecond after the newest entry when two verbs share a clock tick."""
    newest = article.editions.started(now).order_by("-goes_live_at").first()
    return now if newest is None else max(now, newest.goes_live_at + timedelta(microseconds=1))


def _announce(article, now):
    """Count the move, keep whether the working copy is out or due; tell the rest of the house after the commit.

    That can change without a word of it: what it points to was merged since it went out.
    """
    ahead = article.editions.filter(ends_at__gt=now, kind=Kind.PUBLISHED).order_by("goes_live_at")
    newest = ahead.values_list("digest", flat=True).last()
    article.published_version = article.version if newest == digest_of(snapshot(article)) else 0
    article.timeline_version += 1
    article.save(update_fields=["published_version", "timeline_version"])
    if not article.published_version:
        working_copies.keep([article.pk])  # who find what it says nowhere else
    transaction.on_commit(lambda: timeline_changed.send(sender=None, article_id=article.pk))


def _spoken(at):
    """A time as the newsroom says it: "21 May 2026, 18:40 CEST", in the site's time zone."""
    return f"{site_time(at):%d %B %Y, %H:%M %Z}".lstrip("0")
