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
        (
            "<table><tr><td>one</td><td>2</td></tr><tr><td></td></tr><tr><td><b>All</b></td><td><b>2</b></td></tr></table>",
            "<table><tbody><tr><td>one</td><td>2</td></tr><tr><td><strong>All</strong></td><td><strong>2</strong></td></tr>"
            "</tbody></table>",
            {},
        ),
        (
            "<table><tr><td><b>Port</b></td><td><b>Ships</b></td></tr><tr><td>Merrow</td><td rowspan=2>1,200</td></tr>"
            "<tr><td><p>Vint</p><p>harbour</p></td></tr><tr><td></td><td></td><td></td></tr></table>",
            "<table><tbody><tr><th>Port</th><th>Ships</th></tr><tr><td>Merrow</td><td>1,200</td></tr>"
            "<tr><td>Vint<br>harbour</td><td></td></tr></tbody></table>",
            {},
        ),
        (
            "<figure><table><tr><th colspan=2>Both<th>c<tr><td>1<td>2<td><ul class=MsoHeading><li>3<hr></ul></table>"
            "<figcaption>Title</figcaption></figure>",
            "<table><caption>Title</caption><tbody><tr><th>Both</th><th></th><th>c</th></tr>"
            "<tr><td>1</td><td>2</td><td>3</td></tr></tbody></table>",
            {},
        ),
        (
            "<table><tr><td></td><td>2025</td></tr><tr><td><b>a</b></td><td>1</td></tr><tr><td><b>b</b></td><td>2</td></tr>"
            "</table>",
            "<table><tbody><tr><th></th><td>2025</td></tr><tr><th>a</th><td>1</td></tr><tr><th>b</th><td>2</td></tr>"
            "</tbody></table>",
            {},
        ),
        (
            f"<table><tr><td>a</td><td>{'b ' * 300}</td></tr><tr><td>c</td><td>d</td></tr></table>",
            f"<p>a {('b ' * 300)[:-1]}</p><p>c d</p>",
            {"tables": 1},
        ),
        ("<h3>Small</h3><p>Some words.</p>", "<h2>Small</h2><p>Some words.</p>", {}),
        ("<h2>Big</h2><h3>Small</h3><hr><p>Words.</p>", "<h2>Big</h2><h3>Small</h3><hr><p>Words.</p>", {}),
    ],
)
def test_what_elements_say_is_said_in_words(pasted, text, left_out):
    clipping = read_clipboard_html(pasted)
    assert clipping.html == text and +clipping.left_out == left_out


FRAME = "<div style='mso-element:frame'><p style='mso-element:dropcap-dropped'>{}</p></div>"


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("<p><ruby>港<rt>みなと</rt></ruby>が</p>", "<p>港（みなと）が</p>"),
        ("<p><ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>が</p>", "<p>港(みなと)が</p>"),
        ("<p><ruby>港<rt> </rt></ruby>が</p>", "<p>港が</p>"),
        (FRAME.format("T") + "<p> he <b>ferry</b></p>", "<p>The <strong>ferry</strong></p>"),
        (FRAME.format("T") + "<p><b>he</b></p>", "<p>T<strong>he</strong></p>"),
        (FRAME.format("Title") + "<p>he</p>", "<p>Title</p><p>he</p>"),
        (FRAME.format("T"), "<p>T</p>"),
    ],
)
def test_readings_and_large_letters_stand_with_their_words(pasted, text):
    assert read_clipboard_html(pasted).html == text


@pytest.mark.parametrize(
    ("image", "pictures"),
    [
        ("<img src=x width=20 height=20>", 0),
        ("<img src=x style='width:20px;height:20.5px'>", 0),
        ("<img src=x width=20>", 1),
        ("<img src=x width=300 height=2>", 0),
        ("<img src=x width='50%' height=auto>", 1),
        ("<img src=x aria-roledescription=checkbox>", 0),
    ],
)
def test_signs_on_buttons_are_no_pictures(image, pictures):
    assert read_clipboard_html(f"<p>a {image}</p>").left_out["pictures"] == pictures
