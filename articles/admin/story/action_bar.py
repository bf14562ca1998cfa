"""The bar of buttons on the story's screen: what pressing one does, and what was typed when it was refused."""

from typing import NamedTuple

from django.urls import reverse

from articles.admin.shared.actions import ACTIONS, BY_NAME, Action, DetailsForm
from articles.admin.shared.staff_request import StaffRequest
from articles.editorial.refusals import Refusal
from articles.models.article import Article
from articles.models.user import User

# Where a person's session holds what they had filled in when an action was refused, until the page is shown again.
REFUSED = "refused"
# The action to take next is the first of these that is offered.
NEXT = ("publish", "submit", "save")


class ActionRefused(Refusal):
    """There is no such action, or something that it asks for is missing or wrong."""


class Button(NamedTuple):
    """An action on the bar, with its fields of the DetailsForm; the one to press next is filled with colour."""

    action: Action
    fields: list
    is_filled: bool


def buttons(actions: list[Action], details: DetailsForm) -> list[Button]:
    """The Buttons for these of the actions that are on the bar."""
    actions = [action for action in actions if not action.is_in_notice]
    names = [action.name for action in actions]
    following = next((name for name in NEXT if name in names), None)
    return [Button(each, [details[name] for name in each.asks], each.name == following) for each in actions]


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
    return reverse(f"admin:articles_article_{BY_NAME[name].page}", args=[article.pk])
