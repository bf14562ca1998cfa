"""The log: who did what to which story, and when."""

from django.utils import timezone

from articles.models.article import Article
from articles.models.log_entry import LogEntry
from articles.models.user import User


def log_action(article: Article | None, verb: str, by: User | None, note: str = "") -> LogEntry:
    """Write who did what into the log, for a story or for the newsroom as a whole; returns the LogEntry.

    Nobody is named where it may not be known who it was.
    """
    return LogEntry.objects.create(article=article, verb=verb, by=by, at=timezone.now(), note=note)
