"""What a transaction changes of that which pages are made of: noted by verbs, told to whoever stores pages at COMMIT.

A connection that is told of commits (`newsroom/page_store/databases`) has a set `changed_tags`; others note nothing.
What a verb forgets is not forgotten: a transaction that wrote to a table of `tables.py` without a tag that says so has
changed everything.
"""

from collections.abc import Iterable

from django.db import transaction

from articles.freshness.tables import REQUIRED
from articles.freshness.tags import EVERYTHING


def is_noted() -> bool:
    """Whether what this transaction changes is told to anybody."""
    return hasattr(transaction.get_connection(), "changed_tags")


def changed(*tags: str | Iterable[str]) -> None:
    """Note what this transaction changes, before or after it does; each is a tag, or several."""
    noted: set[str] | None = getattr(transaction.get_connection(), "changed_tags", None)
    if noted is not None:
        for each in tags:
            noted.update([each] if isinstance(each, str) else each)


def untold(tables: Iterable[str], tags: Iterable[str]) -> set[str]:
    """Those of the tables written to that no tag tells of."""
    noted = tuple(tags)
    if EVERYTHING in noted:
        return set()
    return {
        table for table in tables if table in REQUIRED and not any(tag.startswith(REQUIRED[table]) for tag in noted)
    }
