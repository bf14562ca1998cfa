"""Mentions of a body: who is marked, in page order, and the words under the mark."""

from articles.text.body.cleaning import clean
from articles.text.body.mentions import mentions


def test_mentions_come_in_page_order_with_their_words():
    body = clean(
        '<h2>With <span data-person="3">Bo</span></h2><p>When <span data-person="7">Ann\n Lee</span> came, '
        '<span data-person="3">he</span> left.</p><ul><li><span data-person="9">Cy</span></li></ul>'
        '<blockquote><p>I saw <span data-person="5">her</span>.</p></blockquote>'
        '<figure data-photo="1"><figcaption>By <span data-person="8">Di</span></figcaption></figure>'
    )
    assert mentions(body) == [(3, "Bo"), (7, "Ann Lee"), (3, "he"), (9, "Cy"), (5, "her"), (8, "Di")]


def test_mention_that_is_partly_bold_is_one():
    assert mentions(clean('<p><span data-person="7">Ann <strong>B.</strong> Lee</span></p>')) == [(7, "Ann B. Lee")]


def test_mention_over_a_line_break_reads_as_one_name():
    assert mentions(clean('<p><span data-person="7">Ann<br>Lee</span></p>')) == [(7, "Ann Lee")]


def test_mentions_of_one_person_in_two_blocks_are_two():
    body = clean('<p><span data-person="7">Ann</span></p><p><span data-person="7">Lee</span></p>')
    assert mentions(body) == [(7, "Ann"), (7, "Lee")]


def test_body_without_marks_mentions_nobody():
    assert mentions("") == []
    assert mentions("<p>Ann Lee came.</p>") == []
