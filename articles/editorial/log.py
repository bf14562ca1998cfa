"""The log: who did what to which story, and when; and word of each verb, with how it ended and how long it took."""

from collections.abc import Callable
from functools import wraps
from time import perf_counter
from typing import Any, ParamSpec, TypeVar

from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.editorial.refusals import Refusal
from articles.models.article import Article
from articles.models.log_entry import LogEntry
from articles.models.user import User
from articles.signals import verb_ended

P = ParamSpec("P")
R = TypeVar("R")


def log_action(article: Article | None, verb: str, by: User | None, note: str = "") -> LogEntry:
    """Write who did what into the log, for a story or for the newsroom as a whole; returns the LogEntry.

    Nobody is named where it may not be known who it was.
    """
    return LogEntry.objects.create(article=article, verb=verb, by=by, at=timezone.now(), note=note)


def noted(verb: Callable[P, R]) -> Callable[P, R]:
    """A verb of which `verb_ended` says that it was done, refused or failed. It is called as its function is.

    Who did something to a sealed story is not said, as in the log.
    """
    name = verb.__name__.replace("_", "-")

    @wraps(verb)
    def told(*args: P.args, **named: P.kwargs) -> R:
        began, outcome, result = perf_counter(), "failed", None
        try:
            result = verb(*args, **named)
            outcome = "done"
            return result
        except (Refusal, ValidationError):
            outcome = "refused"
            raise
        finally:
            about = args[0] if args else result
            is_sealed = any(isinstance(thing, Article) and thing.is_sealed for thing in (about, result))
            verb_ended.send_robust(
                sender=None,
                verb=name,
                article_id=_story_of(about),
                by_id=None if is_sealed else getattr(named.get("by"), "pk", None),
                seconds=perf_counter() - began,
                outcome=outcome,
            )

    return told


def _story_of(thing: Any) -> int | None:
    """The number of the story that a verb was about: of an Article, or of what belongs to one."""
    return thing.pk if isinstance(thing, Article) else getattr(thing, "article_id", None)
