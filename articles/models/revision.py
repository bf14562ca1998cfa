"""Immutable saved states of an article's working copy."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Reason(models.TextChoices):
    """What made a state of the story worth keeping."""

    SAVED = "saved", _("Saved")
    IMPORTED = "imported", _("Imported")
    SUBMITTED = "submitted", _("Submitted")
    PUBLISHED = "published", _("Published")
    SCHEDULED = "scheduled", _("Scheduled")
    MILESTONE = "milestone", _("Kept automatically")
    RESTORED = "restored", _("Restored")


class Revision(models.Model):
    """The working copy as it was when somebody saved it or a verb took it. Never changed afterwards, but by law.

    What colleagues call it, “legal read”, stands beside it.
    """

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="revisions", db_index=False)
    number = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.CharField(max_length=12, choices=Reason.choices)
    snapshot = models.JSONField(
        help_text=_("The working fields, as `editorial/writing/working_copy.py` reads them off.")
    )
    digest = models.CharField(max_length=64, help_text=_("SHA-256 of the snapshot as it was saved, in hex."))
    name = models.CharField(max_length=60, blank=True, default="", db_default="")
    redacted_at = models.DateTimeField(null=True, help_text=_("When its words were removed by order of law."))

    class Meta:
        ordering = ("-number", "-pk")
        constraints = (models.UniqueConstraint(fields=["article", "number"], name="revision_number_once"),)

    def __str__(self) -> str:
        return f"Revision {self.number} of {self.article_id}"
