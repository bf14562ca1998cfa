"""On PostgreSQL, vectors in the row itself instead of beside it, and more words whose frequency the planner knows.

A vector of more than two kilobytes would lie in a table of its own, and comparing ten thousand of them, as a phrase of
common words makes it, takes ten times longer. The rows there are move when they are written anew; CLUSTER does so, in
the order in which they are read.
"""

from django.db import migrations

ALTER = (
    "ALTER TABLE articles_searchwords ALTER COLUMN vector SET STORAGE {storage},"
    " ALTER COLUMN vector SET STATISTICS {words}, ALTER COLUMN heads SET STATISTICS {words}"
)
CLUSTER = "CLUSTER articles_searchwords USING articles_searchwords_pkey"


def bring(apps, schema_editor):
    """Keep vectors in their rows."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(ALTER.format(storage="MAIN", words=500))
        schema_editor.execute(CLUSTER)


def put_away(apps, schema_editor):
    """Keep them as PostgreSQL would."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(ALTER.format(storage="EXTENDED", words=-1))


class Migration(migrations.Migration):
    dependencies = [("articles", "0013_redaction")]

    operations = [migrations.RunPython(bring, put_away)]
