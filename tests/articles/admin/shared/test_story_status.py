"""The list of stories: states in words, filters, search, and how often it asks the database."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.admin.shared.story_status import state_in_words
from articles.editorial.publishing import schedule
from articles.editorial.writing import review
from articles.models.article import Article
from tests import builders

LIST = "admin:articles_article_changelist"


def test_state_in_words(db, time_machine):
    time_machine.move_to("2026-05-21T16:40:00+00:00", tick=False)
    now = timezone.now()
    by = builders.system()
    assert state_in_words(builders.draft_article(), now) == "Draft"
    assert state_in_words(builders.submitted_article(), now) == "In review"
    assert state_in_words(review.approve(builders.submitted_article(), by=by), now) == "Approved"
    assert state_in_words(builders.scheduled_article(), now) == "Scheduled for Thu 21 May 2026, 17:40 in UTC"
    live = builders.live_article()
    assert state_in_words(live, now) == "Live since 21 May 2026, 16:40"
    schedule.expire(live, by=by, at=now + timedelta(days=1))
    assert state_in_words(live, now) == "Live since 21 May 2026, 16:40 · Ends Fri 22 May 2026, 16:40 in UTC"
    assert state_in_words(live, now + timedelta(days=2)) == "Expired"
    review.submit(live, by=by)
    live.refresh_from_db()
    assert state_in_words(live, now + timedelta(hours=1)).startswith("Live since 21 May 2026, 16:40 · In review")
    withdrawn = builders.withdrawn_article()
    assert state_in_words(withdrawn, timezone.now() + timedelta(seconds=1)) == "Withdrawn"


@pytest.fixture
def one_of_each(db):
    by = builders.system()
    made = {
        "draft": builders.draft_article(headline="The draft one"),
        "submitted": builders.submitted_article(headline="The submitted one"),
        "approved": review.approve(builders.submitted_article(headline="The approved one"), by=by),
        "scheduled": builders.scheduled_article(headline="The scheduled one"),
        "live": builders.live_article(headline="The live one", dek="About dromedaries"),
        "down": builders.withdrawn_article(headline="The down one"),
    }
    return {name: article.headline for name, article in made.items()}


@pytest.mark.parametrize("state", ["draft", "submitted", "approved", "scheduled", "live", "down"])
def test_filter_by_state(editor, one_of_each, state):
    page = editor.get(reverse(LIST), {"state": state}).text
    assert [name for name, headline in one_of_each.items() if headline in page] == [state]


def test_list_without_filter_says_every_state(editor, one_of_each):
    page = editor.get(reverse(LIST)).text
    for words in (*one_of_each.values(), "In review", "Approved", "Scheduled for", "Live since", "Withdrawn", "system"):
        assert words in page


def test_filter_by_desk_and_search_by_dek(editor, one_of_each):
    builders.draft_article(headline="The other desk", desk=builders.a_desk("Politics"))
    page = editor.get(reverse(LIST), {"desk__id__exact": builders.a_desk("Politics").pk}).text
    assert "The other desk" in page and "The draft one" not in page
    page = editor.get(reverse(LIST), {"q": "dromedary"}).text
    assert "The live one" in page and "The draft one" not in page


def test_list_asks_as_often_for_three_stories_as_for_one(editor, django_assert_num_queries):
    def story():
        builders.edited(
            builders.live_article(lead_topic=builders.a_topic(), bylines=[builders.a_person(), builders.a_person()]),
            dek="New",
        )

    story()
    editor.get(reverse(LIST))
    with django_assert_num_queries(10):
        editor.get(reverse(LIST))
    story()
    story()
    with django_assert_num_queries(10):
        editor.get(reverse(LIST))
    assert Article.objects.count() == 3
