"""What editors put on top of the front page and of desks' pages: orders, each of which holds until the next begins."""

from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from articles.models.article import Article
from articles.models.desk import Desk

MOST_ON_TOP = 6  # the places in a page's opening
LEAST_IN_PACKAGE, MOST_IN_PACKAGE, MOST_PACKAGES = 2, 6, 3
PACKAGE_TITLE_MOST = 80  # characters


class PageOrderQuerySet(models.QuerySet["PageOrder"]):
    """Choosing orders."""

    def of(self, desk: Any) -> Self:
        """Those of a desk's page (a Desk, its id, or an expression for it), or of the front page for None."""
        return self.filter(desk=desk)

    def in_force(self, at: Any) -> Self:
        """The one that holds at `at`, or none, of the orders of one page."""
        return self.filter(goes_live_at__lte=at).order_by("-goes_live_at")[:1]

    def to_come(self, at: datetime) -> Self:
        """Those that readers have not had by `at`: the draft, then those that have a time."""
        coming = self.filter(Q(goes_live_at=None) | Q(goes_live_at__gt=at))
        return coming.order_by(F("goes_live_at").asc(nulls_first=True))


class PageOrder(models.Model):
    """An order of stories on top of a desk's page, or of the front page where `desk` is None.

    It holds from `goes_live_at` until the next one of its page begins, so that orders of a page neither overlap nor
    leave gaps; without that moment it is the page's draft. It has no stories where the newest are to lead. One that
    has begun never changes: what was on top at any moment can be known.
    """

    desk = models.ForeignKey(Desk, null=True, on_delete=models.CASCADE, related_name="+", db_index=False)
    goes_live_at = models.DateTimeField(null=True)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    changed_at = models.DateTimeField()

    objects = PageOrderQuerySet.as_manager()

    class Meta:
        ordering = ("-goes_live_at", "pk")
        default_permissions = ()  # who publishes arranges
        constraints = (
            models.UniqueConstraint(fields=["desk", "goes_live_at"], name="page_order_of_desk_once_at_a_time"),
            models.UniqueConstraint(
                fields=["goes_live_at"], condition=Q(desk=None), name="page_order_of_front_once_at_a_time"
            ),
            models.UniqueConstraint(
                Coalesce("desk", Value(0)), condition=Q(goes_live_at=None), name="page_order_one_draft_of_page"
            ),
        )

    def __str__(self) -> str:
        return f"Order {self.pk}"

    def stories(self) -> list[int]:
        """The ids of the articles on top, in order; one query."""
        return list(TopStory.objects.filter(order=self, package="").values_list("article_id", flat=True))

    def all_stories(self) -> list[int]:
        """The ids of the articles on top and of those in packages, in order; one query."""
        return list(TopStory.objects.filter(order=self).values_list("article_id", flat=True))

    def packages(self) -> dict[str, list[int]]:
        """{title: ids of its articles in order} of each package under the top, in order; one query."""
        found: dict[str, list[int]] = {}
        rows = TopStory.objects.filter(order=self).exclude(package="").values_list("package", "article_id")
        for title, article in rows:
            found.setdefault(title, []).append(article)
        return found


class TopStory(models.Model):
    """A story's place, from 0, in an order of what is on top of a page, or in a package of stories under the top.

    A pointer, so it needs no new edition: the story takes its place while it is live, and leaves no gap otherwise.
    """

    # NULL in what an older version of the program wrote while both ran; it is on no page.
    order = models.ForeignKey(PageOrder, null=True, on_delete=models.CASCADE, related_name="+", db_index=False)
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()
    package = models.CharField(max_length=PACKAGE_TITLE_MOST, blank=True, default="", db_default="")  # its title

    class Meta:
        ordering = ("position", "pk")
        default_permissions = ()  # who publishes arranges
        constraints = (models.UniqueConstraint(fields=["order", "article"], name="top_story_once_in_order"),)

    def __str__(self) -> str:
        return f"{self.position + 1}. {self.article_id}"
