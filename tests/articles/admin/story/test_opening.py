"""What opening a story's screen costs: its body is parsed twice at most, and nothing that is clean is cleaned again."""

import pytest
from django.urls import reverse

from tests import builders
from tests.articles.admin.forms import change_url
from tests.articles.text.parses import counted_parses

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    """A story with all that its screen asks the body about: people, quotes and photos."""
    ana, photo = builders.a_person("Ana Diaz"), builders.a_photo()
    body = (
        f'<p>“We waited for a year,” said <span data-person="{ana.pk}">Ana Diaz</span>, 41, of the bridge.</p>'
        f'<h2>The bridge</h2><figure data-photo="{photo.pk}"><figcaption>The bridge.</figcaption></figure>'
        f'<blockquote data-person="{ana.pk}" data-attribution="Ana Diaz"><p>It is open.</p></blockquote>'
    )
    return builders.live_article(body=body, headline="Bridge opens after 12 months")


def test_sample_has_what_the_screen_asks_about(editor, article):
    page = editor.get(change_url(article)).text
    assert article.body in page.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
    assert 'id="story-photos"' in page and 'id="story-people"' in page


@pytest.mark.parametrize("may_write", [True, False])
def test_opening_a_story_parses_its_body_at_most_twice_and_cleans_nothing(editor, reporter, article, may_write):
    client = editor if may_write else reporter
    with counted_parses(longer_than=len(article.body) // 2) as parses:
        assert client.get(change_url(article)).status_code == 200
    assert 1 <= len(parses) <= 2


def test_opening_a_story_not_begun_parses_nothing(editor):
    with counted_parses() as parses:
        editor.get(reverse("admin:articles_article_add"))
    assert not [html for html in parses if html]
