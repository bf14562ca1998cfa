"""The stories that editors have put on top of the front page or of a desk's page."""

from django.db import models
from django.db.models import Q

from articles.models.article import Article
from articles.models.desk import Desk

MOST_ON_TOP = 6  # the places in a page's opening


class TopStory(models.Model):
    """A story's place, from 0, on top of a desk's page, or of the front page where `desk` is None.

    A pointer, so it needs no new edition: the story takes its place while it is live, and leaves no gap otherwise.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    desk = models.ForeignKey(Desk, null=True, on_delete=models.CASCADE, related_name="+", db_index=False)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("position", "pk")
        default_permissions = ()  # who publishes arranges
        constraints = (
            models.UniqueConstraint(fields=["desk", "article"], name="top_story_once_on_desk"),
            models.UniqueConstraint(fields=["article"], condition=Q(desk=None), name="top_story_once_on_front"),
        )

    def __str__(self) -> str:
        return f"{self.position + 1}. {self.article_id}"
