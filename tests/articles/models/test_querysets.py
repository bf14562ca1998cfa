"""Choosing rows in the trade's words: what is live, in force, past or to come; people by any of their names."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.editorial.publishing import schedule
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.person import Person
from articles.models.section import Quote, Section
from articles.text.languages.folding import fold
from tests.builders import (
    a_desk,
    a_person,
    a_topic,
    draft_article,
    edited,
    live_article,
    put_out,
    scheduled_article,
    system,
    withdrawn_article,
)

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
SAID = "<p>“The bridge will open on Monday morning,” Ann Lee said.</p>"


@pytest.fixture(autouse=True)
def clock():
    """The clock stands at noon."""
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def headlines(editions):
    """The headlines of editions, in their order."""
    return [edition.headline for edition in editions]


def test_live_is_what_readers_see_and_nothing_else():
    live_article(headline="Live")
    draft_article(headline="Draft")
    withdrawn_article(headline="Withdrawn")
    scheduled_article(NOON + HOUR, headline="Later")
    assert headlines(Edition.objects.live(NOON + timedelta(minutes=1))) == ["Live"]
    assert headlines(Edition.objects.live(NOON + HOUR).newest_first()) == ["Later", "Live"]
    assert not Edition.objects.live(NOON - timedelta(microseconds=1)).exists()


def test_interval_of_an_edition_ends_just_before_the_next_begins():
    article = live_article(headline="First")
    put_out(edited(article, headline="Second"), at=NOON + HOUR)
    for chosen in (Edition.objects.live, Edition.objects.current):
        assert headlines(chosen(NOON + HOUR - timedelta(microseconds=1))) == ["First"]
        assert headlines(chosen(NOON + HOUR)) == ["Second"]
    schedule.expire(article, by=system(), at=NOON + 2 * HOUR)
    assert headlines(Edition.objects.live(NOON + 2 * HOUR - timedelta(microseconds=1))) == ["Second"]
    assert not Edition.objects.live(NOON + 2 * HOUR).exists()


def test_current_has_withdrawals_too_and_started_and_pending_part_the_timeline():
    withdrawn, later = withdrawn_article(), scheduled_article(NOON + HOUR)
    now = NOON + timedelta(minutes=1)
    assert [edition.kind for edition in withdrawn.editions.current(now)] == ["withdrawn"]
    assert withdrawn.editions.started(now).count() == 2
    assert not withdrawn.editions.pending(now).exists()
    assert not later.editions.current(now).exists()
    assert later.editions.pending(now).count() == 1
    assert later.editions.started(NOON + HOUR).count() == 1


def test_editions_are_chosen_by_desk_and_by_topic():
    world, sport, bridges = a_desk("World"), a_desk("Sport"), a_topic("Bridges")
    live_article(headline="One", desk=world, topics=[bridges])
    live_article(headline="Two", desk=sport, lead_topic=bridges)
    live_article(headline="Three", desk=sport)
    assert headlines(Edition.objects.on_desk(world)) == ["One"]
    assert headlines(Edition.objects.on_topic(bridges).newest_first()) == ["Two", "One"]


def test_lists_are_newest_first_by_the_date_shown_then_by_article(clock):
    first = live_article(headline="First")
    live_article(headline="Second")
    live_article(headline="Old", original_date=NOON - timedelta(days=400))
    clock.shift(HOUR)
    put_out(draft_article(headline="Newest"))
    assert headlines(Edition.objects.live(timezone.now()).newest_first()) == ["Newest", "Second", "First", "Old"]
    assert first.editions.get().dated_at == NOON


def test_parts_of_editions_are_live_with_their_edition():
    live_article(headline="Live", body=SAID + SAID)
    withdrawn_article(body=SAID)
    scheduled_article(NOON + HOUR, body=SAID)
    now = NOON + timedelta(minutes=1)
    assert [quote.position for quote in Quote.objects.live(now).newest_first()] == [1, 2]
    assert Section.objects.live(now).count() == 1
    assert Quote.objects.live(NOON + HOUR).count() == 3


def test_people_are_found_by_name_and_alias_each_once():
    ann = a_person("Ann Lee", aliases=["Annie Lee", "Ánn  lee"])
    a_person("Bo Ray")
    assert list(Person.objects.called(fold("ANN LEE"))) == [ann]
    assert list(Person.objects.called_any([fold("annie lee"), fold("Ann Lee"), "nobody"])) == [ann]
    assert not Person.objects.called_any([]).exists()


def test_people_answer_to_the_beginnings_of_their_names_and_aliases():
    ana = a_person("Ana Díaz", aliases=["The Heron"])
    bo = a_person("Bo Anders")
    a_person("Susana Roe")
    for typed, expected in {
        "an": [ana, bo],
        "dia an": [ana],
        "HER": [ana],
        "heron ana": [ana],
        "ders": [],
    }.items():
        assert list(Person.objects.answering_to(typed)) == expected, typed


def test_people_know_whether_they_have_namesakes():
    a_person("Ann Lee")
    a_person("ann LÉE")
    a_person("Bo Lee", aliases=["Ann Lee"])
    known = {person.name: person.has_namesake for person in Person.objects.with_namesakes()}
    assert known == {"Ann Lee": True, "ann LÉE": True, "Bo Lee": False}


def test_of_a_sealed_story_colleagues_see_what_readers_have_had():
    out, to_come = live_article(), scheduled_article()
    Article.objects.filter(pk__in=[out.pk, to_come.pk]).update(is_sealed=True)
    shown = Edition.objects.shown_to_colleagues(timezone.now())
    assert {edition.article_id for edition in shown} == {out.pk}
