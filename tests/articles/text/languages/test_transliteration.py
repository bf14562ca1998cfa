"""Cyrillic and Greek in Latin letters."""

import pytest

from articles.text.languages.transliteration import romanised


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("Згурський", "zgurskiy"),  # nothing in it tells Ukrainian from Russian
        ("Володимир Їжакевич, Запоріжжя", "volodymyr izhakevych, zaporizhzhia"),
        ("Гоголь и Їжак, объезд", "gogol i yizhak, obezd"),
        ("Ёлка, подъезд, щи", "elka, podezd, shchi"),
        ("Љубљана џ ћ", "ljubljana dz c"),
        ("Ψυχή, ου, Οὐρανός, προϊόν", "psychi, ou, ouranos, proion"),
        ("Crème", "creme"),
        ("海", "海"),
    ],
)
def test_romanised_spells_in_latin_letters(text, latin):
    assert romanised(text) == latin
