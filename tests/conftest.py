"""What holds for every test: what migrations made is there from the first on, and nobody waits for a disk."""

import pytest
from django.db import connection
from django.db.backends.base.creation import BaseDatabaseCreation
from hypothesis import settings
from pytest_django.plugin import blocking_manager_key

from tests.at_first import AtFirst

# The same examples each time, so that a run says what the one before said, lines covered included; trials take others.
# A busy machine is no fault of an example.
settings.register_profile("newsroom", deadline=None, derandomize=True)
settings.register_profile("trial", deadline=None)
settings.load_profile("newsroom")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The test database, with quicker ways to empty it and to put back what migrations made."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        at_first = AtFirst()
        patch.setattr(BaseDatabaseCreation, "deserialize_db_from_string", lambda creation, data: at_first.put_back())
        if connection.vendor == "postgresql":
            patch.setattr(type(connection.ops), "sql_flush", rows_deleted)
            spare_the_disk()
        with django_db_blocker.block():
            yield


def rows_deleted(ops, style, tables, *, reset_sequences=False, allow_cascade=False):
    """SQL that empties tables. Django's own makes new files for each of a hundred tables, and is slow in it.

    Rows of a test are few. Foreign keys are looked at when the flush commits, so that the order of tables is free.
    """
    return [f"DELETE FROM {ops.quote_name(table)};" for table in tables]


def spare_the_disk():
    """Let PostgreSQL commit without waiting for its disk: what is lost with the power is a test."""
    with connection.cursor() as cursor:
        name = connection.ops.quote_name(connection.settings_dict["NAME"])
        cursor.execute(f"ALTER DATABASE {name} SET synchronous_commit = off")
    connection.close()
    connection.close_pool()  # it holds for connections from now on


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """Put back what a test that commits has flushed: an ordinary one may follow where workers share them out."""
    yield
    marker = item.get_closest_marker("django_db")
    commits = (marker and marker.kwargs.get("transaction")) or "transactional_db" in getattr(item, "fixturenames", ())
    if commits and nextitem:  # after the last one the database is gone
        with item.config.stash[blocking_manager_key].unblock():
            connection.creation.deserialize_db_from_string("")
