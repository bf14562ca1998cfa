"""How much there is of something, and since when, at a cost that does not grow with it.

A count kept somewhere would be wrong at the second in which a scheduled story comes, and counting a war's thirty
thousand stories takes longer than the rest of its page. So we count the oldest thousand, and then say "more than".
"""

from typing import NamedTuple

from django.db.models import Count, Min

AT_MOST = 1_000


class Extent(NamedTuple):
    """How many there are, at most AT_MOST, whether that is all, and the date of the first (None without any)."""

    number: int
    is_all: bool
    since: object


def extent_of(rows):
    """The Extent of rows that belong to editions; one query over a stretch of the index by date."""
    # The oldest first, so that the first date is the first of all, however many there are.
    oldest = rows.order_by("dated_at", "article_id")[: AT_MOST + 1]
    told = oldest.aggregate(number=Count("pk"), since=Min("dated_at"))
    return Extent(min(told["number"], AT_MOST), told["number"] <= AT_MOST, told["since"])
