"""A pasted story loses neither its structure to the parser nor its markup to the structure."""

import pytest
from hypothesis import assume, given, settings

from articles.text.body.body import Body
from articles.text.body.cleaning import clean
from articles.text.paste.pasted_story import as_text, is_whole_story, with_markup
from articles.text.wire import ParsedBlock, parse_story
from tests.articles.text.soup import bodies

STORY = clean(
    "<p>Harbours</p><h2>Merrow Opens Its Second Harbour</h2><p>Ferries sail from Monday, after nine years.</p>"
    "<p>By Ana Diaz</p><p>MERROW (AP) — The second harbour <em>opened</em> on Monday, "
    '<a href="https://example.org/h">the guard</a> said, and forty ships lay in it by noon of the same day.</p>'
    "<h2>What it cost</h2><p>It cost nine million crowns, which is <strong>twice</strong> what was planned for it.</p>"
    "<ol><li><p>First <em>piers</em></p></li><li><p>Then</p><p>cranes</p></li></ol>"
    "<blockquote><p>We waited <em>long</em> enough for this day.</p><p>We would wait again.</p></blockquote>"
    '<figure data-photo="3"><figcaption>The <em>old</em> harbour, seen from the hill on Monday.</figcaption></figure>'
    "<p>It will close in winter, the guard said in the statement that it gave on Monday.</p>"
)


def test_story_is_read_and_keeps_its_markup():
    story = parse_story(as_text(STORY))
    assert (story.headline, story.topic, story.bylines) == (
        "Merrow Opens Its Second Harbour",
        "Harbours",
        ("Ana Diaz",),
    )
    assert story.dek == "Ferries sail from Monday, after nine years."
    assert story.place == "Merrow"
    assert with_markup(story.blocks, STORY) == (
        '<p>The second harbour <em>opened</em> on Monday, <a href="https://example.org/h">the guard</a> said, and '
        "forty ships lay in it by noon of the same day.</p>"
        "<h2>What it cost</h2><p>It cost nine million crowns, which is <strong>twice</strong> what was planned for it."
        "</p><ol><li><p>First <em>piers</em></p></li><li><p>Then<br>cranes</p></li></ol>"
        "<blockquote><p>We waited <em>long</em> enough for this day.</p><p>We would wait again.</p></blockquote>"
        "<p>The <em>old</em> harbour, seen from the hill on Monday.</p>"
        "<p>It will close in winter, the guard said in the statement that it gave on Monday.</p>"
    )


@pytest.mark.parametrize(
    ("blocks", "html", "expected"),
    [
        ([ParsedBlock("p", "One & two")], "<p>Other</p>", "<p>One &amp; two</p>"),
        ([ParsedBlock("li", "One")], "<p>One</p>", "<ul><li><p>One</p></li></ul>"),
        (
            [ParsedBlock("p", "Same"), ParsedBlock("p", "Same")],
            "<p><em>Same</em></p>",
            "<p><em>Same</em></p><p>Same</p>",
        ),
        ([ParsedBlock("p", "two three")], "<p>O<em>ne t</em>wo three</p>", "<p><em>t</em>wo three</p>"),
        ([ParsedBlock("h2", "One")], "<blockquote><p>One</p></blockquote>", "<h2>One</h2>"),
    ],
)
def test_blocks_find_their_lines(blocks, html, expected):
    assert with_markup(blocks, html) == expected


@settings(max_examples=200, deadline=None)
@given(bodies)
def test_no_word_of_a_block_is_lost(body):
    assume(
        "data-note" not in body and "<table" not in body and "<hr" not in body
    )  # no paste has notes; the others stay whole
    blocks = [ParsedBlock("p", text) for line in Body(body).plain_text.split("\n") if (text := " ".join(line.split()))]
    written = with_markup(blocks, body)
    assert clean(written) == written
    assert Body(written).plain_text.split() == " ".join(block.text for block in blocks).split()


def test_table_and_rule_of_a_whole_story_stay_where_they_are():
    table = "<table><tbody><tr><th>a</th><th>b</th></tr><tr><td>1</td><td></td></tr></tbody></table>"
    html = f"<p>One line.</p>{table}<p>Two lines.</p><hr><p>Three.</p>"
    blocks = [ParsedBlock("p", text) for text in as_text(html).split("\n\n")]
    assert with_markup(blocks, html) == html
    assert with_markup(blocks[:1], html) == f"<p>One line.</p>{table}<hr>"


def test_whole_story_has_paragraphs_and_words_enough():
    paragraph = "word " * 25
    for gap in ("\n", "\n\n", "\r\n \r\n"):
        assert is_whole_story(gap.join([paragraph] * 4))
    assert is_whole_story("\n\n".join(["日本語の文章です。" * 5] * 4))
    assert not is_whole_story(paragraph * 5)
    assert not is_whole_story("a\n\nb\n\nc\n\nd")
    assert not is_whole_story(f"{paragraph}\n{paragraph}\n\n{paragraph}\n{paragraph}")


BRIEF = (
    "Ferry to Pine Island sails again\n\nThe ferry to Pine Island sailed again on Tuesday, nine weeks after a storm "
    "broke the quay.\n\nTwo ships sail each day until the autumn, the harbor master said; freight goes by rail."
)


def test_brief_with_a_headline_is_a_whole_story():
    assert is_whole_story(BRIEF) and is_whole_story(BRIEF.replace("\n\n", "\n"))
    assert is_whole_story("渡轮恢复开往松岛\n\n" + "周二渡轮恢复开往松岛，此前九周风暴毁坏了码头。" * 2)
    headline, first, second = BRIEF.split("\n\n")
    assert not is_whole_story(f"{first}\n\n{second}"), "no headline"
    assert not is_whole_story(f"{headline}\n\n{first}"), "a sentence or two"
    assert not is_whole_story(first + second)
    assert not is_whole_story(f"{headline}\n\n" + "\n\n".join(["a line of a list"] * 10)), "no sentence"


def test_book_is_no_story():
    paragraphs = "\n\n".join(["The mill turns again, and nobody came to see it on Sunday."] * 20)
    assert is_whole_story(paragraphs)
    assert not is_whole_story("\n\n".join([paragraphs] * 200))
