"""Which network address a request comes from: one rule for whatever counts attempts by address. A leaf."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest

Address = IPv4Address | IPv6Address


MOST_PROXIES = 20  # in a row, of whom each is believed; a header may name thousands
A_SUBSCRIBER = 64  # bits of an IPv6 address: whoever has one of a network so long has them all (RFC 6177)


def client_address(request: HttpRequest) -> str | None:
    """The client's IP address, or None where nothing says it."""
    found = _behind_proxies(request.META.get("REMOTE_ADDR", ""), request.headers.get("X-Forwarded-For", ""))
    return str(found) if found else None


def client_network(request: HttpRequest) -> str | None:
    """What to count a client's attempts by: the address, of IPv6 the first of those that its subscriber has."""
    return network_behind(request.META.get("REMOTE_ADDR", ""), request.headers.get("X-Forwarded-For", ""))


def network_behind(remote: str, forwarded: str) -> str | None:
    """`client_network` of a request from the address `remote` with this X-Forwarded-For."""
    found = _behind_proxies(remote, forwarded)
    if isinstance(found, IPv6Address):
        return str(IPv6Network((found, A_SUBSCRIBER), strict=False).network_address)
    return str(found) if found else None


def is_trusted_proxy(remote: str) -> bool:
    """Whether what a request from the address `remote` says of itself was written by a proxy whose word counts."""
    found = _address(remote)
    if settings.TRUSTED_PROXIES:
        return found is not None and any(found in network for network in settings.TRUSTED_PROXIES)
    return settings.SITE_URL.startswith("https://") and (found is None or found.is_private)


def _behind_proxies(remote: str, forwarded: str) -> Address | None:
    """The client's address, or None where nothing says it.

    Each proxy adds the address that it sees to the end of X-Forwarded-For. So the header is read from its end, as far
    as proxies are trusted to have written it; what stands before that may be invented. TRUSTED_PROXIES names them.
    Where it is empty, a site with an https address has one, on its machine or in its network; others have none.
    """
    found = _address(remote)
    hops = forwarded.rsplit(",", MOST_PROXIES)[-MOST_PROXIES:]
    if not settings.TRUSTED_PROXIES:
        found = (is_trusted_proxy(remote) and _address(hops[-1])) or found
    while hops and found and any(found in network for network in settings.TRUSTED_PROXIES):
        before = _address(hops.pop())
        if before is None:
            break
        found = before
    return found


def _address(text: str) -> Address | None:
    """The address that a text is, as databases take it (without the name of a network card), or None."""
    try:
        found = ip_address(text.strip().partition("%")[0])
    except ValueError:
        return None
    return found.ipv4_mapped or found if isinstance(found, IPv6Address) else found
