"""Review: a writer hands a story in; an editor approves it or sends it back."""

from django.db import transaction

from articles.editorial.mail import mail_editors, mail_writer
from articles.editorial.permissions import may_approve, may_submit, require
from articles.editorial.refusals import Refusal
from articles.editorial.writing.drafts import keep_revision, lock, record
from articles.models.article import Stage
from articles.models.revision import Reason


class NotInReview(Refusal):
    """Only a story that was submitted can be approved or sent back."""

    def __init__(self):
        """Say so."""
        super().__init__("This story is not in review. It has to be submitted first.")


class AlreadyThere(Refusal):
    """The story is in that stage already."""

    def __init__(self, stage):
        """Name the stage."""
        super().__init__(f"Nothing to do: the story is already “{stage.label}”.")


def submit(article, *, by):
    """Hand the story to the editors; returns the Article. Raises Forbidden or AlreadyThere."""
    require(may_submit(by, article), "submit this story")
    with transaction.atomic():
        article = lock(article)
        if article.stage == Stage.SUBMITTED:
            raise AlreadyThere(Stage.SUBMITTED)
        keep_revision(article, by=by, reason=Reason.SUBMITTED)
        mail_editors(article, by=by)
        return _move(article, Stage.SUBMITTED, "submit", by)


def approve(article, *, by):
    """Say that the story may go out; returns the Article. Raises Forbidden or NotInReview."""
    return _decide(article, Stage.APPROVED, "approve", by)


def send_back(article, *, by, note=""):
    """Give the story back to its writer with a note; returns the Article. Raises Forbidden or NotInReview."""
    return _decide(article, Stage.DRAFT, "send-back", by, note)


def _decide(article, stage, verb, by, note=""):
    """Move a submitted story to `stage`."""
    require(may_approve(by, article), "decide on this story")
    with transaction.atomic():
        article = lock(article)
        if article.stage != Stage.SUBMITTED:
            raise NotInReview
        mail_writer(article, verb, by=by, note=note)
        return _move(article, stage, verb, by, note)


def _move(article, stage, verb, by, note=""):
    """Set the stage and log it, inside the verb's transaction."""
    article.stage = stage
    article.save(update_fields=["stage"])
    record(article, verb, by, note)
    return article
