"""Numbers and names in which a headline and its story disagree; and what is no disagreement."""

import pytest

from articles.text.compare.headline_check import missing_numbers, other_spellings


@pytest.mark.parametrize(
    ("headline", "text", "language", "missing"),
    [
        ("Storm kills 14", "The storm killed 15 people.", "en", ["14"]),
        ("Storm kills 14", "The storm killed 14 people.", "en", []),
        ("1,200 leave 3 towns", "Some 1 200 people left three towns in 2026.", "en", []),
        ("Rates at 3.5%", "Prix: 3,5 %.", "fr", []),
        ("5 dead", "Six people died.", "en-GB", ["5"]),
        ("5 dead", "Five people died.", "en-GB", []),
        ("5 tote", "Fünf Menschen starben.", "de", []),
        ("١٤ قتيلا", "قتل 14 شخصا.", "ar", []),
        ("No number", "There are 7 here.", "en", []),
        ("Team wins 30:1", "It was 30.", "en", ["1"]),
        ("300 and 2024", "In 2024 300 people came.", "en", []),
    ],
)
def test_numbers_that_the_text_does_not_give(headline, text, language, missing):
    assert missing_numbers(headline, text, language) == missing


@pytest.mark.parametrize(
    ("headline", "text", "found"),
    [
        ("Zelensky speaks", "Volodymyr Zelenskyy spoke.", [("Zelensky", "Zelenskyy")]),
        ("Brandt goes", "Tavi Brnadt goes.", [("Brandt", "Brnadt")]),
        ("Hendersen in", "Mr Henderson came.", [("Hendersen", "Henderson")]),
        ("Harbour Wall Opens", "The Harbor was shut.", [("Harbour", "Harbor")]),
        # No disagreement: the text has it too; another form; a word that is no name; too short; another word.
        ("Zelensky speaks", "Zelensky, or Zelenskyy, spoke.", []),
        ("Russia Waits", "The Russian fleet waits.", []),
        ("Одеса чекає", "В Одесі чекають.", []),
        ("Ferry Comes Late", "The ferry came. Ferrys are late. A comet.", []),
        ("Anna", "Anne Ane", []),
        ("Lena", "Lana Lent", [("Lena", "Lana")]),
        ("The Port Waits", "A part of the Past waits.", []),
        ("Norway", "Finland", []),
        ("Ana", "Ann", []),
    ],
)
def test_names_that_the_two_spell_otherwise(headline, text, found):
    assert other_spellings(headline, text) == found


def test_numbers_that_are_longer_than_any_are_numbers_too():
    assert missing_numbers("1" * 5_000, "Nothing.", "en") == ["1" * 5_000]
