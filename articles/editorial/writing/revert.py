"""A story's revisions: going back to one of them, without losing what was written since."""

from datetime import datetime

from django.db import transaction

from articles.editorial.current_ids import followed
from articles.editorial.permissions import may_write, require
from articles.editorial.writing import drafts
from articles.editorial.writing.autosave import writer
from articles.models.desk import Desk
from articles.models.person import Person
from articles.models.revision import Reason
from articles.models.topic import Topic
from media.models import Photo

POINTS_TO = {"desk": Desk, "lead_topic": Topic, "lead_photo": Photo}


def go_back(article, *, by, version, revision):
    """Make the working copy what it was in a Revision of it, kept as a new revision; returns the Article.

    What stood there and was in no revision yet is kept as one first. What the old state points to and is no more (a
    desk, a topic) is left out. `version` is the one that the asker knows.
    Raises Forbidden, Redacted, Stale and ValidationError.
    """
    require(may_write(by, article), "change this story")
    with transaction.atomic():
        article = drafts.lock(article)
        revision.refresh_from_db(fields=["redacted_at"])
        if revision.redacted_at is not None:
            raise drafts.Redacted
        if article.version != version:
            raise drafts.Stale(article)
        drafts.keep_revision(article, by=writer(article), reason=Reason.MILESTONE)
        fields = fields_of(revision.snapshot)
        return drafts.save(article, by=by, version=version, reason=Reason.RESTORED, **fields)


def fields_of(state):
    """The working fields of a snapshot, as `drafts.save` takes them."""
    state = followed(state)
    fields = {name: state[name] for name in drafts.TEXT_FIELDS}
    fields |= {name: model.objects.filter(pk=state[name]).first() for name, model in POINTS_TO.items()}
    date = state["original_date"]
    fields["original_date"] = datetime.fromisoformat(date) if date else None
    fields["topics"] = list(Topic.objects.filter(pk__in=state["topics"]))
    people = Person.objects.in_bulk(state["bylines"])
    fields["bylines"] = [people[pk] for pk in state["bylines"] if pk in people]
    return fields
