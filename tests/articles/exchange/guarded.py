"""Local servers that answer what a test says, and a fetcher whose names, connections and clock the test has in hand."""

import socket
import threading
from contextlib import contextmanager

from articles.exchange.fetching import Fetcher

OUTSIDE = "93.184.216.34"
OK = b"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n"


class Server:
    """A server of this machine: `says(path)` yields what it sends; `asked` are the heads of all requests."""

    def __init__(self, says):
        self.says, self.asked, self.connected = says, [], []
        self.listening = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            try:
                link, _ = self.listening.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(link,), daemon=True).start()

    def _answer(self, link):
        head = b""
        try:
            while b"\r\n\r\n" not in head and (more := link.recv(65_536)):
                head += more
            if not head.startswith(b"GET "):
                return
            self.asked.append(head.decode())
            for part in self.says(head.split(b" ")[1].decode()):
                link.sendall(part)
        except OSError:  # who asked has gone
            pass
        finally:
            link.close()

    def connect(self, address, port, host, *, is_secure, seconds):
        """A connection to this server in place of the network address, which is noted."""
        self.connected.append((address, port, host, is_secure))
        return socket.create_connection(self.listening.getsockname(), seconds)


@contextmanager
def serving(says):
    """A Server while it is needed."""
    server = Server(says)
    try:
        yield server
    finally:
        server.listening.close()


def fetcher_to(server, hosts=("old.example", "cdn.example"), **more):
    """A Fetcher of these hosts, whose names lead outside and whose connections lead to the server."""
    more.setdefault("resolve", lambda _host, _port: [OUTSIDE])
    return Fetcher(hosts, connect=server.connect, **more)


class Clock:
    """A clock that goes on by `step` seconds each time that it is read."""

    def __init__(self, step=0.0):
        self.now, self.step = 1_000.0, step

    def __call__(self):
        self.now += self.step
        return self.now
