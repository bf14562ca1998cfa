"""On PostgreSQL, a constraint that no two editions of an article overlap. SQLite has none; the verbs see to it there."""

from django.db import migrations

ADD = """
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE articles_edition ADD CONSTRAINT edition_no_overlap
EXCLUDE USING gist (article_id WITH =, tstzrange(goes_live_at, ends_at) WITH &&);
"""
REMOVE = "ALTER TABLE articles_edition DROP CONSTRAINT edition_no_overlap;"


def on_postgresql(sql):
    """A migration step that runs `sql` where the database is PostgreSQL (Django's own would break SQLite)."""

    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(sql)

    return run


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_roles")]

    operations = [migrations.RunPython(on_postgresql(ADD), on_postgresql(REMOVE))]
