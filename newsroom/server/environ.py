"""A request's head, as granian has it (RSGI 1.6), for WSGI (PEP 3333) and for the limits."""

import re
import sys
from typing import IO, Any

from django.conf import settings

from articles.client_address import network_behind
from newsroom.server.limits import Head, RefusedRequest

# They speak of the connection, or of a body that is here already.
# Found by an expression: this is done for every request on the event loop, and a head may hold very many cookies.
SESSION = re.compile(rf"(?:^|;)\s*{re.escape(settings.SESSION_COOKIE_NAME)}\s*=([^;]*)")
OF_THE_CONNECTION = {"transfer-encoding", "connection", "content-length", "content-type", "expect", "trailer"}


def head_of(scope: Any) -> Head:
    """What a request's head says of its body. Raises RefusedRequest for a length that is none, and without a host."""
    headers = scope.headers
    if scope.http_version == "1.1" and not scope.authority and headers.get("host") is None:  # RFC 9112, 3.2
        raise RefusedRequest(400, "The request does not say which site it is for.")
    length = headers.get("content-length")
    if "transfer-encoding" in headers:
        size = None
    elif length is None:
        size = 0 if scope.http_version == "1.1" or scope.method in ("GET", "HEAD") else None
    elif length.isascii() and length.isdigit():
        size = int(length)
    else:
        raise RefusedRequest(400, "The length of the request is no number.")
    sessions = SESSION.findall(headers.get("cookie", ""))
    return Head(scope.path, size, headers.get("content-type", "").lower(), sessions[-1].strip() if sessions else "")


def client_of(scope: Any) -> str:
    """The network address of whoever sent a request, as attempts are counted by it; "" where nothing says it."""
    forwarded = ",".join(value for name, value in scope.headers.items() if name == "x-forwarded-for")
    return network_behind(_address_of(scope.client), forwarded) or ""


def _address_of(client: str) -> str:
    return client.rpartition(":")[0].strip("[]")


def _of_wsgi(text: str) -> str:
    """A text whose letters are the bytes of another one."""
    return text.encode("utf-8", "surrogateescape").decode("latin-1")


def environ_of(scope: Any, body: IO[bytes], length: int, file_wrapper: type) -> dict[str, Any]:
    """The WSGI environment of a request whose body is here.

    A header whose name has an underscore is left out: WSGI could not tell it from the one with a hyphen, which a proxy
    has set.
    """
    server, _, port = scope.server.rpartition(":")
    environ: dict[str, Any] = {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": _of_wsgi(scope.path),
        "QUERY_STRING": _of_wsgi(scope.query_string),
        "SERVER_NAME": server.strip("[]"),
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "REMOTE_ADDR": _address_of(scope.client),
        "CONTENT_TYPE": scope.headers.get("content-type", ""),
        "CONTENT_LENGTH": str(length),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        "wsgi.file_wrapper": file_wrapper,
    }
    if scope.authority:  # of a target that is a whole address; it counts, and not the header (RFC 9112, 3.2.2)
        environ["HTTP_HOST"] = scope.authority
    for name, value in scope.headers.items():
        if "_" in name or name in OF_THE_CONNECTION or (name == "host" and scope.authority):
            continue
        key = f"HTTP_{name.upper().replace('-', '_')}"
        joint = "; " if name == "cookie" else ","
        environ[key] = f"{environ[key]}{joint}{value}" if key in environ else value
    return environ
