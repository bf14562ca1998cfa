"""What readers may see at a moment: the one rule by which nothing shows before its time, or after its end."""

from datetime import UTC, datetime
from typing import Any

from django.db.models import Q, TextChoices
from django.utils.translation import pgettext_lazy

# "Until further notice". A date, not NULL, so that one comparison answers "is it live?" and an index can help.
FAR_FUTURE = datetime(9000, 1, 1, tzinfo=UTC)


class Kind(TextChoices):
    """What an edition says: here are words, or that there are none any more."""

    PUBLISHED = "published", pgettext_lazy("state of a story", "Published")
    WITHDRAWN = "withdrawn", pgettext_lazy("state of a story", "Withdrawn")
    EXPIRED = "expired", pgettext_lazy("state of a story", "Expired")


def current(at: Any, prefix: str = "") -> Q:
    """The condition "this edition is the one in force at `at`", for a query that reaches it through `prefix`.

    `at` is an aware datetime, or an expression for one.
    """
    return Q(**{f"{prefix}goes_live_at__lte": at, f"{prefix}ends_at__gt": at})


def live(at: Any, prefix: str = "") -> Q:
    """The condition "readers may see this edition's words at `at`". Written once; every reader's query uses it."""
    return current(at, prefix) & Q(**{f"{prefix}kind": Kind.PUBLISHED})


def sealed_and_to_come(at: Any, prefix: str = "") -> Q:
    """The condition that an edition of a sealed story is not out by `at`, so that colleagues may not see it either."""
    return Q(**{f"{prefix}article__is_sealed": True, f"{prefix}goes_live_at__gt": at})
