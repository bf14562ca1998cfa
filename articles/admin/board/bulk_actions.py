"""Verbs for many stories at once: the actions of the board, what they may be told, and what became of each story."""

from datetime import datetime
from typing import NamedTuple

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.utils.html import format_html

from articles.admin.shared.params import number_in
from articles.admin.shared.user_time_zone import both, which_clock
from articles.editorial.publishing import publish
from articles.editorial.refusals import Refusal
from articles.editorial.writing import review
from media.local_time import LocalTimeField, LocalTimeInput

MOST_REFUSALS = 5


class BoardForm(ActionForm):
    """What an action on many stories may be told besides its name."""

    # Read by the action, which can say what is wrong with it; Django's list would say that no action was chosen.
    publish_at = forms.CharField(required=False, widget=LocalTimeInput())
    note = forms.CharField(
        label="Note", required=False, widget=forms.TextInput(attrs={"placeholder": "To the writer, or to readers"})
    )

    def __init__(self, *args, **kwargs):
        """Say on whose clock a time is read."""
        super().__init__(*args, **kwargs)
        self.fields["publish_at"].label = f"Goes live at ({which_clock()})"


class TimeForm(forms.Form):
    """The time for an action on many stories, read with the clock that the board showed."""

    publish_at = LocalTimeField(required=False)


class Told(NamedTuple):
    """What an action was told: the note, the moment or None, and the `timeline_version` that was seen, or None."""

    note: str
    at: datetime | None
    seen: int | None


class NoteNeeded(Refusal):
    """Readers are told why a story is gone."""

    def __init__(self):
        """Say so."""
        super().__init__("Write in the note what readers are told, then withdraw.")


class TimeNeeded(Refusal):
    """A story is scheduled for a time."""

    def __init__(self):
        """Say so."""
        super().__init__("Say when it shall go live, then schedule.")


def seen_field(article):
    """The hidden field by which a row hands back the state of the story's timeline that it shows."""
    # Firefox puts former values of fields back when a page is loaded again, unless told off.
    field = '<input type="hidden" name="seen-{}" value="{}" autocomplete="off">'
    return format_html(field, article.pk, article.timeline_version)


def seen_of(request, article):
    """What the row of a story handed back; None for a row on another page."""
    return number_in(request.POST.get(f"seen-{article.pk}", ""))


def say_refusals(request, refused):
    """Say the first MOST_REFUSALS of these sentences, and how many more there are."""
    for sentence in refused[:MOST_REFUSALS]:
        messages.error(request, sentence)
    if len(refused) > MOST_REFUSALS:
        messages.error(request, f"And {len(refused) - MOST_REFUSALS} more were refused.")


def _verb(name, description, right, action):
    """An action of the board that runs a verb for each chosen story and says what became of it."""

    @admin.action(description=description, permissions=[right])
    def act(model_admin, request, queryset):
        note = request.POST.get("note", "").strip()
        times = TimeForm(request.POST)
        if not times.is_valid():
            messages.error(request, " ".join(times.errors["publish_at"]))
            return
        at = times.cleaned_data["publish_at"]
        done, refused = 0, []
        for article in queryset.order_by("pk"):
            try:
                action(article, request.user, Told(note, at, seen_of(request, article)))
                done += 1
            except Refusal as refusal:
                refused.append(f"{article}: {refusal}")
        if done:
            when = f" for {both(at)}" if name == "schedule" else ""
            messages.success(request, f"{description}{when}: {done} {'story' if done == 1 else 'stories'}.")
        say_refusals(request, refused)

    act.__name__ = name
    return act


def _submit(article, by, told):
    review.submit(article, by=by)


def _approve(article, by, told):
    review.approve(article, by=by)


def _send_back(article, by, told):
    review.send_back(article, by=by, note=told.note)


def _publish(article, by, told):
    publish.publish(article, by=by, seen=told.seen)


def _schedule(article, by, told):
    """Schedule for the time that was given. Raises Refusal without one."""
    if told.at is None:
        raise TimeNeeded
    publish.publish(article, by=by, at=told.at, seen=told.seen)


def _cancel(article, by, told):
    publish.cancel(article, by=by, seen=told.seen)


def _withdraw(article, by, told):
    """Withdraw with the note as what readers are told. Raises Refusal without one."""
    if not told.note:
        raise NoteNeeded
    publish.withdraw(article, by=by, notice=told.note, reason="Withdrawn from the board", seen=told.seen)


ACTIONS = (
    _verb("submit", "Submit for review", "submit", _submit),
    _verb("approve", "Approve", "approve", _approve),
    _verb("send_back", "Send back", "approve", _send_back),
    _verb("publish", "Publish now", "publish", _publish),
    _verb("schedule", "Schedule", "publish", _schedule),
    _verb("cancel", "Cancel what is scheduled", "publish", _cancel),
    _verb("withdraw", "Withdraw", "publish", _withdraw),
)
