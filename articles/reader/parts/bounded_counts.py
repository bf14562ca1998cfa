"""Bounded counts: how many stories or quotes there are, since when, and the newest, at a cost that does not grow.

A count kept somewhere would be wrong at the second in which a scheduled story comes, and counting a war's thirty
thousand stories takes longer than the rest of its page. So we count up to a hundred, and then say "more than".
"""

from typing import NamedTuple

from django.db.models import JSONField, OuterRef, Subquery

from articles.models.edition import Edition

AT_MOST = 100


class BoundedCount(NamedTuple):
    """How many there are, at most AT_MOST, whether that is all, the date of the first (None without any).

    `editions` are the ids of the live editions that the newest AT_MOST are in, the newest first.
    """

    number: int
    is_all: bool
    since: object
    editions: list[int]


class _Editions(Subquery):
    """The edition_id of a query's rows, as a list in their order."""

    output_field = JSONField()
    template = "(SELECT json_group_array(listed.edition_id) FROM (%(subquery)s) listed)"

    def as_postgresql(self, compiler, connection):
        """The same in PostgreSQL's words, where a list of nothing is no list."""
        template = "(SELECT COALESCE(jsonb_agg(listed.edition_id), '[]') FROM (%(subquery)s) listed)"
        return self.as_sql(compiler, connection, template)


def with_bounded_count(owners, rows, at):
    """The QuerySet `owners`, each with what `bounded_count_of` needs; `rows` have an edition, and an owner by OuterRef.

    The newest are a stretch of the index over their dates, and the first is one look into it.
    """
    # A subquery for each and no join: PostgreSQL would gather all of them before it takes so many.
    story = Subquery(Edition.objects.live(at).filter(pk=OuterRef("edition_id")).order_by().values("pk"))
    found = rows.alias(story=story).filter(story__isnull=False).order_by("-dated_at", "-article_id")
    oldest = rows.live(at).order_by("dated_at", "article_id").values("dated_at")[:1]
    return owners.annotate(found=_Editions(found.values("edition_id")[: AT_MOST + 1]), found_since=Subquery(oldest))


def bounded_count_of(owner):
    """The BoundedCount of a row of `with_bounded_count`."""
    number = len(owner.found)
    return BoundedCount(min(number, AT_MOST), number <= AT_MOST, owner.found_since, owner.found[:AT_MOST])
