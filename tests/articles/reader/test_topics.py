"""Topics' pages."""

from datetime import UTC, datetime

import pytest

from articles.reader import extent, topics
from tests.articles.reader.pages import card_ids, limit, text_of
from tests.builders import a_person, a_topic, live_article

pytestmark = pytest.mark.django_db


def quoting(*people):
    """A body in which each of the people says one thing."""
    quotes = "".join(
        f'<blockquote data-person="{p.pk}" data-attribution="{p.name}"><p>“So be it.”</p></blockquote>' for p in people
    )
    return f"<p>They spoke.</p>{quotes}"


def test_topic_counts_its_stories_and_who_speaks_in_them(client):
    topic, ada, bo = a_topic("Bridges"), a_person("Ada", role="pilot"), a_person("Bo")
    live_article(topics=[topic], body=quoting(ada, bo), original_date=datetime(2021, 3, 1, tzinfo=UTC))
    live_article(topics=[topic, a_topic("Arches")], body=quoting(ada))
    live_article(topics=[a_topic("Arches")], body=quoting(bo, bo))
    response = client.get("/topics/bridges/")
    assert "2 stories since March 2021." in text_of(response, ".intro .quiet")[0]
    assert text_of(response, ".cast h2") == ["People in it"]
    assert text_of(response, ".cast li") == ["Adapilot2 quotes", "Bo1 quote"]
    assert len(card_ids(response)) == 2


def test_large_topic_counts_who_speaks_in_its_newest_stories(client):
    topic, ada, bo = a_topic("Bridges"), a_person("Ada"), a_person("Bo")
    for day, person in ((1, bo), (2, ada), (3, ada)):
        live_article(topics=[topic], body=quoting(person), original_date=datetime(2021, 3, day, tzinfo=UTC))
    with limit(topics, "RECENT", 2, topics._cast):
        response = client.get("/topics/bridges/")
    assert "3 stories" in text_of(response, ".intro .quiet")[0]
    assert text_of(response, ".cast h2, .cast li") == ["People in it lately", "Ada2 quotes"]


def test_huge_topic_says_more_than_and_its_true_beginning(client):
    topic = a_topic("Bridges")
    for month in (5, 3, 4):
        live_article(topics=[topic], original_date=datetime(2021, month, 1, tzinfo=UTC))
    for most, said in ((3, "3 stories since March 2021."), (2, "More than 2 stories since March 2021.")):
        with limit(extent, "AT_MOST", most, topics._called):
            assert said in text_of(client.get("/topics/bridges/"), ".intro .quiet")[0]


def test_topic_is_a_timeline_by_day(client):
    topic = a_topic("Bridges")
    for day in (3, 4, 4):
        live_article(topics=[topic], original_date=datetime(2026, 5, day, 9, 30, tzinfo=UTC))
    response = client.get("/topics/bridges/")
    assert text_of(response, ".day h2") == ["4 May 2026", "3 May 2026"]
    assert text_of(response, ".entry > .quiet") == ["09:30"] * 3
    assert "People in it" not in response.content.decode()


def test_topics_are_listed_with_the_date_of_their_newest(client):
    live_article(topics=[a_topic("Bridges")], original_date=datetime(2026, 5, 3, tzinfo=UTC))
    live_article(topics=[a_topic("Bridges"), a_topic("Árches")], original_date=datetime(2026, 5, 4, tzinfo=UTC))
    assert text_of(client.get("/topics/"), ".cast li") == [
        "ÁrchesNewest story 4 May 2026",
        "BridgesNewest story 4 May 2026",
    ]
