"""The reader of sheets, on what the cleaner never gives it."""

import pytest

from articles.text.body.html_parser import nodes_of, visible_text
from articles.text.body.nodes import Run, line_text


def test_read_ignores_an_end_without_its_start():
    (node,) = nodes_of("<p>a</em>b</p></p>")
    assert node.lines == ((Run("ab"),),)


def test_read_takes_a_lone_angle_bracket_as_text():
    (node,) = nodes_of("<p>a < b</p>")
    assert line_text(node.lines[0]) == "a < b"


def test_node_attribute_is_empty_where_it_is_not_there():
    (node,) = nodes_of("<blockquote><p>a</p></blockquote>")
    assert node.attribute("data-person") == ""


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>One<br>two</p><p><em>three</em> &amp; four</p>", "One two\nthree & four\n"),
        ("<ul><li><p>One</p></li></ul>", "One\n\n"),
        ('<p>One</p><p>Two <a href="https://exam', "One\nTwo "),
        ("", ""),
    ],
)
def test_visible_words_are_what_stands_between_tags_even_where_the_html_is_cut_off(html, words):
    assert visible_text(html) == words
