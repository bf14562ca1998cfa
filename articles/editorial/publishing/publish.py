"""Publishing a story's working copy now, with or without a public note on what was wrong before."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editorial.log import log_action, noted
from articles.editorial.notifications.notify import notify_writers
from articles.editorial.permissions import may_publish, require
from articles.editorial.publishing.prepared_text import PreparedText
from articles.editorial.publishing.steps import (
    NotLive,
    add_working_copy,
    finish,
    lock_for_decision,
    publish_or_schedule,
    save_ready_revision,
)
from articles.editorial.refusals import Refusal
from articles.models.article import Article
from articles.models.correction import Correction, CorrectionKind
from articles.models.edition import Edition
from articles.models.staff_message import Told
from articles.models.user import User
from articles.text.characters import drop_controls


class CorrectionTextNeeded(Refusal):
    """A correction without words corrects nothing."""

    sentence = gettext_lazy("A correction needs a sentence for readers that says what was wrong.")


@noted
def publish(
    article: Article,
    *,
    by: User,
    correction: str = "",
    expected_version: int | None = None,
    told: Iterable[User] | None = None,
) -> Edition:
    """Publish the working copy now. Its writers are told, or those in `told`, where somebody has chosen whom.

    What was scheduled before is replaced; an end that comes later stays. An update that changes facts which readers
    were given needs a decision first: NO_CORRECTION as `correction`, which is logged, or `correct` instead.
    Raises Forbidden, TimelineMoved, NotReady, NothingNew or CorrectionUndecided.
    """
    return publish_or_schedule(
        article, by=by, at=None, correction=correction, expected_version=expected_version, told=told
    )


@noted
def correct(
    article: Article,
    *,
    by: User,
    text: str,
    kind: str = CorrectionKind.CORRECTION,
    at: datetime | None = None,
    expected_version: int | None = None,
    told: Iterable[User] | None = None,
) -> Correction:
    """Publish the working copy of a live story, now or at `at`, with a public note on what was wrong.

    The words may be those that are out: then the note itself is what is new.
    Raises Forbidden, CorrectionTextNeeded, TimelineMoved, NotLive, NotReady, InThePast or TooFarAhead.
    """
    require(may_publish(by, article), _("correct this story"))
    text = drop_controls(text)
    if not text.strip():
        raise CorrectionTextNeeded
    prepared = PreparedText()
    prepared.read(article.body)
    with transaction.atomic():
        article, now = lock_for_decision(article, by, expected_version)
        if not article.editions.live(now).exists():
            raise NotLive
        revision = save_ready_revision(article, prepared, by=by, now=now, at=at)
        edition = add_working_copy(article, revision, prepared, by=by, now=now, at=at, is_corrected=True)
        correction = Correction.objects.create(
            article=article, edition=edition, kind=kind, text=text, goes_live_at=edition.goes_live_at, made_by=by
        )
        notify_writers(article, Told.CORRECTED, by=by, note=text, people=told)
        log_action(article, "correct", by, text)
        finish(article, now)
    return correction
