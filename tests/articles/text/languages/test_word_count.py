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
        ("เรือข้ามฟากกลับมา 2020", 5),
        ("གྲུ་ཁ་སླར་ཡང", 4),
        ("हिन्दी में", 2),
        ("Jose\u0301's", 1),
    ],
)
def test_words_are_counted(text, number):
    assert count_words(text) == number
