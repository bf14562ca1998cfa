"""The table of words on PostgreSQL: a tsvector of our own terms, never of PostgreSQL's dictionaries, under a GIN index.

Vectors and queries are written out in their text form (PostgreSQL manual, 8.11). A term is letters and digits, perhaps
after `¤`, so it stands between quotation marks as it is.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.models import Q

from articles.search.entries import EDITION_BITS, IndexedWords
from articles.search.query import Alternative, Group, Query

WRITE = (
    "INSERT INTO {table} (rowid, headline, names, dek, body, vector)"
    " VALUES (%s, %s, %s, %s, %s, %s::tsvector) ON CONFLICT (rowid) DO UPDATE SET headline = excluded.headline,"
    " names = excluded.names, dek = excluded.dek, body = excluded.body, vector = excluded.vector"
)
# The planner either walks from the newest story on until enough have matched, or gathers all matches from the index of
# words and sorts them. It believes that comparing a vector costs nothing, and would walk for nearly everything. With
# the look for the entry among the conditions it counts that for every row it walks past, and decides well.
SELECT = (
    "SELECT rowid, edition_id, headline, names, dek, body FROM (SELECT w.*, (SELECT e.edition_id"
    " FROM articles_searchentry e WHERE e.id = w.rowid AND e.goes_live_at <= %s AND e.goes_live_at <= %s"
    " AND e.ends_at > %s) edition_id FROM articles_searchwords w) w"
    " WHERE edition_id IS NOT NULL AND {matches} w.rowid >= %s AND w.rowid < %s ORDER BY w.rowid DESC LIMIT %s"
)

INDEXING = 6_347_101_525  # the number of our lock, with no meaning of its own
NEAR = 730 * 86_400 << EDITION_BITS  # two years, as ids count time
LAST_POSITION = 16_383  # what a tsvector can count to; of later words only the presence is known
POSITIONS_A_TERM = 255
GAP = 2  # between fields, so that no phrase reaches from one into the next


def let_writers_in() -> None:
    """Do nothing: PostgreSQL locks rows one by one, and lets in first who waited first."""


@contextmanager
def exclusive() -> Iterator[None]:
    """A context that one connection to the database at a time holds; no transaction, so that batches have their own."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [INDEXING])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [INDEXING])


def row(words: IndexedWords) -> tuple[int | str, ...]:
    """The values that WRITE takes."""
    return (words.rowid, words.headline, words.names, words.dek, words.body, vector(words))


def vector(words: IndexedWords) -> str:
    """The IndexedWords as the text form of a tsvector; weight A is the headline, B names, C the dek, D the body."""
    places: dict[str, list[str]] = {}
    position = 0
    for weight, field in (("A", words.headline), ("B", words.names), ("C", words.dek), ("", words.body)):
        for term in field.split():
            position += 1
            held = places.setdefault(term, [])
            if len(held) < POSITIONS_A_TERM:
                held.append(f"{min(position, LAST_POSITION)}{weight}")
        position += GAP
    return " ".join(f"'{term}':{','.join(held)}" for term, held in places.items())


def expression(query: Query, in_headline_or_names: bool) -> str | None:
    """A Query as the text form of a tsquery, or None when it asks for no word. `matches` says which column is asked."""
    wanted = [_any(group) for group in (*query.groups, *query.filters)]
    if not wanted:
        return None
    return " & ".join([*wanted, *(f"!{_any(group)}" for group in query.excluded)])


def matches(table: str, query: Query, in_headline_or_names: bool) -> str:
    """The condition that a row of a table matches, with a place for the expression or two.

    Unwanted words count wherever they are, so with them the whole story is asked as well as headline and names.
    """
    if not in_headline_or_names:
        return "w.vector @@ %s::tsquery AND"
    return "w.heads @@ %s::tsquery AND" + (" w.vector @@ %s::tsquery AND" if query.excluded else "")


def id_ranges(query: Query, first: int, before: int, present: int) -> list[tuple[int, int]]:
    """The ranges of ids to look through one after the other until enough have matched, as (first, before).

    `present` is the id of now. What is within a desk or a topic is gathered and sorted, thousands of rows for the
    newest hundred, so that the newest two years are looked through before the rest.
    """
    near = min(before, present) - NEAR
    return [(near, before), (first, near)] if query.filters and near > first else [(first, before)]


def begins_with(field: str, beginning: str) -> Q:
    """The condition that a field begins so, in a form that the field's index answers."""
    return Q(**{f"{field}__startswith": beginning})


def _any(group: Group) -> str:
    """One of a group's alternatives."""
    return f"({' | '.join(map(_phrase, group))})"


def _phrase(terms: Alternative) -> str:
    """These terms one after the other."""
    return f"({' <-> '.join(map(_term, terms))})"


def _term(term: str) -> str:
    """One term; with a * at its end, all that begin so."""
    return f"'{term[:-1]}':*" if term.endswith("*") else f"'{term}'"
