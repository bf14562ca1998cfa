"""Which story is the same one in another language: said by who publishes, shown on each, one of them in lists."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.editorial.permissions import Forbidden
from articles.editorial.publishing import withdraw
from articles.editorial.site.language_versions import (
    SameLanguage,
    VersionIsItself,
    original_of,
    say_same,
    versions_of,
)
from articles.editorial.writing import seal
from articles.models.article import LanguageVersion
from articles.models.edition import Edition
from tests import builders
from tests.articles.reader.page_checks import card_ids, find, queries, text_of, tree
from tests.builders import editor, live_article, live_edition, scheduled_article, system

pytestmark = pytest.mark.django_db


@pytest.fixture
def stories():
    """One story in English, Ukrainian and Arabic, not yet said to be one."""
    return [live_article(headline=f"In {code}", language=code) for code in ("en", "uk", "ar")]


@pytest.fixture
def joined(stories):
    english, *others = stories
    for other in others:
        say_same(other, english, by=system())
    return stories


def test_a_version_is_of_what_its_original_is_of(stories):
    english, ukrainian, arabic = stories
    assert say_same(ukrainian, english, by=system()) == english
    assert say_same(arabic, ukrainian, by=system()) == english
    assert [original_of(each) for each in stories] == [None, english, english]
    assert versions_of(english) == [ukrainian, arabic]
    assert [entry.note for entry in arabic.log.filter(verb="language-version")] == [f"story {english.pk}"]


def test_versions_of_a_story_go_along_with_it(stories):
    english, ukrainian, arabic = stories
    say_same(arabic, ukrainian, by=system())
    say_same(ukrainian, english, by=system())
    assert versions_of(english) == [arabic, ukrainian] or versions_of(english) == [ukrainian, arabic]
    assert not versions_of(ukrainian)


def test_a_story_is_by_itself_again(joined):
    english, ukrainian, arabic = joined
    assert say_same(ukrainian, None, by=system()) is None
    assert versions_of(english) == [arabic]
    assert ukrainian.log.first().note == ""


def test_what_was_said_may_be_said_again(joined):
    english, ukrainian, _ = joined
    assert say_same(ukrainian, english, by=system()) == english


def test_two_stories_in_one_language_are_not_the_same(joined):
    english, ukrainian, arabic = joined
    with pytest.raises(SameLanguage, match="“In uk” is in the same language"):
        say_same(live_article(language="uk"), english, by=system())
    with pytest.raises(SameLanguage):
        say_same(live_article(language="en"), arabic, by=system())


@pytest.mark.parametrize("of", [0, 1])
def test_a_story_is_no_version_of_itself(joined, of):
    with pytest.raises(VersionIsItself):
        say_same(joined[0], joined[of], by=system())


def test_the_database_holds_no_version_of_itself(stories):
    with pytest.raises(IntegrityError), transaction.atomic():
        LanguageVersion.objects.create(article=stories[0], of=stories[0])


def test_a_sealed_story_is_named_by_who_it_is_open_to_alone(stories):
    english, ukrainian, _ = stories
    chief = builders.chief()
    seal.seal(ukrainian, by=chief)
    with pytest.raises(Forbidden):
        say_same(english, ukrainian, by=editor())
    assert str(LanguageVersion(article=english, of=ukrainian)) == f"{english.pk} as {ukrainian.pk}"


def test_each_page_leads_to_the_others_and_says_so_to_machines(client, joined):
    paths = [live_edition(each).path for each in joined]
    page = client.get(paths[1])
    assert text_of(page, ".also-in") == ["Also in Arabic and English"]
    links = [(each.get("hreflang"), each.get("href")) for each in find(tree(page), ".also-in a")]
    assert links == [("ar", paths[2]), ("en", paths[0])]
    heads = find(tree(page), "link[rel=alternate]")
    told = {each.get("hreflang"): each.get("href") for each in heads if each.get("hreflang")}
    assert {code: address.split("/", 3)[3] for code, address in told.items()} == {
        code: path[1:] for code, path in zip(("en", "uk", "ar"), paths, strict=True)
    }


def test_a_story_by_itself_costs_no_query_and_says_nothing(client, stories):
    path = live_edition(stories[0]).path
    with queries() as alone:
        page = client.get(path)
    assert not find(tree(page), ".also-in, link[hreflang]")
    assert not [sql for sql in alone if sql.startswith('SELECT "articles_languageversion"')]


def test_a_version_that_is_not_out_leaves_no_trace(client, stories):
    english, ukrainian, arabic = stories
    coming = scheduled_article(language="pl", headline="Not Yet Known")
    say_same(coming, english, by=system())
    say_same(arabic, english, by=system())
    withdraw.withdraw(arabic, by=system(), notice="It was wrong.")
    page = client.get(live_edition(english).path)
    assert not find(tree(page), ".also-in, link[hreflang]")


@pytest.mark.parametrize("path", ["/", "/latest/", "/world/"])
def test_lists_have_one_entry_while_readers_see_it(client, joined, path):
    english, ukrainian, arabic = joined
    assert card_ids(client.get(path)) == [english.pk]
    withdraw.withdraw(english, by=system(), notice="It was wrong.")
    assert set(card_ids(client.get(path))) == {ukrainian.pk, arabic.pk}
    assert Edition.objects.listed(timezone.now()).count() == 2
