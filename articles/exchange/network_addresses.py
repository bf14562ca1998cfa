"""Which hosts and network addresses everybody may reach: what a fetch may be led to, and nothing inside a network.

The tables follow IANA's registries of special-purpose addresses. What the registries call reachable but what is no
host that publishes anything (relays, sinkholes, tunnels) is refused too.
"""

import re
import unicodedata
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_SPECIAL_4 = tuple(
    IPv4Network(one)
    for one in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # shared by carriers
        "127.0.0.0/8",  # this machine
        "169.254.0.0/16",  # this link, and where clouds give out their secrets
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112 sinkholes
        "192.52.193.0/24",  # multicast relays
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "192.175.48.0/24",  # AS112 sinkholes
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
)
_GLOBAL_6 = IPv6Network("2000::/3")  # all that is given out to hosts; what wraps or maps an IPv4 address lies outside
_SPECIAL_6 = tuple(
    IPv6Network(one)
    for one in (
        "2001::/23",  # protocol assignments: Teredo, benchmarks, ORCHID
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4, which wraps an IPv4 address
        "2620:4f:8000::/48",  # AS112 sinkholes
        "3ffe::/16",  # an experiment that ended
        "3fff::/20",  # documentation
    )
)
_TRANSLATED = IPv6Network("64:ff9b::/96")  # how networks without IPv4 reach it: asked about the address inside

_LABEL = r"(?!-)[a-z0-9_-]{1,63}(?<!-)"
_NAME = re.compile(rf"(?=.{{4,253}}$)(?:{_LABEL}\.)+(?:[a-z]{{2,63}}|xn--[a-z0-9-]{{1,59}})", re.ASCII)
# Names that only a network of somebody's own answers.
_INNER = frozenset("localhost local localdomain internal intranet private lan home corp arpa onion alt".split())  # noqa: SIM905  a list in words


def is_public(address: str) -> bool:
    """Whether everybody may reach this network address, which is written in its usual notation and has no zone."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        if found in _TRANSLATED:
            return _is_public_4(IPv4Address(int(found) & 0xFFFFFFFF))
        return found.scope_id is None and found in _GLOBAL_6 and not any(found in each for each in _SPECIAL_6)
    return _is_public_4(found)


def _is_public_4(address: IPv4Address) -> bool:
    return not any(address in each for each in _SPECIAL_4)


def public_host(name: str) -> str | None:
    """The host as it is looked up: a name of the public DNS, or a public IPv4 address in four decimal numbers.

    None for all that resolvers read in ways of their own (0x7f.1, 2130706433, digits of other scripts, a dot at the
    end) and for names that only a network of somebody's own answers.
    """
    if unicodedata.normalize("NFKC", name) != name:
        return None
    try:
        host = name.lower().encode("idna").decode("ascii")
    except UnicodeError:
        return None
    if _NAME.fullmatch(host):
        return host if host.rpartition(".")[2] not in _INNER else None
    return host if "." in host and is_public(host) else None
