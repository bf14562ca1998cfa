"""What the search index knows of an edition beside its words, and the words that spellings are compared with.

The words themselves are in a table of each database's own kind, `articles_searchwords`; see `search/`.
"""

from django.db import models


class SearchEntry(models.Model):
    """An edition that can be found from `goes_live_at` up to, not including, `ends_at`.

    Its id is its place in time (see `search/entries.py`), so that newest first is the order of the key itself.
    The link has no constraint: an entry is taken out with its words, by `search/index.py`, in the same transaction.
    """

    id = models.BigIntegerField(primary_key=True)
    edition = models.OneToOneField(
        "articles.Edition", on_delete=models.DO_NOTHING, db_constraint=False, related_name="search_entry"
    )
    article = models.ForeignKey(
        "articles.Article", on_delete=models.DO_NOTHING, db_constraint=False, related_name="search_entries"
    )
    goes_live_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    language = models.CharField(max_length=12, db_index=True)

    class Meta:
        ordering = ("-id",)
        default_permissions = ()  # the index is nobody's to edit: verbs write it


class Spelling(models.Model):
    """A word of headlines and names, under each key by which a misspelt one finds it (see `search/spelling.py`).

    Readers get it from `from_at` on. One that was learned ahead of that keeps the id of the `entry` that brings it, and
    goes with it when that is taken back; other entries may bring it too, each by rows of its own.
    """

    key = models.CharField(max_length=60)
    word = models.CharField(max_length=60, db_index=True)
    from_at = models.DateTimeField()
    entry = models.BigIntegerField(null=True)

    class Meta:
        ordering = ("pk",)
        default_permissions = ()
        indexes = (
            models.Index(fields=["key", "word", "from_at"], name="spelling_by_key"),
            models.Index(fields=["entry"], condition=models.Q(entry__isnull=False), name="spelling_ahead"),
        )
