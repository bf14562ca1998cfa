"""A section as the page shows it: quotes in their marks, people linked, photos drawn, valid whatever the words."""

import re
from html import unescape

import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.body.body import Body
from articles.text.body.cleaning import clean
from articles.text.body.rendering import Footnotes, PersonLink, QuoteMark, render, render_line
from articles.text.characters import join_surrogates
from tests.articles.text.soup import bodies, html

GENERAL = PersonLink("Vera Holm", "/people/vera-holm/")
PEOPLE = {1: GENERAL, 7: PersonLink('Bo "B" <Lind>', "/people/bo/?a=b&c")}
_EVERYTHING = nh3.Cleaner(
    tags={
        *["h3", "hr", "div", "table", "caption", "thead", "tbody", "tr", "td", "th"],
        "p",
        "h2",
        "ul",
        "ol",
        "li",
        "blockquote",
        "cite",
        "figure",
        "span",
        "a",
        "strong",
        "em",
        "sup",
        "sub",
        "br",
    },
    attributes={
        "*": {
            "id",
            "data-quote",
            "data-attribution",
            "data-person",
            "class",
            "scope",
            "role",
            "tabindex",
            "aria-label",
        },
        "a": {"href"},
    },
    link_rel=None,
)


def draw(photo, caption, credit):
    return f"<figure>{photo}/{caption}/{credit}</figure>".replace("//", "/")


def show(source, *quotes, people=PEOPLE):
    return render(Body(clean(source)), people=people, quotes=quotes, picture=draw)


def mark(source, words, name="q1", **more):
    start = Body(clean(source)).text.index(words)
    return QuoteMark(name, start, start + len(words), more.pop("attribution", "she"), **more)


@st.composite
def bodies_with_quotes(draw_):
    body = draw_(bodies)
    length = len(Body(body).text)
    spans = draw_(st.lists(st.tuples(st.integers(0, length), st.integers(0, length)), max_size=4)) if length else []
    quotes = [QuoteMark(f"q{n}", min(span), max(span), 'the "A"') for n, span in enumerate(spans)]
    quotes += [
        QuoteMark(f"b{n}", block.start, block.end, block.attribution, block.person, set_off=True)
        for n, block in enumerate(Body(body).blocks)
        if block.kind == "blockquote"
    ]
    return body, quotes


@settings(max_examples=300, deadline=None)
@given(bodies_with_quotes())
def test_render_gives_html_that_a_parser_leaves_as_it_is(given_):
    body, quotes = given_
    page = render(Body(body), people=PEOPLE, quotes=quotes, picture=lambda *_: "<figure></figure>")
    spelled = _EVERYTHING.clean(page)
    assert re.sub(r" [a-z-]+=\"[^\"]*\"", "", spelled) == re.sub(r" [a-z-]+=\"[^\"]*\"", "", page)
    assert not re.search(r"<a [^>]*>(?:(?!</a>).)*<a ", page)
    identities = re.findall(r' id="([^"]*)"', page)
    assert len(identities) == len(set(identities))


@settings(deadline=None)
@given(html | st.text(st.sampled_from('<>/="& apP'), max_size=40))
def test_render_is_safe_even_with_html_that_nobody_cleaned(source):
    page = render(Body(join_surrogates(source)), people=PEOPLE, quotes=[], picture=lambda *_: "")
    assert _ours(clean(page)) == _ours(page)


def _ours(page):
    """The page's HTML without what drawing adds to cleaned HTML."""
    page = re.sub(r' data-person="\d+"| (?:class|scope)="\w+"|</?div[^>]*>|</?t(?:head|body)>', "", page)
    return page.replace("<th></th>", "<td></td>")


class Unmarked(Footnotes):
    """Footnotes of which the text shows nothing."""

    def mark(self, words):
        return ""


@settings(max_examples=300, deadline=None)
@given(bodies_with_quotes())
def test_render_wraps_exactly_the_quoted_words(given_):
    body, quotes = given_
    page = render(Body(body), people={}, quotes=quotes, picture=lambda *_: "", footnotes=Unmarked("s-"))
    text = Body(body).text
    for quote in quotes:
        if not quote.set_off:
            quoted = text[quote.start : quote.end].replace("\n", "")
            assert _words_in(page, quote.id) == quoted
            assert page.count(f' id="{quote.id}"') == (1 if quoted else 0)


def _words_in(page, name):
    """The words inside elements marked as this quote, by walking the tags."""
    words, inside = [], []
    for tag, quote, text in re.findall(r'<(/?[a-z0-9]+)[^>]*?(?: data-quote="([^"]*)"[^>]*)?>|([^<]+)', page):
        if text and name in inside:
            words.append(unescape(text))
        elif tag == "br" and name in inside:
            words.append(" ")
        elif tag.startswith("/"):
            inside.pop()
        elif tag and tag != "br":
            inside.append(quote)
    return "".join(words)


def test_render_wraps_a_running_quote_around_marks_and_whole_links():
    source = "<p>“We <em>must</em> go to <a href='/x'>the</a> sea,” she said.</p>"
    assert show(source, mark(source, "“We must go to the sea,”", person=1)) == (
        '<p><span id="q1" data-quote="q1" data-attribution="she" data-person="1">“We <em>must</em> go to '
        '<a href="/x">the</a> sea,”</span> she said.</p>'
    )


def test_render_cuts_a_quote_rather_than_a_link():
    source = "<p><a href='/x'>she said “no</a> way” then</p>"
    assert show(source, mark(source, "“no way”")) == (
        '<p><a href="/x">she said <span id="q1" data-quote="q1" data-attribution="she">“no</span></a>'
        '<span data-quote="q1" data-attribution="she"> way”</span> then</p>'
    )


def test_render_gives_a_quote_over_two_paragraphs_a_span_in_each():
    source = "<p>“a</p><p>“b” c</p>"
    assert show(source, mark(source, "“a\n“b”")) == (
        '<p><span id="q1" data-quote="q1" data-attribution="she">“a</span></p>'
        '<p><span data-quote="q1" data-attribution="she">“b”</span> c</p>'
    )


def test_render_nests_a_quote_in_a_quote():
    source = "<p>“a ‘b’ c”</p>"
    page = show(source, mark(source, "‘b’", name="q2"), mark(source, "“a ‘b’ c”"))
    assert page == (
        '<p><span id="q1" data-quote="q1" data-attribution="she">“a '
        '<span id="q2" data-quote="q2" data-attribution="she">‘b’</span> c”</span></p>'
    )


def test_render_links_the_mentions_of_known_people():
    source = "<p><span data-person=1>the <b>general</b></span> met <span data-person=99>him</span></p>"
    assert (
        show(source) == '<p><a data-person="1" href="/people/vera-holm/">the <strong>general</strong></a> met him</p>'
    )


def test_render_keeps_a_link_when_a_mention_stands_in_it():
    source = (
        "<p><a href='/x'>see <span data-person=1>her</span></a> <span data-person=1>a <a href='/y'>b</a></span></p>"
    )
    assert show(source) == (
        '<p><a href="/x">see her</a> <a data-person="1" href="/people/vera-holm/">a </a><a href="/y">b</a></p>'
    )


@pytest.mark.parametrize(
    ("more", "cite"),
    [
        ({"attribution": "the army, in a statement"}, "<cite>the army, in a statement</cite>"),
        ({"attribution": "x & y", "person": 99}, "<cite>x &amp; y</cite>"),
        (
            {"attribution": "Holm", "person": 1, "credit_line": "Gen. Vera Holm, army"},
            '<cite>Gen. <a data-person="1" href="/people/vera-holm/">Vera Holm</a>, army</cite>',
        ),
        (
            {"attribution": "Vera Smith, general", "person": 1},
            '<cite><a data-person="1" href="/people/vera-holm/">Vera Smith</a>, general</cite>',
        ),
        (
            {"attribution": "Severa Holmes", "person": 1},
            '<cite><a data-person="1" href="/people/vera-holm/">Severa Holmes</a></cite>',
        ),
        ({"attribution": "", "person": 1}, '<cite><a data-person="1" href="/people/vera-holm/">Vera Holm</a></cite>'),
        ({"attribution": ""}, ""),
    ],
)
def test_render_sets_a_cite_under_a_set_off_quote(more, cite):
    source = "<p>x</p><blockquote><p>“No.”</p><p>“Never.”</p></blockquote>"
    quote = mark(source, "“No.”\n“Never.”", set_off=True, **more)
    page = show(source, quote)
    assert page.startswith('<p>x</p><blockquote id="q1" data-quote="q1" data-attribution="')
    assert page.endswith(f"<p>“No.”</p><p>“Never.”</p>{cite}</blockquote>")
    assert ('data-person="' in page.partition(">“No")[0]) == (quote.person is not None)


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "<p>“No.</p><p>Never.”</p>"),
        ("fr", "<p>«\u00a0No.</p><p>Never.\u00a0»</p>"),
        ("de", "<p>„No.</p><p>Never.“</p>"),
    ],
)
def test_render_puts_a_set_off_quote_into_its_languages_marks(language, shown):
    html = clean("<blockquote data-attribution=x><p>No.</p><p>Never.</p></blockquote>")
    mark = QuoteMark("q1", 0, len(Body(html).text), "x", set_off=True)
    assert shown in render(Body(html), people={}, quotes=[mark], picture=str, language=language)


def test_render_leaves_a_blockquote_without_its_quote_unmarked():
    assert (
        show("<blockquote data-person=1 data-attribution=x><p>a</p></blockquote>")
        == "<blockquote><p>a</p></blockquote>"
    )


def test_render_draws_photos_with_their_caption_and_credit():
    source = "<figure data-photo=3 data-credit='AP'><span data-person=1>she</span> &amp; I</figure><ul><li>x</ul>"
    assert show(source) == (
        '<figure>3/<a data-person="1" href="/people/vera-holm/">she</a> &amp; I/AP</figure><ul><li><p>x</p></li></ul>'
    )


def test_render_escapes_what_people_and_quotes_bring():
    source = "<p>“a” <span data-person=7>b</span></p>"
    assert show(source, mark(source, "“a”", attribution='"><script>')) == (
        '<p><span id="q1" data-quote="q1" data-attribution="&quot;&gt;&lt;script&gt;">“a”</span> '
        '<a data-person="7" href="/people/bo/?a=b&amp;c">b</a></p>'
    )


def test_render_line_renders_a_heading():
    heading = 'The <em>end</em> of <span data-person="1">Holm</span>'
    assert render_line(heading, people=PEOPLE) == (
        'The <em>end</em> of <a data-person="1" href="/people/vera-holm/">Holm</a>'
    )
    assert render_line("", people=PEOPLE) == ""
