"""What a CDN is told: keys of pages, purges that it hears at last and twice, and no verb that waits or fails."""

import json
import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.db import connection

from articles.editorial.notifications.deliver import deliver
from newsroom.environment import purge_address
from newsroom.page_store import purges
from newsroom.page_store.databases import telling
from newsroom.page_store.databases.telling import Telling
from newsroom.page_store.generations import Generations
from newsroom.page_store.models import Purge
from newsroom.page_store.purges import CLOUDFLARE, FASTLY, MANY, headers_for, write_down
from tests.newsroom.page_store.invented_site import NOW, Press, Site

pytestmark = pytest.mark.django_db
T = datetime(2026, 5, 21, 12, 30, tzinfo=UTC)


class Cdn:
    """A small HTTP server that answers with the statuses it is given, then with 200."""

    def __init__(self):
        self.statuses, self.heard = [], []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                outer.heard.append((self.path, body, dict(self.headers)))
                self.send_response(outer.statuses.pop(0) if outer.statuses else 200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                """Say nothing."""

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server.server_port}/purge?zone=1"


@pytest.fixture
def cdn(settings):
    made = Cdn()
    settings.PURGE_URL, settings.PURGE_TOKEN = made.url, "s3cret-t0ken"
    yield made
    made.server.shutdown()
    made.server.server_close()


def test_a_cdn_is_told_once_it_hears_and_once_more_after_five_seconds(cdn, caplog):
    cdn.statuses = [503, 302]
    write_down(connection, {"story:1", "list:site"}, T)
    write_down(connection, {"story:2"}, T)
    deliver(T)
    assert Purge.objects.filter(due_at__gt=T, claim=None).count() == 2, "it failed, and is tried again later"
    deliver(T + timedelta(seconds=1))
    assert len(cdn.heard) == 1
    for minutes in (1, 2):
        deliver(T + timedelta(minutes=minutes))
    assert len(cdn.heard) == 3
    path, body, headers = cdn.heard[-1]
    assert (path, body) == ("/purge?zone=1", {"keys": ["list:site", MANY, "story:1", "story:2"]})
    assert headers["Authorization"] == "Bearer s3cret-t0ken"
    deliver(T + timedelta(minutes=2, seconds=4))
    assert len(cdn.heard) == 3
    deliver(T + timedelta(minutes=2, seconds=5))
    assert cdn.heard[3][1] == body
    assert not Purge.objects.exists()
    assert "s3cret" not in caplog.text
    assert "status 503" in caplog.text


def test_a_cdn_that_is_away_is_tried_for_three_days_and_then_given_up(cdn, settings, caplog):
    settings.PURGE_URL = "http://127.0.0.1:1/"
    write_down(connection, {"story:1"}, T)
    deliver(T + timedelta(days=3))
    assert Purge.objects.get().tries == 1
    deliver(T + timedelta(days=3, minutes=11))
    assert not Purge.objects.exists()
    assert "purge it by hand" in caplog.text


def test_what_another_deliverer_is_at_is_not_sent_again(cdn):
    write_down(connection, {"story:1"}, T)
    Purge.objects.update(claim="12345678123456781234567812345678", claimed_until=T + timedelta(minutes=2))
    deliver(T)
    assert not cdn.heard
    deliver(T + timedelta(minutes=3))
    assert len(cdn.heard) == 1


@pytest.mark.parametrize(
    ("host", "how"),
    [("api.fastly.com", FASTLY), ("api.cloudflare.com", CLOUDFLARE), ("notfastly.com", purges.ANY)],
)
def test_cdns_are_spoken_to_in_their_own_way(settings, monkeypatch, host, how):
    settings.PURGE_URL, settings.PURGE_TOKEN = f"https://{host}/purge", "t"
    sent = []
    monkeypatch.setattr(purges, "_post", lambda *told: sent.append(told))
    purges.purge([f"story:{number}" for number in range(how.most + 1)])
    assert [len(json.loads(told[4])[how.field]) for told in sent] == [how.most, 1]
    assert sent[0][5][how.header] == how.words.format("t")


class Connection(Telling):
    """The connection of the test with a word to the store, as Django's databases are put together."""

    def __init__(self):
        self.changed_tags, self.written_tables = set(), set()
        self.ops, self.cursor, self.connection = connection.ops, connection.cursor, connection.connection


def test_a_commit_writes_down_what_it_changes_and_nothing_without_a_cdn(cdn, settings, monkeypatch, tmp_path):
    table = Generations(tmp_path / "pages")
    monkeypatch.setattr(telling, "table", lambda: table)
    told = Connection()
    for url, rows in (("", 0), (cdn.url, 1)):
        settings.PURGE_URL = url
        told.changed_tags = {"story:7"}
        with told._told():
            pass
        assert Purge.objects.count() == rows
    assert Purge.objects.get().tags == [MANY, "story:7"]
    assert not cdn.heard, "nobody waits for a CDN"


def test_what_can_not_be_written_down_stops_no_commit(cdn, monkeypatch, caplog):
    monkeypatch.setattr(purges, "INSERT", "INSERT INTO page_store_nowhere VALUES (%s, %s, %s, %s)")
    write_down(connection, {"story:1"}, T)
    assert "could not be written down" in caplog.text
    assert Purge.objects.count() == 0


def test_pages_say_what_they_are_made_of_only_where_a_cdn_is_told(cdn, settings, time_machine):
    time_machine.move_to(NOW, tick=False)
    Site()
    press = Press()
    with_keys = press.make("/", NOW)
    settings.PURGE_URL = ""
    without = press.make("/", NOW)
    press.close()
    keys = dict(with_keys.headers)["Surrogate-Key"].split(" ")
    assert dict(with_keys.headers)["Cache-Tag"] == ",".join(keys)
    assert set(keys) == with_keys.tags | {"everything"}
    assert [pair for pair in with_keys.headers if pair[0] not in ("Surrogate-Key", "Cache-Tag")] == list(
        without.headers
    )


def test_headers_are_bounded(cdn):
    assert headers_for(f"story:{number}" for number in range(5000)) == [
        ("Surrogate-Key", f"everything {MANY}"),
        ("Cache-Tag", f"everything,{MANY}"),
    ]
    longest = headers_for(f"story:{number}" for number in range(700))[0][1]
    assert 6000 < len(longest) <= purges.MOST_BYTES


@pytest.mark.parametrize(
    "good", ["", "https://api.fastly.com/x", "http://localhost:80/p", "http://10.0.0.7/", "http://cdn/"]
)
def test_addresses_for_purges(good):
    assert purge_address(good) == good


@pytest.mark.parametrize(
    "bad", ["http://api.fastly.com/", "http://8.8.8.8/", "ftp://x/", "https://", "https://a:b@x.org/"]
)
def test_addresses_that_are_none_for_purges(bad):
    with pytest.raises(ValueError, match="."):
        purge_address(bad)
