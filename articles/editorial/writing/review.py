"""Review: a writer hands a story in; an editor approves it or sends it back."""

from django.db import transaction

from articles.editorial.log import log_action
from articles.editorial.mail import mail_editors, mail_writer
from articles.editorial.permissions import may_approve, may_submit, require
from articles.editorial.refusals import Refusal
from articles.editorial.writing.revisions import save_revision
from articles.editorial.writing.working_copy import lock
from articles.models.article import Article, Stage
from articles.models.log_entry import LogEntry
from articles.models.revision import Reason
from articles.models.user import User

# The verbs of the log that set a stage.
STAGE_VERBS = ("submit", "approve", "send-back", "publish", "schedule", "correct")


class NotInReview(Refusal):
    """Only a story that was submitted can be approved or sent back."""

    sentence = "This story is not in review. It has to be submitted first."


class AlreadyThere(Refusal):
    """The story is in that stage already."""

    sentence = "Nothing to do: the story is already “{stage}”."


def submit(article: Article, *, by: User) -> Article:
    """Hand the story to the editors. Raises Forbidden or AlreadyThere."""
    require(may_submit(by, article), "submit this story")
    with transaction.atomic():
        article = lock(article)
        if article.stage == Stage.SUBMITTED:
            raise AlreadyThere(stage=Stage.SUBMITTED.label)
        save_revision(article, by=by, reason=Reason.SUBMITTED)
        mail_editors(article, by=by)
        return _set_stage(article, Stage.SUBMITTED, "submit", by)


def approve(article: Article, *, by: User) -> Article:
    """Say that the story may be published. Raises Forbidden or NotInReview."""
    return _decide(article, Stage.APPROVED, "approve", by)


def send_back(article: Article, *, by: User, note: str = "") -> Article:
    """Give the story back to its writer with a note. Raises Forbidden or NotInReview."""
    return _decide(article, Stage.DRAFT, "send-back", by, note)


def undone_by_change(article: Article) -> LogEntry | None:
    """The handing in or approval of a story that is a draft again since, for its text was changed; else None."""
    if article.stage != Stage.DRAFT:
        return None
    last = article.log.filter(verb__in=STAGE_VERBS).select_related("by").first()
    return last if last is not None and last.verb in ("submit", "approve") else None


def _decide(article: Article, stage: Stage, verb: str, by: User, note: str = "") -> Article:
    """Move a submitted story to `stage`."""
    require(may_approve(by, article), "decide on this story")
    with transaction.atomic():
        article = lock(article)
        if article.stage != Stage.SUBMITTED:
            raise NotInReview
        mail_writer(article, verb, by=by, note=note)
        return _set_stage(article, stage, verb, by, note)


def _set_stage(article: Article, stage: Stage, verb: str, by: User, note: str = "") -> Article:
    """Set the stage and log it, inside the verb's transaction."""
    article.stage = stage
    article.save(update_fields=["stage"])
    log_action(article, verb, by, note)
    return article
