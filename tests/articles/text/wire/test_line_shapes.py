"""What the shape of a line says."""

import pytest

from articles.text.wire import line_shapes


@pytest.mark.parametrize(
    ("text", "nice"),
    [
        ("RIO DE JANEIRO", "Rio de Janeiro"),
        ("NORRVIK", "Norrvik"),
        ("UAE", "UAE"),
        ("WASHINGTON, D.C.", "Washington, D.C."),
        ("LONDON, UK", "London, UK"),
        ("Norrvik", "Norrvik"),
        ("КИЇВ", "Київ"),
        ("كييف", "كييف"),
    ],
)
def test_nice_capitals_eases_capitals(text, nice):
    assert line_shapes.nice_capitals(text) == nice


@pytest.mark.parametrize(
    "text", ["Ondal", "Marek Ondal", "Tora van der Vik", "J. R. Ondal", "Marek Ondal Jr.", "سامي الحداد"]
)
def test_is_name_like_takes_names(text):
    assert line_shapes.is_name_like(text)


@pytest.mark.parametrize(
    "text",
    ["", "the boat", "Marek said so", "A B C D E F", "Marek: Ondal", "Ondal 2", "Marek van", "Ondal. Vik", "- -"],
)
def test_is_name_like_refuses_what_is_no_name(text):
    assert not line_shapes.is_name_like(text)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("They came.", True),
        ("“They came.”", True),
        ("They came to the U.S.", True),
        ("Boats Come From the U.S.", False),
        ("They came", False),
        ("هل عادت؟", True),
        ("", False),
    ],
)
def test_ends_sentence_knows_abbreviations(text, ends):
    assert line_shapes.ends_sentence(text) is ends


def test_opens_with_quote_knows_an_apostrophe_before_a_decade():
    assert line_shapes.opens_with_quote("„Ja“")
    assert not line_shapes.opens_with_quote("'90s Boats Return")
