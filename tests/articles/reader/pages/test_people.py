"""People's pages: their words with sources, mentions, bylines."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles.models.section import Quote
from articles.reader.pages.people import own_words
from articles.reader.parts import bounded_counts
from tests.articles.reader.page_checks import card_ids, find, text_of, tree
from tests.builders import a_person, a_photo, a_topic, live_article

pytestmark = pytest.mark.django_db


def said_by(person, *words):
    """A body in which the person says these things."""
    quotes = "".join(
        f'<blockquote data-person="{person.pk}" data-attribution="{person.name}"><p>“{each}”</p></blockquote>'
        for each in words
    )
    return f"<p>It was opened.</p>{quotes}"


def named(person):
    """A body that names the person."""
    return f'<p>Then <span data-person="{person.pk}">{person.name}</span> came.</p>'


def test_each_quote_leads_to_that_very_quote_in_its_story(client):
    ada = a_person("Ada", pronouns="she")
    article = live_article(headline="Bridge Opens", body=said_by(ada, "One.", "Two."))
    response = client.get(ada.get_absolute_url())
    path = article.editions.get().path
    links = [link.get("href") for link in find(tree(response), ".said .quiet a")]
    assert links == [f"{path}#{quote.anchor}" for quote in Quote.objects.order_by("position")]
    assert text_of(response, ".said blockquote") == ["“One.”", "“Two.”"]
    assert text_of(response, ".rubric") == ["In her own words"]
    assert text_of(response, ".said .quiet") == ["In Bridge Opens"] * 2


def test_quote_from_a_running_sentence_ends_with_a_full_stop(client):
    ada = a_person("Ada")
    live_article(body=f'<p>“We stay,” said <span data-person="{ada.pk}">Ada</span>.</p>')
    response = client.get(ada.get_absolute_url())
    assert text_of(response, ".said blockquote") == ["“We stay.”"]
    data = find(tree(response), "script[type=application/ld+json]")[0].text
    assert '"text": "We stay."' in data


@pytest.mark.parametrize(
    ("pronouns", "word"), [("he", "his"), ("She/her", "her"), ("they", "their"), ("", "their"), ("ze", "their")]
)
def test_words_are_theirs_unless_the_record_says_more(pronouns, word):
    assert own_words(a_person(pronouns=pronouns)) == f"In {word} own words"


def test_only_what_there_is_stands_on_the_page(client):
    reporter = a_person("Bo Writer")
    live_article(bylines=[reporter])
    response = client.get(reporter.get_absolute_url())
    assert text_of(response, "main h2") == ["Written by"]
    assert not find(tree(response), ".who figure, .facts, .who .dek")


def test_person_has_portrait_standing_bio_and_facts(client):
    ada = a_person(
        "Ada", role="ferry pilot", organisation="Harbour Board", bio="Was born at sea.", aliases=["A. Ash", "ADA"]
    )
    ada.portrait = a_photo(60, 75, alt="Ada at the wheel.", credit="Photo: Lav")
    ada.save()
    date = datetime(2021, 3, 1, tzinfo=UTC)
    live_article(body=said_by(ada, "One."), topics=[a_topic("Bridges")], original_date=date)
    live_article(body=said_by(ada, "Two."), topics=[a_topic("Bridges")])
    response = client.get(ada.get_absolute_url())
    assert text_of(response, ".who .dek") == ["Ferry pilot, Harbour Board", "Was born at sea."]
    assert text_of(response, ".facts div") == ["Also writtenA. Ash", "InBridges", "Quoted2 times since 2021"]
    assert find(tree(response), ".who img")[0].get("alt") == "Ada at the wheel."
    assert text_of(response, ".credit") == ["Photo: Lav"]


def test_mentions_and_stories_are_listed_with_their_dates(client):
    ada = a_person("Ada")
    date = datetime(2026, 5, 4, tzinfo=UTC)
    mention = live_article(headline="Ada Comes", body=named(ada), original_date=date)
    written = live_article(headline="Ada Writes", bylines=[ada], original_date=date)
    response = client.get(ada.get_absolute_url())
    assert text_of(response, ".river-plain li") == ["Ada Writes4 May 2026", "Ada Comes4 May 2026"]
    assert card_ids(response) == [written.pk, mention.pk]


def test_each_list_of_a_person_turns_its_own_pages(client):
    ada = a_person("Ada")
    date = timezone.now() - timedelta(days=2)
    live_article(body=said_by(ada, *[f"Number {n}." for n in range(31)]), original_date=date)
    live_article(bylines=[ada])
    first = client.get(ada.get_absolute_url())
    link = find(tree(first), ".more a")[0].get("href")
    second = client.get(ada.get_absolute_url() + link)
    assert text_of(second, "main h2") == ["In their own words"]
    assert text_of(second, ".said blockquote") == ["“Number 30.”"]
    assert text_of(second, ".facts div") == text_of(first, ".facts div") == ["Quoted31 times since 2026"]


@pytest.mark.parametrize("query", ["quotes=x", "stories=1-1", "mentions=9-9-9"])
def test_broken_or_spent_cursor_of_a_person_is_not_found(client, query):
    ada = a_person("Ada")
    live_article(bylines=[ada], original_date=datetime(2026, 5, 4, tzinfo=UTC))
    assert client.get(f"{ada.get_absolute_url()}?{query}").status_code == 404


def test_words_in_another_language_say_which(client):
    ada = a_person("Ada")
    live_article(body=said_by(ada, "مرحبا"), language="ar", headline="افتتاح الجسر")
    quote = find(tree(client.get(ada.get_absolute_url())), ".said blockquote")[0]
    assert (quote.get("lang"), quote.get("dir")) == ("ar", "rtl")


def test_people_are_listed_with_who_they_are(client):
    ada, bo = a_person("Ada", role="pilot"), a_person("Bo")
    a_person("Nobody")
    live_article(body=named(ada), bylines=[bo])
    assert text_of(client.get("/people/"), ".cast li") == ["Adapilot", "Bo"]


def test_somebody_quoted_for_ever_is_quoted_more_than_so_often(client, monkeypatch):
    monkeypatch.setattr(bounded_counts, "AT_MOST", 2)
    ada = a_person("Ada")
    live_article(body=said_by(ada, "One.", "Two."), original_date=datetime(2021, 3, 1, tzinfo=UTC))
    assert "Quoted2 times since 2021" in text_of(client.get(ada.get_absolute_url()), ".facts div")
    live_article(body=said_by(ada, "Three."))
    assert "Quotedmore than 2 times since 2021" in text_of(client.get(ada.get_absolute_url()), ".facts div")
