"""Which network address a request comes from: one rule for whatever counts attempts by address. A leaf."""

from ipaddress import IPv4Address, IPv6Address, ip_address

from django.conf import settings
from django.http import HttpRequest

Address = IPv4Address | IPv6Address


def client_address(request: HttpRequest) -> str | None:
    """The client's IP address, or None where nothing says it.

    Each proxy adds the address that it sees to the end of X-Forwarded-For. So the header is read from its end, as far
    as proxies are trusted to have written it; what stands before that may be invented. TRUSTED_PROXIES names them.
    Where it is empty, a site with an https address has one, on its machine or in its network; others have none.
    """
    found = _address(request.META.get("REMOTE_ADDR", ""))
    hops = request.headers.get("X-Forwarded-For", "").split(",")
    if not settings.TRUSTED_PROXIES:
        has_proxy = settings.SITE_URL.startswith("https://") and (found is None or found.is_private)
        found = (has_proxy and _address(hops[-1])) or found
    while hops and found and any(found in network for network in settings.TRUSTED_PROXIES):
        before = _address(hops.pop())
        if before is None:
            break
        found = before
    return str(found) if found else None


def _address(text: str) -> Address | None:
    """The address that a text is, as databases take it (without the name of a network card), or None."""
    try:
        found = ip_address(text.strip().partition("%")[0])
    except ValueError:
        return None
    return found.ipv4_mapped or found if isinstance(found, IPv6Address) else found
