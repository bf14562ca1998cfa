"""What readers are told where words were removed by order of law: when, and the hash of what is gone."""

from typing import NamedTuple

from django.db.models import OuterRef, Subquery

from articles.embargo import Kind
from articles.models.edition import Edition
from articles.page.dates import time_html


class Tombstone(NamedTuple):
    """When words went, as HTML, and the SHA-256 of the revision that held them."""

    at: str
    digest: str


def tombstone_of(edition):
    """The Tombstone of an edition whose words were removed, else None."""
    return Tombstone(time_html(edition.redacted_at), edition.digest) if edition.redacted_at else None


def with_last_words(endings, now):
    """Endings of stories, with what `tombstone_of_last_words` reads of the last words they had in public by `now`."""
    public = Edition.objects.started(now).filter(article=OuterRef("article"), kind=Kind.PUBLISHED)
    last = public.order_by("-goes_live_at")
    return endings.annotate(
        last_removed_at=Subquery(last.values("redacted_at")[:1]), last_digest=Subquery(last.values("digest")[:1])
    )


def tombstone_of_last_words(ending):
    """The Tombstone of the last words before an ending, which `with_last_words` gave, else None."""
    return Tombstone(time_html(ending.last_removed_at), ending.last_digest) if ending.last_removed_at else None
