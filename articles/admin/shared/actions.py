"""What editors do with a story, in one table: the buttons of the story's screen and the board's bulk actions.

The names are on the wire: the value of a button (`data-verb`), and with an underscore that of a bulk action.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.utils.html import format_html

from articles.admin.shared.seen_field import SeenField
from articles.admin.shared.story_status import timeline_ahead
from articles.admin.shared.user_time_zone import both_times
from articles.editorial.permissions import (
    may_approve,
    may_delete,
    may_publish,
    may_publish_working_copy,
    may_submit,
    may_write,
)
from articles.editorial.publishing import publish, schedule, withdraw
from articles.editorial.publishing.steps import TimeNeeded
from articles.editorial.writing import review
from articles.embargo import Kind
from articles.models.article import Article, Stage
from articles.models.edition import Edition
from articles.models.user import User
from media.date_time_field import LocalDateTimeField

Given = dict[str, Any]  # the cleaned values of a DetailsForm


class DetailsForm(forms.Form):
    """What some actions ask for besides the story itself, and the state of the timeline that the page showed."""

    publish_at = LocalDateTimeField(label="Goes live at", required=False)
    expire_at = LocalDateTimeField(label="Ends at", required=False)
    notice = forms.CharField(label="What readers are told", max_length=500, required=False)
    reason = forms.CharField(label="Reason, for the log", required=False)
    note = forms.CharField(label="Note to the writer", required=False)
    seen = SeenField(required=False)


@dataclass(frozen=True)
class Situation:
    """A story, saved or new, somebody who looks at it, and its timeline: the edition in force and those to come."""

    article: Article
    by: User
    current: Edition | None
    pending: list[Edition]

    @property
    def is_live(self) -> bool:
        """Whether readers see the story."""
        return self.current is not None and self.current.kind == Kind.PUBLISHED

    @property
    def will_be_live(self) -> bool:
        """Whether readers see the story now or will see it."""
        return self.is_live or any(edition.kind == Kind.PUBLISHED for edition in self.pending)


@dataclass(frozen=True)
class Action:
    """Something that an editor does with a story.

    `is_offered` says whether it makes sense in a Situation and the person may do it; the verb behind `run` checks that
    again. `run` gets the story, the person and the details; it returns a sentence on what happened, as text or safe
    HTML, and may raise Refusal.
    """

    name: str
    label: str
    is_offered: Callable[[Situation], bool]
    run: Callable[[Article, User, Given], str]
    asks: tuple[str, ...] = ()  # fields of DetailsForm
    missing: str = ""  # the sentence for when one of these fields is empty; without it they may be
    page: str = "change"  # the story's page on which to go on
    board_label: str = ""  # where it is a bulk action too
    board_right: str = ""  # the permission on articles without which the board does not offer it

    @property
    def board_name(self) -> str:
        """Its name among the board's actions."""
        return self.name.replace("-", "_")

    def lacks(self, given: Given) -> bool:
        """Whether it can't be run, because something that it needs was not filled in."""
        return bool(self.missing) and not all(given[name] for name in self.asks)


def offered(article: Article, *, by: User, now: datetime) -> list[Action]:
    """The Actions that make sense for the article, saved or new, and that `by` may do; in the order of the table."""
    if not may_write(by, article if article.pk else None):
        return []
    current, pending = timeline_ahead(article, now) if article.pk else (None, [])
    situation = Situation(article, by, current, list(pending))
    return [action for action in ACTIONS if action.is_offered(situation)]


def _always(_: Situation) -> bool:
    return True


def _is_saved(on: Situation) -> bool:
    return on.article.pk is not None


def _can_be_published(on: Situation) -> bool:
    return may_publish_working_copy(on.by, on.article)


def _can_be_submitted(on: Situation) -> bool:
    return on.article.stage != Stage.SUBMITTED and may_submit(on.by, on.article)


def _can_be_decided_on(on: Situation) -> bool:
    return on.article.stage == Stage.SUBMITTED and may_approve(on.by, on.article)


def _can_be_corrected(on: Situation) -> bool:
    return on.is_live and may_publish_working_copy(on.by, on.article)


def _can_be_cancelled(on: Situation) -> bool:
    return bool(on.pending) and may_publish(on.by, on.article)


def _can_expire(on: Situation) -> bool:
    return on.will_be_live and may_publish(on.by, on.article)


def _can_be_withdrawn(on: Situation) -> bool:
    return on.is_live and may_publish(on.by, on.article)


def _can_be_restored(on: Situation) -> bool:
    return on.current is not None and not on.is_live and may_publish(on.by, on.article)


def _can_be_deleted(on: Situation) -> bool:
    return _is_saved(on) and on.current is None and not on.pending and may_delete(on.by, on.article)


def _save(article: Article, by: User, given: Given) -> str:
    if article.stage == Stage.SUBMITTED:
        return "Saved. The story stays in review."
    if review.was_left(article):
        return "Saved. The change made the story a draft again: submit it for review when it is ready."
    return "Saved."


def _open_page(article: Article, by: User, given: Given) -> str:
    # The page that follows says it.
    return ""


def _publish(article: Article, by: User, given: Given) -> str:
    edition = publish.publish(article, by=by, expected_version=given["seen"])
    return format_html('Published: <a href="{0}">{0}</a>', edition.path)


def _schedule(article: Article, by: User, given: Given) -> str:
    edition = schedule.schedule(article, by=by, at=given["publish_at"], expected_version=given["seen"])
    return f"Scheduled for {both_times(edition.goes_live_at)}, at {edition.path}"


def _expire(article: Article, by: User, given: Given) -> str:
    edition = schedule.expire(article, by=by, at=given["expire_at"], expected_version=given["seen"])
    return f"Ends at {both_times(edition.goes_live_at)}. From then on its address says so to readers."


def _cancel(article: Article, by: User, given: Given) -> str:
    schedule.cancel(article, by=by, expected_version=given["seen"])
    return "Nothing is scheduled for this story any more."


def _withdraw(article: Article, by: User, given: Given) -> str:
    withdraw.withdraw(article, by=by, notice=given["notice"], reason=given["reason"], expected_version=given["seen"])
    return "Withdrawn. Its address now says so to readers."


def _restore(article: Article, by: User, given: Given) -> str:
    edition = withdraw.restore(article, by=by, expected_version=given["seen"])
    return format_html('Live again, as it was last published: <a href="{0}">{0}</a>', edition.path)


def _submit(article: Article, by: User, given: Given) -> str:
    review.submit(article, by=by)
    return "Handed to the editors."


def _approve(article: Article, by: User, given: Given) -> str:
    review.approve(article, by=by)
    return "Approved."


def _send_back(article: Article, by: User, given: Given) -> str:
    review.send_back(article, by=by, note=given["note"])
    return "Sent back to the writer."


# In the order of the buttons. Save comes first: it is what Enter in a field presses.
ACTIONS = (
    Action("save", "Save", _always, _save),
    Action("publish", "Publish", _can_be_published, _publish, board_label="Publish now", board_right="publish"),
    Action(
        "submit",
        "Submit for review",
        _can_be_submitted,
        _submit,
        board_label="Submit for review",
        board_right="submit",
    ),
    Action("approve", "Approve", _can_be_decided_on, _approve, board_label="Approve", board_right="approve"),
    Action(
        "send-back",
        "Send back",
        _can_be_decided_on,
        _send_back,
        asks=("note",),
        board_label="Send back",
        board_right="approve",
    ),
    Action("correct", "Correct", _can_be_corrected, _open_page, page="correction_prompt"),
    Action(
        "schedule",
        "Schedule",
        _can_be_published,
        _schedule,
        asks=("publish_at",),
        missing=TimeNeeded.sentence,
        board_label="Schedule",
        board_right="publish",
    ),
    Action(
        "cancel",
        "Cancel what is scheduled",
        _can_be_cancelled,
        _cancel,
        board_label="Cancel what is scheduled",
        board_right="publish",
    ),
    Action(
        "expire",
        "Let it end",
        _can_expire,
        _expire,
        asks=("expire_at",),
        missing="Say when the story is to end, then press Let it end.",
    ),
    Action(
        "withdraw",
        "Withdraw",
        _can_be_withdrawn,
        _withdraw,
        asks=("notice", "reason"),
        missing="Say what readers are told and, for the log, why, then press Withdraw.",
        board_label="Withdraw",
        board_right="publish",
    ),
    Action("restore", "Restore", _can_be_restored, _restore),
    Action("preview", "Preview", _is_saved, _open_page, page="preview"),
    Action("delete", "Delete", _can_be_deleted, _open_page, page="delete"),
)
BY_NAME = {action.name: action for action in ACTIONS}
