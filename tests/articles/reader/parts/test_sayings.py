"""What people said, sifted by topic, by year and by words; whom they are quoted with."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles.editorial.publishing import withdraw
from articles.reader.parts import bounded_counts, sayings
from newsroom.page_store.routes import key_for
from tests.articles.reader.page_checks import card_ids, find, text_of, tree
from tests.builders import a_person, a_topic, live_article, scheduled_article, system

pytestmark = pytest.mark.django_db


def said(*pairs):
    quotes = "".join(
        f'<blockquote data-person="{person.pk}" data-attribution="{person.name}"><p>“{words}”</p></blockquote>'
        for person, words in pairs
    )
    return f"<p>It was opened.</p>{quotes}"


@pytest.fixture
def ada():
    """Quoted five times in three years, on two topics, with others."""
    ada, bo, cy = a_person("Ada", pronouns="she"), a_person("Bo", role="pilot"), a_person("Cy")
    bridges, rivers = a_topic("Bridges"), a_topic("Rivers")
    told = [
        (2021, bridges, [(ada, "The bridge is old."), (bo, "So am I.")]),
        (2024, bridges, [(ada, "The bridge is öld, still."), (bo, "Still."), (cy, "No.")]),
        (2024, rivers, [(ada, "The river rises.")]),
        (2026, rivers, [(ada, "Ships pass."), (ada, "Boats pass.")]),
    ]
    for day, (year, topic, pairs) in enumerate(told, 1):
        live_article(body=said(*pairs), topics=[topic], original_date=datetime(year, 2, day, tzinfo=UTC))
    return ada


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", ["Ships pass.", "Boats pass.", "The river rises.", "The bridge is öld, still.", "The bridge is old."]),
        ("?topic=bridges", ["The bridge is öld, still.", "The bridge is old."]),
        ("?year=2024", ["The river rises.", "The bridge is öld, still."]),
        ("?year=2024&topic=rivers", ["The river rises."]),
        ("?q=OLD+bridge", ["The bridge is öld, still.", "The bridge is old."]),
        ("?q=pass&topic=rivers&year=2026", ["Ships pass.", "Boats pass."]),
        ("?q=nothing", []),
        ("?year=1500", []),
        ("?year=9999", []),
    ],
)
def test_words_are_sifted_by_topic_year_and_words(client, ada, query, words):
    page = client.get(f"{ada.get_absolute_url()}quotes/{query}")
    assert text_of(page, ".said blockquote") == [f"“{each}”" for each in words]
    assert bool(find(tree(page), ".nothing")) != bool(words)
    robots = find(tree(page), "meta[name=robots]")[0].get("content")
    assert (robots == "noindex") == ("q=" in query)


@pytest.mark.parametrize("query", ["topic=nowhere", "topic=a%00", "year=20x4", "before=x", "before=1-1-1"])
def test_what_is_no_filter_of_ours_is_not_found(client, ada, query):
    assert client.get(f"{ada.get_absolute_url()}quotes/?{query}").status_code == 404


def test_person_who_is_quoted_nowhere_has_no_such_page(client):
    bo = a_person("Bo")
    live_article(bylines=[bo])
    assert client.get(f"{bo.get_absolute_url()}quotes/").status_code == 404


def test_pages_of_sifted_words_turn_within_them(client):
    ada, topic = a_person("Ada"), a_topic("Bridges")
    date = timezone.now() - timedelta(days=2)
    live_article(body=said(*((ada, f"Number {n}.") for n in range(31))), topics=[topic], original_date=date)
    live_article(body=said((ada, "Elsewhere.")), original_date=date - timedelta(days=1))
    first = client.get(f"{ada.get_absolute_url()}quotes/?topic=bridges")
    link = find(tree(first), ".more a")[0].get("href")
    assert text_of(client.get(f"{ada.get_absolute_url()}quotes/{link}"), ".said blockquote") == ["“Number 30.”"]


def test_person_s_page_offers_what_their_words_are_sifted_by(client, ada):
    page = client.get(ada.get_absolute_url())
    links = [link.get("href") for link in find(tree(page), ".sift dd a")]
    own = ada.get_absolute_url()
    assert links == [
        *(f"{own}quotes/?topic={slug}" for slug in ("bridges", "rivers")),
        *(f"{own}quotes/?year={year}" for year in (2026, 2024, 2021)),
    ]
    assert find(tree(page), ".sift form")[0].get("action") == f"{own}quotes/"


def test_few_words_are_not_sifted(client):
    ada = a_person("Ada")
    live_article(body=said((ada, "One."), (ada, "Two.")))
    assert not find(tree(client.get(ada.get_absolute_url())), ".sift")


def test_years_of_more_than_are_counted_leave_none_out(client, ada, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(bounded_counts, "AT_MOST", 4)
        page = client.get(ada.get_absolute_url())
        years = [link.text for link in find(tree(page), ".sift dd a")][2:]
    assert years == ["2026", "2025", "2024", "2023", "2022", "2021"]


def test_who_is_quoted_in_the_same_stories_stands_by_how_often(client, ada):
    page = client.get(ada.get_absolute_url())
    beside = find(tree(page), "section[aria-labelledby=beside] li")
    assert [" ".join(each.text_content().split()) for each in beside] == ["Bopilotin 2 stories", "Cyin 1 story"]


def test_company_in_a_story_that_is_not_out_is_nobody_s(client):
    ada, bo = a_person("Ada"), a_person("Bo")
    live_article(body=said((ada, "One.")))
    scheduled_article(body=said((ada, "Two."), (bo, "Three.")))
    gone = live_article(body=said((ada, "Four."), (bo, "Five.")))
    withdraw.withdraw(gone, by=system(), notice="It was wrong.")
    assert b"Bo" not in client.get(ada.get_absolute_url()).content.replace(b"Bookmark", b"")
    assert card_ids(client.get(f"{ada.get_absolute_url()}quotes/?q=four")) == []


def test_only_the_newest_words_are_looked_at(client, ada, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(sayings, "LOOKED_AT", 2)
        assert card_ids(client.get(f"{ada.get_absolute_url()}quotes/?q=bridge")) == []


def test_what_was_before_stands_among_the_facts(client):
    ada = a_person("Ada", earlier_roles="2019–2023 ferry pilot\n2012 cook")
    live_article(bylines=[ada])
    assert text_of(client.get(ada.get_absolute_url()), ".facts li") == ["2019–2023 ferry pilot", "2012 cook"]


@pytest.mark.parametrize(
    ("query", "key"),
    [("year=2024&utm=x", "year=2024"), ("topic=a&before=1-1-1", "topic=a&before=1-1-1"), ("q=boat", None)],
)
def test_what_is_looked_for_is_never_stored(query, key):
    found = key_for("/people/ada/quotes/", query)
    assert (found and found.query) == key
