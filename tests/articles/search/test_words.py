"""Words, terms and stems: what is found alike is written alike."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.search.words import chunks, plain_words, terms, terms_of


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("negotiating", "negotiations", "en"),
        ("Zelenskyy’s", "zelenskyy", "en"),
        ("Łukasz", "lukasz", "en"),
        ("Straße", "strassen", "de"),
        ("Ørsted", "orsted", "da"),
        ("bibliothèque", "BIBLIOTHEQUES", "fr"),
        ("l’homme", "hommes", "fr"),
        ("O’Brien", "OBrien", "en"),
        ("U.S.", "US", "en"),
        ("1,000", "1000", "en"),
        ("переговорів", "переговори", "uk"),
        ("Зеленський", "Зеленського", "uk"),
        ("переговоров", "переговоры", "ru"),
        ("الكِتاب", "كتاب", "ar"),
        ("ﬁne", "fine", "en"),
    ],
)
def test_terms_of_kindred_spellings_are_one(one, other, language):
    assert terms_of(one, language) == terms_of(other, language)


def test_terms_of_chinese_and_japanese_are_pairs_and_the_last_character():
    assert terms_of("北京の橋 Open", "ja") == "北京 京の の橋 橋 open"


def test_terms_of_hyphenated_words_stand_side_by_side():
    assert terms_of("a well-known x_y", "en") == "a well known x y"


def test_plain_words_are_not_stemmed():
    assert plain_words("Negotiations") == ("negotiations",)


def test_vowel_signs_stay_with_their_letters():
    assert [chunk for _, _, chunk in chunks("जर्मनी में")] == ["जर्मनी", "में"]


@given(st.text(max_size=200), st.sampled_from(["en", "uk", "ja", "ar", "fr", "xx", "zh-hans"]))
@settings(max_examples=300, deadline=None)
def test_terms_hold_nothing_that_a_database_could_take_for_an_operator(text, language):
    for term in terms_of(text, language).split(" "):
        assert len(term) <= 60
        assert not set(term) & set("'\"\\*:()&|!<>-+^{}\0 \n¤")


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_chunks_lie_in_the_text_where_they_say(text):
    found = chunks(text)
    assert all(text[start:end] == chunk for start, end, chunk in found)
    assert all(one[1] <= other[0] for one, other in zip(found, found[1:], strict=False))


def test_a_very_long_word_is_cut():
    assert terms("a" * 5000, "en") == ("a" * 60,)
