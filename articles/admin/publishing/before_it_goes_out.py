"""What is said of a story before it goes out, on its own screen and on the publish sheet: findings and embargoes."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from articles.admin.shared.story_status import timeline_ahead
from articles.admin.shared.user_time_zone import both_times
from articles.editorial.publishing.readiness import blockers, warnings
from articles.editorial.readiness.findings import Finding
from articles.editorial.readiness.photos import Library, library_of
from articles.editorial.writing.embargo import embargo_in_words, embargo_of
from articles.embargo import Kind
from articles.models.article import Article
from articles.models.edition import Edition
from articles.text.body.body import Body

Placed = tuple[str, Finding]
# The fields that are not where their name says: the editor stands in for the body's text area.
PLACES = {"body": "sheet-body", "embargo": "embargo", "comments": "comments"}


def findings_on(
    article: Article, body: Body, at: datetime, library: Library | None = None
) -> tuple[list[Placed], list[Placed]]:
    """What blocks the article from going out at `at`, and what is worth a look, each with the place to mend it.

    `library` has the story's photos, where the caller has them. Nothing is said of a template: what is still to
    come there is meant to.
    """
    if article.is_template:
        return [], []
    library = library_of([(article, body)]) if library is None else library
    blocking = blockers(article, at=at, body=body, library=library)
    worth_a_look = warnings(article, body=body, library=library)
    return [(place_of(each), each) for each in blocking], [(place_of(each), each) for each in worth_a_look]


def place_of(finding: Finding) -> str:
    """The id of the element in which a finding can be mended."""
    return PLACES.get(finding.field, f"id_{finding.field}")


def to_come_of(article: Article, now: datetime, kind: Kind) -> list[Edition]:
    """The editions of a kind that have not begun, in order."""
    _current, to_come = timeline_ahead(article, now)
    return [edition for edition in to_come if edition.kind == kind]


def embargo_notice(article: Article, body: Body, due: Edition | None, now: datetime) -> dict[str, Any] | None:
    """What the screen says of an embargo that holds: its sentence, and the offer to schedule unless that is done."""
    embargo = embargo_of(article, body, now)
    if embargo is None or (embargo.until is not None and embargo.until <= now):
        return None
    label = ""
    if embargo.until is not None and (due is None or due.goes_live_at < embargo.until):
        label = _("Schedule for %(time)s") % {"time": both_times(embargo.until)}
    return {"sentence": embargo_in_words(embargo), "words": embargo.words, "schedule": label}
