"""An editor's choice of the story that comes next."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone

from articles.embargo import FAR_FUTURE


class Pin(models.Model):
    """After `article`, readers are led to `next` first, from `goes_live_at` up to, but not including, `ends_at`.

    A pointer, so it needs no new edition.
    """

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="+")
    next = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="+")
    goes_live_at = models.DateTimeField(default=timezone.now, db_default=Now())
    ends_at = models.DateTimeField(default=FAR_FUTURE, db_default=FAR_FUTURE)

    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(article=F("next")), name="pin_not_to_itself"),
            models.UniqueConstraint(fields=["article"], condition=Q(ends_at=FAR_FUTURE), name="pin_once_at_a_time"),
        )
