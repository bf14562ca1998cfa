"""What the site is called and which icon it has: the house's own, else the setting SITE_NAME and the icon we ship."""

from contextvars import ContextVar
from typing import NamedTuple

from django.conf import settings
from django.core.signals import request_finished, request_started
from django.dispatch import receiver

from articles.models.publisher import Publisher

# Asked once while a page is made: a list that is empty until then. None outside a request, where nothing is kept.
_asked = ContextVar("identity", default=None)


class Identity(NamedTuple):
    """The site's name, and the digest of its icon or ""."""

    name: str
    icon: str


def identity():
    """The Identity of the site now; one query, or none when this request has asked, or its frame was read."""
    asked = _asked.get()
    if asked:
        return asked[0]
    return remember(current_publisher())


def current_publisher():
    """The House with what it is known by; one query."""
    return Publisher.objects.only("name", "icon_digest").get()


def remember(publisher):
    """The Identity of a House that was read for this request, which needs not be asked again."""
    found, asked = Identity(publisher.name or settings.SITE_NAME, publisher.icon_digest), _asked.get()
    if asked is not None:
        asked[:] = [found]
    return found


@receiver(request_started)
def _begin(**_):
    """Ask anew for every request: another process may have changed it."""
    _asked.set([])


@receiver(request_finished)
def _end(**_):
    """Keep nothing beyond it."""
    _asked.set(None)
