"""A member of staff who logs in. Not a Person, who is somebody stories speak of."""

from zoneinfo import ZoneInfo

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _


def validate_time_zone(name: str) -> None:
    """Refuse the name of a time zone that this machine does not know. Raises ValidationError."""
    if _zone(name) is None:
        raise ValidationError(
            _("“%(name)s” is not a time zone such as “Europe/Kyiv”.") % {"name": name}, code="time_zone"
        )


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
        help_text=_("Where they may edit and publish what others began. None chosen means every desk."),
    )

    time_zone = models.CharField(
        max_length=64,
        blank=True,
        validators=[validate_time_zone],
        help_text=_("On whose clock they are shown times; empty for the site's."),
    )

    told_by = models.JSONField(
        default=dict,
        db_default={},
        blank=True,
        editable=False,
        help_text=_("How they hear of what, where they chose another way than the usual: {kind: way}."),
    )

    saved_lists = models.JSONField(
        default=list, db_default=[], blank=True, editable=False, help_text=_("Lists of stories kept by a name.")
    )

    board_columns = models.JSONField(
        default=list,
        db_default=[],
        blank=True,
        editable=False,
        help_text=_("The columns of the list of stories that they chose; none for the usual ones."),
    )

    calendar_key = models.CharField(
        max_length=43,
        blank=True,
        default="",
        db_default="",
        editable=False,
        help_text=_("The secret part of their calendar's address; empty where they have none."),
    )

    class Meta(AbstractUser.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=["calendar_key"], condition=~models.Q(calendar_key=""), name="calendar_key_once"
            ),
        )

    @property
    def zone(self) -> ZoneInfo | None:
        """Their time zone; None for the site's, or where this machine does not have it."""
        return _zone(self.time_zone) if self.time_zone else None

    def desk_ids(self) -> frozenset[int]:
        """The ids of their desks, as a frozenset; asked once for each loaded user. Without any they have every desk.

        So one that leads to another by now counts as that one, and never as none.
        """
        if not hasattr(self, "_desk_ids"):
            rows = User.desks.through.objects.filter(user=self.pk)
            today = Coalesce("desk__redirects_to", "desk")
            self._desk_ids: frozenset[int] = frozenset(rows.values_list(today, flat=True)) if self.pk else frozenset()
        return self._desk_ids
