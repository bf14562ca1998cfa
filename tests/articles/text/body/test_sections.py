"""A body splits into sections without loss, and its words are read off as others count them."""

from hypothesis import given, settings

from articles.text.body.cleaning import clean
from articles.text.body.html_parser import read
from articles.text.body.sections import (
    Block,
    Placement,
    SectionText,
    blocks,
    join,
    mentioned_people,
    placed_photos,
    plain_text,
    section_text,
    split,
    word_count,
)
from tests.articles.text.soup import bodies, html


@settings(max_examples=300, deadline=None)
@given(bodies)
def test_split_and_join_lose_nothing(body):
    sections = split(body)
    assert join(sections) == body
    assert all(section.heading for section in sections[1:])
    assert split(join(sections)) == sections


@settings(deadline=None)
@given(html)
def test_split_and_join_of_many_sections_lose_nothing(source):
    body = clean(f"<h2>First</h2>{source}<h2>{source}</h2>{source}<h2>Last</h2>")
    assert join(split(body)) == body


def test_split_of_nothing_is_no_section():
    assert split("") == []
    assert join([]) == ""


def test_split_puts_the_words_before_the_first_heading_into_a_section_without_one():
    assert split("<p>a</p><h2>B <em>c</em></h2><p>d</p><h2>E</h2>") == [
        SectionText("", "<p>a</p>"),
        SectionText("B <em>c</em>", "<p>d</p>"),
        SectionText("E", ""),
    ]


@settings(max_examples=300, deadline=None)
@given(bodies)
def test_blocks_lie_in_the_section_text_and_cover_it(body):
    text = section_text(body)
    found = blocks(body)
    assert all(text[block.start : block.end] == block.text for block in found)
    assert "\n".join(block.text for block in found) == text


def test_blocks_tell_their_kind_place_and_speaker():
    body = clean(
        "<p>a<br>b</p><figure data-photo=1>caption</figure>"
        "<blockquote data-person=7 data-attribution='Bo'><p>c</p><p>d</p></blockquote><ul><li>e<li>f</ul>"
    )
    assert section_text(body) == "a b\nc\nd\ne\nf"
    assert blocks(body) == [
        Block("p", 0, 3, "a b"),
        Block("blockquote", 4, 7, "c\nd", 7, "Bo"),
        Block("li", 8, 9, "e"),
        Block("li", 10, 11, "f"),
    ]


def test_plain_text_holds_headings_and_captions_but_no_blank_lines():
    body = clean("<h2>A</h2><figure data-photo=1></figure><figure data-photo=2>b</figure><p>c &amp; d</p>")
    assert plain_text(body) == "A\nb\nc & d"


def test_word_count_counts_words_as_people_do():
    assert word_count(clean("<p>Ukraine’s U.S. envoy said 1,000 well-known — things.</p>")) == 7
    assert word_count(clean("<p>習近平は言った</p><figure data-photo=1>not these words</figure>")) == 7
    assert word_count("") == 0


def test_mentioned_people_come_once_in_order():
    body = clean(
        "<p><span data-person=9>a</span> <span data-person=2>b</span></p>"
        "<figure data-photo=1><span data-person=4>c</span></figure>"
        "<blockquote data-person=5><p><span data-person=9>d</span></p></blockquote>"
    )
    assert mentioned_people(body) == [9, 2, 4]


def test_placed_photos_come_in_order_with_credit_and_caption():
    body = clean(
        "<figure data-photo=2 data-credit='A &amp; B'>x <b>y</b></figure><p>z</p><figure data-photo=2></figure>"
    )
    assert placed_photos(body) == [Placement(2, "A & B", "x <strong>y</strong>"), Placement(2, "", "")]


@settings(deadline=None)
@given(bodies)
def test_placed_photos_are_all_there(body):
    assert len(placed_photos(body)) == sum(node.tag == "figure" for node in read(body))
