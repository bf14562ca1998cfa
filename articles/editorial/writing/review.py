"""Review: a writer hands a story in; an editor approves it or sends it back."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editorial.log import log_action, noted
from articles.editorial.notifications.notify import notify_editors, notify_writers
from articles.editorial.permissions import may_approve, may_submit, may_take_back, require
from articles.editorial.refusals import Refusal
from articles.editorial.writing.revisions import save_revision
from articles.editorial.writing.working_copy import lock
from articles.models.article import Article, Stage
from articles.models.log_entry import LogEntry
from articles.models.revision import Reason
from articles.models.staff_message import Told
from articles.models.user import User

# The verbs of the log that set a stage.
STAGE_VERBS = ("submit", "take-back", "approve", "send-back", "publish", "schedule", "correct")


class NotInReview(Refusal):
    """Only a story that was submitted can be approved or sent back."""

    sentence = gettext_lazy("This story is not in review. It has to be submitted first.")


class AlreadyThere(Refusal):
    """The story is in that stage already."""

    sentence = gettext_lazy("Nothing to do: the story is already “{stage}”.")


class WordsNeeded(Refusal):
    """Whoever sends a story back says why."""

    sentence = gettext_lazy("Say what is to be done, in the note to the writer, then press Send back.")


@noted
def submit(article: Article, *, by: User, tells: bool = True) -> Article:
    """Hand the story to the editors, who are told unless it comes with hundreds. Raises Forbidden or AlreadyThere."""
    require(may_submit(by, article), _("submit this story"))
    with transaction.atomic():
        article = lock(article)
        if article.stage == Stage.SUBMITTED:
            raise AlreadyThere(stage=Stage.SUBMITTED.label)
        save_revision(article, by=by, reason=Reason.SUBMITTED)
        if tells:
            notify_editors(article, by=by)
        return _set_stage(article, Stage.SUBMITTED, "submit", by)


@noted
def take_back(article: Article, *, by: User) -> Article:
    """Take the story out of review again, to write on. Raises Forbidden or NotInReview."""
    require(may_take_back(by, article), _("take this story back"))
    with transaction.atomic():
        article = lock(article)
        if article.stage != Stage.SUBMITTED:
            raise NotInReview
        return _set_stage(article, Stage.DRAFT, "take-back", by)


@noted
def approve(article: Article, *, by: User) -> Article:
    """Say that the story may be published. Raises Forbidden or NotInReview."""
    return _decide(article, Stage.APPROVED, "approve", by)


@noted
def send_back(article: Article, *, by: User, note: str) -> Article:
    """Give the story back to its writer, saying why. Raises Forbidden, NotInReview or WordsNeeded."""
    return _decide(article, Stage.SENT_BACK, "send-back", by, note.strip())


def why_sent_back(article: Article) -> LogEntry | None:
    """Who sent the story back, when and with what words, for as long as it was not handed in again; else None."""
    if article.stage != Stage.SENT_BACK:
        return None
    return article.log.filter(verb="send-back").select_related("by").first()


def undone_by_change(article: Article) -> LogEntry | None:
    """The handing in or approval of a story that is a draft again since, for its text was changed; else None."""
    if article.stage != Stage.DRAFT:
        return None
    last = article.log.filter(verb__in=STAGE_VERBS).select_related("by").first()
    return last if last is not None and last.verb in ("submit", "approve") else None


def _decide(article: Article, stage: Stage, verb: str, by: User, note: str = "") -> Article:
    """Move a submitted story to `stage`."""
    require(may_approve(by, article), _("decide on this story"))
    with transaction.atomic():
        article = lock(article)
        if article.stage != Stage.SUBMITTED:
            raise NotInReview
        if stage == Stage.SENT_BACK and not note:
            raise WordsNeeded
        notify_writers(article, Told.SENT_BACK if stage == Stage.SENT_BACK else Told.APPROVED, by=by, note=note)
        return _set_stage(article, stage, verb, by, note)


def _set_stage(article: Article, stage: Stage, verb: str, by: User, note: str = "") -> Article:
    """Set the stage and log it, inside the verb's transaction."""
    article.stage = stage
    article.save(update_fields=["stage"])
    log_action(article, verb, by, note)
    return article
