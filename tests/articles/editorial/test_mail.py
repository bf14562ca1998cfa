"""Mail: who hears of what, and that a post office that is down keeps nobody from working."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from articles.editorial.publishing import publish, schedule
from articles.editorial.writing import review
from articles.models.article import Stage
from tests.builders import a_desk, draft_article, editor, reporter, submitted_article, system

pytestmark = pytest.mark.django_db


@pytest.fixture
def posted(django_capture_on_commit_callbacks):
    """A function that runs an action and gives the letters it caused, as (address, subject, words)."""

    def run(action):
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            action()
        return [(letter.to, letter.subject, letter.body) for letter in mail.outbox]

    return run


@pytest.fixture
def writer():
    return reporter(email="writer@example.org", first_name="Ida", last_name="Known")


def test_story_handed_in_is_told_to_the_editors_of_its_desk(posted, writer):
    here, elsewhere = editor(email="here@example.org"), editor(email="elsewhere@example.org")
    here.desks.add(a_desk())
    elsewhere.desks.add(a_desk("Sport"))
    editor(email="")
    editor(email="gone@example.org", is_active=False)
    article = draft_article(headline="The Bridge", by=writer)
    (letter,) = posted(lambda: review.submit(article, by=writer))
    assert letter[0] == ["here@example.org"]
    assert letter[1].endswith("“The Bridge” was handed in by Ida Known.")
    assert f"/admin/articles/article/{article.pk}/change/" in letter[2]


def test_nobody_is_told_of_what_they_did_themselves(posted):
    both = editor(email="both@example.org")
    article = draft_article(by=both)
    assert posted(lambda: review.submit(article, by=both)) == []
    assert posted(lambda: publish.publish(article, by=both)) == []


def test_writer_hears_that_a_story_was_sent_back_and_why(posted, writer):
    article, by = submitted_article(by=writer), editor(username="desk-chief")
    (letter,) = posted(lambda: review.send_back(article, by=by, note="Who says?"))
    assert letter[0] == ["writer@example.org"]
    assert "sent back by desk-chief" in letter[1]
    assert "Who says?" in letter[2]


def test_writer_hears_that_a_story_was_approved_scheduled_and_published(posted, writer):
    article, by = submitted_article(by=writer), editor()
    soon = timezone.now() + timedelta(hours=1)
    letters = posted(lambda: review.approve(article, by=by))
    letters += posted(lambda: schedule.schedule(article, by=by, at=soon))
    letters += posted(lambda: publish.publish(article, by=by))
    assert [
        word for _, subject, _ in letters for word in ("approved", "scheduled", "published") if word in subject
    ] == [
        *("approved", "scheduled", "published"),
    ]


def test_writer_without_address_or_who_has_left_is_not_written_to(posted):
    for nobody in (reporter(), reporter(email="left@example.org", is_active=False)):
        article = draft_article()
        type(article).objects.filter(pk=article.pk).update(created_by=nobody)
        article.refresh_from_db()
        assert posted(lambda article=article: publish.publish(article, by=editor())) == []
    article = draft_article()
    type(article).objects.filter(pk=article.pk).update(created_by=None)
    assert posted(lambda: publish.publish(article, by=editor())) == []


def test_post_office_that_is_down_breaks_no_verb(posted, writer, monkeypatch):
    def down(*args, **kwargs):
        raise OSError("connection refused")

    monkeypatch.setattr("articles.editorial.mail.send_mail", down)
    article = submitted_article(by=writer)
    posted(lambda: review.send_back(article, by=system(), note="Again."))
    article.refresh_from_db()
    assert article.stage == Stage.DRAFT
