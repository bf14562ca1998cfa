"""What a request leaves behind: one line without anything of whoever asked, and for staff its id and what it took."""

import io
import json
import logging
import re
import timeit
from http.client import responses
from ipaddress import ip_network
from types import SimpleNamespace

import pytest
from django.conf import settings as django_settings
from django.contrib.auth import get_user_model
from django.test import Client

from newsroom.page_store.serving import Pages
from newsroom.page_store.store import PageStore
from newsroom.seeing import requests
from newsroom.seeing.lines import Json, WithRequest
from newsroom.seeing.requests import held, note_hit, note_refused, seen, write_held
from newsroom.seeing.tally import tally
from tests import builders
from tests.newsroom.page_store.invented_site import Press

HOST = "127.0.0.1:8000"
# What a request may hold of whoever sends it, and no line of the log may.
PRIVATE = {
    "REMOTE_ADDR": "203.0.113.77",
    "HTTP_X_FORWARDED_FOR": "203.0.113.78",
    "HTTP_COOKIE": "theme=secret-cookie",
    "HTTP_USER_AGENT": "SecretBrowser/1",
    "HTTP_REFERER": "https://elsewhere.example/secret-page",
    "HTTP_AUTHORIZATION": "Bearer secret-token",
    "QUERY_STRING": "q=secret-search",
}


@pytest.fixture
def press(db):
    press = Press()
    yield press
    press.close()


@pytest.fixture
def log(monkeypatch):
    """The lines of requests and errors, as JSON says them."""
    monkeypatch.setattr(requests, "LOGGED", True)
    lines = []

    class Kept(logging.Handler):
        def emit(self, record):
            lines.append(Json().format(record))

    handler, logger = Kept(), logging.getLogger("newsroom.requests")
    handler.addFilter(WithRequest())
    before = logger.level
    logger.setLevel(logging.INFO)
    for each in (logger, logging.getLogger("django.request")):
        each.addHandler(handler)
    yield lines
    logger.setLevel(before)
    for each in (logger, logging.getLogger("django.request")):
        each.removeHandler(handler)


def ask(handler, path="/", method="GET", client=None, body=b"", **more):
    """(status, {header: value}, body) of a request through `seen`; `client` has the cookies."""
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": HOST,
        "REMOTE_ADDR": "203.0.113.77",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": io.StringIO(),
    } | more
    if client:
        environ["HTTP_COOKIE"] = client.cookies.output(header="", sep=";")
    said = []
    answer = seen(handler)(environ, lambda status, headers, exc_info=None: said.extend((status, headers)))
    return int(said[0][:3]), dict(said[1]), b"".join(answer)


def line_of(log):
    [said] = [json.loads(line) for line in log if '"newsroom.requests"' in line]
    return said


def test_a_request_leaves_one_line_that_says_nothing_of_who_asked(press, log):
    status, headers, body = ask(press.handler, "/search/", **PRIVATE)
    said = line_of(log)
    assert status == 200
    assert (said["method"], said["path"], said["status"], said["bytes"]) == ("GET", "/search/", 200, len(body))
    assert (said["from"], said["ms"] > 0, "user" in said) == ("made", True, False)
    assert re.fullmatch("[0-9a-f]{16}", said["id"])
    assert not re.search("secret|203\\.0|Secret", "\n".join(log))
    assert not {"X-Request-ID", "Server-Timing"} & headers.keys()


@pytest.mark.parametrize(
    "path",
    ["/preview/secret-token/", "/calendar/secret-token.ics", "/admin/login/link/secret-token/", "/preview/secret/x"],
)
def test_no_line_has_the_secret_of_an_address(press, log, path):
    ask(press.handler, path)
    assert log
    assert "secret" not in "\n".join(log)


def test_no_line_has_what_somebody_types(press, log):
    form = b"username=chief&password=secret-password"
    status, _, _ = ask(
        press.handler, "/admin/login/", "POST", body=form, CONTENT_TYPE="application/x-www-form-urlencoded"
    )
    assert status == 403, "a form without its token"
    assert "secret" not in "\n".join(log)


def test_staff_are_told_the_id_and_what_a_screen_took(press, log):
    client = Client()
    client.force_login(builders.chief())
    status, headers, _ = ask(press.handler, "/admin/inbox/", client=client)
    said = line_of(log)
    assert (status, headers["X-Request-ID"]) == (200, said["id"])
    assert "user" not in said, "what somebody looks at is not logged"
    timing = r'app;dur=[\d.]+, db;dur=[\d.]+;desc="(\d+) queries", store;desc="not stored"'
    assert int(re.fullmatch(timing, headers["Server-Timing"])[1]) > 2
    assert client.session.session_key not in "\n".join(log)


@pytest.mark.parametrize(
    ("path", "is_named"), [("/admin/inbox/told/", True), ("/admin/articles/article/{}/seal/", False)]
)
def test_who_changes_something_is_named_by_number_but_not_who_seals(press, log, path, is_named):
    client, user = Client(), builders.chief()
    client.force_login(user)
    client.cookies["csrftoken"] = token = "a" * 32
    article = builders.draft_article()
    form = {
        "body": f"csrfmiddlewaretoken={token}&do=seal".encode(),
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
    }
    status, _, _ = ask(press.handler, path.format(article.pk), "POST", client=client, **form)
    said = line_of(log)
    assert status == 302
    assert said.get("user") == (user.pk if is_named else None)
    assert user.username not in "\n".join(log)


def test_readers_pages_say_nothing_of_it_to_staff_either(press, log):
    client = Client()
    client.force_login(builders.chief())
    _, headers, _ = ask(press.handler, "/latest/", client=client)
    assert not {"X-Request-ID", "Server-Timing"} & headers.keys()
    assert "user" not in line_of(log), "readers' pages ask for no session"


def test_who_is_no_staff_is_told_nothing(press):
    client = Client()
    client.force_login(get_user_model().objects.create_user("reader"))
    _, headers, _ = ask(press.handler, "/admin/inbox/", client=client)
    assert not {"X-Request-ID", "Server-Timing"} & headers.keys()


@pytest.mark.parametrize(
    ("given", "remote", "is_taken"),
    [
        ("0af7651916cd43dd8448eb211c80319c", "10.0.0.7", True),
        ("req-2026.12:01_a", "10.0.0.7", True),
        ("0af7651916cd43dd8448eb211c80319c", "203.0.113.77", False),
        ("short", "10.0.0.7", False),
        ("a" * 65, "10.0.0.7", False),
        ("two words here", "10.0.0.7", False),
        ('"}{"forged": 1', "10.0.0.7", False),
        ("with\nnewline", "10.0.0.7", False),
    ],
)
def test_an_id_is_taken_from_a_proxy_whose_word_counts(press, log, settings, given, remote, is_taken):
    settings.TRUSTED_PROXIES = [ip_network("10.0.0.0/8")]
    ask(press.handler, "/healthz", HTTP_X_REQUEST_ID=given, REMOTE_ADDR=remote)
    assert (line_of(log)["id"] == given) == is_taken


def test_our_own_failure_shows_its_id_and_the_log_has_it_with_the_traceback(press, log, monkeypatch):
    monkeypatch.setattr("articles.reader.pages.latest.moment", lambda: 1 / 0)
    status, _, body = ask(press.handler, "/latest/")
    said = [json.loads(line) for line in log]
    [failure] = [line for line in said if "traceback" in line]
    assert status == 500
    assert "ZeroDivisionError" in failure["traceback"]
    assert f"<code>{failure['id']}</code>".encode() in body
    assert line_of(log)["id"] == failure["id"]


def test_where_a_page_comes_from_the_store_the_line_says_so(press, log, tmp_path):
    builders.live_article(headline="Bridge Opens")
    pages = Pages(PageStore(tmp_path / "pages", "release"), press.handler)

    def application(environ, start_response):
        status, headers, body = pages.answer("GET", "/latest/", "", "http", lambda name: HOST if name == "host" else "")
        start_response(f"{status} {responses[status]}", headers)
        return [body]

    first, second = ask(application, "/latest/"), ask(application, "/latest/")
    assert first == second
    assert not {"X-Request-ID", "Server-Timing"} & first[1].keys()
    said = [json.loads(line) for line in log]
    assert [line["from"] for line in said] == ["made", "store"]
    assert {line["bytes"] for line in said} == {len(first[2])}
    assert said[0]["id"].encode() not in first[2]


def test_static_files_and_heads_and_what_has_no_length(press, log):
    ask(press.handler, "/static/readers/css/tokens.css")
    ask(press.handler, "/healthz", "HEAD")

    def piece_by_piece(environ, start_response):
        start_response("200 OK", [])
        return iter([b"a", b"b"])

    ask(piece_by_piece, "/no/such/page")
    said = [json.loads(line) for line in log]
    assert [(line["from"], line["bytes"] is None) for line in said] == [
        ("file", False),
        ("made", False),
        ("store", True),
    ]
    assert said[1]["bytes"] == 0


def test_what_breaks_below_is_noted_and_breaks(press, log):
    def broken(environ, start_response):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        ask(broken)
    assert (line_of(log)["status"], line_of(log)["from"]) == (500, "made")


def scope(path="/", client="203.0.113.77:4711", **headers):
    return SimpleNamespace(method="GET", path=path, client=client, headers=headers)


def test_answers_from_memory_get_their_line_later(log, settings):
    settings.TRUSTED_PROXIES = ()
    note_hit(scope(**{"x-request-id": "given-by-a-stranger"}), (200, [], b"12345"), 0.0)
    assert not log
    write_held()
    said = line_of(log)
    assert (said["path"], said["status"], said["bytes"], said["from"]) == ("/", 200, 5, "store")
    assert said["id"] != "given-by-a-stranger"
    assert not held


def test_without_the_log_answers_from_memory_are_counted_only():
    before = tally.counts().get(("requests", "front", "2xx"), 0)
    note_hit(scope(), (200, [], b"12345"), 0.0)
    assert not held
    assert tally.counts()["requests", "front", "2xx"] == before + 1


def test_noting_an_answer_from_memory_costs_less_than_a_microsecond():
    asked, answer = scope(), (200, [], b"12345")
    note_hit(asked, answer, 0.0)
    assert min(timeit.repeat(lambda: note_hit(asked, answer, 0.0), number=5_000, repeat=40)) / 5_000 < 1e-6


def test_more_than_the_log_can_take_is_said(log, monkeypatch, caplog):
    monkeypatch.setattr(requests, "MOST_HELD", 1)
    for _ in range(3):
        note_hit(scope(), (200, [], b""), 0.0)
    write_held()
    assert "2 more requests were answered from memory than the log could take." in caplog.text
    caplog.clear()
    write_held()
    assert not caplog.text


def test_what_was_not_read_is_noted(log):
    note_refused(scope("/read"), 413)
    assert (line_of(log)["status"], line_of(log)["from"]) == (413, "refused")


def test_by_default_nothing_is_written(press, capsys, caplog):
    assert not django_settings.LOG_REQUESTS
    ask(press.handler, "/healthz")
    assert not caplog.records


@pytest.mark.parametrize("path", ["/Ж/", "/한국/", "/world/\N{LATIN SMALL LETTER Y WITH DIAERESIS}"])
def test_path_in_any_letters_is_noted_though_django_decodes_it_in_place(press, log, path):
    sent = path.encode().decode("latin-1")
    assert ask(press.handler, sent)[0] == 404
    assert line_of(log)["path"] == path
