"""Quotation marks by language."""

import pytest

from articles.text.languages.quotation_style import in_marks, standing_alone, without_marks


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "“So.”"),
        ("en-gb", "“So.”"),
        ("de", "„So.“"),
        ("de-at", "„So.“"),
        ("fr", "«\u00a0So.\u00a0»"),
        ("uk", "«So.»"),
        ("zh-hant", "「So.」"),
        ("ar", "”So.“"),
        ("xx", "“So.”"),
    ],
)
def test_words_stand_in_the_marks_of_their_language(language, said):
    assert in_marks("So.", language) == said


@pytest.mark.parametrize("text", ["“So.”", "«So.»", "„So.“", '"So."'])
def test_words_in_marks_keep_them(text):
    assert in_marks(text, "en") == text


def test_no_words_are_no_error():
    assert in_marks("", "en") == "“”"


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("“No.”", "No."),
        ("«\u00a0Non.\u00a0»", "Non."),
        ("No.", "No."),
        ("“No,” she said.", "“No,” she said."),
        ("“", "“"),
    ],
)
def test_without_marks_takes_off_one_outer_pair(text, bare):
    assert without_marks(text) == bare


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("We stay,", "We stay."),
        ("We stay.", "We stay."),
        ("a disgrace,", "a disgrace"),
        ("We stay", "We stay"),
        ("نحن باقون،", "نحن باقون."),
        (",", "."),
        ("", ""),
    ],
)
def test_words_that_stand_alone_do_not_end_with_a_comma(text, alone):
    assert standing_alone(text) == alone
