"""What is kept in memory stays below its size, and what was asked for longest ago goes first."""

from hypothesis import given
from hypothesis import strategies as st

from articles.database.kept_values import KeptValues


def test_what_was_asked_for_longest_ago_goes_first():
    kept = KeptValues(most=10)
    for key in "ab":
        kept.keep(key, key.upper(), 5)
    assert kept.get("a") == "A"
    kept.keep("c", "C", 5)
    assert [kept.get(key) for key in "abc"] == ["A", None, "C"]


def test_what_is_too_large_is_not_kept_and_nothing_goes_for_it():
    kept = KeptValues(most=10)
    kept.keep("a", "A", 5)
    kept.keep("b", "B", 11)
    assert (kept.get("a"), kept.get("b")) == ("A", None)
    kept.clear()
    assert (kept.get("a"), kept.size) == (None, 0)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 12))))
def test_all_together_is_never_more_than_may_be(steps):
    kept = KeptValues(most=20)
    for key, size in steps:
        kept.keep(key, (key, size), size)
        held = [value for each in range(6) if (value := kept.get(each))]
        assert kept.size == sum(size for _, size in held) <= 20
