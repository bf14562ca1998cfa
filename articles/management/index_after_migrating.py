"""Brings the search index up to the program after an update, whichever command is the first to run."""

import sys

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.migrations.executor import MigrationExecutor

from articles.search import rebuild_index


def waiting_migrations():
    """Return how many migrations wait to be applied."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def progress(out):
    """Return a function that says on the stream `out` how far the index is."""

    def say(done, of):
        out.write(f"Search index: {done} of {of}\n")
        out.flush()

    return say


def after_migrating(using, plan=None, stdout=sys.stdout, **_):
    """Receive Django's `post_migrate`. Where tables are still missing nothing is to be indexed yet.

    Progress is said at any verbosity: it is rare, and takes minutes in a big newsroom.
    """
    is_migrate = plan is not None  # `flush` says the same, and leaves nothing to find
    if is_migrate and using == DEFAULT_DB_ALIAS and not waiting_migrations():
        rebuild_index.rebuild_if_stale(progress(stdout))
