"""Bulk actions of the board: what they ask for once they are chosen, one verb for each story, what became of each."""

from collections.abc import Callable, Iterable

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin.shared.actions import ACTIONS, Action, DetailsForm, Given
from articles.admin.shared.params import number_in
from articles.admin.shared.screens import screen
from articles.admin.shared.seen_field import SeenField
from articles.admin.shared.staff_request import StaffRequest
from articles.admin.shared.user_time_zone import both_times, which_clock
from articles.editorial.refusals import Refusal
from articles.models.article import Article

MOST_REFUSALS = 5
MOST_NAMED = 20  # stories on the page that asks for more


def seen_field(article: Article) -> SafeString:
    """The hidden field by which a row hands back the state of the story's timeline that it shows."""
    return SeenField().widget.render(f"seen-{article.pk}", article.timeline_version)


def seen_of(request: StaffRequest, article: Article) -> int | None:
    """The state of the timeline that the row of a story handed back; None for a row on another page."""
    return number_in(request.POST.get(f"seen-{article.pk}", ""))


def show_refusals(request: StaffRequest, sentences: list[str]) -> None:
    """Show the first MOST_REFUSALS of these sentences as messages, and how many more there are."""
    for sentence in sentences[:MOST_REFUSALS]:
        messages.error(request, sentence)
    if len(sentences) > MOST_REFUSALS:
        messages.error(request, _("And %(n)s more were refused.") % {"n": len(sentences) - MOST_REFUSALS})


def bulk_action(action: Action) -> Callable[..., HttpResponse | None]:
    """The action for Django's list of stories that does `action` with each chosen story."""

    @admin.action(description=action.board_label, permissions=[action.board_right])
    def run_for_each(board: admin.ModelAdmin, request: StaffRequest, queryset: QuerySet) -> HttpResponse | None:
        details = _details(request)
        if not details.is_valid() or action.lacks(details.cleaned_data):
            return _ask(board, request, action, details, queryset)
        done, refused = 0, []
        for article in queryset.order_by("pk"):
            try:
                action.run(article, request.user, {**details.cleaned_data, "seen": seen_of(request, article)})
                done += 1
            except Refusal as refusal:
                refused.append(f"{article}: {refusal}")
        if done:
            messages.success(request, _said(action, done, details.cleaned_data))
        show_refusals(request, refused)
        return None

    run_for_each.__name__ = action.board_name
    return run_for_each


def _said(action: Action, done: int, given: Given) -> str:
    """What was done, to when, with how many stories."""
    stories = ngettext("%(n)s story", "%(n)s stories", done) % {"n": done}
    if "publish_at" not in action.asks:
        return f"{action.board_label}: {stories}."
    said = _("%(verb)s for %(at)s: %(stories)s.")
    return said % {"verb": action.board_label, "at": both_times(given["publish_at"]), "stories": stories}


def _details(request: StaffRequest) -> DetailsForm:
    """What was filled in on the page that asks."""
    return DetailsForm(request.POST)


def _ask(
    board: admin.ModelAdmin, request: StaffRequest, action: Action, details: DetailsForm, queryset: QuerySet
) -> HttpResponse:
    """The page that asks for what the action needs; the choice of stories goes on with it.

    What is wrong is said once it was filled in.
    """
    wrong = " ".join(str(error) for errors in details.errors.values() for error in errors)
    if wrong or "asked" in request.POST:
        messages.error(request, wrong or f"{action.missing} {_('Nothing was done yet.')}")
    chosen = list(queryset.order_by("pk")[: MOST_NAMED + 1])
    context = {
        "action": action,
        "fields": [details[name] for name in dict.fromkeys([*action.asks, *details.errors])],
        "clock": which_clock(),
        "stories": chosen[:MOST_NAMED],
        "has_more": len(chosen) > MOST_NAMED,
        "handed_on": list(_handed_on(request)),
    }
    return screen(board, request, "board/bulk_action", str(action.board_label), **context)


def _handed_on(request: StaffRequest) -> Iterable[tuple[str, str]]:
    """(name, value) of what the board posted about the choice of stories and the states that it showed."""
    for name, values in request.POST.lists():
        if name in ("action", "select_across", ACTION_CHECKBOX_NAME) or name.startswith("seen-"):
            yield from ((name, value) for value in values)


BULK_ACTIONS = [bulk_action(action) for action in ACTIONS if action.board_label]
