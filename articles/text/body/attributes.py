"""What the value of an attribute in the body may be: each check gives the canonical value, or None to drop it."""

import re
from math import gcd
from urllib.parse import urlsplit

from articles.text.characters import drop_controls

PULL = "pull"  # words of the story once more, large; the other boxes begin with their title
BOXES = ("points", "facts", "timeline", PULL)
_WHITESPACE = re.compile(r"\s+")
_NUMBER = re.compile(r"[1-9][0-9]{0,17}")  # fits a 64-bit key
_RATIO = re.compile(r"([0-9]{1,5}):([0-9]{1,5})")
_WEB = re.compile(r"https?://", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s/?#]", re.IGNORECASE)
_TELEPHONE = re.compile(r"tel:\+?[0-9(*#]", re.IGNORECASE)
_SITE = re.compile(r"/(?![/\\])")
_UNSAFE_IN_URL = re.compile(r"[\s\"<>\\^`{|}\[\]]|%(?![0-9A-Fa-f]{2})")


def words(value: str) -> str | None:
    """The words with single spaces and none at the ends, or None when none are left."""
    return _WHITESPACE.sub(" ", drop_controls(value)).strip() or None


def flag(_value: str) -> str:
    """Nothing: that the attribute is there says all."""
    return ""


def switched_on(_value: str) -> str:
    """The one spelling of an attribute that is there or not."""
    return "on"


def box_kind(value: str) -> str | None:
    """The kind of a box, one of BOXES, or None."""
    return value.strip() if value.strip() in BOXES else None


def ratio(value: str) -> str | None:
    """Width to height in whole numbers, such as "16:9", neither more than ten times the other; or None."""
    found = _RATIO.fullmatch(value.strip())
    width, height = (int(found[1]), int(found[2])) if found else (0, 0)
    if not (width and height and width <= 10 * height and height <= 10 * width):
        return None
    common = gcd(width, height)
    return f"{width // common}:{height // common}"


def positive_number(value: str) -> str | None:
    """The decimal digits of a positive row number, without leading zeros, or None."""
    value = value.strip()
    return value if _NUMBER.fullmatch(value) else None


def link(value: str) -> str | None:
    """An address that a story may link to, or None.

    Allowed are http and https addresses with a host, mailto, tel, and paths on this site, which start with a single
    slash; the sheet has the same rule in addresses.js. Tabs and line breaks are removed first, as browsers do (WHATWG
    URL, 4.4), so they can't hide a scheme.
    """
    value = re.sub(r"[\t\n\r]", "", drop_controls(value)).strip()
    if _SITE.match(value) or _MAIL.match(value) or _TELEPHONE.match(value):
        return _quoted(value)
    if not _WEB.match(value):
        return None
    authority, rest = _parted(value)
    return authority + _quoted(rest) if _is_host(authority) else None


def _parted(address: str) -> tuple[str, str]:
    """Scheme with authority, and what follows."""
    start = address.index("//") + 2
    end = next((at for at in range(start, len(address)) if address[at] in "/?#"), len(address))
    return address[:end], address[end:]


def _is_host(authority: str) -> bool:
    try:
        parts = urlsplit(authority)
        return bool(parts.hostname) and parts.port != -1 and not re.search(r"[\s\"<>\\^`{|}%]", authority)
    except ValueError:  # a port that is no number, a bracket without its twin
        return False


def _quoted(address: str) -> str:
    return _UNSAFE_IN_URL.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), address)
