"""The list of all corrections."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.editorial.publishing import publish, withdraw
from articles.models.correction import CorrectionKind
from tests.articles.reader.page_checks import card_ids, find, links_to_stories, queries, text_of, tree
from tests.builders import live_article, live_edition, scheduled_article, system

pytestmark = pytest.mark.django_db
PATH = "/corrections/"


def corrected(text="The bridge has three arches.", **more):
    """A live story with a public note."""
    article = live_article()
    publish.correct(article, by=system(), text=text, **more)
    return article


def test_notes_stand_beside_their_stories_newest_first(client):
    first = corrected("It was <b>Monday</b>.\n\nNot Tuesday.")
    second = corrected(kind=CorrectionKind.CLARIFICATION)
    response = client.get(PATH)
    assert card_ids(response) == [second.pk, first.pk]
    notes = text_of(response, ".said .quiet")
    assert notes == [
        f"Clarification in {live_edition(second).headline}",
        f"Correction in {live_edition(first).headline}",
    ]
    assert text_of(response, ".said .note")[1] == "It was <b>Monday</b>. Not Tuesday."
    for card in find(tree(response), "[data-story-card]"):
        assert len(links_to_stories(card)) == 1
        assert client.get(links_to_stories(card)[0]).status_code == 200


def test_note_of_a_story_that_readers_do_not_see_is_not_listed(client):
    withdraw.withdraw(corrected("Secret of the withdrawn."), by=system())
    corrected("Secret of the scheduled.", at=timezone.now() + timedelta(hours=1))
    scheduled_article(headline="Secret")
    response = client.get(PATH)
    assert b"Secret" not in response.content
    assert card_ids(response) == []


def test_scheduled_note_is_listed_from_its_second_on(client, time_machine):
    start = timezone.now() + timedelta(hours=1)
    article = corrected(at=start)
    time_machine.move_to(start - timedelta(microseconds=1), tick=False)
    assert card_ids(client.get(PATH)) == []
    time_machine.move_to(start, tick=False)
    assert card_ids(client.get(PATH)) == [article.pk]


def test_list_is_read_to_its_end_by_its_links(client, monkeypatch):
    now = timezone.now()
    articles = [corrected() for _ in range(33)]
    for article in articles:  # all at one moment, so that only the cursor's second part keeps them apart
        article.corrections.update(goes_live_at=now)
    path, seen = PATH, []
    while path:
        response = client.get(path)
        seen += card_ids(response)
        more = find(tree(response), ".more a")
        path = PATH + more[0].get("href") if more else ""
    assert seen == [article.pk for article in reversed(articles)]


def test_list_takes_as_many_queries_for_three_as_for_one(client):
    corrected()
    with queries() as for_one:
        client.get(PATH)
    corrected(), corrected()
    with queries() as for_three:
        client.get(PATH)
    assert len(for_one) == len(for_three) == 3


@pytest.mark.parametrize("cursor", ["x", "\x00", "1-1", "9" * 40])
def test_address_with_a_broken_cursor_is_not_found(client, cursor):
    corrected()
    assert client.get(PATH, {"before": cursor}).status_code == 404
