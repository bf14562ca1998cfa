"""Addresses that can be embedded, and those that only look so; what is drawn asks nobody for anything."""

import re

import pytest

from articles.text.body.attributes import ratio
from articles.text.body.body import Body
from articles.text.body.cleaning import clean
from articles.text.body.elements.embeds import PROVIDERS, embed_of, known_address
from articles.text.body.rendering import render
from articles.text.compare.diff import diff_html

FRAMES = {
    "https://www.youtube.com/watch?v=a1b2c3d4e5_&t=10s": "https://www.youtube-nocookie.com/embed/a1b2c3d4e5_?autoplay=1",
    "https://m.youtube.com/watch?app=desktop&v=a1b2c3d4": "https://www.youtube-nocookie.com/embed/a1b2c3d4?autoplay=1",
    "http://youtu.be/a1b2c3d4?si=x": "https://www.youtube-nocookie.com/embed/a1b2c3d4?autoplay=1",
    "https://www.youtube.com/shorts/a1b2c3d4": "https://www.youtube-nocookie.com/embed/a1b2c3d4?autoplay=1",
    "https://vimeo.com/123456789": "https://player.vimeo.com/video/123456789?dnt=1&autoplay=1",
    "https://soundcloud.com/some-one/a-sound": "https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/some-one/a-sound",
    "https://open.spotify.com/intl-de/episode/0a1b2c3d4e5f": "https://open.spotify.com/embed/episode/0a1b2c3d4e5f",
    "https://datawrapper.dwcdn.net/Ab1cD/2/": "https://datawrapper.dwcdn.net/Ab1cD/",
    "https://public.flourish.studio/visualisation/123/": "https://flo.uri.sh/visualisation/123/embed",
    "https://mastodon.social/@some_one/112233445566": "https://mastodon.social/@some_one/112233445566/embed",
    "https://www.instagram.com/p/Ab_1-2c/": "https://www.instagram.com/p/Ab_1-2c/embed/",
    "https://www.tiktok.com/@some.one/video/7123456789": "https://www.tiktok.com/embed/v2/7123456789",
    "https://www.reddit.com/r/news/comments/1ab2c/a_title/": "https://embed.reddit.com/r/news/comments/1ab2c/a_title/",
    "https://www.google.com/maps/embed?pb=!1m18!2d5.1": "https://www.google.com/maps/embed?pb=!1m18!2d5.1",
    "https://www.openstreetmap.org/export/embed.html?bbox=1.5%2C2&layer=mapnik": (
        "https://www.openstreetmap.org/export/embed.html?bbox=1.5%2C2&layer=mapnik"
    ),
    "https://bsky.app/profile/some.one/post/3kabc": "",
    "https://x.com/some_one/status/123456": "",
    "https://twitter.com/some_one/status/123456?s=20": "",
    "https://www.facebook.com/some.one/posts/123": "",
    "https://www.threads.net/@some.one/post/Ab1-c": "",
}


@pytest.mark.parametrize(("address", "frame"), FRAMES.items())
def test_address_is_known_with_its_frame(address, frame):
    embed = embed_of(address)
    assert embed is not None and embed.frame == frame


def test_each_provider_has_an_address_here():
    assert {embed.provider.name for embed in map(embed_of, FRAMES) if embed} == {one.name for one in PROVIDERS}


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/",
        "https://www.youtube.com.evil.example/watch?v=a1b2c3d4",
        "https://evil.example/https://youtu.be/a1b2c3d4",
        "https://youtu.be@evil.example/a1b2c3d4",
        "https://user:pass@youtu.be/a1b2c3d4",
        "https://youtu.be:8443/a1b2c3d4",
        "https://youtu.be/a1b2c3d4 onload=x",
        "https://youtu.be/../../x",
        "https://youtu.be/" + "a" * 600,
        "https://127.0.0.1/watch?v=a1b2c3d4",
        "//youtu.be/a1b2c3d4",
        "javascript:alert(1)",
        "https://mastodon.social.evil.example/@a/112233445566",
        "https://vimeo.com/12345678\u0665",
        "https://example.org/oembed?url=https://youtu.be/a1b2c3d4",
    ],
)
def test_address_of_anybody_else_is_refused(address):
    assert embed_of(address) is None and known_address(address) is None


def test_frame_can_name_no_other_host():
    for address, frame in FRAMES.items():
        for more in ("#@evil.example", "&x=//evil.example/", "?y=%0d%0a"):
            embed = embed_of(address + more)
            assert embed is None or re.match(r"https://[^/]+/", embed.frame or frame or "https://a/")[0] in (
                frame or "https://a/"
            )


def test_embed_is_drawn_by_its_page_and_else_a_link():
    html = clean('<p>a</p><div data-embed="https://youtu.be/a1b2c3d4">A <em>film</em></div>')
    body = Body(html)
    drawn = render(
        body,
        people={},
        quotes=(),
        picture=lambda *_: "",
        embed=lambda node, caption: f"[{node.attribute('data-embed')} {caption}]",
    )
    assert drawn == "<p>a</p>[https://youtu.be/a1b2c3d4 A <em>film</em>]"
    plain = render(body, people={}, quotes=(), picture=lambda *_: "")
    assert '<p>A <em>film</em> <a href="https://youtu.be/a1b2c3d4">https://youtu.be/a1b2c3d4</a></p>' in plain
    assert body.text == "a" and body.plain_text == "a\nA film" and body.photos == ()
    assert "<ins>https" in diff_html(Body("<p>a</p>"), body)


def test_what_a_provider_said_is_kept_as_plain_attributes_and_its_poster_is_a_photo():
    html = (
        '<div data-embed="https://youtu.be/a1b2c3d4" data-title="A &lt;b&gt;film" data-author="Anna" data-ratio="16:9"'
        ' data-photo="7" data-credit="Anna, YouTube">words</div>'
        '<figure data-photo="8"><figcaption>c</figcaption></figure>'
    )
    body = Body(clean(html))
    assert clean(body.html) == body.html and 'data-title="A &lt;b&gt;film"' in body.html
    assert [(each.photo, each.caption, each.credit) for each in body.photos] == [(7, "", "Anna, YouTube"), (8, "c", "")]
    assert ">A &lt;b&gt;film</a>" in render(body, people={}, quotes=(), picture=lambda *_: "")
    hostile = clean(
        '<div data-embed="https://youtu.be/a1b2c3d4" data-title="x" data-ratio="16:9;x" data-photo="1 onload" '
        'onclick="x" srcdoc="x" data-frame="https://evil.example"><iframe src="https://evil.example"></iframe>w</div>'
    )
    assert hostile == ('<div data-embed="https://youtu.be/a1b2c3d4" data-title="x"><figcaption>w</figcaption></div>')


@pytest.mark.parametrize(
    ("value", "kept"),
    [("1920:1080", "16:9"), (" 9:16 ", "9:16"), ("1:11", None), ("0:1", None), ("16/9", None), ("1.5:1", None)],
)
def test_ratio_is_two_whole_numbers(value, kept):
    assert ratio(value) == kept


def test_difference_says_what_the_provider_said():
    was, now = (Body(f'<div data-embed="https://youtu.be/a1b2c3d4" data-title="{title}">w</div>') for title in "ab")
    assert "<ins>b</ins>" in diff_html(was, now)
