"""Emoji that are pictures, and letters of fonts of signs."""

import pytest

from articles.text.paste.clipboard_html import read_clipboard_html


@pytest.mark.parametrize(
    ("image", "sign"),
    [
        ("<img src='https://a.example/emoji-assets/14.0/google-medium/1f389.png' alt=':tada:'>", "🎉"),
        ("<img class=emoji src='https://s.example/72x72/1f1fa-1f1e6.png' alt=''>", "🇺🇦"),
        ("<img src='https://s.example/emoji/emoji_u0031_20e3.png?x' alt='one'>", "1\u20e3"),
        ("<img alt='👍' src=x>", "👍"),
    ],
)
def test_picture_of_an_emoji_is_the_emoji(image, sign):
    clipping = read_clipboard_html(f"<p>a {image}</p>")
    assert clipping.html == f"<p>a {sign}</p>" and not +clipping.left_out


@pytest.mark.parametrize(
    "image",
    [
        "<img src='https://a.example/photos/1f389.png' alt=':tada:'>",
        "<img src='https://a.example/emoji/parrot.gif' alt=':parrot:'>",
        "<img src='https://a.example/emoji/41.png' alt='A'>",
        "<img src='https://a.example/emoji/ffffff.png' alt=''>",
    ],
)
def test_other_pictures_are_pictures(image):
    assert +read_clipboard_html(f"<p>a {image}</p>").left_out == {"pictures": 1}


@pytest.mark.parametrize(
    ("style", "letters", "signs"),
    [
        ("font-family:Wingdings", "àü", "→✓"),
        ("mso-char-type:symbol;mso-symbol-font-family:Wingdings", "J", "☺"),
        ("font-family:'Symbol'", "aÖ", "α√"),
        ("font-family:Symbol, serif", "\uf061", "α"),
        ("font-family:Webdings", "x", "x"),
        ("font-family:Segoe UI Symbol", "a", "a"),
        ("font-family:Symbola", "a", "a"),
    ],
)
def test_letters_of_fonts_of_signs_are_the_signs(style, letters, signs):
    assert read_clipboard_html(f'<p>x <span style="{style}">{letters}</span></p>').html == f"<p>x {signs}</p>"
