"""What was done to the directory, with all that is needed to take it back."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

UNDO_FOR = timedelta(days=7)


class DirectoryAction(models.TextChoices):
    """What a change did."""

    RENAME = "rename", _("Renamed")
    ALIAS = "alias", _("Given another name")
    MERGE = "merge", _("Merged")
    SPLIT = "split", _("Split")
    WORDS = "words", _("Given other words")


class DirectoryChange(models.Model):
    """One rename, alias, merge, split, or change of words.

    `row` was changed; `other` is what it was merged into, or split from it.
    `moved` is what pointed to one and points to the other since (see `editorial/directory/repoint.py`), `facts` is what
    else its undo needs (see `editorial/directory/former_names.py`).
    """

    kind = models.CharField(max_length=10, help_text=_("The model's name: “person”, “topic” or “desk”."))
    action = models.CharField(max_length=10, choices=DirectoryAction.choices)
    row = models.PositiveBigIntegerField()
    other = models.PositiveBigIntegerField(null=True)
    summary = models.CharField(max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    moved = models.JSONField(default=dict)
    facts = models.JSONField(default=dict)

    class Meta:
        ordering = ("-at", "-pk")
        verbose_name = _("change of the directory")
        verbose_name_plural = _("changes of the directory")
        indexes = (models.Index(fields=["kind", "row"], name="directory_change_of"),)

    def __str__(self) -> str:
        return self.summary

    def may_be_undone(self, at: datetime) -> bool:
        """Whether it is young enough at `at`, and not undone yet."""
        return self.undone_at is None and at < self.at + UNDO_FOR
