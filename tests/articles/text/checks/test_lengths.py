"""How long a story is to be, as people say it."""

import pytest

from articles.text.checks.lengths import minutes_to_read, words_wanted


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("600", 600),
        (" 600 words ", 600),
        ("1,200 words", 1200),
        ("3 min", 690),
        ("3min.", 690),
        ("1 Minute", 230),
        ("4 хв", 920),
        ("long", None),
        ("", None),
        ("3 to 4 min", None),
        ("-5", None),
    ],
)
def test_length_is_read_in_words_or_minutes(said, words):
    assert words_wanted(said) == words


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (230, 1), (690, 3), (700, 3)])
def test_minutes_are_whole_and_one_at_least(words, minutes):
    assert minutes_to_read(words) == minutes
