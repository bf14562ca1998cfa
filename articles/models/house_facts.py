"""What the house said of itself, from a moment on: who publishes, as it was at any time."""

from django.conf import settings
from django.db import models


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

    class Meta:
        ordering = ("-goes_live_at",)
        default_permissions = ()  # who changes the publisher reads them

    def __str__(self) -> str:
        return f"The house from {self.goes_live_at:%Y-%m-%d %H:%M}"
