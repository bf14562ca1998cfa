"""Public pages travel compressed, with true headers; what is not public is left alone."""

import gzip

import brotli
import pytest
from django.http import HttpResponse, HttpResponseNotModified, StreamingHttpResponse
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from newsroom.compression import PublicCompressionMiddleware, encoding_for
from tests.builders import chief, live_article, live_edition

PAGE = "<p>A page about a bridge.</p>" * 100


def public(content=PAGE, **headers):
    """A page anybody may keep."""
    return HttpResponse(content, headers={"Cache-Control": "max-age=0, public, must-revalidate"} | headers)


def answer(response, accepted="gzip, deflate, br, zstd"):
    """The response after the middleware."""
    headers = {} if accepted is None else {"Accept-Encoding": accepted}
    return PublicCompressionMiddleware(lambda request: response)(RequestFactory().get("/", headers=headers))


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("br;q=0.5, gzip;q=0.8", "gzip"),
        ("br;q=0, *", "gzip"),
        ("*", "br"),
        ("BR", "br"),
        ("br;q=x", None),
        ("gzip;q=0", None),
        ("br; level=1", "br"),
        ("identity", None),
        ("", None),
    ],
)
def test_encoding_is_the_best_that_the_browser_allows(accepted, encoding):
    assert encoding_for(accepted) == encoding


@given(st.text())
def test_any_header_is_understood_or_ignored(accepted):
    assert encoding_for(accepted) in ("br", "gzip", None)


@pytest.mark.parametrize(("accepted", "decode"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_public_page_is_compressed_with_true_headers(accepted, decode):
    response = answer(public(ETag='"abc"', Vary="Accept-Language"), accepted)
    assert decode(response.content).decode() == PAGE
    assert response["Content-Encoding"] == accepted
    assert int(response["Content-Length"]) == len(response.content) < len(PAGE) / 10
    assert response["Vary"] == "Accept-Language, Accept-Encoding"
    assert response["ETag"] == 'W/"abc"'


def test_the_same_page_is_the_same_bytes_every_time():
    assert answer(public(), "gzip").content == answer(public(), "gzip").content


def test_plain_page_and_not_modified_say_that_encodings_vary():
    plain = answer(public(ETag='W/"abc"'), None)
    assert (plain.content.decode(), plain["Vary"], plain["ETag"]) == (PAGE, "Accept-Encoding", 'W/"abc"')
    unchanged = answer(HttpResponseNotModified(headers={"Cache-Control": "public", "ETag": '"abc"'}))
    assert (unchanged["Vary"], unchanged["ETag"], unchanged.content) == ("Accept-Encoding", 'W/"abc"', b"")


def with_cookie():
    response = public()
    response.set_cookie("name", "secret")
    return response


@pytest.mark.parametrize(
    "response",
    [
        HttpResponse(PAGE),
        HttpResponse(PAGE, headers={"Cache-Control": "private, max-age=0"}),
        HttpResponse(PAGE, headers={"Cache-Control": "publicity"}),
        with_cookie(),
        public(PAGE.encode(), **{"Content-Type": "image/jpeg"}),
        public(PAGE, **{"Content-Encoding": "zstd"}),
        StreamingHttpResponse([PAGE], headers={"Cache-Control": "public"}),
    ],
)
def test_what_is_secret_or_no_text_is_left_alone(response):
    before = response.headers.get("Content-Encoding")
    assert answer(response).headers.get("Content-Encoding") == before
    assert not response.has_header("Vary")


@pytest.mark.parametrize("kind", ["application/rss+xml; charset=utf-8", "application/json", "text/plain"])
def test_feeds_and_data_are_text_too(kind):
    assert answer(public(**{"Content-Type": kind})).has_header("Content-Encoding")


def test_small_answer_stays_as_it_is():
    assert not answer(public("User-agent: *")).has_header("Content-Encoding")


@pytest.mark.django_db
def test_story_travels_compressed_and_is_not_sent_twice(client):
    path = live_edition(live_article()).path
    first = client.get(path, headers={"accept-encoding": "br"})
    assert first["Content-Encoding"] == "br"
    assert b"</html>" in brotli.decompress(first.content)
    assert first["Vary"] == "Accept-Encoding", "nothing else varies: no session, no cookie"
    for accepted in ("br", "gzip", ""):
        again = client.get(path, headers={"accept-encoding": accepted, "if-none-match": first["ETag"]})
        assert (again.status_code, again["ETag"], again["Vary"]) == (304, first["ETag"], "Accept-Encoding")


@pytest.mark.django_db
def test_head_says_what_get_says(client):
    live_article()
    got, asked = (ask("/", headers={"accept-encoding": "gzip"}) for ask in (client.get, client.head))
    for name in ("Content-Encoding", "Content-Length", "Vary"):
        assert got[name] == asked[name]


@pytest.mark.django_db
def test_admin_is_never_compressed(client):
    client.force_login(chief())
    for path in ("/admin/", "/admin/login/"):
        assert not client.get(path, headers={"accept-encoding": "br, gzip"}).has_header("Content-Encoding")
