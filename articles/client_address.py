"""Which network address a request comes from: one rule for whatever counts attempts by address. A leaf."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str | None:
    """The client's IP address, or None where nothing says it.

    A site with an https address stands behind a proxy, which adds the address that it sees to the end of
    X-Forwarded-For; what stands before that may be invented. Without https nobody is asked but the connection.
    """
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.SITE_URL.startswith("https://") else ""
    return _valid(forwarded.rpartition(",")[2]) or _valid(request.META.get("REMOTE_ADDR", ""))


def _valid(text: str) -> str | None:
    """The address that a text is, spelled as databases take it (without the name of a network card), or None."""
    try:
        return str(ip_address(text.strip().partition("%")[0]))
    except ValueError:
        return None
