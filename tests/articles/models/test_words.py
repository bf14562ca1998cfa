"""Facts about one row, and how rows are named: no query, nothing cut in the middle of saying so."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import models

from articles.embargo import Kind
from articles.models.address import Address
from articles.models.article import Article, ArticleByline, direction_of, language_choices, validate_language
from articles.models.correction import Correction
from articles.models.desk import Desk
from articles.models.edition import Byline, Edition, Mention
from articles.models.log_entry import LogEntry
from articles.models.page_order import PageOrder, TopStory
from articles.models.person import Person
from articles.models.person_suggestion import PersonSuggestion
from articles.models.revision import Revision
from articles.models.section import Quote, Section
from articles.models.topic import Topic

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
LONG = "word " * 40


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (Address(path="/2026/03/a/"), "/2026/03/a/"),
        (Article(headline="A Bridge Opens"), "A Bridge Opens"),
        (Article(pk=7), "Untitled story 7"),
        (Article(pk=7, body="<p></p><figure></figure>"), "Untitled story 7"),
        (Article(pk=7, body="<p>Ferry back</p><p>at <em>noon</em>.</p>"), "Ferry back at noon."),
        (Article(pk=7, body=f"<p>{LONG}</p>"), "word word word word word word word word word …"),
        (Article(pk=7, body=f"<p>{'渡船' * 60}</p>"), "渡船" * 34 + "渡…"),
        (Article(pk=7, body="<p>Ferry back</p>", working_title="ferry-row"), "ferry-row"),
        (Article(pk=7, body="<p>Ferry back</p>", working_title="ferry-row", headline="Ferry"), "Ferry"),
        (Article(pk=7, body="<p>Ferry back</p>", is_sealed=True), "Sealed story 7"),
        (Article(pk=7, working_title="Obituary", headline="[TK: who] dies", shelf="template"), "Obituary"),
        (Article(pk=7, headline="[TK: who] dies", shelf="template"), "[TK: who] dies"),
        (ArticleByline(person=Person(name="Ann Lee")), "Ann Lee"),
        (Correction(text="It was a Monday."), "It was a Monday."),
        (Desk(name="World"), "World"),
        (PageOrder(pk=7), "Order 7"),
        (TopStory(article_id=7, position=0), "1. 7"),
        (Edition(kind=Kind.WITHDRAWN, goes_live_at=NOON), "Withdrawn, 1 March 2026, 12:00"),
        (Byline(name="Ann Lee"), "Ann Lee"),
        (Mention(name="the mayor"), "the mayor"),
        (LogEntry(verb="publish", at=NOON), "Publish, 1 March 2026, 12:00"),
        (Revision(number=3, article_id=7), "Revision 3 of 7"),
        (Section(heading="Why"), "Why"),
        (Section(), "Lead"),
        (Quote(text="Yes."), "Yes."),
        (PersonSuggestion(as_written="Mayor Ann Lee"), "Mayor Ann Lee"),
        (Topic(name="Bridges"), "Bridges"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, models.Model) else "",
)
def test_row_is_named_by_what_people_know_it_by(row, words):
    assert str(row) == words


@pytest.mark.parametrize("model", [Correction, Quote])
def test_long_words_name_their_row_by_eighty_characters(model):
    assert str(model(text="a" * 80)) == "a" * 80
    assert str(model(text=LONG)) == LONG[:79] + "…"


def test_direction_follows_the_language():
    assert Article(language="ar").direction == Edition(language="he").direction == "rtl"
    assert Article(language="uk").direction == Edition(language="en").direction == "ltr"
    assert direction_of("tlh") == "ltr"


def test_languages_are_those_that_django_knows_by_name():
    codes = [code for code, _ in language_choices()]
    assert {"en", "uk", "ar", "fr", "zh-hans"} <= set(codes)
    assert [name for _, name in language_choices()] == sorted(name for _, name in language_choices())
    for code in codes:
        validate_language(code)
    for code in ("", "tlh", "zh-cn", "EN"):
        with pytest.raises(ValidationError, match="not a language code"):
            validate_language(code)


def test_addresses_of_pages():
    assert Desk(slug="world").get_absolute_url() == "/world/"
    assert Topic(slug="bridges").get_absolute_url() == "/topics/bridges/"
    assert Person(slug="ann-lee").get_absolute_url() == "/people/ann-lee/"
    assert Edition(path="/2026/03/a/").get_absolute_url() == "/2026/03/a/"


def test_standing_is_role_and_organisation_or_what_there_is():
    assert Person(role="chief surveyor", organisation="Commission").standing == "chief surveyor, Commission"
    assert Person(role="chief surveyor").standing == "chief surveyor"
    assert Person(organisation="Commission").standing == "Commission"
    assert Person().standing == ""


def test_anchor_names_one_quote_of_one_story():
    assert Quote(article_id=12, position=3).anchor == "q12-3"


def test_suggested_name_of_one_word_is_looked_for_with_its_title():
    assert PersonSuggestion(name="Ann Lee", as_written="Mayor Ann Lee").marked_as == "Ann Lee"
    assert PersonSuggestion(name="Lee", as_written="Mayor Lee").marked_as == "Mayor Lee"
