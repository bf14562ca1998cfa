"""Links that point to a story or a topic by its number: how they are written, cleaned and drawn."""

import pytest

from articles.text.body.blocks import more_of
from articles.text.body.body import Body
from articles.text.body.cleaning import clean
from articles.text.body.own_links import (
    STORY,
    TOPIC,
    is_pointer,
    numbers_of,
    pointer_by,
    pointers_in,
    story_of,
    written,
)
from articles.text.body.rendering import render, render_line

LINE = '<p><a data-story="7">The dam <em>holds</em></a></p>'


def drawn(html, addresses):
    return render(Body(clean(html)), people={}, quotes=(), picture=str, addresses=addresses, more="Read more")


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
        ('<p>All on <a data-topic="05">dams</a></p>', "<p>All on dams</p>"),
        ('<p>All on <a href="/topics/dams/" data-topic="5">dams</a></p>', '<p>All on <a data-topic="5">dams</a></p>'),
        ('<p><a data-topic="5" data-story="7">dam</a></p>', '<p><a data-story="7">dam</a></p>'),
        ('<p><a href="story:7">dam</a></p>', "<p>dam</p>"),
    ],
)
def test_pointer_is_kept_by_its_number_and_goes_before_an_address(written, kept):
    assert clean(written) == kept
    assert clean(kept) == kept


def test_value_of_a_mark_is_a_pointer_or_an_address():
    story, topic = pointer_by(STORY), pointer_by(TOPIC)
    assert (story("7"), topic("5"), story("x"), topic("-5")) == ("story:7", "topic:5", None, None)
    assert [story_of(value) for value in ("story:7", "topic:5", "/story:7", "")] == [7, None, None, None]
    assert [is_pointer(value) for value in ("story:7", "topic:5", "/story:7", "desk:7")] == [True, True, False, False]
    assert (written("story:7"), written("topic:5")) == ((STORY, "7"), (TOPIC, "5"))


def test_what_is_pointed_to_is_named_once_in_page_order():
    found = pointers_in(f'<p><a data-story="9">a</a> <a data-topic="9">b</a></p>{LINE}{LINE}')
    assert found == ["story:9", "topic:9", "story:7"]
    assert (numbers_of("story", found), numbers_of("topic", found)) == ([9, 7], [9])


def test_words_lead_where_the_story_is_now_and_are_plain_where_it_is_not():
    html = '<p>When the <a data-story="7">dam</a> held</p>'
    assert drawn(html, {"story:7": "/2026/05/dam/"}) == '<p>When the <a href="/2026/05/dam/">dam</a> held</p>'
    assert drawn(html, {}) == "<p>When the dam held</p>"
    topic = '<p>All on <a data-topic="7">dams</a></p>'
    assert drawn(topic, {"topic:7": "/topics/dams/"}) == '<p>All on <a href="/topics/dams/">dams</a></p>'
    assert drawn(topic, {"story:7": "/2026/05/dam/"}) == "<p>All on dams</p>"
    assert render_line('The <a data-story="7">dam</a>', people={}) == "The dam"
    assert (
        render_line('The <a data-story="7">dam</a>', people={}, addresses={"story:7": "/d/"})
        == 'The <a href="/d/">dam</a>'
    )


def test_line_that_is_nothing_but_a_link_leads_on_and_goes_with_its_story():
    said = '<p class="more"><span>Read more</span> <a href="/d/">The dam <em>holds</em></a></p>'
    assert drawn(f"<p>Rain.</p>{LINE}", {"story:7": "/d/"}) == f"<p>Rain.</p>{said}"
    assert drawn(f"<p>Rain.</p>{LINE}", {}) == "<p>Rain.</p>"
    bare = render(Body(LINE), people={}, quotes=(), picture=str, addresses={"story:7": "/d/"})
    assert bare == '<p class="more"><a href="/d/">The dam <em>holds</em></a></p>'


@pytest.mark.parametrize(
    "html",
    [
        '<h2><a data-story="7">Dam</a></h2>',
        '<p><a data-story="7">Dam</a>.</p>',
        '<p><a data-topic="7">Dam</a></p>',
        '<p><a href="/d/">Dam</a></p>',
        "<p>Dam</p>",
    ],
)
def test_what_else_holds_a_link_is_no_such_line(html):
    assert more_of(Body(html).nodes[0]) is None
