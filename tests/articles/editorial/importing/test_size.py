"""Texts larger than any story."""

import pytest

from articles.editorial.importing.import_story import import_stories
from articles.editorial.writing.working_copy import BodyTooLarge
from articles.models.article import Article
from tests.builders import system

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("text", ['"' * 1_000_000, "Read more\n" * 58_000, "Ada Lind, " * 200_000])
def test_a_text_larger_than_any_story_is_refused_before_it_is_read(text):
    with pytest.raises(BodyTooLarge, match=r"^The text "):
        import_stories(f"Headline\n\n{text}".encode(), by=system())
    assert not Article.objects.exists()
