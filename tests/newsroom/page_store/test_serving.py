"""What readers get from the store: the same bytes whatever they send, and nothing that is not theirs to ask it for."""

from datetime import timedelta

import pytest

from newsroom.page_store import serving
from newsroom.page_store.serving import Pages
from newsroom.page_store.store import PageStore
from tests import builders
from tests.newsroom.page_store.invented_site import NOW, Press

pytestmark = pytest.mark.django_db
HOST = "127.0.0.1:8000"
# What a request may say besides; only these five change anything, and of them none a byte that is stored.
ASKED = {"host", "accept-encoding", "if-none-match", "if-modified-since", "x-forwarded-proto"}
UNKNOWN = ("utm_source=a", "fbclid=1&gclid=2", "before[]=1", "a=1;b=2", "%00=1", "=", "&&&", "q=bridge", "after")


@pytest.fixture
def story(time_machine):
    time_machine.move_to(NOW, tick=False)
    article = builders.live_article(headline="Bridge Opens")
    builders.live_article(headline="Another Bridge")
    time_machine.move_to(NOW + timedelta(minutes=1), tick=False)
    return builders.live_edition(article).path


@pytest.fixture
def pages(tmp_path, story):
    press = Press()
    clock = NOW + timedelta(minutes=1)
    yield Pages(PageStore(tmp_path / "pages", "release", clock=clock.timestamp), press.handler)
    press.close()


def asked(pages, path, query="", method="GET", scheme="http", **headers):
    """The answer to a request; its headers are named with underscores."""
    said = {"host": HOST} | {name.replace("_", "-"): value for name, value in headers.items()}
    names = set()

    def header(name):
        names.add(name)
        return said.get(name, "")

    answer = pages.answer(method, path, query, scheme, header)
    assert names <= ASKED
    return answer


def test_nothing_that_a_reader_sends_changes_a_byte_or_makes_an_entry(pages, story):
    addresses = [story, "/", "/latest/", "/world/", "/feeds/rss.xml", f"{story}next.json"]
    plain = {path: asked(pages, path) for path in addresses}
    held = pages.store.sizes()
    for path in addresses:
        for query in UNKNOWN:
            assert asked(pages, path, query) == plain[path]
        for headers in (
            {"cookie": "sessionid=abc", "accept_language": "de"},
            {"x_forwarded_host": "evil.example", "authorization": "Basic eA=="},
            {"x_forwarded_proto": "https", "user_agent": "x" * 5000},
        ):
            assert asked(pages, path, **headers) == plain[path]
    assert pages.store.sizes() == held
    assert pages.store.counts.made == len(addresses)


def test_an_answer_is_the_one_that_django_gives(pages, story, client):
    told = {path: asked(pages, path) for path in (story, "/", "/latest/", "/feeds/atom.xml")}
    for path, (status, headers, body) in told.items():  # only now, since a client lets requests close connections
        ours = client.get(path, headers={"host": HOST})
        assert (status, body) == (ours.status_code, ours.content)
        assert dict(headers) == dict(ours.items()) | {"Content-Length": str(len(body))}


def test_what_is_kept_is_answered_without_a_thread_and_only_then(pages, story):
    def header(name):
        return HOST if name == "host" else ""

    assert pages.at_once("GET", story, "", "http", header) is None
    made = asked(pages, story)
    assert pages.at_once("GET", story, "", "http", header) == made
    assert pages.at_once("GET", story, "utm_source=a", "http", header) == made
    with pages.store.generations.changing(["site"]):
        assert pages.at_once("GET", story, "", "http", header) is None
    assert pages.at_once("GET", story, "", "http", header) is None


@pytest.mark.parametrize(
    ("path", "asking"),
    [
        ("/", {"method": "POST"}),
        ("/", {"host": "evil.example"}),
        ("/", {"host": ""}),
        ("/", {"if_modified_since": "Thu, 21 May 2026 12:00:00 GMT"}),
        ("/search/", {"query": "q=bridge"}),
        ("/admin/", {}),
        ("/", {"query": "p=17"}),
    ],
)
def test_what_is_not_the_stores_to_answer_is_left_to_django(pages, path, asking):
    assert asked(pages, path, **asking) is None


def test_a_site_that_wants_https_is_answered_over_https_only(pages, story, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert asked(pages, story) is None
    assert asked(pages, story, x_forwarded_proto="https")[0] == 200


def test_a_404_is_made_for_nobody_in_particular_and_not_kept(pages):
    assert asked(pages, "/2026/05/nothing-here/")[0] == 404
    assert pages.store.sizes()["entries"] == 0


def test_readers_get_their_page_whatever_is_wrong_with_the_store(pages, story, monkeypatch, caplog):
    def broken(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr(serving, "make", broken)
    assert asked(pages, story) is None
    assert "The page store failed" in caplog.text
