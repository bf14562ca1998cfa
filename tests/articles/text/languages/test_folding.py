"""One key for all spellings of a name, and the words of an address."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.languages.folding import fold, slugify_words

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


@settings(max_examples=300, deadline=None)
@given(ANYTHING | LETTERS, st.integers(1, 30))
def test_slugify_words_fits_an_address(text, length):
    slug = slugify_words(text, length)
    assert len(slug) <= length
    assert slug == "" or re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("U.S. and Russia Move to Restore Dialogue", "us-and-russia-move-to-restore-dialogue"),
        ("Ukraine’s 1,000 km; 2.5 more", "ukraines-1000-km-2-5-more"),
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        ("#hashtag", "hashtag"),
        ("AT&T", "at-and-t"),
        ("Łódź über Straße", "lodz-uber-strasse"),
        ("Зеленський у Києві", "zelenskyi-u-kyievi"),
        ("Москва объявила ёлку", "moskva-obyavila-elku"),
        ("Ђоковић, Ќ", "djokovic-kj"),
        ("Ο Κυριάκος Μητσοτάκης του", "o-kyriakos-mitsotakis-tou"),
        ("習近平 visits", "visits"),
        ("مرحبا", "mrhba"),
        ("!!!", ""),
        ("", ""),
    ],
)
def test_slugify_words_says_what_it_can(text, slug):
    assert slugify_words(text) == slug


def test_slugify_words_cuts_between_words():
    assert slugify_words("one two three", 7) == "one-two"
    assert slugify_words("one two three", 8) == "one-two"
    assert slugify_words("one two three", 6) == "one"
    assert slugify_words("incomprehensibilities", 5) == "incom"
