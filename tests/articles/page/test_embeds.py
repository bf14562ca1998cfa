"""What a page shows of an embed before anybody has asked for it: a link, a button, nothing that a browser fetches."""

import re

from articles.page.embeds import FRAME, embed_html
from articles.page.portable_html import portable


def test_embed_is_a_link_and_a_button_that_names_its_host():
    drawn = embed_html("https://youtu.be/a1b2c3d4", "A <em>film</em>")
    assert drawn.startswith(
        '<figure class="embed" data-embed="youtube"><p><a class="plain" href="https://youtu.be/a1b2c3d4">'
    )
    assert (
        "Show: loads from www.youtube-nocookie.com</button>" in drawn
        and "<figcaption>A <em>film</em></figcaption>" in drawn
    )
    assert FRAME.findall(drawn) == ["https://www.youtube-nocookie.com"]
    assert not re.search(r"<(?:iframe|img|script|link)|\ssrc=", drawn)


def test_post_of_a_network_without_a_frame_is_a_link():
    drawn = embed_html("https://x.com/a/status/12345", "")
    assert "<button" not in drawn and "On X</a>" in drawn and not FRAME.findall(drawn)
    assert (
        embed_html("https://gone.example/1", "x")
        == '<p><a href="https://gone.example/1">https://gone.example/1</a></p>'
    )


def test_embed_in_feeds_is_a_link_with_its_words():
    copied = portable(embed_html("https://youtu.be/a1b2c3d4", "A film"))
    assert copied == (
        '<figure><p><a href="https://youtu.be/a1b2c3d4">On YouTube</a></p><figcaption>A film</figcaption></figure>'
    )
