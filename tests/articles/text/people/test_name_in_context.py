"""The sentence around a name, whole or cut at words."""

from hypothesis import given
from hypothesis import strategies as st

from articles.text.people.name_in_context import AROUND, first_in_context, in_context

LINE = "It rained. Mayor Bo Lind of St. Orrel said so. Nobody asked."


def test_passage_is_the_sentence_around_the_name():
    assert first_in_context([LINE], [(7, "Bo Lind")]) == {7: ("Mayor ", "Bo Lind", " of St. Orrel said so.")}
    assert first_in_context(["Bo Lind"], [(7, "Bo Lind")]) == {7: ("", "Bo Lind", "")}


def test_first_place_counts_and_names_that_are_not_there_are_left_out():
    found = first_in_context(["Nobody.", "BO LIND came.", LINE], [(1, "Bo Lind"), (2, "Bo Lind"), (3, "Ada Fenn")])
    assert found == {1: ("", "BO LIND", " came."), 2: ("", "BO LIND", " came.")}


def test_long_sentence_is_cut_at_words():
    line = f"{'word ' * 60}Bo Lind{' word' * 60}"
    before, name, after = first_in_context([line], [(1, "Bo Lind")])[1]
    assert name == "Bo Lind" and before.startswith("…word") and after.endswith(" word…")
    assert max(len(before), len(after)) <= AROUND + 1
    assert in_context("a" * 300, 149, 151) == (f"…{'a' * AROUND}", "aa", f"{'a' * AROUND}…")


@given(st.text("aB .!?\n—“”"), st.text("aB", min_size=1), st.text("aB .!?\n—“”"))
def test_passage_is_a_piece_of_the_line(before, name, after):
    found = in_context(before + name + after, len(before), len(before) + len(name))
    assert found.name == name
    assert "".join(found).strip("…") in before + name + after
