"""Differences: read without what went it is the new text, without what came the old one, and it reads as prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from articles.text.body.body import Body
from articles.text.body.cleaning import clean
from articles.text.body.vocabulary import ELEMENTS
from articles.text.compare.diff import (
    _SAID,
    Passage,
    count_changed_words,
    diff_html,
    diff_text,
    passages,
    sides,
    sides_of_text,
)
from tests.articles.text.soup import bodies

lines = st.lists(
    st.sampled_from(["the", "bridge", "is", "open", ".", ",", "“so”", "a-b", "  ", "<b>", "é"]), max_size=9
)


def without(tag, marked):
    """The marked-up HTML without the words in `tag`, cleaned."""
    root = html.fromstring(f"<div>{marked}</div>")
    for element in root.iter(tag):
        tail = element.tail
        element.clear()
        element.tail = tail
    return clean(html.tostring(root, encoding="unicode"))


@given(bodies, bodies)
def test_both_texts_can_be_read_out_of_it(before, after):
    marked = diff_html(Body(before), Body(after))
    for mark, side in (("del", Body(after)), ("ins", Body(before))):
        assert Body(without(mark, marked)).plain_text == Body(without(mark, diff_html(side, side))).plain_text


@given(bodies)
def test_the_same_text_has_no_marks(body):
    marked = diff_html(Body(body), Body(body))
    assert "<ins>" not in marked and "<del>" not in marked


@given(lines, lines)
def test_both_lines_can_be_read_out_of_it(before, after):
    before, after = " ".join(before), " ".join(after)
    root = html.fromstring(f"<div>{diff_text(before, after)}</div>")
    assert "".join(root.xpath("//text()[not(ancestor::del)]")) == after
    assert "".join(root.xpath("//text()[not(ancestor::ins)]")) == before


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        ("<p>It is open.</p>", "<p>It is shut.</p>", "<p>It is <del>open</del><ins>shut</ins>.</p>"),
        ("<p>Open.</p>", "<p>Open. It rained.</p>", "<p>Open.<ins> It rained.</ins></p>"),
        ("<p>A b.</p>", "<p>A b.</p><p>New.</p>", "<p>A b.</p><p><ins>New.</ins></p>"),
        ("<p>A b.</p><p>Old.</p>", "<p>A b.</p>", "<p>A b.</p><p><del>Old.</del></p>"),
        ("<p>Same</p>", "<h2>Same</h2>", "<p><del>Same</del></p><h2><ins>Same</ins></h2>"),
        (
            "<p>Quite other words</p>",
            "<p>Nothing of it stayed</p>",
            "<p><del>Quite other words</del></p><p><ins>Nothing of it stayed</ins></p>",
        ),
        (
            "<p>It is <strong>open</strong> now</p>",
            "<p>It is open now</p>",
            "<p>It is <del><strong>open</strong> </del><ins>open </ins>now</p>",
        ),
        (
            "<p>one big red of two small blue here now yes</p>",
            "<p>one wee green of ten tall white here now yes</p>",
            "<p>one <del>big red of two small blue </del><ins>wee green of ten tall white </ins>here now yes</p>",
        ),
        (
            "<ul><li><p>one</p></li><li><p>two</p></li></ul>",
            "<ul><li><p>one</p><p>more</p></li><li><p>two</p></li><li><p>three</p></li></ul>",
            "<ul><li>one<ins><br>more</ins></li><li>two</li><li><ins>three</ins></li></ul>",
        ),
        (
            '<blockquote data-attribution="Bo"><p>We wait here.</p></blockquote>',
            '<blockquote data-attribution="Ana"><p>We wait here.</p></blockquote>',
            '<blockquote><p>We wait here.</p><p class="apparatus">— <del>Bo</del><ins>Ana</ins></p></blockquote>',
        ),
        (
            "",
            '<figure data-photo="3" data-credit="AP"><figcaption>The bridge</figcaption></figure>',
            "<figure><figcaption><ins>The bridge</ins></figcaption>"
            '<p class="apparatus"><ins>photo 3 · credit AP</ins></p></figure>',
        ),
    ],
)
def test_it_reads_like_marked_up_prose(before, after, marked):
    assert diff_html(Body(before), Body(after)) == marked


def unmarked(side):
    return side.replace("<mark>", "").replace("</mark>", "")


@given(bodies, bodies)
def test_each_side_has_all_of_its_own_words_and_none_of_the_other(one, other):
    for body, side in zip((one, other), sides(Body(one), Body(other)), strict=True):
        assert "<ins>" not in side and "<del>" not in side
        alone = diff_html(Body(body), Body(body))
        assert Body(clean(unmarked(side))).plain_text == Body(clean(alone)).plain_text


@given(lines, lines)
def test_each_side_of_two_lines_is_that_line(one, other):
    one, other = " ".join(one), " ".join(other)
    for line, side in zip((one, other), sides_of_text(one, other), strict=True):
        assert html.fromstring(f"<div>{side}</div>").text_content() == line
        assert one != other or side == unmarked(side)


@pytest.mark.parametrize(
    ("one", "other", "marked"),
    [
        (
            "<p>It is open.</p>",
            "<p>It is shut.</p>",
            ("<p>It is <mark>open</mark>.</p>", "<p>It is <mark>shut</mark>.</p>"),
        ),
        ("<p>A b.</p>", "<p>A b.</p><p>New.</p>", ("<p>A b.</p>", "<p>A b.</p><p><mark>New.</mark></p>")),
        (
            "<ul><li>one</li><li>two</li></ul>",
            "<ul><li>one</li></ul>",
            ("<ul><li>one</li><li><mark>two</mark></li></ul>", "<ul><li>one</li></ul>"),
        ),
        (
            "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>",
            "<table><tbody><tr><td>a</td><td>c</td></tr></tbody></table>",
            (
                "<table><tbody><tr><td>a</td><td><mark>b</mark></td></tr></tbody></table>",
                "<table><tbody><tr><td>a</td><td><mark>c</mark></td></tr></tbody></table>",
            ),
        ),
    ],
)
def test_words_that_only_one_side_has_are_marked(one, other, marked):
    assert sides(Body(clean(one)), Body(clean(other))) == marked


def test_words_are_counted_that_came_and_that_went():
    assert count_changed_words(Body("<p>one two two</p>"), Body("<p>two three four five</p>")) == (3, 2)
    assert count_changed_words(Body(""), Body("")) == (0, 0)


def test_passages_part_what_is_near_a_change_from_what_is_not():
    before = "".join(f"<p>Line {number}</p>" for number in range(9))
    after = before.replace("Line 4", "Line four")
    parts = passages(Body(before), Body(after))
    assert [(part.is_far, part.blocks) for part in parts] == [(True, 3), (False, 3), (True, 3)]
    assert "".join(part.html for part in parts) == diff_html(Body(before), Body(after))
    assert passages(Body("<p>A</p>"), Body("<p>A</p>")) == [Passage("<p>A</p>", is_far=True, blocks=1)]


@pytest.mark.parametrize("number", ["55,000", "55.000", "55\u00a0000", "1,055,000.5", "5.5m"])
def test_a_number_changes_whole(number):
    other = number.replace("5", "4", 1)
    marked = html.fromstring(f"<p>{diff_text(f'About {number} came.', f'About {other} came.')}</p>")
    assert [(each.tag, each.text.strip(" ")) for each in marked] == [("del", number), ("ins", other)]


def test_every_attribute_of_a_block_has_words_in_a_comparison():
    names = {name for element in ELEMENTS.values() for name in element.attributes}
    assert names <= set(_SAID)


@pytest.mark.parametrize(
    "block",
    [
        '<aside data-box="facts"><p>One.</p></aside>',
        '<figure data-photo="3" data-gallery="on"><figcaption>A</figcaption></figure>',
    ],
)
def test_boxes_and_galleries_are_compared(block):
    assert "<ins>" in diff_html(Body("<p>x</p>"), Body(f"<p>x</p>{block}"))
