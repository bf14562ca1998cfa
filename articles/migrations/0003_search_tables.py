"""The tables of words, which are none of Django's: readers' stories, working copies and photos; and the index's rules.

On SQLite FTS5 tables whose terms are separated by spaces: `ascii` keeps every other letter as it is, for folding and
stemming are ours. On PostgreSQL a tsvector with a GIN index; for readers also one of headlines and names alone, so that
the planner knows how rare a word is there. A vector of more than two kilobytes would lie in a table of its own, and
comparing ten thousand of them would take ten times longer, so those of readers stay in the row (STORAGE MAIN).
No triggers: Django's schema editor for SQLite drops them.

`articles_searchrules` says by which rules the whole index was written last (`articles/search/rebuild_index.py`). It is empty
after this, so `migrate` writes the index as its last step.
"""

from django.db import migrations

COLUMNS = "rowid bigint PRIMARY KEY, headline text NOT NULL, names text NOT NULL, dek text NOT NULL, body text NOT NULL"
FTS5 = "CREATE VIRTUAL TABLE {table} USING fts5(headline, names, dek, body, tokenize = 'ascii')"
READERS, EDITORS = "articles_searchwords", ("articles_workingwords", "articles_photowords")
CREATE = {
    "sqlite": [FTS5.format(table=table) for table in (READERS, *EDITORS)],
    "postgresql": [
        f"CREATE TABLE {READERS} ({COLUMNS}, vector tsvector NOT NULL,"
        " heads tsvector GENERATED ALWAYS AS (ts_filter(vector, '{a,b}')) STORED)",
        f"ALTER TABLE {READERS} ALTER COLUMN vector SET STORAGE MAIN,"
        " ALTER COLUMN vector SET STATISTICS 500, ALTER COLUMN heads SET STATISTICS 500",
        f"CREATE INDEX {READERS}_vector ON {READERS} USING gin (vector)",
        f"CREATE INDEX {READERS}_heads ON {READERS} USING gin (heads)",
        *(f"CREATE TABLE {table} ({COLUMNS}, vector tsvector NOT NULL)" for table in EDITORS),
        *(f"CREATE INDEX {table}_vector ON {table} USING gin (vector)" for table in EDITORS),
    ],
}
RULES = "CREATE TABLE articles_searchrules (rules integer NOT NULL)"


def create(apps, schema_editor):
    """Create the tables."""
    for statement in (*CREATE[schema_editor.connection.vendor], RULES):
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    """Drop the tables."""
    for table in (READERS, *EDITORS, "articles_searchrules"):
        schema_editor.execute(f"DROP TABLE {table}")


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_story")]

    operations = [migrations.RunPython(create, drop)]
