"""The search index: entries and spellings as Django's tables, the words in a table of each database's own kind.

On SQLite an FTS5 table whose terms are separated by spaces: `ascii` keeps every other letter as it is, for folding and
stemming are ours. On PostgreSQL a tsvector with a GIN index, and one of headlines
and names alone, so that the planner knows how rare a word is there. No triggers: Django's schema editor for SQLite drops them.
"""

import django.db.models.deletion
from django.db import migrations, models

CREATE = {
    "sqlite": [
        "CREATE VIRTUAL TABLE articles_searchwords USING fts5(headline, names, dek, body, tokenize = 'ascii')",
    ],
    "postgresql": [
        "CREATE TABLE articles_searchwords (rowid bigint PRIMARY KEY, headline text NOT NULL, names text NOT NULL,"
        " dek text NOT NULL, body text NOT NULL, vector tsvector NOT NULL,"
        " heads tsvector GENERATED ALWAYS AS (ts_filter(vector, '{a,b}')) STORED)",
        "CREATE INDEX articles_searchwords_vector ON articles_searchwords USING gin (vector)",
        "CREATE INDEX articles_searchwords_heads ON articles_searchwords USING gin (heads)",
    ],
}


def create(apps, schema_editor):
    """Make the table of words."""
    for statement in CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    """Drop the table of words."""
    schema_editor.execute("DROP TABLE articles_searchwords")


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_longer_words")]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("goes_live_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("language", models.CharField(db_index=True, max_length=12)),
                (
                    "article",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="search_entries",
                        to="articles.article",
                    ),
                ),
                (
                    "edition",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="search_entry",
                        to="articles.edition",
                    ),
                ),
            ],
            options={"ordering": ("-id",), "default_permissions": ()},
        ),
        migrations.CreateModel(
            name="Spelling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=60)),
                ("word", models.CharField(db_index=True, max_length=60)),
            ],
            options={
                "ordering": ("pk",),
                "default_permissions": (),
                "constraints": [models.UniqueConstraint(fields=("key", "word"), name="spelling_once")],
            },
        ),
        migrations.RunPython(create, drop),
    ]
