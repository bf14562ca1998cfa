"""Links by which somebody without an account reads a story before it is out."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from articles.embargo import Kind
from articles.models.edition import Edition


class Shows(models.TextChoices):
    """What a link leads to; the first two are as they stand when it is opened."""

    WORKING_COPY = "working copy", _("The working copy")
    SCHEDULED = "scheduled", _("What is scheduled")
    REVISION = "revision", _("A revision")


class PreviewLinkQuerySet(models.QuerySet["PreviewLink"]):
    """Choosing links."""

    def open(self, at: datetime) -> Self:
        """The links that show something at `at`: neither past nor revoked, to a story that is not withdrawn or expired
        or sealed.

        A story that was taken down says so at its public address, and its links show nothing else.
        """
        ended = Edition.objects.current(at).exclude(kind=Kind.PUBLISHED).filter(article=OuterRef("article"))
        return self.filter(~Exists(ended), revoked_at=None, ends_at__gt=at, article__is_sealed=False)


class PreviewLink(models.Model):
    """A link that shows a story to anybody who has its token, until `ends_at` or until it is revoked.

    The token is stored in clear: people who can read this table can read the drafts themselves, so a hash would protect
    nothing, and the address could be copied only once.
    """

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="preview_links")
    shows = models.CharField(max_length=12, choices=Shows.choices)
    revision = models.ForeignKey("articles.Revision", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    token = models.CharField(max_length=32, unique=True)
    for_whom = models.CharField(max_length=120, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    ends_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    times_opened = models.PositiveIntegerField(default=0)
    opened_at = models.DateTimeField(null=True, blank=True, help_text=_("When it was opened last."))

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        ordering = ("-made_at", "-pk")
        default_permissions = ()  # who may write the story decides
        constraints = (
            models.CheckConstraint(
                condition=Q(shows=Shows.REVISION, revision__isnull=False)
                | Q(shows__in=[Shows.WORKING_COPY, Shows.SCHEDULED], revision__isnull=True),
                name="preview_link_revision_where_shown",
            ),
            models.CheckConstraint(condition=Q(ends_at__gt=F("made_at")), name="preview_link_ends_after_start"),
        )

    def __str__(self) -> str:
        return f"Revision {self.revision.number}" if self.revision else self.get_shows_display()

    def get_absolute_url(self) -> str:
        """The secret address."""
        return f"/preview/{self.token}/"
