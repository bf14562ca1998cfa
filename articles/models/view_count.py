"""Page views: how often each story was read on each day, and nothing about anybody who reads."""

from datetime import date, timedelta
from typing import Self

from django.db import models
from django.db.models import F, OuterRef, Subquery, Sum
from django.utils.translation import gettext_lazy as _


class ViewCountQuerySet(models.QuerySet["ViewCount"]):
    """Choosing and adding up page views."""

    def since(self, day: date) -> Self:
        """Views on a day and after it."""
        return self.filter(date__gte=day)

    def count_one(self, article_id: int, day: date) -> None:
        """Count one more view of a story on a day; safe however many do so at once, and needs no transaction."""
        row = self.filter(article_id=article_id, date=day)
        if not row.update(times=F("times") + 1):
            self.bulk_create([self.model(article_id=article_id, date=day)], ignore_conflicts=True)
            row.update(times=F("times") + 1)

    def total_of(self, article_field: str) -> Subquery:
        """A subquery for the sum of these views of the story that the outer query names by `article_field`."""
        of_story = self.filter(article_id=OuterRef(article_field)).order_by().values("article_id")
        return Subquery(of_story.annotate(total=Sum("times")).values("total"))


class ViewCount(models.Model):
    """A story was read to its end so many times on a day of the newsroom's clock."""

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="view_counts", db_index=False
    )
    date = models.DateField()
    times = models.PositiveIntegerField(default=0)

    objects = ViewCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("page view")
        ordering = ("-date", "-times", "pk")
        indexes = (models.Index(fields=["date", "article"], name="view_count_by_date"),)
        constraints = (models.UniqueConstraint(fields=["article", "date"], name="view_count_one_a_day"),)

    def __str__(self) -> str:
        return f"{self.times} on {self.date}"


def days_before(day: date, number: int) -> list[date]:
    """The `number` dates up to and including `day`, in order."""
    return [day - timedelta(days=back) for back in reversed(range(number))]
