"""An editor's choice of the story that comes next."""

from django.db import models
from django.db.models import F, Q


class Pin(models.Model):
    """After `article`, readers are led to `next` first. A pointer, so it needs no new edition."""

    article = models.OneToOneField("articles.Article", on_delete=models.CASCADE, related_name="pin")
    next = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = (models.CheckConstraint(condition=~Q(article=F("next")), name="pin_not_to_itself"),)
