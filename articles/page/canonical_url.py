"""Canonical addresses: the full address of a page, the same in heads, feeds, sitemaps and structured data."""

from django.conf import settings


def absolute_url(path: str) -> str:
    """The full address of a path on this site."""
    return settings.SITE_URL + path
