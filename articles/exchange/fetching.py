"""The one guarded fetch: named hosts only, no address inside our network, with limits on time, bytes and kinds."""

import http.client
import io
import queue
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from articles.exchange.incoming import Picture
from articles.exchange.network_addresses import is_public, public_host
from articles.exchange.pictures import BYTES_AT_MOST

_PORTS = {"http": 80, "https": 443}
_MOVED = frozenset({301, 302, 303, 307, 308})
_SAFE = "/%:@!$&'()*+,;=~-._?"
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_ADDRESSES_AT_MOST = 4  # of one host
_HEADS_AT_MOST = 65_536  # bytes of all that is not content
PICTURES = ("image/", "application/octet-stream", "binary/octet-stream", "")  # what is one shows when it is decoded


class NotFetched(Exception):
    """Something was not fetched, and why in a sentence."""


@dataclass(frozen=True)
class Limits:
    """What one fetch may cost; `seconds_in_all` hold for names, connections, redirects and content together."""

    seconds: float = 20  # of waiting for one thing
    seconds_in_all: float = 120
    bytes_at_most: int = BYTES_AT_MOST
    redirects: int = 3


def addresses_of(host: str, port: int) -> list[str]:
    """The network addresses of a host. Raises OSError."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def connected(address: str, port: int, host: str, *, is_secure: bool, seconds: float) -> socket.socket:
    """A connection to a network address; over TLS the certificate has to be the host's. Raises OSError."""
    link = socket.create_connection((address, port), seconds)
    if not is_secure:
        return link
    try:
        return ssl.create_default_context().wrap_socket(link, server_hostname=host)
    except BaseException:
        link.close()
        raise


class Fetcher:
    """Fetches from the hosts that were named and no others.

    A host's address is looked up once for each connection, refused unless everybody may reach it, and connected to as
    it was looked up, so that a second answer of the DNS changes nothing. What began over TLS stays there.
    """

    def __init__(
        self,
        hosts: Iterable[str],
        *,
        kinds: tuple[str, ...] = PICTURES,
        schemes: tuple[str, ...] = ("https", "http"),
        limits: Limits | None = None,
        resolve: Callable[[str, int], Iterable[str]] = addresses_of,
        connect: Callable[..., socket.socket] = connected,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        named = (public_host(host.lower().strip().rstrip(".")) for host in hosts)
        self.hosts = frozenset(host for host in named if host)
        self.kinds, self.schemes, self.limits = kinds, schemes, limits or Limits()
        self.resolve, self.connect, self.clock = resolve, connect, clock
        self.failed: dict[str, str] = {}

    def find(self, picture: Picture) -> bytes | None:
        """The bytes of the picture, from the first of its places that has it; None, and why in `failed`."""
        for address in picture.addresses:
            if address in self.failed:
                continue
            try:
                return self.fetch(address)
            except NotFetched as why:
                self.failed[address] = str(why)
        return None

    def fetch(self, address: str) -> bytes:
        """What is at the address. Raises NotFetched."""
        ends_at, seen = self.clock() + self.limits.seconds_in_all, set[str]()
        while True:
            seen.add(address)
            try:
                found = self._ask(address, ends_at)
            except (OSError, http.client.HTTPException) as error:
                raise NotFetched(f"{urlsplit(address).hostname} did not answer: {error}.") from error
            if isinstance(found, bytes):
                return found
            goes_on = _joined(address, found)
            if goes_on in seen or len(seen) > self.limits.redirects:
                raise NotFetched(f"{address} is redirected too often.")
            if address.lower().startswith("https:") and not goes_on.lower().startswith("https:"):
                raise NotFetched(f"{address} is redirected to where anybody on the way can read and change it.")
            address = goes_on

    def _ask(self, address: str, ends_at: float) -> bytes | str:
        """What is at the address, or where it redirects to."""
        parts, host = self._named(address)
        port, path = _PORTS[parts.scheme], quote(parts.path or "/", safe=_SAFE)
        if parts.query:
            path += f"?{quote(parts.query, safe=_SAFE)}"
        link = self._linked(host, port, self._public_addresses(host, port, ends_at), ends_at)
        connection = http.client.HTTPConnection(host)  # no port, since it is the scheme's own
        connection.sock = _Limited(link, lambda: self._left(ends_at), self.limits.bytes_at_most)
        try:
            headers = {"User-Agent": "Newsroom", "Accept": _accepted(self.kinds), "Connection": "close"}
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            if answer.status in _MOVED and (where := answer.getheader("Location", "")):
                return where
            return self._content(answer, address)
        finally:
            link.close()

    def _named(self, address: str) -> tuple[SplitResult, str]:
        """The parts of an address and its host, if it is one to fetch from."""
        try:
            parts = urlsplit(address)
            port, host = parts.port, public_host(parts.hostname or "")
        except ValueError as error:
            raise NotFetched(f"{address} is no address.") from error
        if _CONTROLS.search(address) or re.search(r"[@\\\s%]", parts.netloc):
            raise NotFetched(f"{address} is no address to fetch from.")
        if parts.scheme not in self.schemes or port not in (None, _PORTS[parts.scheme]) or host not in self.hosts:
            raise NotFetched(f"{parts.hostname or address} is not among the hosts to fetch from.")
        return parts, host or ""

    def _left(self, ends_at: float) -> float:
        """The seconds that may be waited for one thing."""
        left = ends_at - self.clock()
        if left <= 0:
            raise TimeoutError("it takes too long")
        return min(left, self.limits.seconds)

    def _public_addresses(self, host: str, port: int, ends_at: float) -> list[str]:
        """The network addresses of the host, if everybody may reach all of them."""
        answers: queue.SimpleQueue[list[str] | Exception] = queue.SimpleQueue()

        def ask() -> None:
            try:
                answers.put(list(self.resolve(host, port)))
            except Exception as error:  # goes on in the thread that waits
                answers.put(error)

        # Names are looked up in a thread, since the system's resolver knows no limit of time.
        threading.Thread(target=ask, daemon=True).start()
        try:
            found = answers.get(timeout=self._left(ends_at))
        except queue.Empty:
            raise TimeoutError("its name is looked up for too long") from None
        if isinstance(found, OSError | UnicodeError):
            raise NotFetched(f"{host} is not known.") from found
        if isinstance(found, Exception):
            raise found
        if not found or not all(is_public(each) for each in found):
            raise NotFetched(f"{host} leads into a private network, so nothing was fetched from it.")
        return list(dict.fromkeys(found))[:_ADDRESSES_AT_MOST]

    def _linked(self, host: str, port: int, addresses: list[str], ends_at: float) -> socket.socket:
        """A connection to the first of the addresses that takes one."""
        failed: OSError = OSError("it has no address")
        for address in addresses:
            try:
                return self.connect(address, port, host, is_secure=port == 443, seconds=self._left(ends_at))
            except OSError as error:
                failed = error
        raise failed

    def _content(self, answer: http.client.HTTPResponse, address: str) -> bytes:
        """The content, if it is what was asked for."""
        if answer.status != 200:
            raise NotFetched(f"{address} answers {answer.status}.")
        kind = answer.getheader("Content-Type", "").partition(";")[0].strip().lower()
        if not any(kind == one or (one.endswith("/") and kind.startswith(one)) for one in self.kinds):
            raise NotFetched(f"{address} is of another kind than was asked for: {kind or 'none'}.")
        if answer.getheader("Content-Encoding", "identity").strip().lower() not in ("identity", ""):
            raise NotFetched(f"{address} answers compressed, which was not asked for.")
        parts, length, said = [], 0, answer.length
        while length <= self.limits.bytes_at_most and (said or 0) <= self.limits.bytes_at_most:
            if not (part := answer.read1(65_536)):
                break
            parts.append(part)
            length += len(part)
        else:
            raise NotFetched(f"{address} is larger than may be fetched.")
        if said is not None and length < said:
            raise NotFetched(f"{address} broke off.")
        return b"".join(parts)


class _Limited:
    """A connection whose every wait is within the time that is left, and whose answer has an end."""

    def __init__(self, link: socket.socket, left: Callable[[], float], bytes_at_most: int) -> None:
        self.link, self.left = link, left
        self.bytes_left = bytes_at_most + bytes_at_most // 8 + _HEADS_AT_MOST

    def sendall(self, data: bytes) -> None:
        self.link.settimeout(self.left())
        self.link.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Incoming(self), 65_536)

    def close(self) -> None:
        """Nothing yet: http.client closes before it reads, and who made the connection closes it."""


class _Incoming(io.RawIOBase):
    """What comes in on a limited connection."""

    def __init__(self, limited: _Limited) -> None:
        self.limited = limited

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self.limited.link.settimeout(self.limited.left())
        length = self.limited.link.recv_into(buffer)
        self.limited.left()
        self.limited.bytes_left -= length
        if self.limited.bytes_left < 0:
            raise OSError("it says more than may be fetched")
        return length


def _joined(address: str, where: str) -> str:
    try:
        return urljoin(address, where)
    except ValueError as error:
        raise NotFetched(f"{address} is redirected to what is no address.") from error


def _accepted(kinds: tuple[str, ...]) -> str:
    return ", ".join(f"{kind}*" if kind.endswith("/") else kind for kind in kinds if kind)
