"""Merging two people's changes: what one changed is taken, what both changed is asked, nothing is dropped."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.body.cleaning import clean
from articles.text.compare.alignment import MOST_COMPARED, align, html_blocks
from articles.text.compare.reconcile import Choice, reconcile_blocks, reconcile_bodies, reconcile_sets, reconcile_values
from tests.articles.text.soup import bodies

# Few and partly alike, so that blocks repeat, move and resemble each other.
blocks = st.lists(st.sampled_from(["a b c d", "a b c e", "x y", "x y z", "q", "q r s", "a"]), max_size=7)


def side(pieces, which):
    """The blocks that one side would see if it had every choice its way."""
    return [block for block in (p if isinstance(p, str) else getattr(p, which) for p in pieces) if block]


@given(blocks, blocks)
def test_blocks_laid_side_by_side_are_both_texts(before, after):
    laid = align(before, after)
    assert [n for n, _ in laid if n is not None] == list(range(len(before)))
    assert [m for _, m in laid if m is not None] == list(range(len(after)))


def test_long_rewrites_are_paired_in_order():
    many = int(MOST_COMPARED**0.5) + 1
    before, after = [f"old {n}" for n in range(many)], [f"new {n}" for n in range(many + 1)]
    assert align(before, after) == [*((n, n) for n in range(many)), (None, many)]
    assert align(after, before) == [*((n, n) for n in range(many)), (many, None)]


def test_a_changed_block_is_known_by_its_words():
    assert align(["The bridge opens today", "z"], ["New", "The bridge opens tomorrow", "z"]) == [
        (None, 0),
        (0, 1),
        (1, 2),
    ]


@given(bodies)
def test_blocks_joined_are_the_body(body):
    assert "".join(html_blocks(body)) == body


@given(blocks, blocks)
def test_what_one_side_changed_is_taken(base, changed):
    assert reconcile_blocks(base, changed, base) == changed
    assert reconcile_blocks(base, base, changed) == changed


@given(blocks, blocks)
def test_what_both_changed_alike_is_there_once(base, changed):
    assert reconcile_blocks(base, changed, changed) == changed


@given(blocks, blocks, blocks)
def test_nothing_that_anybody_wrote_is_dropped(base, mine, theirs):
    pieces = reconcile_blocks(base, mine, theirs)
    for which, wrote in (("mine", mine), ("theirs", theirs)):
        new = Counter(wrote) - Counter(base)
        assert not new - Counter(side(pieces, which))


@given(blocks, blocks, blocks)
def test_a_choice_is_only_asked_where_both_changed(base, mine, theirs):
    for piece in reconcile_blocks(base, mine, theirs):
        if isinstance(piece, Choice):
            assert len({piece.base, piece.mine, piece.theirs}) == 3


@given(bodies, bodies, bodies)
def test_reconciled_bodies_are_of_the_vocabulary(base, mine, theirs):
    for which in ("mine", "theirs"):
        body = "".join(side(reconcile_bodies(base, mine, theirs), which))
        assert html_blocks(clean(body)) == html_blocks(body)


def test_two_people_on_two_paragraphs_are_never_asked():
    base = "<p>One.</p><p>Two.</p>"
    mine, theirs = "<p>One, mine.</p><p>Two.</p>", "<p>One.</p><p>Two, theirs.</p><p>Three.</p>"
    assert reconcile_bodies(base, mine, theirs) == ["<p>One, mine.</p><p>Two, theirs.</p><p>Three.</p>"]


def test_new_paragraphs_at_one_place_both_stand():
    assert reconcile_blocks(["a"], ["a", "My new words"], ["a", "Their other ones"]) == [
        "a",
        "Their other ones",
        "My new words",
    ]
    assert reconcile_blocks([], ["one two three", "four"], ["one two three"]) == ["one two three", "four"]


def test_one_paragraph_changed_by_both_is_asked():
    pieces = reconcile_bodies("<p>A.</p><p>B.</p>", "<p>A.</p><p>B mine.</p>", "<p>A.</p><p>B theirs.</p>")
    assert pieces == ["<p>A.</p>", Choice("<p>B.</p>", "<p>B mine.</p>", "<p>B theirs.</p>")]


def test_one_took_away_what_the_other_changed():
    assert reconcile_blocks(["a b"], [], ["a c"]) == [Choice("a b", "", "a c")]


def test_the_same_new_paragraph_in_two_wordings_is_asked():
    assert reconcile_blocks([], ["one two three"], ["one two four"]) == [Choice("", "one two three", "one two four")]


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "reconciled"),
    [("a", "a", "b", "b"), ("a", "b", "a", "b"), ("a", "b", "b", "b"), ("a", "b", "c", None), ("", "", "", "")],
)
def test_values_are_reconciled_by_the_same_rule(base, mine, theirs, reconciled):
    assert reconcile_values(base, mine, theirs) == reconciled


def test_sets_lose_what_either_took_away_and_have_what_either_added():
    assert reconcile_sets(["1", "2", "3"], ["2", "3", "4"], ["3", "1", "5"]) == ["3", "5", "4"]
