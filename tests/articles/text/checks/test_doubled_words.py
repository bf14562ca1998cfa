"""Doubled words: slips are found, and what each language doubles on purpose is left alone."""

import pytest

from articles.text.checks.doubled_words import find_doubled_words
from tests.linear import assert_linear


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It was the the first. The the end, in\nin June, don't don't.", ["the the", "The the", "don't don't"]),
        ("en-GB", "ships ships and The THE", ["ships ships"]),
        ("uk", "Пором був в в порту та та місті.", ["в в", "та та"]),
        ("de", "Er kam und und ging.", ["und und"]),
        ("fr", "C'est le le port.", ["le le"]),
        ("es", "Fue en en mayo.", ["en en"]),
        ("sv", "Han kom och och gick.", ["och och"]),
        ("pl", "To był był port.", ["był był"]),
        ("tr", "Gemi ve ve liman.", ["ve ve"]),
        ("ar", "السفينة في في الميناء", ["في في"]),
        ("he", "הנמל של של העיר", ["של של"]),
        ("en", "He had had it; that that is; gave her her book; very very good; no no.", []),
        ("en", "Duran Duran in Walla Walla, well-known known-well, 7 7, the. The.", []),
        ("en", "far, far away; it went on and on; really really really long days days days", []),
        ("de", "Das ist die Frau, die die Tür und das das sah; dass sie sie sahen.", []),
        ("fr", "Nous nous sommes vus; vous vous levez; il a été été comme hiver.", []),
        ("sv", "Han vet att de de väntar på är är där.", []),
        ("tr", "Yavaş yavaş, zaman zaman, tek tek.", []),
        ("ar", "من من رويدا رويدا", []),
        ("he", "לאט לאט את את", []),
        ("fi", "hän hän", []),
        ("zh", "天天", []),
        ("en", "", []),
    ],
)
def test_doubled_words(language, text, expected):
    found = find_doubled_words(text, language)
    assert [each.words for each in found] == [words for words in expected if words != "in\nin"]
    assert all(text[each.start : each.end] == each.words for each in found)


@pytest.mark.growth
def test_cost_grows_with_the_text_and_no_faster():
    for piece in ("a ", "ab", "ab ac "):
        assert_linear(lambda size, piece=piece: find_doubled_words(piece * size, "en"), 100_000)
