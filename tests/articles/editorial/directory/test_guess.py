"""Guessing a story's desk and topics: what decides, in which order, and what is never guessed."""

import pytest
from django.utils import timezone

from articles.editorial.directory.guess import guess_desk, topics_named
from articles.editorial.directory.rename import rename
from articles.editorial.publishing.readiness import body_of
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def desks():
    """World, Sport and Culture."""
    return [builders.a_desk(name) for name in ("World", "Sport", "Culture")]


def guessed(article, by):
    """The desk that is guessed, and why."""
    body = body_of(article)
    found = guess_desk(article, body, topics_named(article, body), by=by, now=timezone.now())
    return (found.desk.name, found.why) if found else None


def test_lead_topic_decides_by_most_of_its_stories(desks):
    world, sport, _culture = desks
    war = builders.a_topic("War")
    for desk in (world, world, sport):
        builders.live_article(desk=desk, lead_topic=war, topics=[war])
    article = builders.draft_article(desk=None, lead_topic=war)
    assert guessed(article, builders.editor()) == ("World", "Other stories on War are this desk’s.")


def test_nothing_is_guessed_where_stories_are_divided_and_nobody_has_written(desks):
    world, sport, _culture = desks
    war = builders.a_topic("War")
    for desk in (world, sport):
        builders.live_article(desk=desk, lead_topic=war, topics=[war])
    assert guessed(builders.draft_article(desk=None, lead_topic=war), builders.editor()) is None


def test_people_and_topics_in_the_text_decide_without_a_lead_topic(desks):
    _world, sport, culture = desks
    ana, ferries = builders.a_person("Ana Diaz"), builders.a_topic("Ferry")
    mention = f'<p><span data-person="{ana.pk}">Ana Diaz</span> won.</p>'
    builders.live_article(desk=sport, body=mention)
    assert guessed(builders.draft_article(desk=None, body=mention), builders.editor())[0] == "Sport"
    builders.live_article(desk=culture, topics=[ferries])
    article = builders.draft_article(desk=None, body="<p>The ferries came.</p>")
    assert guessed(article, builders.editor(username="eve"))[0] == "Culture"


def test_writers_other_stories_decide_last_and_only_desks_on_which_they_write(desks):
    world, sport, culture = desks
    writer = builders.reporter()
    builders.draft_article(by=writer, desk=sport)
    article = builders.draft_article(by=writer, desk=None)
    assert guessed(article, writer) == ("Sport", "Your other stories are this desk’s.")
    other = builders.editor(username="other")
    other.desks.set([world, culture])
    vars(other).pop("_desk_ids", None)
    builders.draft_article(by=other, desk=sport)
    assert guessed(article, other) is None
    other.desks.set([culture])
    vars(other).pop("_desk_ids", None)
    assert guessed(article, other) == ("Culture", "It is the only one on which you write.")


def test_topics_are_named_in_a_row_or_together_in_a_paragraph_in_any_form():
    names = ("Russia Ukraine War", "Ferry", "Harbour Wall", "Opera")
    war, ferry, _wall, _opera = (builders.a_topic(name) for name in names)
    article = builders.draft_article(
        headline="Ferries Wait",
        dek="",
        body="<p>The war between Ukraine and Russia goes on.</p><p>The harbour is closed.</p><p>A wall fell.</p>",
    )
    assert topics_named(article, body_of(article)) == [ferry, war]
    builders.edited(article, topics=[ferry], lead_topic=war)
    assert topics_named(article, body_of(article)) == [], "it has them"


def test_topic_is_known_by_its_former_name():
    topic = builders.a_topic("Shipping Lines")
    rename(topic, "Maritime Trade", by=builders.chief())
    article = builders.draft_article(headline="Shipping lines close", body="<p>Maritime trade stops.</p>")
    assert topics_named(article, body_of(article)) == [topic]
