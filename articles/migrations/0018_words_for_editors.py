"""Tables of words for what editors find and readers don't: working copies and photos; built as that of readers.

They are empty after this: `index_search` fills them, and `readyz` asks for it.
"""

from django.db import migrations

TABLES = ("articles_workingwords", "articles_photowords")
CREATE = {
    "sqlite": ["CREATE VIRTUAL TABLE {table} USING fts5(headline, names, dek, body, tokenize = 'ascii')"],
    "postgresql": [
        "CREATE TABLE {table} (rowid bigint PRIMARY KEY, headline text NOT NULL, names text NOT NULL,"
        " dek text NOT NULL, body text NOT NULL, vector tsvector NOT NULL)",
        "CREATE INDEX {table}_vector ON {table} USING gin (vector)",
    ],
}


def create(apps, schema_editor):
    """Make the tables."""
    for table in TABLES:
        for statement in CREATE[schema_editor.connection.vendor]:
            schema_editor.execute(statement.format(table=table))


def drop(apps, schema_editor):
    """Drop the tables."""
    for table in TABLES:
        schema_editor.execute(f"DROP TABLE {table}")


class Migration(migrations.Migration):
    dependencies = [("articles", "0017_preview_links"), ("media", "0003_content_credentials")]

    operations = [migrations.RunPython(create, drop)]
