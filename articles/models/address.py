"""Public paths that lead to an article, now or formerly. Never deleted once live."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Address(models.Model):
    """`path` leads to `article` from `from_at` on."""

    path = models.CharField(max_length=200, unique=True)
    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="addresses")
    from_at = models.DateTimeField()

    class Meta:
        ordering = ("path",)
        verbose_name_plural = _("addresses")

    def __str__(self) -> str:
        return self.path
