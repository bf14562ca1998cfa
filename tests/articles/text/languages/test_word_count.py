"""Words are counted as people do."""

import pytest

from articles.text.languages.word_count import count_words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ukraine’s U.S. envoy said 1,000 well-known — things.", 7),
        ("習近平は言った", 7),
        ("東京 2020", 3),
        (" – … ", 0),
        ("", 0),
    ],
)
def test_words_are_counted(text, number):
    assert count_words(text) == number
