"""How much there is of something, and since when, at a cost that does not grow with it.

A count kept somewhere would be wrong at the second in which a scheduled story comes, and counting a war's thirty
thousand stories takes longer than the rest of its page. So we count some hundreds, and then say "more than".
"""

from typing import NamedTuple

from django.db.models import IntegerField, OuterRef, Subquery

from articles.models.edition import Edition

AT_MOST = 300


class Extent(NamedTuple):
    """How many there are, at most AT_MOST, whether that is all, and the date of the first (None without any)."""

    number: int
    is_all: bool
    since: object


class _Counted(Subquery):
    """How many rows a query finds."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()


def with_extent(owners, rows, at):
    """The QuerySet `owners`, each with what `extent_of` reads; `rows` belong to editions and to an owner by OuterRef.

    Any that are live will do to count them, and the first by date is one look into their index.
    """
    # A subquery for each and no join: PostgreSQL would gather all of them before it takes so many.
    story = Subquery(Edition.objects.live(at).filter(pk=OuterRef("edition_id")).order_by().values("pk"))
    found = rows.alias(story=story).filter(story__isnull=False).order_by().values("pk")[: AT_MOST + 1]
    oldest = rows.live(at).order_by("dated_at", "article_id").values("dated_at")[:1]
    return owners.annotate(found=_Counted(found), found_since=Subquery(oldest))


def extent_of(owner):
    """The Extent of what belongs to a row of `with_extent`."""
    return Extent(min(owner.found, AT_MOST), owner.found <= AT_MOST, owner.found_since)
