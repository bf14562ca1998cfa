"""Connections as those make them who want to stop a server without sending it much: they begin, and never go on."""

import socket
import sys
import threading
from contextlib import contextmanager

HOST = b"Host: 127.0.0.1\r\n"
FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"
# The largest file that the newsroom serves: no buffer of a connection holds four of them.
LARGE = b"GET /static/django_prose_editor/editor.js.map HTTP/1.1\r\n" + HOST
# By kind: what is sent at first, and what is sent each second to look alive.
KINDS = {
    "nothing": (b"", b""),
    "head": (b"GET / HTTP/1.1\r\n" + HOST + b"X-Slow: ", b"a"),
    "body": (b"POST /read HTTP/1.1\r\n" + HOST + b"Content-Length: 18\r\n\r\n1", b"1"),
    "form": (b"POST /admin/login/ HTTP/1.1\r\n" + HOST + FORM + b"Content-Length: 900\r\n\r\nusername=", b"a"),
    "chunked": (
        b"POST /admin/login/ HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
        b"1\r\na\r\n",
    ),
    "reading pages": ((b"GET / HTTP/1.1\r\n" + HOST + b"\r\n") * 2, b""),
    "reading files": ((LARGE + b"\r\n") * 4, b""),
    "reading parts of files": ((LARGE + b"Range: bytes=1-\r\n\r\n") * 4, b""),
    "idle": (b"GET /healthz HTTP/1.1\r\n" + HOST + b"\r\n", b""),
    "HTTP/2": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b""),
}
# Whoever attacks has another address than whoever reads; Linux alone has all of 127.0.0.0/8.
ELSEWHERE = "127.0.0.2" if sys.platform == "linux" else "127.0.0.1"


def opened(where, begin):
    """A connection on which a request begins."""
    client = socket.socket()
    client.settimeout(10)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    client.bind((ELSEWHERE, 0))
    client.connect(where)
    client.sendall(begin)
    return client


def drip(clients, more, ended):
    """Send a little on all of them, and read as little, each second until they are no longer wanted."""
    while not ended.wait(1):
        for client in clients:
            try:
                client.send(more, socket.MSG_DONTWAIT)
                client.recv(1, socket.MSG_DONTWAIT)
            except OSError:  # nothing there, or closed by the server, as it may
                continue


@contextmanager
def slow(where, kind, count):
    """So many connections of a kind to a host and port."""
    begin, more = KINDS[kind]
    clients, ended = [], threading.Event()
    dripping = threading.Thread(target=drip, args=(clients, more, ended), daemon=True)
    try:
        for _ in range(count):
            clients.append(opened(where, begin))
        if kind.startswith("reading"):  # what they asked for is made by now, and only their slowness is left
            for client in clients:
                client.settimeout(120)
                client.recv(1, socket.MSG_PEEK)
        dripping.start()
        yield
    finally:
        ended.set()
        for client in clients:
            client.close()
