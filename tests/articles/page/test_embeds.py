"""What a page shows of an embed before anybody has asked for it: a link, a button, nothing that a browser fetches."""

import re

import pytest

from articles.page.embeds import FRAME, embed_html
from articles.page.portable_html import portable
from articles.text.body.body import Body
from articles.text.body.cleaning import clean
from articles.text.body.nodes import Node
from tests.builders import a_photo


def block(address, **said) -> Node:
    attributes = "".join(f' data-{name}="{value}"' for name, value in said.items())
    (node,) = Body(clean(f'<div data-embed="{address}"{attributes}></div>')).nodes
    return node


def test_embed_is_a_link_and_a_button_that_names_its_host():
    drawn = embed_html(block("https://youtu.be/a1b2c3d4"), "A <em>film</em>")
    assert drawn.startswith(
        '<figure class="embed" data-embed="youtube"><p><a class="plain" href="https://youtu.be/a1b2c3d4">'
    )
    assert (
        "Play: loads from www.youtube-nocookie.com</button>" in drawn
        and '<figcaption><span class="caption"><bdi>A <em>film</em></bdi></span> </figcaption>' in drawn
    )
    assert FRAME.findall(drawn) == ["https://www.youtube-nocookie.com"]
    assert not re.search(r"<(?:iframe|img|script|link)|\ssrc=", drawn)


def test_post_of_a_network_without_a_frame_is_a_link():
    drawn = embed_html(block("https://x.com/a/status/12345"), "")
    assert "<button" not in drawn and "On X</a>" in drawn and not FRAME.findall(drawn)


def test_embed_of_a_provider_that_is_not_known_any_more_is_a_link(monkeypatch):
    node = block("https://youtu.be/a1b2c3d4")
    monkeypatch.setattr("articles.page.embeds.embed_of", lambda _address: None)
    link = '<p><a href="https://youtu.be/a1b2c3d4">https://youtu.be/a1b2c3d4</a></p>'
    assert embed_html(node, "x") == link


@pytest.mark.django_db
def test_what_the_provider_said_stands_there_as_words_with_its_poster_of_the_library():
    photo = a_photo()
    node = block(
        "https://youtu.be/a1b2c3d4", title="A &lt;film", author="Anna", ratio="4:3", photo=7, credit="Anna, TV"
    )
    drawn = embed_html(node, "", photo)
    assert '<span class="embed-said"><bdi>A &lt;film, Anna</bdi></span>' in drawn and 'data-ratio="4:3"' in drawn
    assert "<bdi>Anna, TV</bdi>" in drawn
    addresses = re.findall(r'\b(?:src|srcset)="([^" ]+)', drawn)
    assert addresses and all(address.startswith("/") for address in addresses)
    without = embed_html(node, "")
    assert "<picture" not in without and "Anna, TV" not in without


def test_frame_to_read_is_shown_not_played():
    drawn = embed_html(block("https://datawrapper.dwcdn.net/Ab1cD/"), "")
    assert "Show: loads from datawrapper.dwcdn.net" in drawn


def test_embed_in_feeds_is_a_link_with_its_words():
    copied = portable(embed_html(block("https://youtu.be/a1b2c3d4"), "A film"))
    assert copied == (
        '<figure><p><a href="https://youtu.be/a1b2c3d4">On YouTube</a></p>'
        "<figcaption><bdi>A film</bdi> </figcaption></figure>"
    )
