"""Stories whose record of changes the newsroom keeps to itself."""

from typing import Any

from django.db import models
from django.db.models import Exists


class PrivateHistory(models.Model):
    """The switch of one story: while it is here, readers find no history of it. Its corrections stay public."""

    article = models.OneToOneField(
        "articles.Article", on_delete=models.CASCADE, primary_key=True, related_name="private_history"
    )

    class Meta:
        default_permissions = ()  # who publishes decides


def is_private(article_id: Any) -> Exists:
    """The condition that the history of the article, named by an id or an outer reference, is private."""
    return Exists(PrivateHistory.objects.filter(article_id=article_id))
