"""One key for all spellings of a name."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.languages.folding import fold

ANYTHING = st.text(st.characters(codec=None, categories=None), max_size=20)
LETTERS = st.text(
    st.sampled_from("aAéÉßſıİŁøæþЙйЇїЁёґІиéи́αΆςأٱىـ١ﬁ①ｶﾞ가 \t’-—\u0301\u0306\u0308\u200d+#&.,1"), max_size=20
)


@settings(max_examples=500, deadline=None)
@given(ANYTHING | LETTERS)
def test_fold_is_idempotent_and_never_raises(text):
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)
@given(ANYTHING | LETTERS)
def test_fold_does_not_mind_the_normal_form(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text)) == fold(text)


@settings(deadline=None)
@given(LETTERS)
def test_fold_does_not_mind_outer_and_double_spaces(text):
    assert fold(f"  {text}\u00a0\n") == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ŁUKASZ Müller", "lukasz muller"),
        ("Straße", "STRASSE"),
        ("O’Malley", "O'Malley"),
        ("Jean–Luc", "jean-luc"),
        ("«Oui»", '"oui"'),
        ("İstanbul", "istanbul"),
        ("Ærø", "aero"),
        ("Þór Œuvre", "thor oeuvre"),
        ("Україна", "УКРАЇНА"),
        ("Королёв", "Королев"),
        ("за́мок", "замок"),
        ("Αθήνα", "ΑΘΗΝΑ"),
        ("أحمد", "احمد"),
        ("مُحَمَّد", "محمد"),
        ("محـــمد", "محمد"),
        ("علی", "على"),
        ("שָׁלוֹם", "שלום"),
        ("١٢٣", "123"),
        ("ＡＢＣ", "abc"),
        ("a\u200bb\u00adc", "abc"),
    ],
)
def test_fold_takes_spellings_together(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("й", "и"),
        ("ї", "і"),
        ("ў", "у"),
        ("а", "a"),
        ("कि", "का"),
        ("が", "か"),
        ("가", "나"),
        ("C++", "C"),
        ("a b", "ab"),
    ],
)
def test_fold_keeps_letters_apart(one, other):
    assert fold(one) != fold(other)
