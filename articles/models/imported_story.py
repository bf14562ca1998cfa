"""What other systems' stories have become here, so that none comes twice, and one can be read again."""

import zlib

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportedStory(models.Model):
    """A story of another system and the article that it is here.

    `version` is the article's as the import left it: a higher one says that somebody has worked on it since. `source`
    is what the other system's file said of it, compressed; no screen shows it, and it goes when words go by law.
    """

    system = models.CharField(max_length=40)
    source_id = models.CharField(max_length=300)
    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="imported_from")
    digest = models.CharField(max_length=64, help_text=_("SHA-256 of the source, in hex."))
    source = models.BinaryField(default=b"", db_default=b"")
    version = models.PositiveIntegerField()
    status = models.CharField(max_length=12, help_text=_("What it was there."))
    site = models.CharField(max_length=300, blank=True, default="", db_default="")
    goes_live_at = models.DateTimeField(
        null=True, blank=True, help_text=_("When it is to go out, where it was scheduled there.")
    )
    is_settled = models.BooleanField(
        default=False, db_default=False, help_text=_("Whether its links were rewritten, and it was published if asked.")
    )
    photos_missing = models.PositiveIntegerField(default=0, db_default=0)
    imported_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = _("imported stories")
        default_permissions = ()  # whoever may write the story
        constraints = (models.UniqueConstraint(fields=["system", "source_id"], name="imported_story_once"),)
        indexes = (
            models.Index(
                fields=["system", "id"], condition=models.Q(is_settled=False), name="imported_story_unsettled"
            ),
        )

    def __str__(self) -> str:
        return f"{self.system} {self.source_id}"

    def keep(self, source: bytes) -> None:
        """Keep what the file says of it."""
        self.source = zlib.compress(source, 6)

    @property
    def kept_source(self) -> bytes:
        """What the file said of it; empty once that was forgotten."""
        return zlib.decompress(bytes(self.source)) if self.source else b""
