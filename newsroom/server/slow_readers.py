"""Closes connections whose readers hardly take what they asked for, so that they keep neither it nor their place.

The server itself waits for them for ever. Only the kernel knows how much of an answer has arrived, and says so of each
of the process's connections (tcp(7), TCP_INFO); elsewhere than on Linux it is not asked.
"""

import fcntl
import os
import socket
import stat
import struct
import sys
import termios
import threading
import time
from collections.abc import Iterator

from newsroom.server.limits import READING_WINDOW, is_read_too_slowly

EVERY = 5.0  # seconds
LISTENING = 10  # a state of TCP
FACTS = struct.Struct("=B119xQ")  # of the kernel's struct tcp_info: the state, and how many bytes were acknowledged
AT_ONCE = struct.pack("ii", 1, 0)  # for SO_LINGER: what was not sent yet is thrown away

Ends = tuple[object, object]  # the two addresses of a connection


class SlowReaders:
    """What is known of the connections on which something is under way to a reader."""

    def __init__(self) -> None:
        self._since: dict[Ends, tuple[float, int]] = {}  # a moment, and the bytes that had arrived by then
        self._ports: set[int] = set()  # on which the process listens; what it asks of others is left alone

    def watch(self) -> None:
        """Look for them from time to time, in a thread of its own, for as long as the process lives."""
        if sys.platform == "linux":
            threading.Thread(target=self._watch, daemon=True, name="slow readers").start()

    def _watch(self) -> None:
        pause = threading.Event()
        while not pause.wait(EVERY):
            self.look(time.monotonic())

    def look(self, now: float) -> None:
        """Close the connections of those who took too little in a window that ends now, a moment in seconds."""
        if not self._ports:
            self._ports = {each.getsockname()[1] for each in _sockets() if _facts(each)[0] == LISTENING}
        before, self._since = self._since, {}
        for connection in _sockets():
            try:
                self._look_at(connection, before, now)
            except OSError:  # it has ended meanwhile
                continue

    def _look_at(self, connection: socket.socket, before: dict[Ends, tuple[float, int]], now: float) -> None:
        state, arrived = _facts(connection)
        if state == LISTENING or connection.getsockname()[1] not in self._ports or not _is_under_way(connection):
            return
        ends = connection.getsockname(), connection.getpeername()
        since, then = before.get(ends, (now, arrived))
        if now - since < READING_WINDOW:
            self._since[ends] = since, then
        elif is_read_too_slowly(arrived - then, now - since):
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)
            connection.shutdown(socket.SHUT_RDWR)  # for the server too, which has another handle of it
        else:
            self._since[ends] = now, arrived


def _sockets() -> Iterator[socket.socket]:
    """A second handle of each of the process's sockets for TCP, which is closed when the next one is asked for."""
    with os.scandir("/proc/self/fd") as entries:
        files = [int(entry.name) for entry in entries]
    for file in files:
        if not _is_socket(file):
            continue
        try:
            handle = os.dup(file)
        except OSError:  # it is closed by now
            continue
        if not _is_socket(handle):  # a file has got its number meanwhile, and must not be closed
            continue
        with socket.socket(fileno=handle) as found:
            if found.family in (socket.AF_INET, socket.AF_INET6) and found.type == socket.SOCK_STREAM:
                yield found


def _is_socket(file: int) -> bool:
    """Whether a number is that of a socket. Of a file no second handle is opened, not even to ask.

    To close any handle of a file ends all locks that the process has on it (fcntl(2)). SQLite's are such: without them
    the next command that leaves takes the server's journal along, and the database is damaged.
    """
    try:
        return stat.S_ISSOCK(os.fstat(file).st_mode)
    except OSError:  # it is closed by now
        return False


def _facts(connection: socket.socket) -> tuple[int, int]:
    """(the state, how many bytes were acknowledged, all in all)."""
    state, arrived = FACTS.unpack(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, FACTS.size))
    return state, arrived


def _is_under_way(connection: socket.socket) -> bool:
    """Whether the kernel holds bytes that were not acknowledged."""
    return bool(struct.unpack("i", fcntl.ioctl(connection, termios.TIOCOUTQ, b"\0" * 4))[0])
