"""A member of staff who logs in. Not a Person, who is somebody stories speak of."""

from zoneinfo import ZoneInfo

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models


def validate_time_zone(name: str) -> None:
    """Refuse the name of a time zone that this machine does not know. Raises ValidationError."""
    if _zone(name) is None:
        raise ValidationError(f"“{name}” is not a time zone such as “Europe/Kyiv”.", code="time_zone")


def _zone(name: str) -> ZoneInfo | None:
    """The time zone of that name, or None."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown; no name at all; the name of a folder
        return None


class User(AbstractUser):
    """Staff of the newsroom; what they may do comes from their groups and desks (see `editorial/permissions.py`)."""

    desks = models.ManyToManyField(
        "articles.Desk",
        blank=True,
        related_name="staff",
        help_text="Where they may edit and publish what others began. None chosen means every desk.",
    )

    time_zone = models.CharField(
        max_length=64,
        blank=True,
        validators=[validate_time_zone],
        help_text="On whose clock they are shown times; empty for the site's.",
    )

    @property
    def zone(self) -> ZoneInfo | None:
        """Their time zone; None for the site's, or where this machine does not have it."""
        return _zone(self.time_zone) if self.time_zone else None

    def desk_ids(self) -> frozenset[int]:
        """The ids of their desks, as a frozenset; asked once for each loaded user."""
        if not hasattr(self, "_desk_ids"):
            self._desk_ids: frozenset[int] = (
                frozenset(self.desks.values_list("pk", flat=True)) if self.pk else frozenset()
            )
        return self._desk_ids
