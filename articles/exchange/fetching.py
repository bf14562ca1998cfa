"""Fetching photos from another system, guarded: named hosts only, no address inside our network, with limits."""

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from urllib.parse import quote, urljoin, urlsplit

from articles.exchange.incoming import Picture
from articles.exchange.pictures import BYTES_AT_MOST

SECONDS, SECONDS_IN_ALL = 20, 120
REDIRECTS_AT_MOST = 3
_PORTS = {"http": 80, "https": 443}
_MOVED = frozenset({301, 302, 303, 307, 308})
_SAFE = "/%:@!$&'()*+,;=~-._?"
Resolve = Callable[[str, int], Iterable[str]]


class NotFetched(Exception):
    """A photo was not fetched, and why in a sentence."""


def addresses_of(host: str, port: int) -> list[str]:
    """The network addresses of a host. Raises OSError."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


class Fetcher:
    """Fetches photos from the hosts that were named and no others.

    A host's address is looked up once for each connection, refused unless everybody may reach it, and connected to as
    it was looked up, so that a second answer of the DNS changes nothing.
    """

    def __init__(self, hosts: Iterable[str], resolve: Resolve = addresses_of):
        self.hosts = frozenset(host.lower().strip().rstrip(".") for host in hosts)
        self.resolve = resolve
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
        for _ in range(REDIRECTS_AT_MOST + 1):
            status, data, goes_on = self._ask(address)
            if not goes_on:
                if status != 200:
                    raise NotFetched(f"{address} answers {status}.")
                return data
            address = urljoin(address, goes_on)
        raise NotFetched(f"{address} is redirected too often.")

    def _ask(self, address: str) -> tuple[int, bytes, str]:
        """(status, content, where a redirect leads or "")."""
        try:
            parts = urlsplit(address)
            host, port = (parts.hostname or "").rstrip("."), parts.port or _PORTS.get(parts.scheme, 0)
        except ValueError as error:
            raise NotFetched(f"{address} is no address.") from error
        if parts.scheme not in _PORTS or host not in self.hosts or port != _PORTS[parts.scheme]:
            raise NotFetched(f"{host or address} is not among the hosts to fetch from.")
        path = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
        connection = _Connection(host, port, self._public_address(host, port), is_secure=parts.scheme == "https")
        try:
            connection.request("GET", path, headers={"User-Agent": "Newsroom-import", "Accept": "image/*"})
            answer = connection.getresponse()
            if answer.status in _MOVED and (where := answer.getheader("Location", "")):
                return answer.status, b"", where
            data = _read(answer)
        except (OSError, http.client.HTTPException) as error:
            raise NotFetched(f"{host} did not answer: {error}.") from error
        finally:
            connection.close()
        if len(data) > BYTES_AT_MOST:
            raise NotFetched(f"{address} is larger than any photo.")
        return answer.status, data, ""

    def _public_address(self, host: str, port: int) -> str:
        try:
            found = list(self.resolve(host, port))
        except (OSError, UnicodeError) as error:
            raise NotFetched(f"{host} is not known.") from error
        if not found or not all(is_public(each) for each in found):
            raise NotFetched(f"{host} leads into a private network, so nothing was fetched from it.")
        return found[0]


def _read(answer: http.client.HTTPResponse) -> bytes:
    """The content, as far as it may be read, within the time there is."""
    ends_at, parts, length = time.monotonic() + SECONDS_IN_ALL, [], 0
    while length <= BYTES_AT_MOST and (part := answer.read1(65_536)):
        parts.append(part)
        length += len(part)
        if time.monotonic() > ends_at:
            raise TimeoutError("it takes too long")
    return b"".join(parts)


def is_public(address: str) -> bool:
    """Whether everybody may reach this network address; what wraps an IPv4 address is asked about that."""
    try:
        found: ipaddress.IPv4Address | ipaddress.IPv6Address = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if found in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None and not inner.is_global:
            return False
    return found.is_global and not found.is_multicast and not found.is_reserved


class _Connection(http.client.HTTPConnection):
    """A connection to a host at the network address that was checked."""

    def __init__(self, host: str, port: int, address: str, *, is_secure: bool):
        super().__init__(host, port, timeout=SECONDS)
        self.address, self.is_secure = address, is_secure

    def connect(self) -> None:
        """Connect to the address; over TLS the certificate has to be the host's."""
        self.sock = socket.create_connection((self.address, self.port), self.timeout)
        if self.is_secure:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)
