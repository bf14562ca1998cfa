"""The site's name and icon: the publisher's own, else the setting SITE_NAME and the icon we ship."""

from contextvars import ContextVar
from typing import Any, NamedTuple

from django.conf import settings
from django.core.signals import request_finished, request_started
from django.dispatch import receiver

from articles.freshness import tags
from articles.freshness.reading import made_of
from articles.models.publisher import Publisher


class Identity(NamedTuple):
    """The site's name, and the digest of its icon or ""."""

    name: str
    icon: str


# A list of the Identity once a request has asked for it. None outside requests, where nothing is cached.
_cached: ContextVar[list[Identity] | None] = ContextVar("identity", default=None)


def identity() -> Identity:
    """The Identity of the site now; one query, or none when this request has asked, or its frame was read."""
    cached = _cached.get()
    if cached:
        return cached[0]
    return set_identity(current_publisher())


def current_publisher() -> Publisher:
    """The Publisher with its name and icon; one query."""
    made_of(tags.SITE)
    return Publisher.objects.only("name", "icon_digest").get()


def set_identity(publisher: Publisher) -> Identity:
    """The Identity of a Publisher that was read for this request; it is not asked for again."""
    found, cached = Identity(publisher.name or settings.SITE_NAME, publisher.icon_digest), _cached.get()
    if cached is not None:
        cached[:] = [found]
    return found


@receiver(request_started)
def _begin(**_: Any) -> None:
    """Start without one in every request: another process may have changed it."""
    _cached.set([])


@receiver(request_finished)
def _end(**_: Any) -> None:
    """Drop it."""
    _cached.set(None)
