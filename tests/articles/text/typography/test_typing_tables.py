"""The sheet knows today's tables, and its examples of typing are what saving makes of the same words."""

import json
from pathlib import Path

import pytest

from articles.text.typography.typesetting import typeset_text
from articles.text.typography.typing_tables import typing_tables

JS = Path(__file__).parents[3] / "js"


def test_tests_of_typing_use_the_tables_that_the_sheet_gets():
    assert json.loads((JS / "typing-tables.json").read_text()) == typing_tables()


@pytest.mark.parametrize(("language", "typed", "printed"), json.loads((JS / "typing-examples.json").read_text()))
def test_examples_of_typing_are_what_saving_makes(language, typed, printed):
    assert typeset_text(typed, language) == printed == typeset_text(printed, language)
