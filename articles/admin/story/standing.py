"""How a story stands: its state, what readers get of it and when, and what keeps it from going out.

It is shown when the sheet is opened, and anew with each autosave: `fragments` are the parts of the page that change.
"""

from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.shared.actions import Action, DetailsForm, offered
from articles.admin.shared.story_status import (
    behind,
    behind_in_words,
    fetch_timeline,
    state_in_words,
    timeline_ahead,
    undone_in_words,
)
from articles.admin.shared.user_time_zone import both_times
from articles.admin.story.action_bar import buttons
from articles.editorial.publishing.readiness import blockers, body_of, warnings
from articles.editorial.readiness.findings import Finding
from articles.editorial.writing.embargo import embargo_in_words, embargo_of
from articles.editorial.writing.review import undone_by_change
from articles.embargo import Kind
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.user import User
from articles.text.body.body import Body

FRAGMENTS = ("state", "verbs", "findings")
# The fields that are not where their name says: the editor stands in for the body's text area.
PLACES = {"body": "sheet-body", "embargo": "embargo"}


def standing(
    article: Article, body: Body, actions: list[Action], details: DetailsForm, now: datetime
) -> dict[str, Any]:
    """The template variables on how the article stands, saved or not begun, of which Body and actions are given.

    `details` is the form whose fields the actions ask for.
    """
    due = _due(article, now) if article.pk else None
    at = due.goes_live_at if due else now
    return {
        "state": state_in_words(article, now) if article.pk else _("New draft"),
        "live_edition": _live(article, now) if article.pk else None,
        "behind": _behind(article, now) if article.pk else "",
        "undone": _undone(article) if article.pk else "",
        "in_notice": {action.name.replace("-", "_"): action for action in actions if action.is_in_notice},
        "embargo": _embargo(article, body, due, now),
        "details": details,
        "buttons": buttons(actions, details),
        "blockers": [(place_of(finding), finding) for finding in blockers(article, at=at, body=body)],
        "warnings": [(place_of(finding), finding) for finding in warnings(article, body=body)],
    }


def fragments(article: Article, *, by: User) -> dict[str, str]:
    """{name: HTML} of the parts of the sheet's page that say how the article stands."""
    now = timezone.now()
    fetch_timeline(article, now)
    shown = standing(article, body_of(article), offered(article, by=by, now=now), DetailsForm(), now)
    return {name: render_to_string(f"admin/articles/article/{name}.html", shown) for name in FRAGMENTS}


def place_of(finding: Finding) -> str:
    """The id of the element in which a finding can be mended."""
    return PLACES.get(finding.field, f"id_{finding.field}")


def _live(article: Article, now: datetime) -> Edition | None:
    """The edition that readers see now, or None."""
    edition, _to_come = timeline_ahead(article, now)
    return edition if edition is not None and edition.kind == Kind.PUBLISHED else None


def _behind(article: Article, now: datetime) -> str:
    """That readers get another text than this one, in words; "" where they do not."""
    edition = behind(article, now)
    return behind_in_words(edition, now) if edition is not None else ""


def _due(article: Article, now: datetime) -> Edition | None:
    """The words that are still to go live, or None: what the working copy would take the place of."""
    _current, to_come = timeline_ahead(article, now)
    return next((edition for edition in to_come if edition.kind == Kind.PUBLISHED), None)


def _embargo(article: Article, body: Body, due: Edition | None, now: datetime) -> dict[str, Any] | None:
    """What the sheet says of an embargo that holds: its sentence, and the offer to schedule unless that is done."""
    embargo = embargo_of(article, body, now)
    if embargo is None or (embargo.until is not None and embargo.until <= now):
        return None
    label = ""
    if embargo.until is not None and (due is None or due.goes_live_at < embargo.until):
        label = _("Schedule for %(time)s") % {"time": both_times(embargo.until)}
    return {"sentence": embargo_in_words(embargo), "words": embargo.words, "schedule": label}


def _undone(article: Article) -> str:
    """That its review or approval is gone, and why; "" where it is not."""
    entry = undone_by_change(article)
    return undone_in_words(entry) if entry is not None else ""
