"""Revisions that colleagues call by a name."""

import pytest

from articles.editorial.permissions import Forbidden
from articles.editorial.publishing.redact import redact
from articles.editorial.writing.revisions import NameTooLong, name_revision
from articles.models.revision import Revision
from tests import builders

pytestmark = pytest.mark.django_db


def test_revision_has_a_name_and_loses_it_again_and_the_log_says_both():
    editor, article = builders.editor(), builders.draft_article()
    digest = article.revisions.get().digest
    revision = name_revision(article, 1, "  legal\nread ", by=editor)
    assert revision.name == article.revisions.get().name == "legal read"
    assert article.revisions.get().digest == digest, "what it says is what it said"
    name_revision(article, 1, "legal read", by=editor)
    name_revision(article, 1, "", by=editor)
    assert [entry.note for entry in article.log.filter(verb="name-revision")] == ["1", "1: legal read"]


def test_name_is_a_few_words():
    article = builders.draft_article()
    with pytest.raises(NameTooLong, match="60"):
        name_revision(article, 1, "x" * 61, by=builders.editor())
    assert name_revision(article, 1, "x" * 60, by=builders.editor())


def test_names_are_given_by_who_writes_the_story_to_what_there_is():
    article = builders.draft_article()
    with pytest.raises(Forbidden):
        name_revision(article, 1, "mine", by=builders.reporter())
    with pytest.raises(Revision.DoesNotExist):
        name_revision(article, 9, "none", by=builders.editor())


def test_name_goes_with_the_words_by_order_of_law():
    article = builders.withdrawn_article()
    number = article.revisions.first().number
    name_revision(article, number, "what he did", by=builders.system())
    redact(article, by=builders.chief(), reason="A court's.")
    assert {revision.name for revision in article.revisions.all()} == {""}
