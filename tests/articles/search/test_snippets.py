"""The passage with a query's words, marked as they were written."""

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.search.query import query_of
from articles.search.snippets import LENGTH, marked, passage


def said(runs):
    return "".join(f"[{run.text}]" if run.is_hit else run.text for run in runs)


def test_marks_words_as_written_whatever_their_form():
    query = query_of("negotiate łukasz", ["en"])
    assert said(marked("Negotiations with Lukasz’s team", query, "en")) == "[Negotiations] with [Lukasz’s] team"


def test_marks_a_phrase_only_where_it_is_one():
    assert said(marked("The night, a train, the night train", query_of('"night train"', ["en"]), "en")) == (
        "The night, a train, the [night train]"
    )


def test_marks_characters_of_chinese_not_whole_runs():
    assert said(marked("我们在北京开会", query_of("北京", ["zh"]), "zh")) == "我们在[北京]开会"
    assert said(marked("我们在北京开会", query_of("北", ["zh"]), "zh")) == "我们在[北]京开会"


def test_marks_words_of_scripts_without_spaces():
    assert said(marked("น้ำเรือน้ำ", query_of("เรือ", ["th"]), "th")) == "น้ำ[เรือ]น้ำ"
    assert said(marked("ရေ\u200bဆိပ်\u200bကမ်း", query_of("ဆိပ်ကမ်း", ["my"]), "my")) == "ရေ\u200b[ဆိပ်\u200bကမ်း]"
    assert said(marked("གྲུ་ཁ་སླར", query_of("གྲུ་ཁ", ["en"]), "en")) == "[གྲུ་ཁ]་སླར"


def test_passage_is_where_most_of_the_words_are():
    text = "A bridge. " + "Nothing here at all. " * 40 + "The bridge and its toll. " + "Rain again today. " * 40
    found = said(passage(text, query_of("bridge toll", ["en"]), "en"))
    assert "[bridge] and its [toll]" in found
    assert found.startswith("… ")
    assert found.endswith(" …")


def test_passage_is_empty_without_a_hit():
    assert passage("Nothing.", query_of("bridge", ["en"]), "en") == []


@given(st.text(alphabet="abc北京 \n.é’", max_size=600), st.text(alphabet='abc北京 -"', max_size=12))
@settings(max_examples=200, deadline=None)
def test_passage_is_part_of_the_text_and_short(text, typed):
    runs = passage(text, query_of(typed, ["en", "zh"]), "en")
    words = "".join(run.text for run in runs).removeprefix("… ").removesuffix(" …")
    assert words.strip() in text.replace("\n", " ")
    assert not runs or any(run.is_hit for run in runs)
    assert len(words) <= 2 * LENGTH or " " not in words
    assert "".join(run.text for run in marked(text, query_of(typed, ["en"]), "en")) == text.replace("\n", " ")
