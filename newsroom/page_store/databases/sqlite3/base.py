"""Django's SQLite with a word to the page store at COMMIT."""

from django.db.backends.sqlite3 import base

from newsroom.page_store.databases.telling import Telling


class DatabaseWrapper(Telling, base.DatabaseWrapper):
    """Django's, telling of commits."""
