"""Boxes: a title and lines, or words of the story once more; foreign asides are only their words."""

import pytest

from articles.text.body.attributes import BOXES
from articles.text.body.body import Body
from articles.text.body.cleaning import clean
from articles.text.body.rendering import render


def drawn(html, **more):
    return render(Body(html), people={}, quotes=(), picture=lambda *_: "", **more)


@pytest.mark.parametrize("kind", BOXES)
def test_box_survives_cleaning(kind):
    html = f'<aside data-box="{kind}"><p>Title</p><p>One <strong>line</strong></p></aside><p>On.</p>'
    assert clean(html) == html


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("<aside>Words</aside>", "<p>Words</p>"),
        ('<aside data-box="evil" onclick="x()"><p>Words</p></aside>', "<p>Words</p>"),
        ('<aside data-box="facts"> </aside>', ""),
        (
            '<aside data-box="points" class="x">A<ul><li>one</li><li>two</li></ul></aside>',
            '<aside data-box="points"><p>A</p><p>one</p><p>two</p></aside>',
        ),
        (
            '<aside data-box="facts"><h2>A</h2><script>x()</script><p>b</p></aside>',
            '<aside data-box="facts"><p>A</p><p>b</p></aside>',
        ),
    ],
)
def test_what_comes_in_is_a_box_of_plain_lines_or_only_words(html, cleaned):
    assert clean(html) == cleaned


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("points", '<p class="box-title">T</p><ul><li><p>a</p></li><li><p>b</p></li></ul>'),
        ("timeline", '<p class="box-title">T</p><ol><li><p>a</p></li><li><p>b</p></li></ol>'),
        ("facts", '<p class="box-title">T</p><p>a</p><p>b</p>'),
    ],
)
def test_first_line_is_the_title_and_the_name(kind, shown):
    page = drawn(f'<aside data-box="{kind}"><p>T</p><p>a</p><p>b</p></aside>')
    assert page == f'<aside class="box" data-box="{kind}" aria-label="T">{shown}</aside>'


def test_one_line_is_no_title_and_a_pull_has_none():
    assert drawn('<aside data-box="facts"><p>a</p></aside>') == '<aside class="box" data-box="facts"><p>a</p></aside>'
    page = drawn('<aside data-box="pull"><p>a</p><p>b</p></aside>')
    assert page == '<aside class="box" data-box="pull"><p>a</p><p>b</p></aside>'


def test_quotes_in_a_box_are_quotes_and_those_of_a_pull_are_none_again():
    said = "“We have waited long enough,” said Ana Diaz."
    body = Body(f'<p>{said}</p><aside data-box="pull"><p>{said}</p></aside>')
    assert [quote.words for quote in body.quotes] == ["We have waited long enough,"]
    assert len(Body(f'<aside data-box="facts"><p>What she said</p><p>{said}</p></aside>').quotes) == 1
    assert body.plain_text.count("waited") == 2
