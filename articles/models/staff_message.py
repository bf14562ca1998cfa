"""What members of staff are told: a row is a line of somebody's inbox, and the mail that is still to go out for it."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Told(models.TextChoices):
    """What happened; each person chooses by kind how they hear of it."""

    HANDED_IN = "handed_in", _("A story was handed in")
    SENT_BACK = "sent_back", _("Your story was sent back")
    APPROVED = "approved", _("Your story was approved")
    MENTIONED = "mentioned", _("Somebody names you in a comment")
    COMMENTED = "commented", _("Somebody comments on your story")
    ASSIGNED = "assigned", _("A story is assigned to you")
    CHANGED = "changed", _("Somebody else changed your story")
    SCHEDULED = "scheduled", _("Your story was scheduled")
    PUBLISHED = "published", _("Your story was published")
    CORRECTED = "corrected", _("Your story was corrected")
    FAILED = "failed", _("Something could not be sent")


class Way(models.TextChoices):
    """How a message goes out, besides standing in the inbox."""

    MAIL = "mail", _("By mail at once")
    DIGEST = "digest", _("In one mail, the next morning")
    NEVER = "never", _("In the inbox only")
    CHANNEL = "channel", _("To the desk's channel")


class StaffMessageQuerySet(models.QuerySet["StaffMessage"]):
    """Choosing messages."""

    def due(self, at: datetime) -> Self:
        """Those that are to go out by `at` and that no other deliverer is at."""
        waiting = self.filter(sent_at=None, failed_at=None, due_at__lte=at)
        return waiting.filter(Q(claimed_until=None) | Q(claimed_until__lt=at))

    def unread_by(self, user: object) -> Self:
        """Those in somebody's inbox that they have not looked at."""
        return self.filter(user=user, read_at=None)


class StaffMessage(models.Model):
    """One thing that one person is told, or the channel of one desk.

    It names the story and repeats none of its words: what it is called is asked when somebody reads it, since it may be
    sealed by then. `note` has words of a colleague, and is emptied when the story is sealed.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    desk = models.ForeignKey("articles.Desk", null=True, on_delete=models.CASCADE, related_name="+", db_index=False)
    article = models.ForeignKey("articles.Article", null=True, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=Told.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    at = models.DateTimeField()
    note = models.TextField(blank=True, default="")
    read_at = models.DateTimeField(null=True)
    way = models.CharField(max_length=8, choices=Way.choices)
    due_at = models.DateTimeField(null=True, help_text=_("When it is to go out; empty for the inbox only."))
    claim = models.UUIDField(null=True, help_text=_("Who is sending it just now."))
    claimed_until = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True, help_text=_("When it was given up."))

    objects = StaffMessageQuerySet.as_manager()

    class Meta:
        ordering = ("-at", "-pk")
        default_permissions = ()  # everybody reads their own
        indexes = (
            models.Index(fields=["user", "-at", "-id"], name="message_inbox"),
            models.Index(fields=["user"], condition=Q(read_at__isnull=True), name="message_unread"),
            models.Index(
                fields=["due_at"],
                condition=Q(sent_at__isnull=True, failed_at__isnull=True, due_at__isnull=False),
                name="message_due",
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(user__isnull=False, desk__isnull=True) | Q(user__isnull=True, desk__isnull=False),
                name="message_to_one",
            ),
            models.CheckConstraint(condition=Q(kind__in=Told.values), name="message_kind_known"),
        )

    def __str__(self) -> str:
        return f"Message {self.pk}"  # never about what: lists of what belongs to somebody show it
