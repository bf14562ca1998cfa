"""A member of staff who logs in. Not a Person, who is somebody stories speak of."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """Staff of the newsroom; what they may do comes from their groups and desks (see `editorial/permissions.py`)."""

    desks = models.ManyToManyField(
        "articles.Desk",
        blank=True,
        related_name="staff",
        help_text="Where they may edit and publish what others began. None chosen means every desk.",
    )

    def desk_ids(self):
        """The ids of their desks, as a frozenset; asked once for each loaded user."""
        if not hasattr(self, "_desk_ids"):
            self._desk_ids = frozenset(self.desks.values_list("pk", flat=True)) if self.pk else frozenset()
        return self._desk_ids
