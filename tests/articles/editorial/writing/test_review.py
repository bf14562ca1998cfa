"""Review: handing in, approving, sending back; who may, and when there is nothing to do."""

import pytest

from articles.editorial.permissions import Forbidden
from articles.editorial.writing import drafts, review
from articles.models.article import Article, Stage
from articles.models.log_entry import LogEntry
from articles.models.revision import Reason
from tests.builders import BODY, draft_article, editor, photo_editor, reporter, stranger, submitted_article, system

pytestmark = pytest.mark.django_db


def stage_of(article):
    """The stage that the database has."""
    return Article.objects.get(pk=article.pk).stage


def send_back(article, by):
    """Send back, with a word."""
    return review.send_back(article, by=by, note="Again.")


def test_submit_hands_in_the_saved_state():
    ada = reporter()
    article = draft_article(by=ada)
    assert review.submit(article, by=ada).stage == stage_of(article) == Stage.SUBMITTED
    assert article.revisions.count() == 1
    entry = LogEntry.objects.filter(article=article).first()
    assert (entry.verb, entry.by) == ("submit", ada)


def test_submit_keeps_a_revision_of_a_state_that_has_none():
    article = draft_article()
    Article.objects.filter(pk=article.pk).update(body=BODY + "<p>Typed since.</p>")
    review.submit(article, by=system())
    assert [revision.reason for revision in article.revisions.all()] == [Reason.SUBMITTED, Reason.SAVED]


def test_submit_twice_is_refused():
    article = submitted_article()
    with pytest.raises(review.AlreadyThere, match="In review"):
        review.submit(article, by=system())
    assert LogEntry.objects.filter(article=article, verb="submit").count() == 1


def test_approve_and_send_back_need_a_story_in_review():
    article = draft_article()
    for decide in (review.approve, send_back, review.take_back):
        with pytest.raises(review.NotInReview, match="submitted first"):
            decide(article, by=system() if decide == review.take_back else editor())
    assert stage_of(article) == Stage.DRAFT


def test_approve_moves_on():
    article = review.approve(submitted_article(), by=editor())
    assert stage_of(article) == Stage.APPROVED
    with pytest.raises(review.NotInReview):
        review.approve(article, by=editor())


def test_approved_story_may_be_submitted_again():
    article = review.approve(submitted_article(), by=editor())
    assert review.submit(article, by=system()).stage == Stage.SUBMITTED


def test_send_back_keeps_the_note():
    article = review.send_back(submitted_article(), by=editor(), note="Who says so?")
    assert stage_of(article) == Stage.SENT_BACK
    entry = LogEntry.objects.filter(article=article).first()
    assert (entry.verb, entry.note) == ("send-back", "Who says so?")
    assert review.why_sent_back(article) == entry


def test_sending_back_needs_words():
    article = submitted_article()
    for nothing in ("", " \n"):
        with pytest.raises(review.WordsNeeded, match="what is to be done"):
            review.send_back(article, by=editor(), note=nothing)
    assert stage_of(article) == Stage.SUBMITTED


def test_story_stays_sent_back_while_it_is_mended_until_it_is_handed_in_again():
    ann = reporter()
    article = review.send_back(submitted_article(by=ann), by=editor(), note="Who says so?")
    article = drafts.save(article, by=ann, version=article.version, headline="Mended")
    assert (article.stage, review.why_sent_back(article).note) == (Stage.SENT_BACK, "Who says so?")
    article = review.submit(article, by=ann)
    assert (article.stage, review.why_sent_back(article)) == (Stage.SUBMITTED, None)


def test_writer_takes_a_story_back_from_review_and_nobody_else():
    ann = reporter()
    article = submitted_article(by=ann)
    for somebody in (reporter(), editor(), photo_editor()):
        with pytest.raises(Forbidden, match="take this story back"):
            review.take_back(article, by=somebody)
    article = review.take_back(article, by=ann)
    assert stage_of(article) == Stage.DRAFT
    assert review.undone_by_change(article) is None
    assert article.log.first().verb == "take-back"


def test_change_after_approval_needs_another_look():
    article = review.approve(submitted_article(), by=editor())
    drafts.save(article, by=system(), version=article.version, headline="Changed since")
    assert stage_of(article) == Stage.DRAFT


def test_reporters_submit_their_own_and_decide_nothing():
    ada, bo = reporter(), reporter()
    article = draft_article(by=ada)
    for somebody in (bo, stranger(), photo_editor()):
        with pytest.raises(Forbidden, match="submit"):
            review.submit(article, by=somebody)
    review.submit(article, by=ada)
    for decide in (review.approve, send_back):
        with pytest.raises(Forbidden, match="decide"):
            decide(article, by=ada)
    assert stage_of(article) == Stage.SUBMITTED
