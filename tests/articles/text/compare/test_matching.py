"""What two sequences have in common: a right answer whatever they are, and in time that grows with them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.compare import matching
from articles.text.compare.matching import opcodes
from tests.linear import assert_linear

items = st.lists(st.sampled_from("abcdefgh"), max_size=30)


def assert_right(before, after):
    """The codes cover both from end to end, in order, and what they call equal is."""
    codes = opcodes(before, after)
    n = m = 0
    for kind, n1, n2, m1, m2 in codes:
        assert (n1, m1) == (n, m) and (n2 > n1 or m2 > m1)
        assert (kind == "equal") == (before[n1:n2] == after[m1:m2])
        assert (
            kind
            in {(True, True): ("equal", "replace"), (True, False): ("delete",), (False, True): ("insert",)}[
                n2 > n1, m2 > m1
            ]
        )
        n, m = n2, m2
    assert (n, m) == (len(before), len(after))
    assert all(one[0] == "equal" or other[0] == "equal" for one, other in pairwise(codes))
    return codes


@given(items, items)
def test_small_sequences_are_set_against_each_other(before, after):
    assert_right(before, after)


@pytest.mark.parametrize("most", [0, 1, 5, 20])
@given(before=items, after=items)
def test_large_ones_too(most, before, after):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "MOST_COMPARED", most)
        assert_right(before, after)


@given(items, items, items)
def test_common_ends_of_large_ones_are_found(head, before, tail):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "MOST_COMPARED", 0)
        codes = assert_right(head + before + tail, head + tail)
    assert sum(code[2] - code[1] for code in codes if code[0] == "equal") == len(head + tail)


def test_what_stands_once_holds_large_ones_together():
    before = [f"word {number}" for number in range(1_000)]
    after = [word for number, word in enumerate(before) if number % 10] + ["end"]
    kinds = [code[0] for code in assert_right(before, after)]
    assert kinds.count("delete") == 100 and kinds.count("insert") == 1


def test_large_ones_without_anything_that_stands_once_are_replaced():
    before, after = ["a", "b"] * 500, ["b", "b", "a"] * 400
    assert [code[0] for code in assert_right(["x", *before, "y"], ["x", *after, "y"])] == ["equal", "replace", "equal"]


FAMILIES = {
    "the same": lambda size: (["a"] * size, ["b", *["a"] * size]),
    "turn about": lambda size: (["a", "b"] * (size // 2), ["b", "a", "a"] * (size // 3)),
    "turned round": lambda size: ([*range(size)], [*range(size)][::-1]),
    "shuffled": lambda size: ([*range(size)], sorted(range(size), key=lambda number: number * 7919 % size)),
    "pairs": lambda size: ([number // 2 for number in range(size)], [number // 2 for number in range(size)][::-1]),
    "nested": lambda size: ([0, 1, 0, 2] * (size // 4), [1, 0, 2, 0, 3] * (size // 5)),
}


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.growth
def test_s6_it_takes_time_in_proportion(family):
    assert_linear(lambda size: opcodes(*FAMILIES[family](size)), 40_000)
