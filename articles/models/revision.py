"""Immutable saved states of an article's working copy."""

from django.conf import settings
from django.db import models


class Reason(models.TextChoices):
    """What made a state of the story worth keeping."""

    SAVED = "saved", "Saved"
    IMPORTED = "imported", "Imported"
    SUBMITTED = "submitted", "Submitted"
    PUBLISHED = "published", "Published"
    SCHEDULED = "scheduled", "Scheduled"
    MILESTONE = "milestone", "Kept automatically"
    RESTORED = "restored", "Restored"


class Revision(models.Model):
    """The working copy as it was when somebody saved it or a verb took it. Never changed afterwards, but by law."""

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="revisions", db_index=False)
    number = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.CharField(max_length=12, choices=Reason.choices)
    snapshot = models.JSONField(help_text="The working fields, as `editorial/writing/working_copy.py` reads them off.")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the snapshot as it was saved, in hex.")
    redacted_at = models.DateTimeField(null=True, help_text="When its words were removed by order of law.")

    class Meta:
        ordering = ("-number", "-pk")
        constraints = (models.UniqueConstraint(fields=["article", "number"], name="revision_number_once"),)

    def __str__(self) -> str:
        return f"Revision {self.number} of {self.article_id}"
