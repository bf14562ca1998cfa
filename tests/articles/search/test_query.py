"""What somebody typed, taken apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.search import postgresql, sqlite
from articles.search.query import MOST_WORDS, Query, parts_of, query_of


def groups(text, languages=("en",)):
    return query_of(text, languages).groups


def test_words_are_stemmed_in_each_language():
    assert groups("stations") == ((("station",),),)
    assert groups("negotiations", ("en", "uk")) == ((("negoti",), ("negotiations",)),)


def test_small_words_go_unless_there_is_nothing_else():
    assert groups("the bridge of the town") == ((("bridg",),), (("town",),))
    assert groups("to be or not") == tuple(((word,),) for word in ("to", "be", "or", "not"))


def test_quoted_words_stay_together_small_ones_too():
    assert groups("“state of the town”") == ((("state", "of", "the", "town"),),)
    assert groups('"night train" fare') == ((("night", "train"),), (("fare",),))


def test_minus_leaves_out_words_and_phrases():
    query = query_of('bridge -toll -"night train"', ["en"])
    assert query.groups == ((("bridg",),),)
    assert query.excluded == ((("toll",),), (("night", "train"),))


def test_a_hyphen_inside_a_word_is_no_minus():
    assert query_of("cease-fire", ["en"]).groups == ((("ceas", "fire"),),)


def test_one_chinese_character_begins_pairs():
    assert groups("北京 新") == ((("北京",),), (("新*",),))


def test_pointers_are_alternatives_of_their_word():
    assert query_of("zelensky bridge", ["en"], {0: ("¤p12",)}).groups == ((("zelenski",), ("¤p12",)), (("bridg",),))


@pytest.mark.parametrize("text", ["", " ", '"', "-", "“”", "()*:^", "\0", "🦊", "-only", '-"left out"', "'''", "\\"])
def test_nothing_to_look_for_asks_nothing(text):
    assert query_of(text, ["en"]).asks_nothing


def test_long_questions_are_cut_and_say_so():
    parts, was_cut = parts_of("bridge" + " word" * 5000)
    assert (len(parts), was_cut) == (MOST_WORDS, True)


@given(st.text(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_text_becomes_an_expression_of_quoted_terms(text):
    query = query_of(text, ["en", "uk", "ja"])
    for engine in (sqlite, postgresql):
        expression = engine.expression(query, in_headline_or_names=False)
        assert (expression is None) == (not query.groups)
        assert expression is None or "\0" not in expression


def test_filters_alone_are_a_question():
    query = Query(filters=((("¤d3",),),))
    assert not query.asks_nothing
    assert sqlite.expression(query, in_headline_or_names=False) == '({names} : ("¤d3"))'
    assert postgresql.expression(query, in_headline_or_names=False) == "(('¤d3'))"
