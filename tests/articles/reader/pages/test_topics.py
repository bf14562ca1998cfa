"""Topics' pages."""

import json
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.editorial.directory import entries
from articles.editorial.directory.merge_people import merge
from articles.editorial.publishing import withdraw
from articles.reader.pages import topics
from articles.reader.parts import bounded_counts, pagination
from media import ingest
from tests.articles.reader.page_checks import card_ids, find, queries, text_of, tree
from tests.builders import a_person, a_photo, a_topic, draft_article, live_article, scheduled_article, system

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


def test_large_topic_counts_who_speaks_in_its_newest_stories(client, monkeypatch):
    topic, ada, bo = a_topic("Bridges"), a_person("Ada"), a_person("Bo")
    for day, person in ((1, bo), (2, ada), (3, ada)):
        live_article(topics=[topic], body=quoting(person), original_date=datetime(2021, 3, day, tzinfo=UTC))
    monkeypatch.setattr(bounded_counts, "AT_MOST", 2)
    response = client.get("/topics/bridges/")
    assert "More than 2 stories since March 2021." in text_of(response, ".intro .quiet")[0]
    assert text_of(response, ".cast h2, .cast li") == ["People in it lately", "Ada2 quotes"]


def test_huge_topic_says_more_than_and_its_true_beginning(client, monkeypatch):
    topic = a_topic("Bridges")
    for month in (5, 3, 4):
        live_article(topics=[topic], original_date=datetime(2021, month, 1, tzinfo=UTC))
    for most, said in ((3, "3 stories since March 2021."), (2, "More than 2 stories since March 2021.")):
        monkeypatch.setattr(bounded_counts, "AT_MOST", most)
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


def with_facts(topic, related=(), **facts):
    """The topic, saved with these facts and related topics."""
    for name, value in facts.items():
        setattr(topic, name, value)
    return entries.save_topic(topic, related, by=system())


def test_picture_is_shown_at_the_head_and_to_machines_until_its_licence_ends(client):
    picture, ends = a_photo(900, 600, alt="A bridge.", caption="It opened."), timezone.now() + timedelta(hours=1)
    ingest.update(picture, None, licence_ends_at=ends)
    live_article(topics=[with_facts(a_topic("Bridges"), picture=picture)], lead_photo=a_photo(900, 600, alt="Another."))
    for moment, alt in ((ends - timedelta(seconds=1), "A bridge."), (ends, "Another.")):
        with time_machine.travel(moment, tick=False):
            page = tree(client.get("/topics/bridges/"))
        [shared] = find(page, "meta[property=og:image:alt]")
        [data] = find(page, "script[type=application/ld+json]")
        is_shown = alt == "A bridge."
        assert shared.get("content") == alt
        assert ("primaryImageOfPage" in json.loads(data.text)["@graph"][0]) is is_shown
        captions = [caption.text_content().strip() for caption in find(page, ".intro figcaption")]
        assert captions == (["It opened. Photo: Ada Lens"] if is_shown else [])
        assert [image.get("alt") for image in find(page, ".intro img")] == (["A bridge."] if is_shown else [])


def test_picture_that_a_machine_made_says_so(client):
    picture = ingest.update(a_photo(900, 600, caption="", credit=""), None, source_type="trainedAlgorithmicMedia")
    live_article(topics=[with_facts(a_topic("Bridges"), picture=picture)])
    assert text_of(client.get("/topics/bridges/"), ".intro figcaption") == [picture.get_source_type_display()]


def test_explainer_heads_the_first_page_only(client):
    topic = a_topic("Bridges")
    oldest = live_article(topics=[topic], original_date=datetime(2021, 3, 1, tzinfo=UTC), headline="All of It")
    for _ in range(pagination.SIZE):
        live_article(topics=[topic])
    with_facts(topic, explainer=oldest, picture=a_photo())
    first = client.get("/topics/bridges/")
    assert card_ids(first)[0] == oldest.pk and len(card_ids(first)) == pagination.SIZE + 1
    assert text_of(first, ".pinned h2, .pinned h3") == ["To begin with", "All of It"]
    older = client.get("/topics/bridges/" + find(tree(first), "a[rel=next]")[0].get("href"))
    assert card_ids(older) == [oldest.pk], "in its place by date"
    assert not find(tree(older), ".pinned")
    assert len(find(tree(older), ".intro figure")) == 1, "what the topic is stands on each of its pages"


def test_explainer_of_the_first_page_takes_no_second_place_on_it(client):
    topic = a_topic("Bridges")
    explainer, other = live_article(topics=[topic]), live_article(topics=[topic])
    with_facts(topic, explainer=explainer)
    assert card_ids(client.get("/topics/bridges/")) == [explainer.pk, other.pk]
    with_facts(topic, explainer=live_article(headline="From elsewhere"))
    assert text_of(client.get("/topics/bridges/"), ".pinned h3") == ["From elsewhere"]
    assert len(card_ids(client.get("/topics/bridges/"))) == 3


def test_explainer_leaves_no_trace_but_while_it_is_live(client):
    starts = timezone.now() + timedelta(hours=1)
    explainer = scheduled_article(at=starts, headline="Secret plan", dek="Secret dek", lead_photo=a_photo(alt="Secret"))
    live_article(topics=[with_facts(a_topic("Bridges"), explainer=explainer)])
    for moment, is_there in ((starts - timedelta(seconds=1), False), (starts, True)):
        with time_machine.travel(moment, tick=False):
            response = client.get("/topics/bridges/")
        assert (b"Secret" in response.content, b"To begin with" in response.content) == (is_there, is_there)
        assert (explainer.pk in card_ids(response)) is is_there
    with time_machine.travel(starts + timedelta(hours=1), tick=False):
        withdraw.withdraw(explainer, by=system(), notice="It was wrong.")
        response = client.get("/topics/bridges/")
    assert b"Secret" not in response.content and b"To begin with" not in response.content


def related_of(client, slug="bridges"):
    return text_of(client.get(f"/topics/{slug}/"), ".facts a")


def test_related_topics_are_those_chosen_then_those_that_share_most_stories(client):
    bridges, spans, arches, ferries = (a_topic(name) for name in ("Bridges", "Spans", "Arches", "Ferries"))
    for topics_of_it in ([bridges, arches], [bridges, arches], [bridges, spans], [bridges, spans], [ferries]):
        live_article(topics=topics_of_it)
    live_article(topics=[bridges, a_topic("Piers")])
    assert related_of(client) == ["Arches", "Spans", "Piers"]
    with_facts(bridges, [ferries, spans])
    assert related_of(client) == ["Ferries", "Spans", "Arches", "Piers"]
    assert related_of(client, "ferries") == ["Bridges"], "a relation holds both ways"


def test_related_topics_are_few_and_known_to_readers(client, monkeypatch):
    monkeypatch.setattr(topics, "RELATED", 2)
    bridges, names = a_topic("Bridges"), ("Arches", "Ferries", "Piers")
    live_article(topics=[bridges, *map(a_topic, names)])
    scheduled_article(topics=[bridges, a_topic("Secret")])
    draft_article(topics=[bridges, a_topic("Secret draft")])
    with_facts(bridges, [a_topic("Secret"), a_topic("Secret draft")])
    assert related_of(client) == ["Arches", "Ferries"]


def test_topic_merged_into_a_related_one_is_not_related_to_itself(client):
    bridges, spans, piers = (a_topic(name) for name in ("Bridges", "Spans", "Piers"))
    live_article(topics=[bridges]), live_article(topics=[spans]), live_article(topics=[piers])
    with_facts(bridges, [spans, piers])
    merge(spans, into=bridges, by=system())
    assert related_of(client) == ["Piers"]


def test_first_page_of_a_topic_costs_the_same_however_much_is_chosen(client):
    topic = a_topic("Bridges")
    live_article(topics=[topic, a_topic("Spans")])
    with_facts(topic, [a_topic("Spans")], picture=a_photo(), explainer=live_article())
    client.get("/topics/bridges/")
    with queries() as for_one:
        client.get("/topics/bridges/")
    names = [a_topic(f"Topic {number}") for number in range(5)]
    for _ in range(4):
        live_article(topics=[topic, *names])
    with_facts(topic, names)
    with queries() as for_many:
        client.get("/topics/bridges/")
    assert len(for_one) == len(for_many) <= 7, "\n".join(for_many)


def test_timeline_leads_from_the_first_story_to_the_newest_in_seven_steps(client):
    topic = a_topic("Bridges")
    made = [live_article(headline=f"Bridge {number}", lead_topic=topic) for number in range(4)]
    assert text_of(client.get(topic.get_absolute_url()), "[data-timeline] a") == [], "four stories are seen at a glance"
    made += [live_article(headline=f"Bridge {number}", lead_topic=topic) for number in range(4, 20)]
    told = text_of(client.get(topic.get_absolute_url()), "[data-timeline] a")
    assert (len(told), told[0], told[-1]) == (7, made[0].headline, made[-1].headline)
    assert told == sorted(told, key=lambda said: int(said.split()[1]))
