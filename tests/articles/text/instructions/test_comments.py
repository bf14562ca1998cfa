"""Comments of a word processor in plain text."""

import pytest

from articles.text.instructions.envelope import take_comments


def test_comments_and_their_marks_are_taken():
    text = "They voted[a] on[b] it.\n\n[a]Are we sure?\nLegal says no.\n[b]Yes.\n"
    assert take_comments(text) == ("They voted on it.", ["[a]Are we sure?", "Legal says no.", "[b]Yes."])


@pytest.mark.parametrize("text", ["They voted.", "They voted.\n[a]Are we sure?", "", "[a]One", "A[1] b.\nText."])
def test_other_text_stays(text):
    assert take_comments(text) == (text, [])
