"""What the checks find in sentences of ten languages, and what they leave alone."""

import pytest

from articles.text.checks.contacts import find_mail_addresses, find_telephone_numbers
from articles.text.checks.doubled_words import find_doubled_words
from articles.text.checks.placeholders import find_placeholders
from tests.articles.text.checks.clear_sentences import CLEAR
from tests.articles.text.checks.found_sentences import FOUND

CHECKS = {
    "P": find_placeholders,
    "D": find_doubled_words,
    "T": lambda text, language: find_telephone_numbers(text),
    "M": lambda text, language: find_mail_addresses(text),
}


@pytest.mark.parametrize("line", FOUND.strip().split("\n"))
def test_check_finds_what_is_wrong(line):
    check, language, sentence = line.split("|", 2)
    assert CHECKS[check](sentence, language)


@pytest.mark.parametrize("line", CLEAR.strip().split("\n"))
def test_checks_leave_sentences_alone(line):
    language, sentence = line.split("|", 1)
    assert [found for check in CHECKS.values() for found in check(sentence, language)] == []


def test_sentences_are_many():
    assert len(FOUND.split("\n")) > 180 and len(CLEAR.split("\n")) > 200
