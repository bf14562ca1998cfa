"""Reverting: going back to a revision without losing what was written since."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles.editorial.current_ids import resolve_merged_ids
from articles.editorial.log import noted
from articles.editorial.permissions import may_write, require
from articles.editorial.writing.presence import last_writer
from articles.editorial.writing.revisions import Redacted, save_revision
from articles.editorial.writing.working_copy import TEXT_FIELDS, Stale, change_article, lock, prepare_body
from articles.models.article import Article
from articles.models.desk import Desk
from articles.models.person import Person
from articles.models.revision import Reason, Revision
from articles.models.topic import Topic
from articles.models.user import User
from media.models import Photo

POINTS_TO: dict[str, Any] = {"desk": Desk, "lead_topic": Topic, "lead_photo": Photo}


@noted
def revert(article: Article, *, by: User, version: int, revision: Revision) -> Article:
    """Make the working copy what it was in a Revision of it, saved as a new revision.

    What was written since and is in no revision yet becomes one first. What the old state points to and is no more (a
    desk, a topic) is left out. `version` is the one that the person saw.
    Raises Forbidden, Redacted, Stale and ValidationError.
    """
    require(may_write(by, article), _("change this story"))
    tidy = prepare_body(article, resolve_merged_ids(revision.snapshot))
    with transaction.atomic():
        article = lock(article)
        revision.refresh_from_db(fields=["redacted_at"])
        if revision.redacted_at is not None:
            raise Redacted
        if article.version != version:
            raise Stale(article)
        save_revision(article, by=last_writer(article), reason=Reason.MILESTONE)
        # Read here: somebody may have merged or deleted what it points to since the body was prepared.
        change_article(article, fields_of(revision.snapshot), by=by, tidy=tidy)
        save_revision(article, by=by, reason=Reason.RESTORED)
    return article


def fields_of(state: Mapping[str, Any]) -> dict[str, Any]:
    """The working fields of a snapshot, as `change_article` takes them."""
    state = resolve_merged_ids(state)
    fields = {name: state.get(name, "") for name in TEXT_FIELDS}
    fields |= {name: model.objects.filter(pk=state[name]).first() for name, model in POINTS_TO.items()}
    date = state["original_date"]
    fields["original_date"] = datetime.fromisoformat(date) if date else None
    fields["topics"] = list(Topic.objects.filter(pk__in=state["topics"]))
    people = Person.objects.in_bulk(state["bylines"])
    fields["bylines"] = [people[pk] for pk in state["bylines"] if pk in people]
    return fields
