"""Whether the database has the tables that this program knows, and whether anything is in them."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from articles.models.article import Article
from moving.refusals import CannotMove, NotEmpty
from moving.what_moves import MADE_BY_MIGRATIONS, models_that_move


def refuse_unmigrated() -> None:
    """Raise CannotMove while migrations wait: an export would say that it is whole, and be of other tables."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise CannotMove("The database is not that of this version. Run `manage.py migrate` first.")


def has_no_tables() -> bool:
    """Whether nothing was ever migrated here."""
    return not connection.introspection.table_names()


def refuse_full_newsroom() -> None:
    """Raise NotEmpty, with what is there, in a newsroom that has more than `migrate` makes."""
    for model in sorted(models_that_move(with_accounts=True), key=lambda model: model is not Article):
        found = model._base_manager.all()
        if model._meta.label in MADE_BY_MIGRATIONS:
            made = MADE_BY_MIGRATIONS[model._meta.label]
            found = found.exclude(**made) if made else found.none()
        if number := found.count():
            called = model._meta.verbose_name if number == 1 else model._meta.verbose_name_plural
            raise NotEmpty(
                f"This newsroom is not empty: it has {number} {called}. Restore into one in which only `migrate` was "
                "run; accounts are made afterwards."
            )
