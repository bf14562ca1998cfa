"""Did you mean."""

from datetime import UTC, datetime

import pytest

from articles.search.spelling import add_words, distance, keys_of, nearest, sound, words_in

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ardrene", "ardrenne"),  # one letter short
        ("resevoir", "reservoir"),
        ("glaicer", "glacier"),  # two letters swapped
        ("bridgge", "bridge"),  # one too many
        ("zelinskiy", "zelenskyy"),  # other vowels
        ("зеленскій", "зеленський"),
    ],
)
def test_nearest_is_the_word_that_was_meant(typed, meant):
    add_words(["Ardrenne’s Glacier and Reservoir", "Bridge to Volodymyr Zelenskyy", "Зеленський"], now=NOW)
    assert nearest([typed], NOW)[typed][0] == meant


def test_nearest_has_nothing_for_what_is_far_off():
    add_words(["Bridges of Ardrenne"], now=NOW)
    assert nearest(["xyzzyq", "ab", "a" * 500], NOW) == {}


def test_learning_twice_is_learning_once():
    add_words(["Bridge"], now=NOW)
    add_words(["Bridge", "bridge"], now=NOW)
    assert nearest(["brigde"], NOW) == {"brigde": ["bridge"]}


def test_words_worth_correcting_to():
    assert words_in("The U.S. Bridge of 1,000 Łodzie, 北京") == {"bridge", "lodzie"}


def test_words_one_slip_apart_share_a_key():
    for other in ("bridg", "bridgee", "brixge", "birdge"):
        assert keys_of("bridge") & keys_of(other)


def test_sound_and_distance():
    assert sound("zelenskyy") == sound("Zelinski") == sound("Зеленський")
    assert distance("bridge", "bridge") == 0
    assert distance("birdge", "bridge") == 1
