"""Pointing marks in HTML to somebody else, and back."""

from hypothesis import given
from hypothesis import strategies as st

from articles.text.body.person_links import places_now, pointed_to, repointed, words_marked

QUOTE = '<blockquote data-person="{}" data-attribution="Ann, said &gt; so"><p>“So.”</p></blockquote>'
ATTRIBUTED_FIRST = '<blockquote data-attribution="Ann, said" data-person="{}"><p>“So.”</p></blockquote>'
MENTION = '<p>Here <span data-person="{}">Ann</span> came.</p>'
WORDS = '<p>Write data-person="7" there.</p>'
PIECES = st.lists(
    st.tuples(st.sampled_from([QUOTE, ATTRIBUTED_FIRST, MENTION]), st.sampled_from([7, 70, 8])) | st.just((WORDS, 0)),
    max_size=8,
)


@given(PIECES)
def test_pointing_elsewhere_and_back_is_the_same_html(pieces):
    html = "".join(piece.format(number) for piece, number in pieces)
    marks = [number for piece, number in pieces if piece != WORDS]
    assert pointed_to(html) == marks
    changed, places = repointed(html, 7, 8)
    assert places == [place for place, number in enumerate(marks) if number == 7]
    assert pointed_to(changed) == [8 if number == 7 else number for number in marks]
    assert changed.count(WORDS) == html.count(WORDS)
    assert repointed(changed, 8, 7, places) == (html, places)


@given(PIECES, PIECES)
def test_marks_are_found_where_they_are_when_others_were_put_in_front_and_behind(pieces, more):
    html = "".join(piece.format(number) for piece, number in pieces)
    words = words_marked(html)
    places = list(range(len(words)))
    assert set(words) <= {"Ann", "“So.”"}
    assert places_now(html, places, words) == places
    other = "".join(piece.format(number) for piece, number in more).replace("Ann<", "Ben<").replace("“So.”", "“No.”")
    before = len(pointed_to(other))
    assert places_now(other + html + other, places, words) == [before + place for place in places]
    assert places_now(other, places, words) == []
