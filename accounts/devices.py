"""What a device is called, by what its browser says of itself, and whether its person has signed in on it before."""

import re
from hashlib import blake2b

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.editorial.site import login_throttle

# The first that is found: later browsers name the earlier ones, to be served like them.
BROWSERS = (
    ("Edg(?:e|A|iOS)?/", "Edge"),
    ("OPR/|Opera", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/|FxiOS/", "Firefox"),
    ("Chrom(?:e|ium)/|CriOS/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS X|Macintosh", "macOS"),
    ("Linux|X11", "Linux"),
)


def device_name(user_agent: str) -> str:
    """“Firefox, Windows”; of what is not known only the part that is, or that it is an unknown device."""
    parts = [_first(BROWSERS, user_agent), _first(SYSTEMS, user_agent)]
    return ", ".join(filter(None, parts)) or _("Unknown device")


def device_of(request: HttpRequest, account: str) -> str:
    """The device on which somebody has signed in to the account before, "" for any other."""
    return login_throttle.known_device(request.COOKIES.get(_cookie(account), ""), account)


def remember_device(request: HttpRequest, response: HttpResponse) -> None:
    """Let the device that has just signed in be known, so that strangers can't lock its owner out."""
    account = request.user.get_username()
    response.set_cookie(
        _cookie(account),
        login_throttle.new_device(account),
        max_age=login_throttle.DEVICES_ARE_KNOWN,
        path=reverse("admin:login"),
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )


def _cookie(account: str) -> str:
    """The name of the cookie that says that a device is known to an account; it does not say which account."""
    return f"device_{blake2b(account.casefold().encode(), digest_size=6).hexdigest()}"


def _first(table: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((name for sign, name in table if re.search(sign, user_agent)), "")
