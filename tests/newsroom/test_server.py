"""The server from outside: who sends slowly holds nobody up, too much is refused, no worker is orphaned."""

import http.client
import signal
import socket
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.articles.management.test_serve import answers, serving, until, workers_of

pytestmark = pytest.mark.once

SOCKETS, REQUESTS = 200, 50
SLOW = {
    "headers": b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ",
    "body": b"POST /read HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 18\r\n\r\n1",
    "form": b"POST /admin/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 900\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n\r\nusername=",
    "chunked": b"POST /admin/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
    "reading": b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" * 2,
}


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """(process, host and port) of a real server with two workers."""
    with serving(tmp_path_factory.mktemp("server")) as (process, address):
        yield process, (urlsplit(address).hostname, urlsplit(address).port)


@contextmanager
def slow(where, kind):
    """As many connections as attackers need, which begin a request of a kind and never go on."""
    opened = []
    try:
        for _ in range(SOCKETS):
            client = socket.create_connection(where, timeout=10)
            opened.append(client)
            client.sendall(SLOW[kind])
        yield
    finally:
        for client in opened:
            client.close()


@pytest.mark.parametrize("kind", SLOW)
def test_s1_slow_requests_hold_nobody_up(server, kind):
    _, where = server
    with slow(where, kind):
        for _ in range(REQUESTS):
            with urllib.request.urlopen(f"http://{where[0]}:{where[1]}/healthz", timeout=8) as response:
                assert response.status == 200


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
