"""What the screen guesses of a story, with a script and without one."""

import pytest
from lxml import html

from articles.models.article import Article
from tests import builders
from tests.articles.admin.forms import change_url, messages_of, press

pytestmark = pytest.mark.django_db


def on_screen(client, article, condition):
    """The elements of the story's screen that an XPath condition is true of."""
    return html.fromstring(client.get(change_url(article)).text).xpath(f"//*[{condition}]")


@pytest.fixture
def war():
    """A topic whose stories are of World, one of two desks."""
    builders.a_desk("Sport")
    topic = builders.a_topic("War")
    builders.live_article(desk=builders.a_desk("World"), lead_topic=topic, topics=[topic])
    return topic


def test_screen_says_which_desk_is_guessed_and_which_topics_are_named(editor, war):
    builders.a_topic("Ferry")
    article = builders.draft_article(desk=None, lead_topic=war, topics=[war], headline="Ferries Wait")
    (guess,) = on_screen(editor, article, "@data-guessed-desk")
    assert guess.get("data-guessed-desk") == str(builders.a_desk("World").pk)
    assert guess.get("data-why") == "Other stories on War are this desk’s."
    assert [offer.text for offer in on_screen(editor, article, "@data-offered-topic")] == ["Ferry"]
    chosen = builders.draft_article(desk=builders.a_desk("Sport"), lead_topic=war)
    assert not on_screen(editor, chosen, "@data-guessed-desk")


@pytest.mark.parametrize("make", [builders.reporter, builders.photo_editor])
def test_who_may_not_write_the_story_is_offered_nothing(client, make):
    client.force_login(make())
    builders.a_topic("Ferry")
    article = builders.draft_article(headline="Ferries Wait", desk=builders.a_desk("World"))
    assert not on_screen(client, article, "@data-offered-topic")
    article = builders.draft_article(headline="Ferries Wait", desk=None)
    assert not on_screen(client, article, "@data-guessed-desk")


def test_going_on_to_the_publish_sheet_takes_the_guess_over_and_says_so(editor, war):
    article = builders.draft_article(desk=None, lead_topic=war)
    page = press(editor, article, "publish-sheet")
    assert "Desk: World, which is a guess." in messages_of(page)
    assert not html.fromstring(page.text).xpath("//*[@data-blocker]")
    article.refresh_from_db()
    assert article.desk.name == "World"


def test_saving_guesses_nothing_and_an_unsure_guess_is_none(editor, war):
    article = builders.draft_article(desk=None, lead_topic=war)
    press(editor, article, "save")
    assert Article.objects.get(pk=article.pk).desk is None
    other = builders.draft_article(desk=None, by=builders.chief())
    assert "guess" not in messages_of(press(editor, other, "publish-sheet"))


def test_offered_topic_is_taken_without_a_script(editor):
    ferry = builders.a_topic("Ferry")
    article = builders.draft_article(headline="Ferries Wait")
    press(editor, article, "save", _topic=[str(ferry.pk), "soon"])
    assert [row.tag for row in article.topic_rows.all()] == [ferry]
