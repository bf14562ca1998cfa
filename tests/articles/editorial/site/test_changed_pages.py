"""Which pages a verb says it changes, where a page store is told of commits."""

import pytest
from django.db import connection
from django.utils import timezone

from articles.editorial.changed_pages import MOST_STORIES, stories_change
from articles.freshness import tags
from tests.builders import live_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def noted(monkeypatch):
    """What the transaction notes, as on a connection that tells the store."""
    made = set()
    monkeypatch.setattr(connection, "changed_tags", made, raising=False)
    return made


def test_a_story_changes_its_own_page_and_its_lists(noted):
    article = live_article()
    noted.clear()
    stories_change([article.pk], timezone.now())
    assert {tags.story(article.pk), tags.CALENDAR} < noted
    assert tags.EVERYTHING not in noted


def test_many_stories_at_once_change_everything(noted):
    stories_change(range(MOST_STORIES + 1), timezone.now())
    assert noted == {tags.EVERYTHING}


def test_no_stories_change_nothing(noted):
    stories_change([], timezone.now())
    assert not noted


def test_where_no_pages_are_stored_nothing_is_asked(django_assert_num_queries):
    with django_assert_num_queries(0):
        stories_change([1], timezone.now())
