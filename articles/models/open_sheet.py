"""The pages on which stories are being written: who is there, and which versions came from which page."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class OpenSheetQuerySet(models.QuerySet["OpenSheet"]):
    """Choosing open sheets."""

    def here(self, since: datetime) -> Self:
        """The sheets that sent something after `since`, the longest open first."""
        return self.filter(seen_at__gt=since).order_by("opened_at", "token")


class OpenSheet(models.Model):
    """One page of one browser on which a story is written. Its token is made by the browser, once for each page.

    All versions after `since` up to `version` were written from this sheet. A save from it that knows only of an older
    one of these is no conflict: the answer to its last save was lost on the way, and it goes on where it stood. The
    Save button closes the sheet, so that an autosave which it overtook cannot put older words over its own.
    """

    token = models.UUIDField(primary_key=True)
    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="open_sheets", db_index=False
    )
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    opened_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, help_text=_("When it was last heard of; empty once it was left."))
    since = models.PositiveIntegerField(null=True)
    version = models.PositiveIntegerField(null=True)
    is_closed = models.BooleanField(default=False)

    objects = OpenSheetQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=["article", "seen_at"], name="sheet_here"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(since__isnull=True, version__isnull=True) | Q(since__lte=F("version")),
                name="sheet_versions_in_order",
            ),
        )

    def goes_on(self, article: Article, version: int) -> bool:
        """Whether words written on `version` of the article go on from what this very sheet saved last."""
        if self.is_closed or self.since is None or self.version is None or self.version != article.version:
            return False
        return self.since <= version <= self.version
