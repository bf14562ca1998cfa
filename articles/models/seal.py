"""To whom a sealed story is open, and who has opened it when."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SealedToQuerySet(models.QuerySet["SealedTo"]):
    """Rows of SealedTo."""

    def open_at(self, at: datetime) -> Self:
        """Those to whose accounts the story is not shut for a while."""
        return self.filter(Q(shut_until=None) | Q(shut_until__lte=at))


class SealedTo(models.Model):
    """Somebody to whom a sealed story is open; its owner is who sealed it, and says to whom else."""

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="sealed_to", db_index=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    is_owner = models.BooleanField(default=False)
    added_at = models.DateTimeField()
    shut_until = models.DateTimeField(null=True, help_text=_("After somebody else has changed how they sign in."))

    objects = SealedToQuerySet.as_manager()

    class Meta:
        ordering = ("-is_owner", "added_at", "pk")
        default_permissions = ()  # the owner decides
        constraints = (
            models.UniqueConstraint(fields=["article", "user"], name="sealed_to_somebody_once"),
            models.UniqueConstraint(fields=["article"], condition=Q(is_owner=True), name="sealed_by_one_owner"),
        )

    def __str__(self) -> str:
        return f"Sealed story {self.article_id}"  # never to whom: lists of what belongs to somebody show it

    @property
    def is_shut(self) -> bool:
        """Whether the story is shut to this account for a while."""
        return self.shut_until is not None and self.shut_until > timezone.now()


class SealedOpening(models.Model):
    """Somebody opened a page of a sealed story: which, in the words of its owner's list, and when."""

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="openings", db_index=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    what = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-pk")
        default_permissions = ()
        indexes = (models.Index(fields=["article", "-at"], name="sealed_opened"),)

    def __str__(self) -> str:
        return f"Sealed story {self.article_id}"
