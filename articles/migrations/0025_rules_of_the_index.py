"""A table that says by which rules the whole search index was written last (see `articles/search/upkeep.py`).

It is none of Django's, like the tables of words, so that `flush`, which leaves those, leaves it too. It is empty after
this, so `migrate` writes the index anew as its last step.
"""

from django.db import migrations

CREATE = "CREATE TABLE articles_searchrules (rules integer NOT NULL)"


class Migration(migrations.Migration):
    dependencies = [("articles", "0024_spellings_from_their_moment")]

    operations = [migrations.RunSQL(CREATE, "DROP TABLE articles_searchrules")]
