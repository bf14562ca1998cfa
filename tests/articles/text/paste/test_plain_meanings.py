"""Emoji, quotation marks and formulas are words; pictures and tables are counted."""

import pytest

from articles.text.paste.clipboard_html import read_clipboard_html

TABLE = "<table><tr><td>five</td><td>six</td></tr></table>"


@pytest.mark.parametrize(
    ("pasted", "text", "left_out"),
    [
        ("<p>a <img class=emoji alt='🙂' src=x></p>", "<p>a 🙂</p>", {}),
        ("<p>a<img alt='A pier' src=x><img alt='x²' src=y><img src=z></p>", "<p>a</p>", {"pictures": 3}),
        ("<p>a<img src=x width=1 height=1></p>", "<p>a</p>", {}),
        ("<p>a<svg><path d=M0></path></svg></p><svg><text>b</text></svg>", "<p>a</p>", {"pictures": 1}),
        ("<p>He said <q>yes</q>, <q>no <b>no</b></q>.</p>", '<p>He said "yes", "no <strong>no</strong>".</p>', {}),
        (
            "<p><math><semantics><mrow><mi>x</mi></mrow><annotation encoding=tex>y</annotation></semantics></math></p>",
            "<p>x</p>",
            {},
        ),
        (TABLE, "<p>five six</p>", {"tables": 1}),
        (f"<table><tr><td>{TABLE}</td><td>x</td></tr></table>", "<p>five six</p><p>x</p>", {"tables": 1}),
        (
            "<table><tr><td><p>five</p></td><td><div><p>six</p></div></td></tr></table>",
            "<p>five six</p>",
            {"tables": 1},
        ),
        (
            "<table><tr><td><p>five</p><p>more</p></td><td><p>six</p></td></tr></table>",
            "<p>five</p><p>more</p><p>six</p>",
            {"tables": 1},
        ),
        (
            "<pre>One\nruns on.\n \nTwo <b>a</b>\n\nthree</pre>",
            "<p>One runs on.</p><p>Two <strong>a</strong></p><p>three</p>",
            {},
        ),
        ("<p style='white-space:pre-wrap'>One.\nTwo.<b>x</b>\n</p>", "<p>One.</p><p>Two.<strong>x</strong></p>", {}),
        ("<p style='white-space:pre-wrap'>\n<b>One</b> two\n</p>", "<p><strong>One</strong> two</p>", {}),
        ("<table role=presentation><tr><td>five</td><td>six</td></tr></table>", "<p>five six</p>", {}),
        ("<table><tr><td>five</td><td> </td></tr></table>", "<p>five</p>", {}),
    ],
)
def test_what_elements_say_is_said_in_words(pasted, text, left_out):
    clipping = read_clipboard_html(pasted)
    assert clipping.html == text and +clipping.left_out == left_out
