"""A mail server for tests, on a port of this machine: keeps what it was given, and can be down, slow or silent."""

import socket
import socketserver
import threading
from contextlib import suppress
from email import message_from_bytes
from typing import NamedTuple


class Letter(NamedTuple):
    """A mail that the server has said yes to."""

    to: str
    message_id: str
    text: str


class SmtpSink:
    """The server. `letters` are all that it took, in order; twice those that came twice."""

    def __init__(self):
        """Listen on a free port, from now on."""
        self.letters, self.is_down, self.asked = [], False, threading.Event()
        self.may_answer = threading.Event()
        self.may_answer.set()
        self._server = _Server(("127.0.0.1", 0), _Session)
        self._server.sink = self
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def url(self):
        """Its address, as EMAIL_URL has it."""
        return f"smtp://127.0.0.1:{self._server.server_address[1]}"

    @property
    def ids(self):
        """The Message-IDs of all letters, in order."""
        return [letter.message_id for letter in self.letters]

    def close(self):
        """Stop listening."""
        self.may_answer.set()
        self._server.shutdown()
        self._server.server_close()


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True
    request_queue_size = 64


class _Session(socketserver.StreamRequestHandler):
    """One connection, as far as RFC 5321 is spoken here."""

    def handle(self):
        sink, to = self.server.sink, ""
        if sink.is_down:
            return
        with suppress(OSError):
            self._say("220 sink")
            while line := self.rfile.readline():
                verb = line[:4].upper()
                if verb == b"RCPT":
                    to = line.decode().partition("<")[2].partition(">")[0]
                if verb == b"DATA":
                    self._say("354 go on")
                    self._take(sink, to)
                else:
                    self._say({b"EHLO": "250 sink", b"QUIT": "221 bye"}.get(verb, "250 ok"))
                    if verb == b"QUIT":
                        return

    def _take(self, sink, to):
        """Read one mail; it counts once the client is still there to hear that it was taken."""
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line)
        if not line:
            return
        sink.asked.set()
        sink.may_answer.wait(30)
        if self._is_gone():
            return
        mail = message_from_bytes(b"".join(lines))
        self._say("250 taken")
        sink.letters.append(Letter(to, mail["Message-ID"], mail.get_payload(decode=True).decode()))

    def _is_gone(self):
        """Whether the client has ended."""
        self.connection.setblocking(False)
        try:
            return not self.connection.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return False
        finally:
            self.connection.setblocking(True)

    def _say(self, line):
        self.wfile.write(f"{line}\r\n".encode())
