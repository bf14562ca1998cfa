"""What both databases have in common: which tags and tables a transaction has changed, and telling of them at COMMIT.

Marking comes as late as can be, right before the COMMIT, so that pages are stored and served while a verb is at work;
and nothing that can fail comes between it and the COMMIT.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db.transaction import atomic
from django.utils import timezone

from articles.freshness.changing import untold
from articles.freshness.tables import WRITES, tables_written
from articles.freshness.tags import EVERYTHING
from newsroom.page_store.here import is_shared, table, wait_for_clock


class Telling:
    """A mix-in for Django's DatabaseWrapper."""

    alias: str
    in_atomic_block: bool
    execute_wrappers: list[Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.changed_tags: set[str] = set()
        self.written_tables: set[str] = set()
        self.execute_wrappers.append(self._note)

    def _note(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        """Note which of readers' tables a statement writes to; one that commits by itself is told of at once."""
        tables = set() if sql[:6] == "SELECT" else tables_written(str(sql))
        if not tables:
            return execute(sql, params, many, context)
        self.written_tables |= tables
        if self.in_atomic_block or not self.get_autocommit():  # type: ignore[attr-defined]  # of Django's class
            return execute(sql, params, many, context)
        if (is_shared() or settings.PURGE_URL) and WRITES.match(str(sql)):
            # What others are told is told inside of a transaction, whose end they see, or which writes it down.
            with atomic(using=self.alias):
                return execute(sql, params, many, context)
        with self._told():
            return execute(sql, params, many, context)

    def _commit(self) -> Any:
        with self._told():
            return super()._commit()  # type: ignore[misc]  # as above

    def _rollback(self) -> Any:
        self._forget()
        return super()._rollback()  # type: ignore[misc]  # as above

    def close(self) -> None:
        """Close the connection; what was not committed was not changed."""
        self._forget()
        super().close()  # type: ignore[misc]  # as above

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Commit inside."""
        tags = self._tags()
        self._forget()
        generations = table() if tags else None
        if generations is None:
            yield
            return
        if settings.PURGE_URL:
            # Models exist when something is written; when databases are set up they do not.
            from newsroom.page_store.purges import write_down

            write_down(self, tags, timezone.now())
        with generations.changing(tags, getattr(self, "connection", None)):
            yield
        wait_for_clock()

    def _tags(self) -> Iterable[str]:
        """What is to be told: the tags that verbs have noted, and EVERYTHING where a table was written to without."""
        if untold(self.written_tables, self.changed_tags):
            return {EVERYTHING, *self.changed_tags}
        return set(self.changed_tags)

    def _forget(self) -> None:
        self.changed_tags, self.written_tables = set(), set()
