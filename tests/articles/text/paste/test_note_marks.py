"""Marks and notes that are only text go when they belong together, and stay when they do not."""

import pytest

from articles.text.paste.clipboard_html import read_clipboard_html


@pytest.mark.parametrize(
    ("pasted", "text", "left_out"),
    [
        (
            "<p>They voted[a] on <b>Monday[</b>b].</p><p>So.</p><p>[a]Are we sure?</p><p>[b]Ok.</p>",
            "<p>They voted on <strong>Monday</strong>.</p><p>So.</p>",
            {"comments": 2},
        ),
        (
            "<ul><li>They voted[1].</li></ul><p>[1] Minutes.</p>",
            "<ul><li><p>They voted.</p></li></ul>",
            {"footnotes": 1},
        ),
        ("<p>They voted.</p><p>[1] Minutes.</p>", "<p>They voted.</p><p>[1] Minutes.</p>", {}),
        ("<p>[a] voted.</p>", "<p>[a] voted.</p>", {}),
        ("<p>They voted<sup>1</sup>.</p><p><sup>1</sup> Minutes.</p>", "<p>They voted.</p>", {"footnotes": 1}),
        (
            "<p>They voted<sup>1</sup>.</p><p><sup>2</sup> Minutes.</p>",
            "<p>They voted.</p><p>² Minutes.</p>",
            {"footnotes": 1},
        ),
    ],
)
def test_notes_in_words(pasted, text, left_out):
    clipping = read_clipboard_html(pasted)
    assert clipping.html == text and +clipping.left_out == left_out
