"""What holds for every test: what migrations made, such as roles and the user `system`, is there from the first on."""

import pytest
from django.db import connection
from pytest_django.plugin import blocking_manager_key


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """Put back what a test that commits has flushed: an ordinary one may follow where workers share them out."""
    yield
    marker = item.get_closest_marker("django_db")
    commits = (marker and marker.kwargs.get("transaction")) or "transactional_db" in getattr(item, "fixturenames", ())
    if commits and nextitem:  # after the last one the database is gone
        with item.config.stash[blocking_manager_key].unblock():
            connection.creation.deserialize_db_from_string(connection._test_serialized_contents)
