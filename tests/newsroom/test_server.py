"""The server from outside: who sends slowly holds nobody up, too much is refused, no worker is orphaned."""

import http.client
import signal
import socket
import time
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.articles.management.test_serve import answers, serving, until, workers_of
from tests.newsroom.slow_sockets import KINDS, slow

pytestmark = pytest.mark.once

SOCKETS, REQUESTS = 200, 50
MORE_THAN_GRANIAN_TAKES = 1_300  # by itself, of two workers together


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """(process, host and port) of a real server with two workers."""
    with serving(tmp_path_factory.mktemp("server")) as (process, address):
        yield process, (urlsplit(address).hostname, urlsplit(address).port)


def ask(where, path):
    """The seconds that a page took, which must be there."""
    began = time.monotonic()
    with urllib.request.urlopen(f"http://{where[0]}:{where[1]}{path}", timeout=8) as response:
        assert response.status == 200
        response.read()
    return time.monotonic() - began


@pytest.mark.parametrize("kind", KINDS)
def test_s1_slow_requests_hold_nobody_up(server, kind):
    _, where = server
    with slow(where, kind, SOCKETS):
        for _ in range(REQUESTS):
            ask(where, "/healthz")


@pytest.mark.parametrize("kind", ["nothing", "head", "idle"])
def test_s1_connections_without_requests_take_no_places(server, kind):
    _, where = server
    with slow(where, kind, MORE_THAN_GRANIAN_TAKES):
        for _ in range(REQUESTS):
            ask(where, "/healthz")


@pytest.mark.trial
@pytest.mark.parametrize("kind", KINDS)
def test_s1_of_a_thousand_others_none_waits_a_second(server, kind):
    _, where = server
    pages = ("/", "/latest/", "/healthz", "/admin/login/", "/feeds/rss.xml")
    alone = [ask(where, pages[place % 5]) for place in range(200)]
    with slow(where, kind, SOCKETS):
        taken = [ask(where, pages[place % 5]) for place in range(1_000)]
    print(f"{kind}: slowest {max(taken):.3f} s, of 200 without them {max(alone):.3f} s", flush=True)
    assert sum(seconds > max(1, *alone) for seconds in taken) == 0, "a busy machine is no fault of theirs"


def send(where, method, path, headers, body=b""):
    """(status, text) of the answer to one request whose headers are taken as they are."""
    connection = http.client.HTTPConnection(*where, timeout=20)
    connection.putrequest(method, path, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    connection.send(body)
    response = connection.getresponse()
    said = response.status, response.read().decode()
    connection.close()
    return said


def test_s5_a_stranger_cannot_fill_the_disk(server):
    _, where = server
    multipart = {"Content-Type": "multipart/form-data; boundary=x", "Content-Length": str(800 * 1024 * 1024)}
    status, said = send(where, "POST", "/admin/login/", multipart, b"--x\r\n")
    assert (status, said) == (413, "This is more than may be sent here: at most 65,536 bytes.\n")


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({"Content-Length": "19"}, b"1" * 19),
        ({"Transfer-Encoding": "chunked"}, b"13\r\n" + b"1" * 19 + b"\r\n0\r\n\r\n"),
    ],
)
def test_s1_the_view_counter_takes_the_number_of_a_story(server, headers, body):
    _, where = server
    assert send(where, "POST", "/read", headers, body)[0] == 400


def test_lengths_that_are_none_are_refused(server):
    _, where = server
    assert send(where, "POST", "/read", {"Content-Length": "one"})[0] == 400


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"GET /search/?q=\xd8\x93 HTTP/1.1\r\nHost: 127.0.0.1\r\n", b"200"),
        (b"GET http://127.0.0.1/latest/ HTTP/1.1\r\nHost: evil.example\r\n", b"200"),
        (b"GET http://evil.example/latest/ HTTP/1.1\r\nHost: 127.0.0.1\r\n", b"400"),
        (b"GET / HTTP/1.1\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: \xd8\x93\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n", b"400"),
        (b"POST /read HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n", b"400"),
        (b"POST /read HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: xchunked\r\n", b"400"),
        (b"POST /read HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding : chunked\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + b"a" * 200_000 + b"\r\n", b"431"),
    ],
)
def test_heads_that_are_read_in_two_ways_are_refused(server, sent, status):
    with socket.create_connection(server[1], timeout=20) as client:
        client.sendall(sent + b"Connection: close\r\n\r\n")
        assert client.recv(12)[9:12] == status


def test_files_come_whole_and_in_parts(server):
    _, (host, port) = server
    address = f"http://{host}:{port}/static/readers/css/base.css"
    with urllib.request.urlopen(address) as response:
        whole = response.read()
        assert len(whole) == int(response.headers["Content-Length"])
    with urllib.request.urlopen(urllib.request.Request(address, headers={"Range": "bytes=10-19"})) as response:
        assert (response.status, response.read()) == (206, whole[10:20])
    with urllib.request.urlopen(urllib.request.Request(address, method="HEAD")) as response:
        assert (response.read(), int(response.headers["Content-Length"])) == (b"", len(whole))


def is_running(pid):
    """Whether a process is there and is no corpse that nobody has buried yet: a corpse has no command line."""
    command = Path(f"/proc/{pid}/cmdline")
    return command.exists() and command.read_bytes() != b""


def test_s10_workers_do_not_outlive_their_master(tmp_path):
    with serving(tmp_path) as (process, address):
        workers = workers_of(process)
        process.send_signal(signal.SIGKILL)
        process.wait()

        def are_gone():
            return not any(is_running(worker) for worker in workers)

        until(are_gone)
        assert not answers(address)
