"""Public, dated notes saying what was wrong in an earlier edition."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from articles.models.edition import Edition

# What stands in the place of a note that had to go by order of law.
REMOVED = _("This note was removed for legal reasons.")


class CorrectionKind(models.TextChoices):
    """A correction mends an error; a clarification adds what was unclear."""

    CORRECTION = "correction", _("Correction")
    CLARIFICATION = "clarification", _("Clarification")


class CorrectionQuerySet(models.QuerySet["Correction"]):
    """Choosing corrections."""

    def public(self, at: Any) -> Self:
        """Those that readers have at `at`, of stories live then."""
        story = Edition.objects.live(at).filter(article_id=OuterRef("article_id"))
        return self.filter(Exists(story), goes_live_at__lte=at)


class Correction(models.Model):
    """A note that belongs to the edition which first carried it, and is public from that edition's start."""

    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="corrections")
    edition = models.ForeignKey("articles.Edition", on_delete=models.CASCADE, related_name="corrections")
    kind = models.CharField(max_length=16, choices=CorrectionKind.choices, default=CorrectionKind.CORRECTION)
    text = models.TextField()
    goes_live_at = models.DateTimeField(db_index=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ("-goes_live_at", "-pk")

    def __str__(self) -> str:
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"
