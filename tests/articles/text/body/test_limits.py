"""What is larger than any story is refused in a sentence, in less time than reading it would take."""

import pytest

from articles.text.body import limits
from articles.text.body.limits import is_too_deep, why_no_story, why_too_large


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("<p>A story.</p>" * 5_000, ""),
        ("<p>“Yes,” she said.</p>" * 20_000, ""),
        ("<p>" + "word " * 250_000 + "</p>", ""),
        ("<p>" + "word " * 400_000 + "</p>", "longer than a book"),
        ("<p>" + '"' * 1_000_000 + "</p>", "quotation marks"),
        ("<p>&quot;</p>" * 50_001, "quotation marks"),
        ("<p>a</p>" * 25_001, "paragraphs"),
        ("<ul><li>" * 10_000 + "x", "so deep"),
        ("<blockquote>" * 501 + "x", "so deep"),
    ],
)
def test_bodies_above_a_limit_are_refused_in_a_sentence(html, why):
    assert why in why_too_large(html) and bool(why_too_large(html)) is bool(why)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("A line.\n\n" * limits.LINES_AT_MOST, ""),
        ("Home\n" * (limits.LINES_AT_MOST + 1), "paragraphs"),
        ("Home\n" * 400_000, "longer than a book"),
    ],
)
def test_texts_of_more_lines_than_a_story_are_refused_in_a_sentence(text, why):
    assert why in why_no_story(text) and bool(why_no_story(text)) is bool(why)


def test_depth_is_of_what_is_open_at_once():
    assert not is_too_deep("<div><p><br></div>" * 10_000)
    assert not is_too_deep("<div>" * limits.DEPTH_AT_MOST)
    assert is_too_deep("<div>" * (limits.DEPTH_AT_MOST + 1))
