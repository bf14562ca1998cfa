"""Says something in the channel of a desk: one JSON text in Slack's shape, to an https address in the open internet.

The address is typed by an editor, so it must lead to no machine of the house: its name is looked up once, each address
that it has must be a public one, and the connection goes to that very address. Redirects are not followed.
"""

import ipaddress
import json
import socket
import ssl
from http.client import HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy

from articles.editorial.refusals import Refusal

SECONDS = 10
MOST_SAID = 3000  # characters


class ChannelRefused(Refusal):
    """The address is none that may be written to."""

    sentence = gettext_lazy("A channel is an https address of a machine in the open internet, such as Slack gives.")


class ChannelFailed(Exception):
    """The channel did not take what was said."""


def require_channel(address: str) -> tuple[str, int, str]:
    """(host, port, path and query) of a channel's address. Raises ChannelRefused; asks no network."""
    try:
        parts = urlsplit(address)
        port = parts.port or 443
    except ValueError as error:
        raise ChannelRefused from error
    if parts.scheme != "https" or not parts.hostname or parts.username or any(sign.isspace() for sign in address):
        raise ChannelRefused
    if _is_number(parts.hostname) and not _is_public(parts.hostname):
        raise ChannelRefused
    return parts.hostname, port, (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def say(address: str, sentence: str) -> None:
    """Post the sentence to the channel. Raises ChannelRefused or ChannelFailed."""
    host, port, path = require_channel(address)
    body = json.dumps({"text": sentence[:MOST_SAID]}).encode()
    connection = PublicHTTPSConnection(host, port, timeout=SECONDS, context=ssl.create_default_context())
    try:
        connection.request("POST", path, body, {"Content-Type": "application/json"})
        status = connection.getresponse().status
    except (OSError, HTTPException) as error:
        raise ChannelFailed(str(error)) from error
    finally:
        connection.close()
    if not 200 <= status < 300:
        raise ChannelFailed(f"status {status}")


class PublicHTTPSConnection(HTTPSConnection):
    """A connection to a machine in the open internet, by the very address that was looked at."""

    def connect(self) -> None:
        """Look the name up, and connect to what was found. Raises ChannelRefused."""
        found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        if not found or not all(_is_public(str(each[4][0])) for each in found):
            raise ChannelRefused
        context: Any = vars(self)["_context"]
        self.sock = context.wrap_socket(
            socket.create_connection((str(found[0][4][0]), self.port), self.timeout), server_hostname=self.host
        )


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _is_public(address: str) -> bool:
    """Whether a network address is one of the open internet, also where it is one of version 4 in that of version 6."""
    found = ipaddress.ip_address(address.partition("%")[0])
    inner = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    return found.is_global and not found.is_multicast and (inner is None or inner.is_global)
