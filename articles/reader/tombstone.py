"""What readers are told where words were removed by order of law: when, and the hash of what is gone."""

from typing import NamedTuple

from articles.models.edition import Edition, Kind
from articles.page.moments import time_html


class Tombstone(NamedTuple):
    """When words went, as HTML, and the SHA-256 of the revision that held them."""

    at: str
    digest: str


def tombstone_of(edition):
    """The Tombstone of an edition whose words were removed, else None."""
    return Tombstone(time_html(edition.redacted_at), edition.digest) if edition.redacted_at else None


def tombstone_of_story(article_id, now):
    """The Tombstone of the last words that a story had in public by `now`, else None; one query."""
    public = Edition.objects.started(now).filter(article_id=article_id, kind=Kind.PUBLISHED)
    last = public.order_by("-goes_live_at").first()
    return tombstone_of(last) if last else None
