"""Deleting: only what was never public, with all that hangs on it; the log stays."""

from uuid import uuid4

import pytest
from django.utils import timezone

from articles.editorial.publishing import schedule
from articles.editorial.site.next_story import pin_next
from articles.editorial.site.private_history import set_history_private
from articles.editorial.writing import presence
from articles.editorial.writing.delete_story import BeingWritten, ChangedSince, StillDue, WasPublic, delete
from articles.models.article import Article
from articles.models.log_entry import LogEntry
from articles.models.person import Person
from articles.models.person_suggestion import PersonSuggestion
from articles.models.revision import Revision
from articles.search import working_copies
from tests.builders import (
    a_person,
    a_photo,
    a_topic,
    chief,
    draft_article,
    edited,
    editor,
    live_article,
    reporter,
    scheduled_article,
    submitted_article,
    system,
    withdrawn_article,
)

pytestmark = pytest.mark.django_db


def test_draft_goes_with_all_that_hangs_on_it():
    person, live = a_person(), live_article()
    article = draft_article(headline="Gone", bylines=[person], topics=[a_topic()], lead_photo=a_photo())
    PersonSuggestion.objects.create(article=article, name="Ada", as_written="Ada")
    presence.heartbeat(article, by=system(), sheet=uuid4())
    presence.leave(by=system(), sheet=article.open_sheets.get().token)
    pin_next(live, article, by=system())
    set_history_private(article, True, by=system())
    by = reporter()
    Article.objects.filter(pk=article.pk).update(created_by=by)
    article.refresh_from_db()
    assert working_copies.find_articles("gone") == [article.pk]
    delete(article, by=by)
    assert not Article.objects.filter(pk=article.pk).exists()
    assert working_copies.find_articles("gone") == []
    assert not Revision.objects.filter(article_id=article.pk).exists()
    assert Person.objects.filter(pk=person.pk).exists()
    kept = LogEntry.objects.filter(story=f"Gone (story {article.pk})").order_by("pk")
    assert [entry.verb for entry in kept] == ["begin", "close record", "delete"]
    assert kept.last().by == by


@pytest.mark.parametrize("made", [live_article, withdrawn_article])
def test_story_that_was_public_is_withdrawn_or_redacted_instead(made):
    article = made()
    with pytest.raises(WasPublic, match="Withdraw it"):
        delete(article, by=chief())
    assert Article.objects.filter(pk=article.pk).exists()


def test_scheduled_story_is_cancelled_first():
    article = scheduled_article()
    with pytest.raises(StillDue, match="Cancel what is scheduled"):
        delete(article, by=chief())
    schedule.cancel(article, by=chief())
    delete(article, by=chief())
    assert not Article.objects.filter(pk=article.pk).exists()


def test_story_that_was_changed_since_is_not_deleted():
    article = draft_article()
    seen = article.version
    edited(article, headline="More")
    with pytest.raises(ChangedSince):
        delete(article, by=editor(), version=seen)
    delete(article, by=editor(), version=seen + 1)


def test_story_that_colleagues_are_writing_is_not_deleted():
    article, by = submitted_article(), editor(username="ida")
    presence.heartbeat(article, by=by, sheet=uuid4())
    presence.heartbeat(article, by=chief(username="ada"), sheet=uuid4())
    with pytest.raises(BeingWritten, match="^ada is in this story just now"):
        delete(article, by=by)
    presence.heartbeat(article, by=chief(username="cy"), sheet=uuid4())
    with pytest.raises(BeingWritten, match="^ada and cy are in this story"):
        delete(article, by=by)
    article.open_sheets.exclude(user=by).update(seen_at=timezone.now() - 2 * presence.SILENCE)
    delete(article, by=by)
