"""What the house said of itself, from a moment on: who publishes, as it was at any time."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models


class HouseFactsQuerySet(models.QuerySet["HouseFacts"]):
    """Choosing facts by time."""

    def in_force(self, at: datetime) -> Self:
        """Those that held at `at`, or none."""
        return self.filter(goes_live_at__lte=at).order_by("-goes_live_at")[:1]


class HouseFacts(models.Model):
    """The facts of the Publisher from `goes_live_at` on, until the next ones begin.

    `facts` has its fields by their names, photos by their numbers; None where only the log tells that somebody changed
    them then. Never written to again: readers have the Publisher itself, which says what the newest of these say.
    """

    goes_live_at = models.DateTimeField(unique=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    facts = models.JSONField(null=True)

    objects = HouseFactsQuerySet.as_manager()

    class Meta:
        ordering = ("-goes_live_at",)
        default_permissions = ()  # who changes the publisher reads them

    def __str__(self) -> str:
        return f"The house from {self.goes_live_at:%Y-%m-%d %H:%M}"
