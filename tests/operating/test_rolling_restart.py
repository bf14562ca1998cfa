"""Two servers, restarted one after the other while somebody asks all the time: nobody sees an error.

In the short form whoever asks goes to the other server where one does not take a connection, as nginx does; in the long
one nginx itself is in front, with the configuration of the docs, over https.
"""

import http.client
import random
import ssl
import threading
from contextlib import contextmanager, nullcontext

import pytest

from tests.articles.management.test_serve import free_port
from tests.newsroom.test_proxies import COMMANDS, HOST, over_tls, proxy
from tests.operating.newsroom import Newsroom
from tests.operating.own_database import own_database

PATHS = ("/", "/latest/", "/feeds/rss.xml", "/search/?q=the", "/sitemap.xml", "/no-such-page/", "/read")
EXPECTED = {"/no-such-page/": {404}, "/read": {204, 429}}  # 429: a reader who says so often that they read
HEADERS = {"Host": HOST, "X-Forwarded-Proto": "https", "X-Forwarded-For": "198.51.100.7"}


class Asking:
    """Threads that ask without a pause, and note each answer that is none, or another than is due."""

    def __init__(self, connect, count, *, tries=1):
        """`connect` gives a connection to whoever takes one; what is closed unanswered is asked anew, `tries` in all.

        A server that ends closes the connections on which nothing has come yet, and what is sent just then is not read.
        Who stands in front of two of them asks the other (nginx: `proxy_next_upstream`).
        """
        self.connect, self.tries = connect, tries
        self.count, self.failed, self.is_over = 0, [], threading.Event()
        self.threads = [threading.Thread(target=self._ask, args=(number,)) for number in range(count)]

    def _ask(self, number):
        chance, pause = random.Random(number), threading.Event()
        while not self.is_over.is_set():
            path = chance.choice(PATHS)
            try:
                status = self._asked(path, chance)
                if status not in EXPECTED.get(path, {200}):
                    self.failed.append((path, status))
            except (OSError, http.client.HTTPException) as broken:
                self.failed.append((path, repr(broken)))
            self.count += 1
            pause.wait(0.01)  # the machine is to start a server as well

    def _asked(self, path, chance):
        """The status of an answer."""
        for left in reversed(range(self.tries)):
            connection = self.connect(chance)
            try:
                if path == "/read":
                    connection.request("POST", path, b"1", HEADERS | {"Origin": f"https://{HOST}"})
                else:
                    connection.request("GET", path, headers=HEADERS)
                answer = connection.getresponse()
                answer.read()
                return answer.status
            except (http.client.RemoteDisconnected, ConnectionError):
                if not left:
                    raise
            finally:
                connection.close()
        return 0

    @contextmanager
    def meanwhile(self):
        """Ask meanwhile."""
        for thread in self.threads:
            thread.start()
        try:
            yield
        finally:
            self.is_over.set()
            for thread in self.threads:
                thread.join()


def restarted_in_turn(newsroom, ports, asking, times):
    """Let both servers begin, and restart each so many times while somebody asks; says how often was asked."""
    servers = [newsroom.begin(port) for port in ports]
    try:
        with asking() as asked, asked.meanwhile():
            for turn in range(times * 2):
                enough = asked.count + 50
                servers[turn % 2].terminate()
                assert servers[turn % 2].wait(timeout=30) == 0
                servers[turn % 2] = newsroom.begin(ports[turn % 2])
                while asked.count < enough:
                    asked.is_over.wait(0.1)
    finally:
        for server in servers:
            server.terminate()
            server.wait()
    print(f"{asked.count} requests, {len(asked.failed)} failed, {times * 2} restarts")
    assert not asked.failed, asked.failed[:5]
    return asked.count


def prepared(tmp_path, address):
    """A newsroom with some stories, under its public name."""
    newsroom = Newsroom(tmp_path / "data", address, SITE_URL=f"https://{HOST}", SECRET_KEY="s" * 50)
    newsroom.manage("migrate", "-v0")
    newsroom.manage("populate", "--articles", 10)
    return newsroom


def whoever_takes_one(ports):
    """Gives connections to one of the servers, to another where one refuses."""

    def connect(chance):
        for port in chance.sample(ports, len(ports)):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            try:
                connection.connect()
            except ConnectionRefusedError:
                continue
            return connection
        raise ConnectionRefusedError("nobody takes one")

    return connect


def test_restart_of_one_after_the_other_answers_what_was_taken(tmp_path):
    ports = [free_port(), free_port()]
    with own_database() as address:
        newsroom = prepared(tmp_path, address)
        asked = restarted_in_turn(
            newsroom, ports, lambda: nullcontext(Asking(whoever_takes_one(ports), 4, tries=3)), times=1
        )
    assert asked > 100


@pytest.mark.trial
def test_rolling_restart_behind_nginx_fails_no_request(tmp_path, monkeypatch):
    ports = [free_port(), free_port()]
    name = "nginx-for-several.conf"
    monkeypatch.setitem(COMMANDS, name, COMMANDS["nginx.conf"])

    def over_https(port):
        def connect(chance):
            connection = http.client.HTTPSConnection("127.0.0.1", port, context=ssl._create_unverified_context())
            connection.sock = over_tls(port)
            return connection

        return connect

    @contextmanager
    def behind_nginx():
        with proxy(name, tmp_path, ports[0], {"10.0.0.12:8000": f"127.0.0.1:{ports[1]}"}) as front:
            yield Asking(over_https(front), 8)

    with own_database() as address:
        newsroom = prepared(tmp_path, address)
        assert restarted_in_turn(newsroom, ports, behind_nginx, times=5) > 2000
