"""How much there is of something, and since when, at a cost that does not grow with it.

A count kept somewhere would be wrong at the second in which a scheduled story comes, and counting a war's thirty
thousand stories takes longer than the rest of its page. So we count the oldest thousand, and then say "more than".
"""

from typing import NamedTuple

from django.db.models import IntegerField, Subquery

AT_MOST = 1_000


class Extent(NamedTuple):
    """How many there are, at most AT_MOST, whether that is all, and the date of the first (None without any)."""

    number: int
    is_all: bool
    since: object


class _Counted(Subquery):
    """How many rows a query finds."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()


def with_extent(owners, rows):
    """The QuerySet `owners`, each with what `extent_of` reads; `rows` belong to editions and to an owner by OuterRef.

    It is a stretch of the index by date.
    """
    # The oldest first, so that the first date is the first of all, however many there are.
    oldest = rows.order_by("dated_at", "article_id")
    return owners.annotate(
        found=_Counted(oldest.values("pk")[: AT_MOST + 1]), found_since=Subquery(oldest.values("dated_at")[:1])
    )


def extent_of(owner):
    """The Extent of what belongs to a row of `with_extent`."""
    return Extent(min(owner.found, AT_MOST), owner.found <= AT_MOST, owner.found_since)
