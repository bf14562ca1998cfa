"""Links that point to a story by its number: how they are written, cleaned and drawn."""

import pytest

from articles.text.body.blocks import more_of
from articles.text.body.body import Body
from articles.text.body.cleaning import clean
from articles.text.body.rendering import render, render_line
from articles.text.body.story_links import of_value, pointer, stories_pointed_to

LINE = '<p><a data-story="7">The dam <em>holds</em></a></p>'


def drawn(html, stories):
    return render(Body(clean(html)), people={}, quotes=(), picture=str, stories=stories, more="Read more")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ('<p>A <a data-story="7">dam</a></p>', '<p>A <a data-story="7">dam</a></p>'),
        (
            '<p><a href="/2026/05/dam/" data-story=" 07 " target="_blank">dam</a></p>',
            '<p><a href="/2026/05/dam/">dam</a></p>',
        ),
        ('<p><a href="/2026/05/dam/" data-story="7">dam</a></p>', '<p><a data-story="7">dam</a></p>'),
        ('<p><a data-story="x">dam</a></p>', "<p>dam</p>"),
        ('<p><a href="story:7">dam</a></p>', "<p>dam</p>"),
    ],
)
def test_pointer_is_kept_by_its_number_and_goes_before_an_address(written, kept):
    assert clean(written) == kept
    assert clean(kept) == kept


def test_value_of_a_mark_is_a_pointer_or_an_address():
    assert (pointer("7"), pointer("x"), of_value("story:7"), of_value("/story:7")) == ("story:7", None, 7, None)


def test_stories_are_named_once_in_page_order():
    assert stories_pointed_to(f'<p><a data-story="9">a</a> b</p>{LINE}{LINE}') == [9, 7]


def test_words_lead_where_the_story_is_now_and_are_plain_where_it_is_not():
    html = '<p>When the <a data-story="7">dam</a> held</p>'
    assert drawn(html, {7: "/2026/05/dam/"}) == '<p>When the <a href="/2026/05/dam/">dam</a> held</p>'
    assert drawn(html, {}) == "<p>When the dam held</p>"
    assert render_line('The <a data-story="7">dam</a>', people={}) == "The dam"
    assert render_line('The <a data-story="7">dam</a>', people={}, stories={7: "/d/"}) == 'The <a href="/d/">dam</a>'


def test_line_that_is_nothing_but_a_link_leads_on_and_goes_with_its_story():
    said = '<p class="more"><span>Read more</span> <a href="/d/">The dam <em>holds</em></a></p>'
    assert drawn(f"<p>Rain.</p>{LINE}", {7: "/d/"}) == f"<p>Rain.</p>{said}"
    assert drawn(f"<p>Rain.</p>{LINE}", {}) == "<p>Rain.</p>"
    bare = render(Body(LINE), people={}, quotes=(), picture=str, stories={7: "/d/"})
    assert bare == '<p class="more"><a href="/d/">The dam <em>holds</em></a></p>'


@pytest.mark.parametrize(
    "html",
    [
        '<h2><a data-story="7">Dam</a></h2>',
        '<p><a data-story="7">Dam</a>.</p>',
        '<p><a href="/d/">Dam</a></p>',
        "<p>Dam</p>",
    ],
)
def test_what_else_holds_a_link_is_no_such_line(html):
    assert more_of(Body(html).nodes[0]) is None
