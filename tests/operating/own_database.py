"""A database for servers that a test starts: on PostgreSQL where the tests are on it, else the usual file."""

import os
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg
from django.db import connection


@contextmanager
def own_database(purpose="one"):
    """The address of an empty database, for as long as it is asked for; None for SQLite's file in the data folder."""
    if connection.vendor != "postgresql":
        yield None
        return
    name, address = f"newsroom_operating_{purpose}_{os.getpid()}", os.environ["DATABASE_URL"]
    with psycopg.connect(urlsplit(address)._replace(path="/postgres").geturl(), autocommit=True) as server:
        server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        server.execute(f"CREATE DATABASE \"{name}\" TEMPLATE template0 ENCODING 'UTF8'")
        try:
            yield urlsplit(address)._replace(path=f"/{name}").geturl()
        finally:
            server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
