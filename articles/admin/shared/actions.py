"""What editors do with a story, in one table: the buttons of the story's screen and the board's bulk actions.

The names are on the wire: the value of a button (`data-verb`), and with an underscore that of a bulk action.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from articles.admin.shared.seen_field import SeenField
from articles.admin.shared.story_status import timeline_ahead, undone_in_words
from articles.admin.shared.user_time_zone import both_times
from articles.editorial.permissions import (
    may_approve,
    may_delete,
    may_place_photos,
    may_publish,
    may_publish_working_copy,
    may_submit,
    may_take_back,
    may_write,
)
from articles.editorial.publishing import publish, schedule, withdraw
from articles.editorial.publishing.steps import TimeNeeded
from articles.editorial.writing import drafts, review
from articles.editorial.writing.embargo import ReasonNeeded, lift_embargo
from articles.embargo import Kind
from articles.models.article import Article, Stage
from articles.models.edition import Edition
from articles.models.user import User
from media.date_time_field import LocalDateTimeField

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

Given = dict[str, Any]  # the cleaned values of a DetailsForm


class DetailsForm(forms.Form):
    """What some actions ask for besides the story itself, and the state of the timeline that the page showed."""

    publish_at = LocalDateTimeField(label=lazy("Goes live at"), required=False)
    expire_at = LocalDateTimeField(label=lazy("Ends at"), required=False)
    notice = forms.CharField(label=lazy("Notice for readers"), max_length=500, required=False)
    reason = forms.CharField(label=lazy("Reason, for the log"), required=False)
    lift_reason = forms.CharField(label=lazy("Why it holds no longer, for the log"), required=False)
    note = forms.CharField(label=lazy("Note"), required=False)
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
    label: "Words"
    is_offered: Callable[[Situation], bool]
    run: Callable[[Article, User, Given], str]
    asks: tuple[str, ...] = ()  # fields of DetailsForm
    missing: "Words" = ""  # the sentence for when one of these fields is empty; without it they may be
    is_off_bar: bool = False  # its button stands in a notice that says why it is offered, or on the publish sheet
    stands_for: str = ""  # the verb that its button is called after, where it only leads to the page that asks for it
    page: str = "change"  # the story's page on which to go on
    board_label: "Words" = ""  # where it is a bulk action too
    board_right: str = ""  # the permission on articles without which the board does not offer it

    @property
    def verb(self) -> str:
        """What its button is called by: the verb that it does or leads to."""
        return self.stands_for or self.name

    @property
    def board_name(self) -> str:
        """Its name among the board's actions."""
        return self.name.replace("-", "_")

    def lacks(self, given: Given) -> bool:
        """Whether it can't be run, because something that it needs was not filled in."""
        return bool(self.missing) and not all(given[name] for name in self.asks)


def offered(article: Article, *, by: User, now: datetime) -> list[Action]:
    """The Actions that make sense for the article, saved or new, and that `by` may do; in the order of the table."""
    if not may_place_photos(by, article) if article.pk else not may_write(by):
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


def _can_be_taken_back(on: Situation) -> bool:
    return on.article.stage == Stage.SUBMITTED and may_take_back(on.by, on.article)


def _can_be_decided_on(on: Situation) -> bool:
    return on.article.stage == Stage.SUBMITTED and may_approve(on.by, on.article)


def _can_be_corrected(on: Situation) -> bool:
    return on.is_live and may_publish_working_copy(on.by, on.article)


def _can_send_newer(on: Situation) -> bool:
    due = on.article.pk and any(edition.kind == Kind.PUBLISHED for edition in on.pending)
    return bool(due) and on.article.published_version != on.article.version and _can_be_published(on)


def _can_lift_embargo(on: Situation) -> bool:
    return may_publish(on.by, on.article)


def _can_be_cancelled(on: Situation) -> bool:
    return bool(on.pending) and may_publish(on.by, on.article)


def _can_expire(on: Situation) -> bool:
    return on.will_be_live and may_publish(on.by, on.article)


def _can_be_withdrawn(on: Situation) -> bool:
    return on.is_live and may_publish(on.by, on.article)


def _can_be_restored(on: Situation) -> bool:
    return on.current is not None and not on.is_live and may_publish(on.by, on.article)


def _can_be_copied(on: Situation) -> bool:
    return _is_saved(on) and not on.article.is_sealed and may_write(on.by) and may_write(on.by, on.article)


def _can_be_deleted(on: Situation) -> bool:
    return _is_saved(on) and on.current is None and not on.pending and may_delete(on.by, on.article)


def _save(article: Article, by: User, given: Given) -> str:
    if article.stage == Stage.SUBMITTED:
        return _("Saved. The story stays in review.")
    undone = review.undone_by_change(article)
    return _("Saved. %(undone)s") % {"undone": undone_in_words(undone)} if undone else _("Saved.")


def _open_page(article: Article, by: User, given: Given) -> str:
    # The page that follows says it.
    return ""


def link_to(edition: Edition) -> str:
    """A story by its headline, as a link to its page."""
    return format_html('<a href="{}">{}</a>', edition.path, edition.headline)


def _publish(article: Article, by: User, given: Given) -> str:
    edition = publish.publish(article, by=by, expected_version=given["seen"])
    return format_html(_("Published: {link}"), link=link_to(edition))


def _schedule(article: Article, by: User, given: Given) -> str:
    edition = schedule.schedule(article, by=by, at=given["publish_at"], expected_version=given["seen"])
    said = {"time": both_times(edition.goes_live_at), "path": edition.path}
    return _("Scheduled for %(time)s, at %(path)s") % said


def _send_newer(article: Article, by: User, given: Given) -> str:
    edition = schedule.send_newer(article, by=by, expected_version=given["seen"])
    said = {"time": both_times(edition.goes_live_at), "path": edition.path}
    return _("The newer text goes out instead: %(time)s, at %(path)s") % said


def _schedule_at_embargo(article: Article, by: User, given: Given) -> str:
    return _schedule(article, by, {**given, "publish_at": article.embargo_until})


def _lift_embargo(article: Article, by: User, given: Given) -> str:
    lift_embargo(article, by=by, reason=given["lift_reason"])
    return _("The embargo holds no longer; the log has the reason.")


def _expire(article: Article, by: User, given: Given) -> str:
    edition = schedule.expire(article, by=by, at=given["expire_at"], expected_version=given["seen"])
    ends = {"time": both_times(edition.goes_live_at)}
    return _("Ends at %(time)s. From then on its address says so to readers.") % ends


def _cancel(article: Article, by: User, given: Given) -> str:
    schedule.cancel(article, by=by, expected_version=given["seen"])
    return _("Nothing is scheduled for this story any more.")


def _withdraw(article: Article, by: User, given: Given) -> str:
    withdraw.withdraw(article, by=by, notice=given["notice"], reason=given["reason"], expected_version=given["seen"])
    return _("Withdrawn. Its address now says so to readers.")


def _restore(article: Article, by: User, given: Given) -> str:
    edition = withdraw.restore(article, by=by, expected_version=given["seen"])
    return format_html(_("Live again, as it was last published: {link}"), link=link_to(edition))


def _submit(article: Article, by: User, given: Given) -> str:
    review.submit(article, by=by)
    return _("Handed to the editors.")


def _approve(article: Article, by: User, given: Given) -> str:
    review.approve(article, by=by)
    return _("Approved.")


def _take_back(article: Article, by: User, given: Given) -> str:
    review.take_back(article, by=by)
    return _("Taken back from review: a draft again, to write on.")


def _send_back(article: Article, by: User, given: Given) -> str:
    review.send_back(article, by=by, note=given["note"])
    return _("Sent back to the writer.")


def _copy(article: Article, by: User, given: Given) -> str:
    copy = drafts.duplicate(article, by=by)
    screen = reverse("admin:articles_article_change", args=[copy.pk])
    return format_html(_('Copied. <a href="{screen}">The copy</a> is a draft of its own.'), screen=screen)


# In the order of the buttons. Save comes first: it is what Enter in a field presses.
ACTIONS = (
    Action("save", lazy("Save"), _always, _save),
    # The bar's Publish and Schedule lead to the publish sheet, which looks ahead and asks; there it is confirmed.
    Action(
        "publish-sheet",
        lazy("Publish"),
        _can_be_published,
        _open_page,
        stands_for="publish",
        page="publish_sheet",
    ),
    Action(
        "publish",
        lazy("Publish"),
        _can_be_published,
        _publish,
        is_off_bar=True,
        board_label=lazy("Publish now"),
        board_right="publish",
    ),
    Action(
        "submit",
        lazy("Hand in"),
        _can_be_submitted,
        _submit,
        board_label=lazy("Submit for review"),
        board_right="submit",
    ),
    Action(
        "approve", lazy("Approve"), _can_be_decided_on, _approve, board_label=lazy("Approve"), board_right="approve"
    ),
    Action(
        "send-back",
        lazy("Send back"),
        _can_be_decided_on,
        _send_back,
        asks=("note",),
        missing=review.WordsNeeded.sentence,
        board_label=lazy("Send back"),
        board_right="approve",
    ),
    Action("take-back", lazy("Take back from review"), _can_be_taken_back, _take_back),
    Action("correct", lazy("Correct"), _can_be_corrected, _open_page, page="publish_sheet"),
    Action(
        "schedule-sheet",
        lazy("Schedule …"),
        _can_be_published,
        _open_page,
        stands_for="schedule",
        page="publish_sheet",
    ),
    Action(
        "schedule",
        lazy("Schedule"),
        _can_be_published,
        _schedule,
        asks=("publish_at",),
        missing=TimeNeeded.sentence,
        is_off_bar=True,
        board_label=lazy("Schedule"),
        board_right="publish",
    ),
    Action(
        "send-newer",
        lazy("Send the newer text instead"),
        _can_send_newer,
        _send_newer,
        is_off_bar=True,
        board_label=lazy("Send the newer text of what is scheduled"),
        board_right="publish",
    ),
    # Only the notice of an embargo shows it; a line typed into the text is one too, and saving notes it.
    Action(
        "schedule-at-embargo",
        lazy("Schedule for that moment"),
        _can_be_published,
        _schedule_at_embargo,
        is_off_bar=True,
    ),
    Action(
        "lift-embargo",
        lazy("The embargo is lifted"),
        _can_lift_embargo,
        _lift_embargo,
        asks=("lift_reason",),
        missing=ReasonNeeded.sentence,
        is_off_bar=True,
    ),
    Action(
        "cancel",
        lazy("Cancel what is scheduled"),
        _can_be_cancelled,
        _cancel,
        board_label=lazy("Cancel what is scheduled"),
        board_right="publish",
    ),
    Action(
        "expire",
        lazy("Let it end"),
        _can_expire,
        _expire,
        asks=("expire_at",),
        missing=lazy("Say when the story is to end, then press Let it end."),
    ),
    Action(
        "withdraw",
        lazy("Withdraw"),
        _can_be_withdrawn,
        _withdraw,
        asks=("notice", "reason"),
        missing=lazy("Say what readers are told and, for the log, why, then press Withdraw."),
        board_label=lazy("Withdraw"),
        board_right="publish",
    ),
    Action("restore", lazy("Restore"), _can_be_restored, _restore),
    Action("preview", lazy("Preview"), _is_saved, _open_page, page="preview"),
    Action("copy", lazy("Make a copy"), _can_be_copied, _copy),
    Action("delete", lazy("Delete"), _can_be_deleted, _open_page, page="delete"),
)
BY_NAME = {action.name: action for action in ACTIONS}
