"""What Django hears of a request, and what the limits hear, from its head as the server has it."""

import io
from contextlib import nullcontext
from types import SimpleNamespace

import pytest
from django.http.cookie import parse_cookie

from newsroom.server.environ import client_of, environ_of, head_of
from newsroom.server.limits import Head, RefusedRequest


class Headers(list):
    """Headers as the server has them: small letters, in order, some of them twice."""

    def __contains__(self, name):
        return any(each == name for each, _ in self)

    def get(self, name, default=None):
        return next((value for each, value in self if each == name), default)

    def items(self):
        return self


def scope(*headers, **facts):
    asked = {"method": "GET", "path": "/", "query_string": "", "scheme": "http", "http_version": "1.1"}
    ends = {"server": "127.0.0.1:8000", "client": "192.0.2.7:50000", "authority": None}
    host = [] if any(name == "host" for name, _ in headers) else [("host", "news.example.org")]
    return SimpleNamespace(headers=Headers([*host, *headers]), **asked | ends | facts)


def environ(*headers, **facts):
    return environ_of(scope(*headers, **facts), io.BytesIO(), 0, object)


def test_a_header_with_an_underscore_is_left_out():
    found = environ(("x_forwarded_for", "198.51.100.1"), ("x-forwarded-for", "203.0.113.1"))
    assert found["HTTP_X_FORWARDED_FOR"] == "203.0.113.1"
    assert "HTTP_X_FORWARDED_FOR" not in environ(("x_forwarded_for", "198.51.100.1"))


def test_headers_that_come_twice_are_joined_and_cookies_by_a_semicolon():
    found = environ(("accept", "a"), ("accept", "b"), ("cookie", "c=1"), ("cookie", "d=2"))
    assert found["HTTP_ACCEPT"] == "a,b" and found["HTTP_COOKIE"] == "c=1; d=2"


def test_length_is_that_of_the_body_which_is_here():
    found = environ(("transfer-encoding", "chunked"), ("content-length", "70"), ("content-type", "text/plain"))
    assert found["CONTENT_LENGTH"] == "0" and found["CONTENT_TYPE"] == "text/plain"
    assert not {"HTTP_TRANSFER_ENCODING", "HTTP_CONTENT_LENGTH", "HTTP_CONTENT_TYPE"} & found.keys()


def test_path_and_query_are_said_in_the_letters_of_wsgi():
    found = environ(path="/\u010de\u0161tina/", query_string="q=\u0613")
    assert found["PATH_INFO"].encode("latin-1").decode() == "/\u010de\u0161tina/"
    assert found["QUERY_STRING"].encode("latin-1").decode() == "q=\u0613"


def test_a_whole_address_counts_and_not_the_host():
    found = environ(("host", "evil.example"), authority="news.example.org")
    assert found["HTTP_HOST"] == "news.example.org"


@pytest.mark.parametrize(
    ("host", "facts", "refused"),
    [(None, {}, True), (None, {"http_version": "1.0"}, False), (None, {"authority": "a"}, False), ("", {}, False)],
)
def test_a_request_says_which_site_it_is_for(host, facts, refused):
    asked = scope(("host", host), **facts)  # None, as granian has it for letters that it cannot say
    with pytest.raises(RefusedRequest) if refused else nullcontext():
        head_of(asked)


@pytest.mark.parametrize(
    ("client", "address"), [("192.0.2.7:50000", "192.0.2.7"), ("[2001:db8::7]:50000", "2001:db8::7")]
)
def test_address_of_the_client_has_no_port(client, address):
    assert environ(client=client)["REMOTE_ADDR"] == address


def test_client_is_whom_the_proxy_names(settings):
    said = ("x-forwarded-for", "198.51.100.1"), ("x-forwarded-for", "203.0.113.1")
    assert client_of(scope(*said, client="127.0.0.1:5")) == "127.0.0.1"
    settings.SITE_URL = "https://news.example.org"
    assert client_of(scope(*said, client="127.0.0.1:5")) == "203.0.113.1"
    assert client_of(scope(client="[2001:db8:1:2:3::7]:5")) == "2001:db8:1:2::"
    assert client_of(scope(client="")) == ""


def test_host_of_http_2_is_its_authority():
    assert environ(http_version="2", authority="news.example.org")["HTTP_HOST"] == "news.example.org"


@pytest.mark.parametrize(
    ("headers", "facts", "length"),
    [
        ([], {}, 0),
        ([], {"method": "POST"}, 0),
        ([], {"method": "POST", "http_version": "2"}, None),
        ([], {"http_version": "2"}, 0),
        ([("content-length", "12")], {}, 12),
        ([("content-length", "12"), ("transfer-encoding", "chunked")], {}, None),
    ],
)
def test_length_that_a_head_says(headers, facts, length):
    assert head_of(scope(*headers, **facts)) == Head("/", length, "", "")


def test_session_is_read_from_the_cookie():
    found = head_of(scope(("cookie", "a=1; sessionid=abc"), ("content-type", "Multipart/Form-Data; boundary=X")))
    assert (found.session, found.content_type) == ("abc", "multipart/form-data; boundary=x")


@pytest.mark.parametrize(
    ("cookie", "session"),
    [("sessionid=a", "a"), ("sessionid=a;sessionid= b ", "b"), ("xsessionid=a; b=sessionid=c", ""), ("", "")],
)
def test_session_is_the_one_that_django_takes(cookie, session):
    assert head_of(scope(("cookie", cookie))).session == session == parse_cookie(cookie).get("sessionid", "")


@pytest.mark.parametrize("length", ["-1", "1e3", "one", "", "\u0661"])
def test_lengths_that_are_no_numbers_are_refused(length):
    with pytest.raises(RefusedRequest) as refused:
        head_of(scope(("content-length", length)))
    assert refused.value.status == 400
