"""Any HTML becomes the body's vocabulary, without a word lost."""

import re
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.text.body.cleaning import SANITIZER, clean
from articles.text.body.html_parser import nodes_of, parse
from articles.text.body.nodes import write
from articles.text.body.vocabulary import KNOWN_TAGS
from articles.text.characters import is_blank, valid_characters
from tests.articles.text.soup import html

TAGS = "p div b em h4 li ul blockquote figure figcaption span a u nothing-known"
_LINK = r"<a (?:href=\"[^\"]*\"|data-(?:story|topic)=\"[1-9]\d*\")>|</a>|<small data-note=\"\">|</small>"
_LINE = rf"(?:[^<>]|<br>|</?(?:strong|em|su[bp])>|{_LINK}|<span data-person=\"[1-9]\d*\">|</span>)+"
_ATTRIBUTION = r"(?: data-person=\"[1-9]\d*\")?(?: data-attribution=\"[^\"]+\")?"
_GRAMMAR = re.compile(
    rf"(?:<p>{_LINE}</p>|<(h[23])>{_LINE}</\1>|<hr>|<(ul|ol)>(?:<li>(?:<p>{_LINE}</p>)+</li>)+</\2>"
    rf"|<blockquote{_ATTRIBUTION}>(?:<p>{_LINE}</p>)+</blockquote>"
    rf"|<figure data-photo=\"[1-9]\d*\"(?: data-credit=\"[^\"]+\")?><figcaption>(?:{_LINE})?</figcaption></figure>"
    rf"|<table>(?:<caption>[^<>]+</caption>)?<tbody>(?:<tr>(?:<(t[hd])>(?:{_LINE})?</\3>){{2,}}</tr>)+</tbody></table>"
    rf"|<div data-embed=\"https://[^\"]+\"><figcaption>(?:{_LINE})?</figcaption></div>)*"
)


@settings(max_examples=400, deadline=None)
@given(html)
@example("<p>a<em> </em>b<br> <br></p><a href='/x'><p>c</p></a>")
@example("<h2>a<br>b <br></h2><li>x<blockquote>y</blockquote>z")
def test_clean_is_idempotent_and_in_the_grammar(source):
    body = clean(source)
    assert clean(body) == body
    assert write(nodes_of(body)) == body
    assert _GRAMMAR.fullmatch(body), body


@settings(max_examples=400, deadline=None)
@given(html)
@example("<table><caption>Ana</caption><tr><td></td></tr><tr><th></th><td></td></tr></table>")
def test_clean_skips_the_sanitizer_only_where_it_would_change_nothing(source):
    for each in (source, write(parse(source)), clean(source)):
        assert clean(each) == write(parse(SANITIZER.clean(valid_characters(each))))


@settings(max_examples=200, deadline=None)
@given(
    st.recursive(
        st.text("ab é海\xa0", min_size=1),
        lambda inner: st.builds(
            lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
            st.sampled_from(TAGS.split()),
            st.lists(inner, max_size=4),
        ),
    )
)
def test_clean_keeps_every_word_in_order(source):
    assert _letters(clean(source)) == _letters(source)


def _letters(source):
    return re.sub(r"<[^>]*>|&nbsp;|\s", "", source)


@settings(deadline=None)
@given(st.text(st.characters(codec=None, categories=None), max_size=30))
def test_clean_never_raises_and_keeps_escaped_text(text):
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    body = clean(escaped)
    words = "".join(run.text for node in nodes_of(body) for line in node.lines for run in line)
    kept = valid_characters(text)
    assert words == "" if is_blank(kept) else "".join(words.split()) == "".join(kept.split())


@pytest.mark.parametrize(
    ("source", "body"),
    [
        ("", ""),
        ("bare <b>words</b>", "<p>bare <strong>words</strong></p>"),
        ("<p>one</p>two<p>three</p>", "<p>one</p><p>two</p><p>three</p>"),
        ("<p>a  b\n c</p>", "<p>a b c</p>"),
        ("<p>a&nbsp;b\xa0c</p>", "<p>a&nbsp;b&nbsp;c</p>"),
        ("<p>&nbsp;</p><p></p><p> <br></p>", ""),
        ("<p>a <em> b </em> c</p>", "<p>a <em>b </em>c</p>"),
        ("<p>a<em> </em>b</p>", "<p>a b</p>"),
        ("<p>a<br>\n<br>b<br></p>", "<p>a<br><br>b</p>"),
        ("<p>a <strong> <br></strong>b</p>", "<p>a<br>b</p>"),
        ("<h1>A</h1><h6>B</h6><h2></h2>", "<h2>A</h2><h3>B</h3>"),
        ("<h2>A<br>B</h2>", "<h2>A B</h2>"),
        ("<i>x</i>", "<p><em>x</em></p>"),
        ("<em><b>x</b>y</em>", "<p><strong><em>x</em></strong><em>y</em></p>"),
        ("<em><p>x</p><p>y</p></em>", "<p><em>x</em></p><p><em>y</em></p>"),
        ("<div>one</div><div>two</div>", "<p>one</p><p>two</p>"),
        ("<table><tr><td>a</td></tr><tr><td>b</td></tr></table>", "<p>a</p><p>b</p>"),
        ("<table role=presentation><tr><td>a</td><td>b</td></tr></table>", "<p>a b</p>"),
        ("<ul><li><table><tr><td>a</td><td>b</td></tr></table></ul>", "<ul><li><p>a b</p></li></ul>"),
        ("<table><tr><td><h2>a</h2></td><td>b</td></tr></table>", "<h2>a</h2><p>b</p>"),
        ("<table><tr><td> </td><td></td></tr></table>", ""),
        (
            "<table class=x><caption><b>C</b> d</caption><tr><th scope=col>a<th>b<tr><th>1<td colspan=2>2"
            "<tr><th>3</table>",
            "<table><caption>C d</caption><tbody><tr><th>a</th><th>b</th></tr><tr><th>1</th><td>2</td></tr>"
            "<tr><th>3</th><td></td></tr></tbody></table>",
        ),
        (
            "<table><tr><td><p>a</p><p>b</p></td><td>c<br>d</td></tr></table>",
            "<table><tbody><tr><td>a<br>b</td><td>c<br>d</td></tr></tbody></table>",
        ),
        (
            "<div data-embed=' https://youtu.be/a1b2c3d4 ' onclick=x>A <b>film</b></div>",
            '<div data-embed="https://youtu.be/a1b2c3d4"><figcaption>A <strong>film</strong></figcaption></div>',
        ),
        ("<div data-embed='https://evil.example/a1b2c3d4'>A film</div>", "<p>A film</p>"),
        ("<div data-embed='javascript:alert(1)//youtu.be/a1b2c3d4'>A film</div>", "<p>A film</p>"),
        ("<h3>A<br>B</h3><hr class=x>", "<h3>A B</h3><hr>"),
        ("<blockquote><p>a</p><hr><p>b</p></blockquote>", "<blockquote><p>a</p><p>b</p></blockquote>"),
        ("<p>a<small data-note>b <i>c</i></small></p>", '<p>a<small data-note="">b <em>c</em></small></p>'),
        ("<p>a<small>b</small></p>", "<p>ab</p>"),
        ("<p><small data-note>b</small></p><h2>a<small data-note>b</small></h2>", "<p>b</p><h2>ab</h2>"),
        ("<blockquote>x</blockquote>", "<blockquote><p>x</p></blockquote>"),
        ("<blockquote><h2>x</h2><ul><li>y</ul></blockquote>", "<blockquote><p>x</p><p>y</p></blockquote>"),
        (
            "<blockquote data-person=1><p>a<blockquote data-person=2>b</blockquote>c</blockquote>",
            '<blockquote data-person="1"><p>a</p></blockquote><blockquote data-person="2"><p>b</p></blockquote>'
            '<blockquote data-person="1"><p>c</p></blockquote>',
        ),
        (
            "<blockquote data-person=x data-attribution='  a  fisher '>x</blockquote>",
            '<blockquote data-attribution="a fisher"><p>x</p></blockquote>',
        ),
        ("<ul><li>a<ol><li>b</ol>c</ul>", "<ul><li><p>a</p></li><li><p>b</p></li><li><p>c</p></li></ul>"),
        ("<ol>a<li><p>b<p>c</ol>", "<ol><li><p>a</p></li><li><p>b</p><p>c</p></li></ol>"),
        ("<li>a</li><li>b</li>", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("<ul><li>a</ul><ul><li>b</ul>", "<ul><li><p>a</p></li></ul><ul><li><p>b</p></li></ul>"),
        (
            "<ul><li>a<blockquote>q</blockquote>b</ul>",
            "<ul><li><p>a</p></li></ul><blockquote><p>q</p></blockquote><ul><li><p>b</p></li></ul>",
        ),
        ("<span data-person=4>Ana</span>", '<p><span data-person="4">Ana</span></p>'),
        ("<span>Ana</span> <span data-person=0>Bo</span>", "<p>Ana Bo</p>"),
        (
            "<span data-person=1>a<span data-person=2>b</span></span>",
            '<p><span data-person="1">a</span><span data-person="2">b</span></p>',
        ),
        (
            "<p>x</p><figure data-photo=3 data-credit='AP'><img src=x><figcaption><p>a<p>b</figcaption></figure>",
            '<p>x</p><figure data-photo="3" data-credit="AP"><figcaption>a<br>b</figcaption></figure>',
        ),
        ("<figure data-photo=3></figure>", '<figure data-photo="3"><figcaption></figcaption></figure>'),
        ("<figure><figcaption>words</figcaption></figure>", "<p>words</p>"),
        ("<figure><blockquote>q</blockquote></figure>", "<blockquote><p>q</p></blockquote>"),
        (
            "<blockquote>a<figure data-photo=2>c</figure>b</blockquote>",
            '<blockquote><p>a</p></blockquote><figure data-photo="2"><figcaption>c</figcaption></figure>'
            "<blockquote><p>b</p></blockquote>",
        ),
        ("<script>x</script><style>y</style><template>z</template>words", "<p>words</p>"),
        ("<noscript><img src=x onerror=y></noscript><title>t</title>", ""),
        ("<p onclick=x style=y class=z id=w>words</p>", "<p>words</p>"),
        ("<a href='/x'> </a>word", "<p>word</p>"),
        ("<a>nowhere</a> <a href='javascript:x'>bad</a>", "<p>nowhere bad</p>"),
        ("a\x00b\ufeffc&#1;", "<p>abc</p>"),
        ("a&#0;", "<p>a\ufffd</p>"),
        ("&lt;script&gt;", "<p>&lt;script&gt;</p>"),
        ("\ud83d\ude00 \ud800", "<p>😀 \ufffd</p>"),
    ],
)
def test_clean_normalises(source, body):
    assert clean(source) == body


@pytest.mark.parametrize(
    "source", ["<div>", "<blockquote>", "<b>", "<ul><li>", "<figure data-photo=1>", "<span data-person=1>"]
)
def test_clean_survives_deep_nesting(source):
    assert "deep" in clean(source * 10_000 + "deep")


@pytest.mark.growth
def test_clean_survives_a_megabyte():
    started = time.process_time()
    body = clean("<p>some <b>words</b> of a long story, " * 30_000)
    assert body.count("<p>") == 30_000
    assert time.process_time() - started < 20


def test_clean_writes_only_known_tags():
    assert (
        set(re.findall(r"</?([a-z0-9]+)", clean("".join(f"<{tag}>x" for tag in ["p", "u", "h5", "video", "svg"]))))
        <= KNOWN_TAGS
    )
