"""The rows that migrations made, such as roles and the user `system`, and how they come back after a test that commits.

Django would write each of them anew as an object, in two statements; here each table is one statement.
"""

from django.apps import apps
from django.db import connection, transaction


class AtFirst:
    """What a new test database holds."""

    def __init__(self):
        existing = set(connection.introspection.table_names())
        self.inserts = []
        for model in apps.get_models(include_auto_created=True):
            table = model._meta.db_table
            if model._meta.managed and not model._meta.proxy and table in existing:
                columns = [field.column for field in model._meta.local_concrete_fields if not field.generated]
                self.keep(connection.ops.quote_name(table), [connection.ops.quote_name(name) for name in columns])

    def keep(self, table, columns):
        """Remember the rows of a table."""
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {', '.join(columns)} FROM {table}")
            rows = cursor.fetchall()
        if rows:
            into = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(['%s'] * len(columns))})"
            self.inserts.append((f"{into} ON CONFLICT DO NOTHING", rows))

    def put_back(self):
        """Write the rows that are missing; foreign keys are looked at when all are there."""
        with transaction.atomic(), connection.cursor() as cursor:
            for insert, rows in self.inserts:
                cursor.executemany(insert, rows)
