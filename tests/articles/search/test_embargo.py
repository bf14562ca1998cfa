"""What is scheduled changes no answer of readers' search before its second: no suggestion, no correction, no query."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command

from articles.editorial.directory.rename import rename
from articles.editorial.publishing import schedule, withdraw
from articles.models.search_entry import SearchEntry, Spelling
from articles.search import suggestions
from tests.builders import a_topic, chief, edited, live_article, put_out, scheduled_article, system
from tests.walking import get

pytestmark = pytest.mark.django_db
START = datetime(2026, 5, 1, 12, tzinfo=UTC)
T = START + timedelta(days=1)
ALMOST = T - timedelta(microseconds=1)
# One slip from what is live and from what is scheduled, and one from what is scheduled only.
ASKED = ("/search/?q=morbulanx", "/search/?q=morbulana+morbulanx", "/search/?q=zyzyva", "/search/suggestions/?q=morb")
HEADLINE = "Morbulana morbulanb morbulanc zyzzyva"


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(START, tick=False)
    return time_machine


def answers():
    """What readers get, and by how many queries."""
    found = (get(address) for address in ASKED)
    return [(answer.status, answer.text, answer.queries) for answer in found]


def told():
    """Whether the word that one meant is told, for the second and the last of what is asked first."""
    return "morbulanz" in get(ASKED[0]).text, "zyzzyva" in get(ASKED[2]).text


def test_scheduled_words_change_nothing_until_their_second(clock):
    live_article(headline="The morbulanz affair")
    before = answers()
    assert told() == (True, False)
    scheduled_article(at=T, headline=HEADLINE)
    assert answers() == before
    clock.move_to(ALMOST, tick=False)
    assert answers() == before
    call_command("index_search")
    assert answers() == before
    assert get("/readyz").status == 200
    clock.move_to(T, tick=False)
    assert told() == (False, True)
    call_command("index_search")
    assert told() == (False, True)


def test_names_that_a_scheduled_story_points_to_change_nothing():
    topic = a_topic("Zyzzyva")
    live_article(headline="The morbulanz affair")
    before = answers()
    scheduled_article(at=T, headline=HEADLINE, topics=[topic])
    assert answers() == before
    rename(topic, "Zyzyvas", by=chief())
    live_article(headline="The morbulanz bridge")  # the page has changed: only words of the scheduled one are asked for
    assert "zyz" not in get(ASKED[2]).text.replace("zyzyva", "").casefold()


def take_back(article):
    schedule.cancel(article, by=system())


def put_off(article):
    put_out(article, at=T + timedelta(days=1))


def reword(article):
    put_out(edited(article, headline="Another bridge"), at=T)


def test_the_language_of_a_scheduled_story_stems_no_query_until_its_second(clock):
    """A German ending finds a word in an English story as soon as readers have stories in German, and no sooner."""
    live_article(headline="The Kanal affair")
    before = get("/search/?q=kanalen").text
    scheduled_article(at=T, headline="Morgen", language="de")
    assert get("/search/?q=kanalen").text == before
    clock.move_to(T, tick=False)
    assert "affair" in get("/search/?q=kanalen").text


@pytest.mark.parametrize("change", [take_back, put_off, reword])
def test_what_was_taken_back_leaves_nothing_even_after_its_second(clock, change):
    live_article(headline="The morbulanz affair")
    before = answers()
    article = scheduled_article(at=T, headline=HEADLINE)
    change(article)
    assert answers() == before
    assert Spelling.objects.filter(word="zyzzyva", from_at__lte=T).count() == 0
    clock.move_to(T, tick=False)
    assert told() == (True, False)


def test_withdrawing_takes_back_the_words_of_what_was_scheduled(clock):
    article = live_article(headline="The morbulanz affair")
    put_out(edited(article, headline=HEADLINE), at=T)
    withdraw.withdraw(article, by=system())
    assert not Spelling.objects.filter(from_at__gt=START).exists()
    clock.move_to(T, tick=False)
    assert told()[1] is False


def test_words_of_two_scheduled_stories_go_with_neither_alone(clock):
    first = scheduled_article(at=T, headline="Zyzzyva first")
    scheduled_article(at=T + timedelta(days=1), headline="Zyzzyva last")
    schedule.cancel(first, by=system())
    clock.move_to(T, tick=False)
    assert told()[1] is False
    clock.move_to(T + timedelta(days=1), tick=False)
    assert told()[1] is True


def test_words_that_are_out_are_not_learned_again_by_what_is_scheduled(clock):
    scheduled_article(at=T, headline="Zyzzyva first")
    clock.move_to(T, tick=False)
    known = Spelling.objects.count()
    again = scheduled_article(at=T + timedelta(days=1), headline="First zyzzyva")
    assert Spelling.objects.count() == known
    schedule.cancel(again, by=system())
    assert told()[1] is True


def test_put_out_before_its_second_is_told_at_once():
    article = scheduled_article(at=T, headline=HEADLINE)
    put_out(article)
    assert told() == (False, True)


def test_scheduled_words_take_no_suggestion_s_place(monkeypatch):
    monkeypatch.setattr(suggestions, "MOST_COMPLETIONS", 1)
    live_article(headline="The morbulanz affair")
    before = answers()
    assert "morbulanz" in before[-1][1]
    scheduled_article(at=T, headline="Morbul")
    assert answers() == before


def test_rebuilding_forgets_what_was_to_come_by_entries_that_are_lost():
    scheduled_article(at=T, headline="Zyzzyva")
    live_article(headline="Quokkas")
    lost = SearchEntry.objects.get(goes_live_at=T)
    lost.edition.delete()
    call_command("index_search")
    assert set(Spelling.objects.values_list("word", flat=True)) == {"quokkas"}
