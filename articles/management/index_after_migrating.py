"""Brings the search index up to the program after an update, whichever command is the first to run."""

import sys
from collections.abc import Callable
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.migrations.executor import MigrationExecutor

from articles.search import rebuild_index


def waiting_migrations() -> int:
    """How many migrations wait to be applied."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def progress(out: Any) -> Callable[[int, int], None]:
    """A function that writes to the stream `out` how far the index is."""

    def say(done, of):
        out.write(f"Search index: {done} of {of}\n")
        out.flush()

    return say


def after_migrating(using: str, plan: list | None = None, stdout: Any = sys.stdout, **_: Any) -> None:
    """Receive Django's `post_migrate`. Where tables are still missing nothing is to be indexed yet.

    Progress is shown at any verbosity: it is rare, and takes minutes in a big newsroom.
    """
    is_migrate = plan is not None  # `flush` sends the signal too, and leaves nothing to index
    if is_migrate and using == DEFAULT_DB_ALIAS and not waiting_migrations():
        rebuild_index.rebuild_if_stale(progress(stdout))
