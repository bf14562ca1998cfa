"""Photos one after the other that say so are a gallery; nothing else is."""

import pytest

from articles.text.body.body import Body
from articles.text.body.cleaning import clean
from articles.text.body.html_parser import nodes_of
from articles.text.body.nodes import write
from articles.text.body.rendering import render


def photo(number, gallery=True, caption=""):
    """Cleaned HTML of a photo."""
    mark = ' data-gallery="on"' if gallery else ""
    return f'<figure data-photo="{number}"{mark}><figcaption>{caption}</figcaption></figure>'


def drawn(html):
    return render(Body(html), people={}, quotes=(), picture=lambda number, *_: f"<i>{number}</i>")


@pytest.mark.parametrize("mark", ["data-gallery", 'data-gallery=""', 'data-gallery="on"', "data-gallery=yes onclick=x"])
def test_gallery_has_one_spelling_and_survives_cleaning(mark):
    html = clean(f"<figure data-photo=1 {mark}>One</figure><figure data-photo=2 {mark}></figure>")
    assert html == photo(1, caption="One") + photo(2)
    assert clean(html) == html
    assert write(nodes_of(html)) == html


def test_photos_one_after_the_other_are_drawn_as_one_gallery():
    page = drawn(f"<p>Before.</p>{photo(1)}{photo(2)}<p>Between.</p>{photo(3)}{photo(4)}{photo(5)}")
    assert page == (
        '<p>Before.</p><div class="gallery" data-gallery><i>1</i><i>2</i></div><p>Between.</p>'
        '<div class="gallery" data-gallery><i>3</i><i>4</i><i>5</i></div>'
    )


def test_one_photo_is_none_and_neither_are_those_that_do_not_say_so():
    assert drawn(f"{photo(1)}<p>Words.</p>{photo(2, gallery=False)}{photo(3, gallery=False)}{photo(4)}") == (
        "<i>1</i><p>Words.</p><i>2</i><i>3</i><i>4</i>"
    )


def test_photo_that_has_left_the_library_is_no_gallery_with_one():
    page = render(
        Body(photo(1) + photo(2)), people={}, quotes=(), picture=lambda number, *_: "<i>1</i>" if number == 1 else ""
    )
    assert page == "<i>1</i>"


def test_gallery_of_no_photo_is_its_words():
    assert clean("<figure data-gallery>Harbours of the north</figure>") == "<p>Harbours of the north</p>"
