"""What providers say of an address: read as plain words, whatever they send. Servers are local, names are invented."""

import datetime
import json
from functools import partial

import pytest

from articles.exchange.fetching import Fetcher, NotFetched
from articles.exchange.oembed import ask_provider
from articles.text.body.elements.embeds import PROVIDERS, embed_of
from tests.articles.exchange.guarded import OK, OUTSIDE, serving

FILM = "https://youtu.be/a1b2c3d4?si=x"
POST = "https://x.com/some_one/status/123456"
JSON = b"HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"
QUOTED = (
    '<blockquote class="twitter-tweet"><p lang="en" dir="ltr">It <b>rained</b> &amp; rained.<br><br>'
    '<script>alert(1)</script>See <a href="https://t.co/x">pic</a> &lt;img src=x&gt;</p>&mdash; Anna Berg (@some_one) '
    '<a href="https://x.com/some_one/status/123456">May 3, 2026</a></blockquote><script src="https://evil.example"></script>'
)


def asked(address, answer, poster=b"", head=JSON):
    """What is read of an answer, and the server that gave it."""

    def says(path):
        return [OK, b"\r\n", poster] if path.startswith("/vi/") else [head, answer]

    with serving(says) as server:
        make = partial(Fetcher, resolve=lambda *_: [OUTSIDE], connect=server.connect)
        return ask_provider(embed_of(address), make), server


def said(**parts):
    return json.dumps(parts).encode()


def test_title_author_ratio_and_poster_of_a_film():
    known, server = asked(
        FILM,
        said(
            title=" A  film\n", author_name="Anna", width=200, height=113, html="<iframe src=https://evil.example>",
            thumbnail_url="https://i.ytimg.com/vi/a.jpg",
        ),
        poster=b"picture",
    )  # fmt: skip
    assert (known.title, known.author, known.poster, known.lines) == ("A film", "Anna", b"picture", ())
    assert known.ratio == "200:113"
    assert [host for _, _, host, _ in server.connected] == ["www.youtube.com", "i.ytimg.com"]
    assert "GET /oembed?format=json&url=https%3A%2F%2Fyoutu.be%2Fa1b2c3d4%3Fsi%3Dx HTTP" in server.asked[0]


def test_post_is_its_words_and_its_day_and_nothing_of_its_html():
    known, _ = asked(POST, said(author_name="Anna Berg", html=QUOTED, width=550, height=None))
    assert known.lines == ("It rained & rained.", "See pic <img src=x>")
    assert known.day == datetime.date(2026, 5, 3) and known.author == "Anna Berg" and known.ratio == ""


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("", ()),
        ("<p>not quoted</p>", ()),
        ("<blockquote>", ()),
        ("<blockquote><p>words</p><a>Mayday 3, 2026</a></blockquote>", ("words",)),
        ("<blockquote><p>a\x1b b<!-- c --></p></blockquote>", ("a b",)),
        ("<blockquote><p>" + "a" * 100_000 + "</p></blockquote>", ("a" * 3_000,)),
        ("<blockquote><p>x</p>" + "<div>" * 5_000, ("x",)),
    ],
)
def test_posts_without_words_or_days_and_those_that_never_end(html, lines):
    known, _ = asked(POST, said(html=html))
    assert known.lines == lines and known.day is None


@pytest.mark.parametrize(
    "answer",
    [b"", b"<html>", b"[]", b'"x"', b"[" * 200_000, b"\xff\xfe"],
)
def test_answer_that_is_no_answer_is_a_sentence(answer):
    with pytest.raises(NotFetched):
        asked(FILM, answer)


def test_page_in_place_of_an_answer_is_refused():
    with pytest.raises(NotFetched, match="another kind"):
        asked(FILM, said(title="x"), head=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")


@pytest.mark.parametrize(
    "parts",
    [
        {"title": 7, "author_name": ["x"], "width": "100%", "height": 3, "thumbnail_url": 7},
        {"title": None, "width": 1e400, "height": 1, "thumbnail_url": "https://evil.example/a.jpg"},
        {"width": -16, "height": 9, "thumbnail_url": "http://i.ytimg.com/vi/a.jpg"},
        {"width": 16, "height": 0, "thumbnail_url": "https://i.ytimg.com@evil.example/a.jpg"},
        {"width": 1, "height": 1_000_000, "thumbnail_url": "https://127.0.0.1/a.jpg"},
    ],
)
def test_what_is_not_as_it_should_be_is_nothing(parts):
    known, server = asked(FILM, said(**parts))
    assert (known.title, known.author, known.ratio, known.poster) == ("", "", "", None)
    assert {host for _, _, host, _ in server.connected} == {"www.youtube.com"}


def test_long_title_is_cut():
    known, _ = asked(FILM, said(title="x" * 5_000))
    assert len(known.title) == 300


def test_providers_are_asked_over_tls_at_hosts_of_their_own():
    for provider in PROVIDERS:
        assert provider.oembed == "" or provider.oembed.startswith("https://")
        assert not provider.posters or provider.oembed
