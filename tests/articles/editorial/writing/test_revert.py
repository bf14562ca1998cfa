"""Going back to a revision: a new one, and nothing lost on the way."""

from uuid import uuid4

import pytest

from articles.editorial.permissions import Forbidden
from articles.editorial.writing import autosave, revert, working_copy
from articles.models.revision import Reason
from tests.builders import a_desk, a_person, a_photo, a_topic, draft_article, edited, editor, reporter, system

pytestmark = pytest.mark.django_db


def test_going_back_restores_every_field_as_a_new_revision():
    ada, bo = a_person(), a_person()
    article = draft_article(
        headline="Old", short_headline="Older",
        lead_topic=a_topic("A"), topics=[a_topic("B")], bylines=[bo, ada], lead_photo=a_photo(),
        label="opinion", original_date="2020-02-03T04:05:06+00:00", desk=a_desk("Sport"),
    )  # fmt: skip
    first = article.revisions.get()
    article = edited(
        article, headline="New", short_headline="", search_headline="Newest",
        body="<p>New.</p>", lead_topic=None, topics=[], bylines=[], lead_photo=None,
        label="", original_date=None, desk=None,
    )  # fmt: skip
    by = editor()
    article = revert.revert(article, by=by, version=article.version, revision=first)
    newest = article.revisions.first()
    assert (newest.number, newest.reason, newest.made_by) == (3, Reason.RESTORED, by)
    assert newest.snapshot == first.snapshot == working_copy.snapshot(article) and article.version == 3


def test_going_back_keeps_what_was_only_autosaved():
    ann = reporter()
    article = draft_article(by=ann, dek="Old")
    article = autosave.autosave(article, by=ann, sheet=uuid4(), version=1, dek="Typed and never saved")
    revert.revert(article, by=editor(), version=2, revision=article.revisions.get())
    kept = [(revision.made_by, revision.reason, revision.snapshot["dek"]) for revision in article.revisions.all()]
    assert kept[1] == (ann, Reason.MILESTONE, "Typed and never saved") and len(kept) == 3


def test_going_back_leaves_out_what_is_no_more():
    article = draft_article(bylines=[a_person()], topics=[a_topic()])
    first = article.revisions.get()
    first.snapshot |= {"bylines": [0], "topics": [0], "desk": 0}
    article = revert.revert(edited(article, dek="New"), by=system(), version=2, revision=first)
    assert article.desk is None and not article.byline_rows.exists() and not article.topic_rows.exists()


def test_going_back_is_refused_to_strangers_and_over_newer_words():
    article = draft_article()
    first = article.revisions.get()
    edited(article, dek="Newer")
    with pytest.raises(working_copy.Stale):
        revert.revert(article, by=editor(), version=1, revision=first)
    with pytest.raises(Forbidden):
        revert.revert(article, by=reporter(), version=2, revision=first)
    assert article.revisions.count() == 2
