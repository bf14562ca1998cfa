"""Readers who take next to nothing of what they asked for lose their connection, and nobody else does."""

import fcntl
import socket
import subprocess
import sys

import pytest

from newsroom.server.limits import READING_WINDOW, SLOWEST_READING, is_read_too_slowly
from newsroom.server.slow_readers import SlowReaders

pytestmark = pytest.mark.once


class Reader:
    """A reader with a small buffer, and the server's end of the connection, full of what was not taken yet."""

    def __init__(self, listener):
        self.client = socket.socket()
        self.client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.client.connect(listener.getsockname())
        self.server, _ = listener.accept()
        self.server.setblocking(False)
        self.sent = 0
        self.fill()

    def fill(self):
        """Send until the kernel takes no more."""
        try:
            while True:
                self.sent += self.server.send(b"x" * 65536)
        except BlockingIOError:
            return

    def read(self, size):
        """Take so many bytes, while the server goes on sending."""
        while size > 0:
            size -= len(self.client.recv(min(size, 4096)))
            self.fill()

    @property
    def is_closed(self):
        try:
            return self.server.send(b"x") < 0
        except BlockingIOError:
            return False
        except OSError:
            return True

    def close(self):
        self.client.close()
        self.server.close()


@pytest.fixture
def reader():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        made = Reader(listener)
        yield made
        made.close()


def test_who_takes_nothing_is_closed_when_the_window_ends(reader):
    watch = SlowReaders()
    watch.look(100)
    watch.look(100 + READING_WINDOW - 1)
    assert not reader.is_closed
    watch.look(100 + READING_WINDOW)
    assert reader.is_closed
    reader.server.close()  # as the server does that finds it so; what was not sent is thrown away
    with pytest.raises(ConnectionResetError):
        while reader.client.recv(65536):
            continue


def test_who_goes_on_taking_is_waited_for(reader):
    watch = SlowReaders()
    watch.look(100)
    for window in range(1, 4):
        reader.read(2 * READING_WINDOW * SLOWEST_READING)
        watch.look(100 + window * READING_WINDOW)
        assert not reader.is_closed
    watch.look(100 + 4 * READING_WINDOW)
    assert reader.is_closed, "what was taken once does not count for ever"


def test_a_connection_on_which_nothing_is_under_way_is_left_alone(reader):
    watch = SlowReaders()
    with socket.create_connection(reader.server.getsockname()) as idle:
        watch.look(100)
        watch.look(1000)
        idle.sendall(b"still here")


def test_what_the_process_asks_of_others_is_left_alone(reader):
    watch = SlowReaders()
    reader.client.setblocking(False)
    with pytest.raises(BlockingIOError):
        while reader.client.send(b"x" * 65536):
            continue
    watch.look(100)
    watch.look(1000)
    assert reader.is_closed
    assert reader.client.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8)[0] == 0, "this end was not touched"


def test_least_is_by_the_length_of_the_window():
    assert is_read_too_slowly(SLOWEST_READING * 60 - 1, 60)
    assert not is_read_too_slowly(SLOWEST_READING * 60, 60)


def test_looking_ends_no_lock_of_the_process(tmp_path):
    """As SQLite takes one: without it, a command that leaves deletes the journal that the server writes."""
    path = tmp_path / "locked"
    with path.open("w") as file:
        fcntl.lockf(file, fcntl.LOCK_EX)
        SlowReaders().look(0.0)
        ask = f"import fcntl; fcntl.lockf(open({str(path)!r}, 'r+'), fcntl.LOCK_EX | fcntl.LOCK_NB)"
        assert b"BlockingIOError" in subprocess.run([sys.executable, "-c", ask], capture_output=True).stderr
