"""A request's head, as granian has it (RSGI 1.6), for WSGI (PEP 3333) and for the limits."""

import sys
from typing import IO, Any

from django.conf import settings
from django.http.cookie import parse_cookie

from newsroom.server.limits import Head, RefusedRequest

# They speak of the connection, or of a body that is here already.
OF_THE_CONNECTION = {"transfer-encoding", "connection", "content-length", "content-type", "expect", "trailer"}


def head_of(scope: Any) -> Head:
    """What a request's head says of its body. Raises RefusedRequest for a length that is none."""
    headers = scope.headers
    length = headers.get("content-length")
    if "transfer-encoding" in headers:
        size = None
    elif length is None:
        size = 0 if scope.http_version == "1.1" or scope.method in ("GET", "HEAD") else None
    elif length.isascii() and length.isdigit():
        size = int(length)
    else:
        raise RefusedRequest(400, "The length of the request is no number.")
    cookies = parse_cookie(headers.get("cookie", ""))
    return Head(
        scope.path, size, headers.get("content-type", "").lower(), cookies.get(settings.SESSION_COOKIE_NAME, "")
    )


def environ_of(scope: Any, body: IO[bytes], length: int, file_wrapper: type) -> dict[str, Any]:
    """The WSGI environment of a request whose body is here.

    A header whose name has an underscore is left out: WSGI could not tell it from the one with a hyphen, which a proxy
    has set.
    """
    server, _, port = scope.server.rpartition(":")
    environ: dict[str, Any] = {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": scope.path.encode("utf-8", "surrogateescape").decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "SERVER_NAME": server.strip("[]"),
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]"),
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
    if scope.authority:  # HTTP/2 says the host there
        environ["HTTP_HOST"] = scope.authority
    for name, value in scope.headers.items():
        if "_" in name or name in OF_THE_CONNECTION:
            continue
        key = f"HTTP_{name.upper().replace('-', '_')}"
        joint = "; " if name == "cookie" else ","
        environ[key] = f"{environ[key]}{joint}{value}" if key in environ else value
    return environ
