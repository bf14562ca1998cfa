"""The editor knows the whole vocabulary: any body a story can have goes through it without losing anything."""

import pytest
from hypothesis import HealthCheck, given, settings

from articles.management.demo import loading
from articles.models.article import Article
from articles.text.body.cleaning import clean
from tests import builders
from tests.articles.text.soup import bodies

pytestmark = [pytest.mark.journey, pytest.mark.once]

# The way a body takes when a story is opened, one letter typed and taken back, and saved.
THROUGH_THE_EDITOR = """bodies => {
    const editor = document.querySelector(".ProseMirror").editor
    return bodies.map(body => { editor.commands.setContent(body); return editor.getHTML() })
}"""


@pytest.fixture
def through_the_editor(sign_in):
    """A function that takes bodies through the real editor and the cleaner."""
    page = sign_in(builders.editor())
    page.goto("/admin/articles/article/add/")
    page.locator(".ProseMirror[contenteditable=true]").wait_for()
    return lambda written: [clean(html) for html in page.evaluate(THROUGH_THE_EDITOR, written)]


def test_demo_stories_come_back_as_they_went_in(through_the_editor):
    loading.load("not a secret")
    written = list(Article.objects.values_list("body", flat=True))
    assert len(written) >= 6
    assert through_the_editor(written) == written


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=bodies)
def test_any_body_comes_back_as_it_went_in(through_the_editor, body):
    assert through_the_editor([body]) == [body]
