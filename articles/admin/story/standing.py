"""How a story stands: its state, what readers get of it and when, and what keeps it from going out.

It is shown when the sheet is opened, and anew with each autosave: `fragments` are the parts of the page that change.
"""

from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.publishing.before_it_goes_out import embargo_notice, findings_on, to_come_of
from articles.admin.publishing.guesses import guesses_for
from articles.admin.shared.actions import Action, DetailsForm, offered
from articles.admin.shared.story_status import (
    behind,
    behind_in_short,
    behind_in_words,
    fetch_timeline,
    state_in_words,
    timeline_ahead,
    undone_in_words,
)
from articles.admin.shared.user_time_zone import which_clock
from articles.admin.story.action_bar import bar_of
from articles.editorial.publishing.readiness import body_of
from articles.editorial.readiness.photos import Library
from articles.editorial.writing.review import undone_by_change, why_sent_back
from articles.embargo import Kind
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.user import User
from articles.text.body.body import Body

FRAGMENTS = ("state", "verbs", "more", "notices", "findings", "guesses")


def standing(
    article: Article,
    body: Body,
    actions: list[Action],
    details: DetailsForm,
    now: datetime,
    library: Library | None = None,
) -> dict[str, Any]:
    """The template variables on how the article stands, saved or not begun, of which Body and actions are given.

    `details` is the form whose fields the actions ask for; `library` has the story's photos, where the caller has them.
    """
    due = _due(article, now) if article.pk else None
    at = due.goes_live_at if due else now
    live = _live(article, now) if article.pk else None
    stand_behind = behind(article, now) if article.pk else None
    found_blockers, found_warnings = findings_on(article, body, at, library)
    return {
        "state": state_in_words(article, now) if article.pk else _("New draft"),
        "state_in_short": state_in_words(article, now, in_short=True) if article.pk else _("New draft"),
        "live_edition": live,
        "behind": behind_in_words(stand_behind, now) if stand_behind else "",
        "behind_in_short": behind_in_short(stand_behind, now) if stand_behind else "",
        "undone": _undone(article) if article.pk else "",
        "sent_back": why_sent_back(article) if article.pk else None,
        "in_notice": {action.name.replace("-", "_"): action for action in actions if action.is_off_bar},
        "embargo": embargo_notice(article, body, due, now),
        "details": details,
        "clock": which_clock(),
        "bar": bar_of(actions, details, is_live=live is not None) if actions else None,
        "blockers": found_blockers,
        "warnings": found_warnings,
    }


def fragments(article: Article, *, by: User) -> dict[str, str]:
    """{name: HTML} of the parts of the sheet's page that say how the article stands."""
    now = timezone.now()
    fetch_timeline(article, now)
    body = body_of(article)
    shown = standing(article, body, offered(article, by=by, now=now), DetailsForm(), now)
    shown |= guesses_for(article, body, by, now)
    return {name: render_to_string(f"admin/articles/article/{name}.html", shown) for name in FRAGMENTS}


def _live(article: Article, now: datetime) -> Edition | None:
    """The edition that readers see now, or None."""
    edition, _to_come = timeline_ahead(article, now)
    return edition if edition is not None and edition.kind == Kind.PUBLISHED else None


def _due(article: Article, now: datetime) -> Edition | None:
    """The words that are still to go live, or None: what the working copy would take the place of."""
    return next(iter(to_come_of(article, now, Kind.PUBLISHED)), None)


def _undone(article: Article) -> str:
    """That its review or approval is gone, and why; "" where it is not."""
    entry = undone_by_change(article)
    return undone_in_words(entry) if entry is not None else ""
