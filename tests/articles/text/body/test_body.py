"""A body is parsed once, splits into sections without loss, and answers what is asked of its words."""

from hypothesis import given, settings

from articles.text.body.blocks import BodyBlock
from articles.text.body.body import Body, BodySection, PlacedPhoto, join
from articles.text.body.cleaning import clean
from articles.text.body.html_parser import nodes_of
from tests.articles.text.parses import counted_parses
from tests.articles.text.soup import bodies, html


@settings(max_examples=300, deadline=None)
@given(bodies)
def test_split_and_join_lose_nothing(body):
    sections = Body(body).sections
    assert join(sections) == body
    assert all(section.heading for section in sections[1:])
    assert Body(join(sections)).sections == sections


@settings(deadline=None)
@given(html)
def test_split_and_join_of_many_sections_lose_nothing(source):
    body = clean(f"<h2>First</h2>{source}<h2>{source}</h2>{source}<h2>Last</h2>")
    assert join(Body(body).sections) == body


def test_split_of_nothing_is_no_section():
    assert Body("").sections == ()
    assert join([]) == ""


def test_split_puts_the_words_before_the_first_heading_into_a_section_without_one():
    assert Body("<p>a</p><h2>B <em>c</em></h2><p>d</p><h2>E</h2>").sections == (
        BodySection("", "<p>a</p>"),
        BodySection("B <em>c</em>", "<p>d</p>"),
        BodySection("E", ""),
    )


@settings(max_examples=300, deadline=None)
@given(bodies)
def test_blocks_lie_in_the_section_text_and_cover_it(body):
    text = Body(body).text
    found = Body(body).blocks
    assert all(text[block.start : block.end] == block.text for block in found)
    assert "\n".join(block.text for block in found) == text


def test_blocks_tell_their_kind_place_and_speaker():
    body = clean(
        "<p>a<br>b</p><figure data-photo=1>caption</figure>"
        "<blockquote data-person=7 data-attribution='Bo'><p>c</p><p>d</p></blockquote><ul><li>e<li>f</ul>"
    )
    assert Body(body).text == "a b\nc\nd\ne\nf"
    assert Body(body).blocks == (
        BodyBlock("p", 0, 3, "a b"),
        BodyBlock("blockquote", 4, 7, "c\nd", 7, "Bo"),
        BodyBlock("li", 8, 9, "e"),
        BodyBlock("li", 10, 11, "f"),
    )


def test_plain_text_holds_headings_and_captions_but_no_blank_lines():
    body = clean("<h2>A</h2><figure data-photo=1></figure><figure data-photo=2>b</figure><p>c &amp; d</p>")
    assert Body(body).plain_text == "A\nb\nc & d"


def test_word_count_counts_words_as_people_do():
    assert Body(clean("<p>Ukraine’s U.S. envoy said 1,000 well-known — things.</p>")).word_count == 7
    assert Body(clean("<p>習近平は言った</p><figure data-photo=1>not these words</figure>")).word_count == 7
    assert Body("").word_count == 0


def test_mentioned_people_come_once_in_order():
    body = clean(
        "<p><span data-person=9>a</span> <span data-person=2>b</span></p>"
        "<figure data-photo=1><span data-person=4>c</span></figure>"
        "<blockquote data-person=5><p><span data-person=9>d</span></p></blockquote>"
    )
    assert Body(body).mentioned_people == (9, 2, 4)
    assert Body(body).linked_people == (9, 2, 4, 5)


def test_placed_photos_come_in_order_with_credit_and_caption():
    body = clean(
        "<figure data-photo=2 data-credit='A &amp; B'>x <b>y</b></figure><p>z</p><figure data-photo=2></figure>"
    )
    assert Body(body).photos == (PlacedPhoto(2, "A & B", "x <strong>y</strong>"), PlacedPhoto(2, "", ""))


@settings(deadline=None)
@given(bodies)
def test_placed_photos_are_all_there(body):
    assert len(Body(body).photos) == sum(node.tag == "figure" for node in nodes_of(body))


def test_mentions_come_in_page_order_with_their_words():
    body = clean(
        '<h2>With <span data-person="3">Bo</span></h2><p>When <span data-person="7">Ann\n Lee</span> came, '
        '<span data-person="3">he</span> left.</p><ul><li><span data-person="9">Cy</span></li></ul>'
        '<blockquote><p>I saw <span data-person="5">her</span>.</p></blockquote>'
        '<figure data-photo="1"><figcaption>By <span data-person="8">Di</span></figcaption></figure>'
    )
    assert list(Body(body).mentions) == [(3, "Bo"), (7, "Ann Lee"), (3, "he"), (9, "Cy"), (5, "her"), (8, "Di")]


def test_mention_that_is_partly_bold_is_one():
    assert list(Body(clean('<p><span data-person="7">Ann <strong>B.</strong> Lee</span></p>')).mentions) == [
        (7, "Ann B. Lee")
    ]


def test_mention_over_a_line_break_reads_as_one_name():
    assert list(Body(clean('<p><span data-person="7">Ann<br>Lee</span></p>')).mentions) == [(7, "Ann Lee")]


def test_mentions_of_one_person_in_two_blocks_are_two():
    body = clean('<p><span data-person="7">Ann</span></p><p><span data-person="7">Lee</span></p>')
    assert list(Body(body).mentions) == [(7, "Ann"), (7, "Lee")]


def test_body_without_marks_mentions_nobody():
    assert Body("").mentions == ()
    assert Body("<p>Ann Lee came.</p>").mentions == ()


def test_quotes_are_set_off_or_running_and_counted_in_the_text():
    body = Body(
        clean(
            "<p>“It is over,” Tavi Brandt said.</p><blockquote data-person=7 data-attribution='Bo'><p>“Never.”</p>"
            "</blockquote><ul><li>“No,” said Ana Prill.</li></ul>"
        )
    )
    assert [(quote.words, quote.speaker, quote.person) for quote in body.quotes] == [
        ("It is over,", "Tavi Brandt", None),
        ("Never.", "", 7),
        ("No,", "Ana Prill", None),
    ]
    assert [body.text[quote.start : quote.end] for quote in body.quotes] == ["“It is over,”", "“Never.”", "“No,”"]


def test_body_is_parsed_once_whatever_is_asked():
    body = Body(clean("<p>“Yes,” said <span data-person=1>Ann</span>.</p><h2>B</h2><figure data-photo=2>x</figure>"))
    with counted_parses() as parses:
        for _ in range(2):
            answers = body.sections, body.blocks, body.text, body.plain_text, body.word_count, body.quotes
            answers += body.mentions, body.mentioned_people, body.linked_people, body.photos
            answers += (body.sections[0].body.quotes, body.sections[1].body.photos)
    assert all(answers)
    assert parses == [body.html]


def test_section_of_a_row_has_a_body_of_its_own():
    section = BodySection("Then", "<p>a</p><p>b</p>")
    assert section.body == Body("<p>a</p><p>b</p>")
    assert section.body is section.body


def test_bodies_made_of_nodes_are_not_parsed():
    nodes = nodes_of("<p>a</p><p>b</p>")
    with counted_parses() as parses:
        assert Body.of_nodes(nodes[:1]).text == "a"
    assert Body.of_nodes(nodes) == Body("<p>a</p><p>b</p>")
    assert parses == []
