"""Tables, footnotes, rules and smaller subheads: what each says when it is asked, drawn, compared and merged."""

import pytest

from articles.text.body.body import Body, BodySection
from articles.text.body.cleaning import clean
from articles.text.body.html_parser import visible_text
from articles.text.body.rendering import Footnotes, PersonLink, QuoteMark, render
from articles.text.checks.links import find_unmade_links
from articles.text.compare.diff import diff_html
from articles.text.compare.reconcile import Choice, reconcile_bodies
from articles.text.people.name_index import NameIndex, link_people


def table(*rows, caption="Ships by port"):
    """Cleaned HTML of a table, each row's cells parted by bars, the first row being headings."""
    head, *body = ([f"<td>{cell}</td>" for cell in row.split("|")] for row in rows)
    lines = ["".join(head).replace("td>", "th>"), *map("".join, body)]
    return clean(f"<table><caption>{caption}</caption>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>")


SHIPS = table("Port|Ships|Change", "Merrow|1,200|+4.5%", "Vint||–", "Holm|85|−2 %")


def drawn(html, **more):
    return render(Body(html), people={}, quotes=(), picture=lambda *_: "", **more)


def test_table_is_asked_cell_by_cell_and_blank_cells_are_no_blocks():
    body = Body(f"<p>Before.</p>{SHIPS}<p>After.</p>")
    assert [block.kind for block in body.blocks].count("td") == 11
    assert body.blocks[1].kind == "caption" and body.blocks[-1].text == "After."
    assert body.text == "\n".join(block.text for block in body.blocks)
    assert all(body.text[block.start : block.end] == block.text for block in body.blocks)
    assert "Ships by port\nPort\nShips" in body.plain_text
    assert "".join(visible_text(body.html).split()) == "".join(body.plain_text.split())


def test_table_has_quotes_and_mentions_in_its_cells():
    body = Body(table("Who|What", '<span data-person="7">Ana Diaz</span>|“We will sail,” said Bo Lind.'))
    assert [(quote.words, quote.speaker) for quote in body.quotes] == [("We will sail,", "Bo Lind")]
    assert body.mentioned_people == (7,)


def test_table_is_drawn_in_a_region_with_its_name_and_numbers_are_known():
    page = drawn(SHIPS)
    assert page.startswith('<div class="table" role="region" aria-label="Ships by port" tabindex="0"><table><caption>')
    assert '<thead><tr><th scope="col">Port</th><th scope="col" class="number">Ships</th>' in page
    assert '<tbody><tr><td>Merrow</td><td class="number">1,200</td><td class="number">+4.5%</td></tr>' in page
    assert '<td>Vint</td><td class="number"></td>' in page
    assert 'aria-label="Table: a, b"' in drawn(table("a|b", "c|d", caption=""))


def test_table_with_headings_at_the_side_says_so():
    html = clean("<table><tr><td><td>2025<tr><th>Merrow<td>3<tr><th>Vint<td>4</table>")
    assert '<tr><th scope="row">Merrow</th><td class="number">3</td></tr>' in drawn(html)
    assert "<thead>" not in drawn(html)


@pytest.mark.parametrize(
    "number",
    ["1", "1,234.5", "-3", "−3 %", "€12", "12 €", "US$ 5", "12 m", "(3)", "3:1", "n/a", "–", "1 200", "3,5", "5 km²"],
)
def test_numbers_are_known_by_what_they_are(number):
    assert '<td class="number">' in drawn(table("a|b", f"x|{number}"))


@pytest.mark.parametrize("words", ["3 May 2025", "Room 12", "two", "1 was enough", "B12 x"])
def test_words_are_no_numbers(words):
    assert 'class="number"' not in drawn(table("a|b", f"x|{words}"))


def test_footnotes_are_numbered_by_the_page_and_gathered():
    notes = Footnotes("s1-", "Note %(number)d")
    html = clean(
        "<p>Ships<small data-note>By <i>tonnage</i>.</small> left <a href=/a>now<small data-note>B</small>.</a></p>"
    )
    page = drawn(html, footnotes=notes) + drawn(clean("<ul><li>x<small data-note>C</small></ul>"), footnotes=notes)
    assert (
        'Ships<sup class="note-mark"><a class="plain" href="#s1-note1" id="s1-mark1" aria-label="Note 1">1</a></sup>'
        in page
    )
    assert '<a href="/a">now</a><sup' in page and ">3</a></sup></p></li>" in page
    assert notes.lines == ["By <em>tonnage</em>.", '<a href="/a">B</a>', "C"]
    assert (
        drawn(html)
        == '<p>Ships (By <em>tonnage</em>.) left <a href="/a">now</a> (<a href="/a">B</a>)<a href="/a">.</a></p>'
    )


def test_footnote_does_not_part_the_words_of_a_quote():
    body = Body(clean("<p>“We will<small data-note>In “May”.</small> sail,” said Bo Lind.</p>"))
    assert [quote.words for quote in body.quotes] == ["We will sail,"] and body.word_count == 6
    assert body.plain_text == "“We will In “May”.  sail,” said Bo Lind."
    (quote,) = body.quotes
    mark = QuoteMark("q1", quote.start, quote.end, "Bo Lind")
    page = render(body, people={}, quotes=[mark], picture=lambda *_: "", footnotes=Footnotes("s-"))
    assert page.count("<span") == 1 and page.index("<sup") < page.index("</span>")


def test_smaller_subheads_and_rules_stay_in_their_section():
    html = clean("<h2>A</h2><p>a</p><h3>B</h3><hr><p>b</p>")
    assert Body(html).sections == (BodySection("A", "<p>a</p><h3>B</h3><hr><p>b</p>"),)
    assert drawn(Body(html).sections[0].html) == '<p>a</p><h3 class="sub">B</h3><hr><p>b</p>'
    assert Body(html).text == "A\na\nB\nb"


def test_people_are_linked_in_cells_but_not_in_headings_and_captions():
    index = NameIndex([(7, "Ana Diaz")])
    assert 'data-person="7"' in link_people(Body(table("a|b", "Ana Diaz|c")), index).html
    assert 'data-person="7"' not in link_people(Body(table("a|b", "x|c", caption="Ana Diaz")), index).html
    assert 'data-person="7"' not in link_people(Body("<h3>Ana Diaz</h3>"), index).html


def test_links_in_cells_are_counted_as_blocks():
    html = clean("<hr><figure data-photo=1>x</figure>" + table("a|b", "|<a href=http://there.It>there.It</a>"))
    assert list(find_unmade_links(Body(html))) == [(3, "there.It")]


def test_table_is_compared_row_by_row():
    now = SHIPS.replace("1,200", "1,300").replace(
        "<tr><td>Vint", "<tr><td>Oma</td><td>7</td><td>8</td></tr><tr><td>Vint"
    )
    marked = diff_html(Body(SHIPS), Body(now))
    assert "<tr><td>Merrow</td><td><del>1,200</del><ins>1,300</ins></td>" in marked
    assert "<tr><td><ins>Oma</ins></td><td><ins>7</ins></td><td><ins>8</ins></td></tr>" in marked
    assert "<caption>Ships by port</caption>" in marked and "<th>Port</th>" in marked
    assert diff_html(Body(""), Body("<hr>")) == '<p class="apparatus"><ins>***</ins></p>'
    assert "<del>Vint</del>" in diff_html(Body(SHIPS), Body("<p>Nothing.</p>"))


def test_rows_that_two_people_changed_come_together():
    mine = SHIPS.replace("1,200", "1,300").replace("Ships by port", "Ships")
    theirs = SHIPS.replace("85", "86").replace("</tbody>", "<tr><td>Oma</td><td>7</td><td>8</td></tr></tbody>")
    (merged,) = reconcile_bodies(SHIPS, mine, theirs)
    assert isinstance(merged, str) and clean(merged) == merged
    assert all(words in merged for words in ("1,300", "86", "Oma", "<caption>Ships</caption>"))


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (SHIPS.replace("1,200", "1,300"), SHIPS.replace("1,200", "1,400")),
        (SHIPS.replace("by port", "here"), SHIPS.replace("by port", "there")),
        (SHIPS.replace("1,200", "1,300"), "<p>None of this.</p>"),
    ],
)
def test_what_two_people_changed_in_one_row_is_asked(mine, theirs):
    assert reconcile_bodies(SHIPS, mine, theirs) == [Choice(SHIPS, mine, theirs)]


def test_mention_in_a_note_is_linked_on_the_page():
    notes = Footnotes("s-")
    body = Body(clean("<p>a<small data-note><span data-person=7>Ana</span></small></p>"))
    render(body, people={7: PersonLink("Ana", "/p/")}, quotes=(), picture=lambda *_: "", footnotes=notes)
    assert notes.lines == ['<a data-person="7" href="/p/">Ana</a>'] and body.mentioned_people == (7,)
