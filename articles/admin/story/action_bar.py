"""The bar of buttons on the story's screen: what pressing one does, and what was typed when it was refused."""

from typing import TYPE_CHECKING, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.admin.shared.actions import ACTIONS, BY_NAME, Action, DetailsForm
from articles.admin.shared.staff_request import StaffRequest
from articles.editorial.refusals import Refusal
from articles.models.article import Article
from articles.models.user import User

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

# Where a person's session holds what they had filled in when an action was refused, until the page is shown again.
REFUSED = "refused"
# The action to take next is the first of these that is offered.
NEXT = ("approve", "publish-sheet", "submit", "save")


class ActionRefused(Refusal):
    """There is no such action, or something that it asks for is missing or wrong."""


class Button(NamedTuple):
    """An action with its words and its fields of the DetailsForm; the one to press next is filled with colour."""

    action: Action
    label: "Words"
    fields: list
    is_filled: bool


class Bar(NamedTuple):
    """The buttons in the bar, Save and the one to press next, and those in its menu."""

    first: list[Button]
    more: list[Button]


def bar_of(actions: list[Action], details: DetailsForm, *, is_live: bool) -> Bar:
    """The Bar for these of the actions that are on it; `is_live` says whether readers see the story."""
    actions = [action for action in actions if not action.is_off_bar]
    names = [action.name for action in actions]
    following = next((name for name in NEXT if name in names), None)
    made = [
        Button(each, _label(each, is_live), [details[name] for name in each.asks], each.name == following)
        for each in actions
    ]
    first = [button for button in made if button.is_filled or button.action.name == "save"]
    return Bar(first, [button for button in made if button not in first])


def _label(action: Action, is_live: bool) -> "Words":
    """What the button says: of a live story, changes go out."""
    return _("Publish changes") if is_live and action.name == "publish-sheet" else action.label


def run(name: str, article: Article, details: DetailsForm, *, by: User) -> str:
    """Do what the button of that name says with the saved article; returns the sentence on what happened.

    `details` is bound. Raises Refusal, and CorrectionUndecided where readers may have to be told.
    """
    action = BY_NAME.get(name)
    if action is None:
        raise ActionRefused(f"There is no verb “{name}”.")
    if not details.is_valid():
        errors = (f"{details[field].label}: {' '.join(errors)}" for field, errors in details.errors.items())
        raise ActionRefused(" ".join(errors))
    if action.lacks(details.cleaned_data):
        raise ActionRefused(f"{action.missing} The text is saved.")
    return action.run(article, by, details.cleaned_data)


def store_refused(request: StaffRequest, article: Article) -> None:
    """Store the details that were posted for `details_of`, so that nobody types a notice twice."""
    typed = {name: request.POST.get(name, "") for action in ACTIONS for name in action.asks}
    request.session[REFUSED] = {"article": article.pk, "typed": typed}


def details_of(request: StaffRequest, article: Article) -> DetailsForm:
    """The DetailsForm of a story's screen: as it was posted or refused, with the state of the timeline it shows."""
    if request.method == "POST":
        return DetailsForm(request.POST)
    refused = request.session.pop(REFUSED, {})
    typed = refused.get("typed", {}) if refused.get("article") == article.pk else {}
    return DetailsForm(initial={"seen": article.timeline_version, **typed})


def page_after(name: str, article: Article) -> str:
    """The address of the page on which to go on after an action."""
    page = reverse(f"admin:articles_article_{BY_NAME[name].page}", args=[article.pk])
    return f"{page}?when=at" if name == "schedule-sheet" else page
