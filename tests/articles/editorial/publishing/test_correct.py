"""Correcting: a live story is published with a public note, which goes with whatever takes its update's place."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from articles.editorial.publishing import publish, schedule, steps
from articles.models.correction import Correction
from tests.builders import draft_article, edited, editor, live_article, live_edition, put_out

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def clock():
    """The clock stands at noon; `clock.shift` moves it."""
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def test_correct_publishes_a_note_with_the_new_words(clock):
    article = live_article(body="<p>There were 12.</p>")
    edited(article, body="<p>There were 11.</p>")
    clock.shift(HOUR)
    correction = publish.correct(article, by=editor(), text="There were eleven.")
    edition = live_edition(article)
    assert (correction.edition, correction.goes_live_at) == (edition, NOON + HOUR)
    assert edition.has_corrections
    assert not article.editions.earliest("goes_live_at").has_corrections


def test_correct_works_over_unchanged_words_and_stays_on_later_editions(clock):
    article = live_article()
    clock.shift(HOUR)
    publish.correct(article, by=editor(), text="The photo was of another bridge.")
    edited(article, headline="Later")
    clock.shift(HOUR)
    put_out(article)
    assert live_edition(article).has_corrections


def test_correct_refuses_a_story_that_is_not_live(clock):
    with pytest.raises(steps.NotLive):
        publish.correct(draft_article(), by=editor(), text="Wrong.")


def test_correction_of_a_replaced_update_goes_out_with_its_replacement(clock):
    article = live_article(headline="One")
    edited(article, headline="Two")
    publish.correct(article, by=editor(), text="It was two.", at=NOON + HOUR)
    edited(article, headline="Three")
    edition = schedule.schedule(article, by=editor(), at=NOON + 2 * HOUR)
    correction = Correction.objects.get()
    assert (correction.edition, correction.goes_live_at, correction.text) == (edition, NOON + 2 * HOUR, "It was two.")
    assert edition.has_corrections
