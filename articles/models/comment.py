"""Comments on a story: on words of it, or on all of it. They are rows beside the text: no reader gets one."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Field(models.TextChoices):
    """The text that a comment is about."""

    BODY = "body", _("Text")
    HEADLINE = "headline", _("Headline")
    DEK = "dek", _("Dek")
    STORY = "", _("The whole story")


class Decision(models.TextChoices):
    """What became of a suggested wording."""

    OPEN = "", _("Open")
    ACCEPTED = "accepted", _("Accepted")
    REFUSED = "refused", _("Refused")


class CommentQuerySet(models.QuerySet["Comment"]):
    """Choosing comments."""

    def threads(self) -> Self:
        """Those that begin a conversation."""
        return self.filter(answers=None)

    def unresolved(self) -> Self:
        """Those that begin a conversation which nobody has ended yet."""
        return self.threads().filter(resolved_at=None)


class Comment(models.Model):
    """What a colleague says about a story, or an answer to it.

    The words it is about are a W3C TextQuoteSelector: `exact`, and what stood before and after them when they were last
    found. `line` is where: the number of the paragraph in `Body.text`, from 0.
    """

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="comments", db_index=False)
    answers = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="replies", db_index=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    text = models.TextField()
    field = models.CharField(max_length=12, choices=Field.choices, default=Field.STORY, blank=True)
    exact = models.TextField(blank=True, default="")
    prefix = models.CharField(max_length=64, blank=True, default="")
    suffix = models.CharField(max_length=64, blank=True, default="")
    line = models.PositiveIntegerField(default=0)
    is_lost = models.BooleanField(default=False, db_default=False, help_text=_("Whether its words are gone just now."))
    wording = models.TextField(  # noqa: DJ001  an empty one suggests that the words go, none suggests nothing
        null=True, help_text=_("What is suggested in place of the words; empty: that they go.")
    )
    decision = models.CharField(max_length=12, choices=Decision.choices, default=Decision.OPEN, blank=True)
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ("at", "pk")
        default_permissions = ()  # who may read the story reads and writes them
        indexes = (
            models.Index(fields=["article", "at", "id"], name="comment_of_article"),
            models.Index(fields=["answers"], condition=Q(answers__isnull=False), name="comment_answers"),
        )
        constraints = (
            models.CheckConstraint(condition=~Q(field="") | Q(exact=""), name="comment_words_have_a_field"),
            models.CheckConstraint(
                condition=Q(answers__isnull=True) | Q(exact="", wording__isnull=True, resolved_at__isnull=True),
                name="comment_answer_is_about_its_thread",
            ),
        )

    def __str__(self) -> str:
        return f"Comment {self.pk}"  # never its words: lists of what belongs to somebody show it
