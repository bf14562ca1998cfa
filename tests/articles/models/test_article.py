"""What an article is before anything was written."""

from articles.models.article import Article


def test_a_story_not_yet_begun_is_under_no_embargo():
    assert Article().embargo_words == ""
