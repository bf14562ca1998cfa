"""Who did what, and when."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _


class LogEntry(models.Model):
    """One act of a person, written by the verb that did it."""

    article = models.ForeignKey(
        "articles.Article", null=True, on_delete=models.SET_NULL, related_name="log", db_index=False
    )
    verb = models.CharField(max_length=40)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    at = models.DateTimeField()
    story = models.TextField(blank=True, help_text=_("What the story was called, once it was deleted."))
    note = models.TextField(blank=True, help_text=_("What the log says beyond the verb: a reason, a time, a name."))

    class Meta:
        ordering = ("-at", "-pk")
        verbose_name = _("log entry")
        verbose_name_plural = _("log")
        indexes = (
            models.Index(fields=["article", "-at"], name="log_of_article"),
            models.Index(fields=["by", "-at"], name="log_of_person"),
            models.Index(fields=["-at", "-id"], name="log_newest"),
        )

    def __str__(self) -> str:
        return f"{self.what}, {date_format(timezone.localtime(self.at), 'DATETIME_FORMAT')}"

    @property
    def what(self) -> str:
        """The verb as a phrase: "Send back"."""
        return self.verb.replace("-", " ").capitalize()
