"""What other programs put on the clipboard comes in as what it says, and nothing foreign with it."""

import pytest
from hypothesis import given

from articles.text.body.cleaning import clean
from articles.text.paste.clipboard_html import Unreadable, read_clipboard_html, unwrapped_link
from tests.articles import wires
from tests.articles.text.soup import html
from tests.journeys import clipboards


def cleaned(source):
    return read_clipboard_html(source).html


LISTED = "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>{}</span>{}</p>"


@pytest.mark.parametrize("program", ["word", "docs", "libreoffice", "gmail", "page"])
def test_every_program_s_story_is_the_same(program):
    text = cleaned(getattr(clipboards, program)())
    assert f"<h2>{wires.HEADLINE}</h2>" in text and f"<h2>{wires.FIRST}</h2>" in text
    assert f"<ul>{''.join(f'<li><p>{point}</p></li>' for point in clipboards.POINTS)}</ul>" in text
    assert f'<a href="{clipboards.LINK}">{clipboards.LINKED}</a>' in text
    assert "<strong>" not in text and clean(text) == text


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("", ""),
        ("<!-- --> <img src=x>", ""),
        ("Loose <b>words</b> here", "<p>Loose <strong>words</strong> here</p>"),
        ("<p>a\u00a0b\u200bc</p>", "<p>a bc</p>"),
        ("<p>a\x0cb\x0bc\uffff</p>", "<p>a bc</p>"),
        ("<p>a&nbsp;b&#8203;c&#1;</p><p hidden>&#1;</p>&#2;d", "<p>a bc</p><p>d</p>"),
        ("<p><a href='https://example.org/&#1;x'>a</a></p>", '<p><a href="https://example.org/x">a</a></p>'),
        # marks: by tag, by style, and taken back by style
        ("<p>A <i>b</i> <cite>c</cite> d.</p>", "<p>A <em>b</em> <em>c</em> d.</p>"),
        (
            "<p>A <span style='font-weight:700;font-style:italic'>b</span> c.</p>",
            "<p>A <strong><em>b</em></strong> c.</p>",
        ),
        ("<b style='font-weight:normal'><p>A <em style='font-style:normal'>b</em> c.</p></b>", "<p>A b c.</p>"),
        (
            "<p><b>Bold <span style='font-weight:400'>not</span> again.</b></p>",
            "<p><strong>Bold </strong>not<strong> again.</strong></p>",
        ),
        ("<p style='mso-bidi-font-weight:normal'><b>Real.</b></p>", "<p><strong>Real.</strong></p>"),
        # subheads
        (
            "<p><b>A line in bold</b></p><p><b>A loud sentence.</b></p>",
            "<h2>A line in bold</h2><p><strong>A loud sentence.</strong></p>",
        ),
        (f"<p><b>{'long ' * 25}</b></p>", f"<p><strong>{('long ' * 25).strip()}</strong></p>"),
        ("<h4><b>Small</b> head</h4>", "<h2>Small head</h2>"),
        ("<p class=MsoSubtitle>Under</p>", "<h2>Under</h2>"),
        # line breaks
        ("<div>one<br>two<br><br><b>t</b>hree</div>", "<p>one two</p><p><strong>t</strong>hree</p>"),
        ("<blockquote>one<br><br>two</blockquote>", "<blockquote><p>one</p><p>two</p></blockquote>"),
        # Word's lists and quotes
        (LISTED.format("1.", "One") + LISTED.format("2.", "Two"), "<ol><li><p>One</p></li><li><p>Two</p></li></ol>"),
        (
            LISTED.format("·", "One") + "<p>So.</p>" + LISTED.format("·", "Two"),
            "<ul><li><p>One</p></li></ul><p>So.</p><ul><li><p>Two</p></li></ul>",
        ),
        ("<p style='mso-list:l0 level1 lfo1'>Bare</p>", "<ul><li><p>Bare</p></li></ul>"),
        ("<p class=MsoQuote>a</p>\n<p class=MsoIntenseQuote>b</p>", "<blockquote><p>a</p><p>b</p></blockquote>"),
        # what is no text
        ("<p>a<span style='display:none'>b</span><span hidden>c</span><a href='#_ftn1'>[1]</a> d</p>", "<p>a d</p>"),
        ("<p>a</p><div style='mso-element:footnote-list'>b</div><p style='mso-hide:all'>c</p>", "<p>a</p>"),
        ("<body hidden style='display:none'><p>a</p></body>", "<p>a</p>"),
        # numbers of other newsrooms' people and photos, addresses on other sites
        ("<p><span data-person='1'>Ana</span> <a href='/here/'>b</a></p>", "<p>Ana b</p>"),
        ("<figure data-photo='2'><figcaption>Pier</figcaption></figure>", "<p>Pier</p>"),
        ("<p><a href='mailto:a@example.org'>write</a></p>", '<p><a href="mailto:a@example.org">write</a></p>'),
        ("<table><tr><td>five</td><td>six</td></tr></table>", "<p>five six</p>"),
    ],
)
def test_pasted_html_becomes_the_vocabulary(pasted, text):
    assert cleaned(pasted) == text


def test_hostile_html_is_inert_text():
    text = cleaned(
        "<p>One<img src=x onerror='a()'><script>a()</script> two</p><svg onload='a()'></svg><p onclick='a()'>"
        "<a href='javascript:a()'>three</a></p><iframe srcdoc='<script>a()</script>'></iframe><style>p{}</style>"
    )
    assert text == "<p>One two</p><p>three</p>"


@given(html)
def test_anything_pasted_comes_in_clean(pasted):
    text = cleaned(pasted)
    assert clean(text) == text


def test_detours_are_straightened():
    assert unwrapped_link("https://www.google.com/url?q=https://example.org/x&sa=D") == "https://example.org/x"
    assert unwrapped_link("https://www.google.co.uk/url?url=https://example.org/") == "https://example.org/"
    for detour in (
        "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fx&data=05",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fx&h=AT1",
        "https://slack-redir.net/link?url=https%3A%2F%2Fexample.org%2Fx",
    ):
        assert unwrapped_link(detour) == "https://example.org/x"
    for href in ("https://www.google.com/maps", "/2026/05/a/", "https://www.google.com/url", "http://["):
        assert unwrapped_link(href) == href


def test_links_that_lead_nowhere_from_here_are_counted():
    pasted = "<p><a href='file:///C:/x'>a</a> <a href='/x'>b</a> <a href='#'>c</a> <a name=d>d</a> <a href=x></a></p>"
    assert read_clipboard_html(pasted).left_out == {"links": 2}


@pytest.mark.parametrize("pasted", ["<blockquote>" * 10_000 + "x", "<p>A few words.</p>" * 26_000, "words " * 300_000])
def test_what_is_too_deep_or_too_long_is_refused_in_a_sentence(pasted):
    with pytest.raises(Unreadable) as refused:
        read_clipboard_html(pasted)
    assert str(refused.value).endswith(".")


def test_elements_that_nobody_ends_are_not_deep():
    assert read_clipboard_html("<p>a" * 1000).html == "<p>a</p>" * 1000


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("<span style='display:block'>One.</span><span style='display:block'>Two.</span>", "<p>One.</p><p>Two.</p>"),
        ("<p><span style='display:block;float:left'>T</span>he</p>", "<p>The</p>"),
        ("<div>It is <div style='display:inline'>late</div>.</div>", "<p>It is late.</p>"),
        ("<div style='display:inline'><p>One.</p></div><p>Two.</p>", "<p>One.</p><p>Two.</p>"),
        (
            "<p style='display:flex'><b>1911</b><span>Aurora</span> <i>Fram</i></p>",
            "<p><strong>1911</strong> Aurora <em>Fram</em></p>",
        ),
        ("<div><p role=heading>One</p></div><p>Two.</p>", "<h2>One</h2><p>Two.</p>"),
        ("<div role=list><div role=listitem>One</div></div>", "<ul><li><p>One</p></li></ul>"),
        ("<p><a href='//mill.example/x'>x</a></p>", '<p><a href="https://mill.example/x">x</a></p>'),
        (
            "<span>One.</span><span data-stringify-type=paragraph-break></span><span>Two.</span>",
            "<p>One.</p><p>Two.</p>",
        ),
        ("<p>x<span class=Superscript>2</span>, CO<span class=subscript>2</span></p>", "<p>x², CO₂</p>"),
        ("<table><tr><td style='vertical-align:top;font-size:9px'>2</td></tr></table>", "<p>2</p>"),
    ],
)
def test_styles_and_roles_part_and_join_words(pasted, text):
    assert read_clipboard_html(pasted).html == text


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("position:relative;bottom:.4em;font-size:70%", "x²"),
        ("position:relative;top:0.3rem;font-size:70%", "x₂"),
        ("vertical-align:text-top;font-size:70%", "x²"),
        ("vertical-align:bottom;font-size:70%", "x₂"),
        ("vertical-align:top", "x2"),
    ],
)
def test_styles_raise_and_lower_words(style, text):
    assert read_clipboard_html(f"<p>x<span style='{style}'>2</span></p>").html == f"<p>{text}</p>"
