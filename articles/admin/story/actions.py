"""The bar of verbs: which buttons a person gets for a story in its present state, and what each one does and says."""

from dataclasses import dataclass, field

from django import forms
from django.urls import reverse
from django.utils.html import format_html

from articles.admin.shared.story_status import timeline_ahead
from articles.admin.shared.user_time_zone import both
from articles.editorial.permissions import may_approve, may_delete, may_publish, may_put_out, may_submit, may_write
from articles.editorial.publishing import publish
from articles.editorial.refusals import Refusal
from articles.editorial.writing import review
from articles.embargo import Kind
from articles.models.article import Stage
from media.local_time import LocalTimeField


class DetailNeeded(Refusal):
    """A verb needs to be told more: a time, a reason."""


class DetailsForm(forms.Form):
    """What some verbs ask for besides the story itself."""

    publish_at = LocalTimeField(label="Goes live at", required=False)
    expire_at = LocalTimeField(label="Ends at", required=False)
    notice = forms.CharField(label="What readers are told", max_length=500, required=False)
    reason = forms.CharField(label="Reason, for the log", required=False)
    note = forms.CharField(label="Note to the writer", required=False)
    # Firefox puts former values of fields back when a page is loaded again, unless told off.
    seen = forms.IntegerField(widget=forms.HiddenInput(attrs={"autocomplete": "off"}), required=False)


# Where a person's session keeps what they had filled in when a verb was refused, until the page is shown again.
REFUSED = "refused"


def keep_refused(request, article):
    """Keep what was posted beside the story for `details_of`, so that nobody types a notice twice."""
    typed = {name: request.POST.get(name, "") for names in DETAILS.values() for name in names}
    request.session[REFUSED] = {"article": article.pk, "typed": typed}


def details_of(request, article):
    """The DetailsForm of a story's screen: as it was posted or refused, with the state of the timeline it shows."""
    if request.method == "POST":
        return DetailsForm(request.POST)
    refused = request.session.pop(REFUSED, {})
    typed = refused.get("typed", {}) if refused.get("article") == article.pk else {}
    return DetailsForm(initial={"seen": article.timeline_version, **typed})


@dataclass(frozen=True)
class Button:
    """One verb on the bar: its name, its words, the details it asks for, and whether it is the one to press next."""

    name: str
    label: str
    details: tuple = field(default=())
    filled: bool = False


def buttons(article, *, by, now):
    """The Buttons that `by` may press for the article, saved or new, at `now`; in the order of the bar."""
    if not may_write(by, article if article.pk else None):
        return []
    current, pending = timeline_ahead(article, now) if article.pk else (None, [])
    names = [*_publishing(article, by, current, pending), *_review(article, by), "save"]
    if article.pk:
        names.append("preview")
        if current is None and not pending and may_delete(by, article):
            names.append("delete")
    leading = next(name for name in ("publish", "submit", "save") if name in names)
    return [Button(name, LABELS[name], DETAILS.get(name, ()), name == leading) for name in ORDER if name in names]


def _publishing(article, by, current, pending):
    """The verbs of the timeline that make sense with this entry in force, or None, and these to come."""
    if not may_publish(by, article):
        return
    if may_put_out(by, article):
        yield "publish"
        yield "schedule"
    if pending:
        yield "cancel"
    if any(entry is not None and entry.kind == Kind.PUBLISHED for entry in (current, *pending)):
        yield "expire"
    if current is not None and current.kind == Kind.PUBLISHED:
        yield "withdraw"
        if may_put_out(by, article):
            yield "correct"
    elif current is not None:
        yield "restore"


def _review(article, by):
    """The verbs of review that make sense now."""
    if article.stage == Stage.SUBMITTED:
        if may_approve(by, article):
            yield "approve"
            yield "send-back"
    elif may_submit(by, article):
        yield "submit"


def run(verb, article, details, *, by, was_in_review=False):
    """Carry out `verb` on the saved article; returns the sentence that says what happened, as safe HTML or text.

    `details` is the bound DetailsForm. Raises Refusal, also for a verb that is not on the bar, and NoticeNeeded where
    readers may have to be told.
    """
    if verb not in VERBS:
        raise DetailNeeded(f"There is no verb “{verb}”.")
    if not details.is_valid():
        raise DetailNeeded(
            " ".join(f"{details[name].label}: {' '.join(said)}" for name, said in details.errors.items())
        )
    if was_in_review and article.stage == Stage.DRAFT and verb in ("approve", "send-back"):
        # The editor's own changes, saved a moment ago, made it a draft again; the decision is on this very text.
        article = review.submit(article, by=by)
    return VERBS[verb](article, details.cleaned_data, by)


def _save(article, details, by):
    return "Saved."


def _lead_on(article, details, by):
    """Nothing to do: the verb leads to a page."""
    return ""


def _publish(article, details, by):
    edition = publish.publish(article, by=by, seen=details["seen"])
    return format_html('Published: <a href="{0}">{0}</a>', edition.path)


def _schedule(article, details, by):
    if details["publish_at"] is None:
        raise DetailNeeded("Say when the story shall go live, then press Schedule. The text is saved.")
    edition = publish.publish(article, by=by, at=details["publish_at"], seen=details["seen"])
    return f"Scheduled for {both(edition.goes_live_at)}, at {edition.path}"


def _expire(article, details, by):
    if details["expire_at"] is None:
        raise DetailNeeded("Say when the story shall end, then press Let it end. The text is saved.")
    edition = publish.expire(article, by=by, at=details["expire_at"], seen=details["seen"])
    return f"Ends at {both(edition.goes_live_at)}. From then on its address says so to readers."


def _cancel(article, details, by):
    publish.cancel(article, by=by, seen=details["seen"])
    return "Nothing is scheduled for this story any more."


def _withdraw(article, details, by):
    if not (details["notice"] and details["reason"]):
        raise DetailNeeded("Say what readers are told and, for the log, why; then press Withdraw. The text is saved.")
    told = {"notice": details["notice"], "reason": details["reason"]}
    publish.withdraw(article, by=by, seen=details["seen"], **told)
    return "Withdrawn. Its address now says so to readers."


def _restore(article, details, by):
    edition = publish.restore(article, by=by, seen=details["seen"])
    return format_html('Live again, as it was last published: <a href="{0}">{0}</a>', edition.path)


def _submit(article, details, by):
    review.submit(article, by=by)
    return "Handed to the editors."


def _approve(article, details, by):
    review.approve(article, by=by)
    return "Approved."


def _send_back(article, details, by):
    review.send_back(article, by=by, note=details["note"])
    return "Sent back to the writer."


VERBS = {
    "save": _save,
    "preview": _lead_on,
    "correct": _lead_on,
    "delete": _lead_on,
    "publish": _publish,
    "schedule": _schedule,
    "cancel": _cancel,
    "expire": _expire,
    "withdraw": _withdraw,
    "restore": _restore,
    "submit": _submit,
    "approve": _approve,
    "send-back": _send_back,
}
LABELS = {
    "save": "Save",
    "preview": "Preview",
    "publish": "Publish",
    "schedule": "Schedule",
    "cancel": "Cancel what is scheduled",
    "correct": "Correct",
    "expire": "Let it end",
    "withdraw": "Withdraw",
    "restore": "Restore",
    "delete": "Delete",
    "submit": "Submit for review",
    "approve": "Approve",
    "send-back": "Send back",
}
DETAILS = {
    "schedule": ("publish_at",),
    "expire": ("expire_at",),
    "withdraw": ("notice", "reason"),
    "send-back": ("note",),
}
# Save comes first: it is what Enter in a field presses.
ORDER = (
    "save",
    "publish",
    "submit",
    "approve",
    "send-back",
    "correct",
    "schedule",
    "cancel",
    "expire",
    "withdraw",
    "restore",
    "preview",
    "delete",
)
PAGES = {"preview": "preview", "correct": "notice", "delete": "delete"}


def landing(verb, article):
    """Where a verb leads: to a page of its own, else back to the story's screen."""
    return reverse(f"admin:articles_article_{PAGES.get(verb, 'change')}", args=[article.pk])
