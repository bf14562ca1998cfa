"""Two people who decide on one story at once: one wins, the other is told what happened, and decides again.

An article counts the verbs that moved its timeline; a screen hands the number back that it showed.
"""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.editorial.refusals import Refusal
from articles.models.article import Article
from articles.models.log_entry import LogEntry
from articles.models.user import User

# The verbs of the log that move a timeline, and the words for them after a person's name.
MOVES = {
    "publish": _("published it"),
    "schedule": _("scheduled it"),
    "correct": _("corrected it"),
    "cancel": _("cancelled what was scheduled"),
    "withdraw": _("withdrew it"),
    "expire": _("set the time of its end"),
    "restore": _("restored it"),
    "republish": _("published it again with the photo library's words"),
    "redact": _("removed words from it for legal reasons"),
}
MOST_MOVES = 3  # named in one refusal


class TimelineMoved(Refusal):
    """The story's timeline has moved since the person looked at it; nothing was done."""

    sentence = _(
        "Nothing was done, for the story is not what it was on your page: {meanwhile}. "
        "Look at it as it is now, then decide."
    )


def require_version(article: Article, expected_version: int | None, by: User) -> None:
    """Raise TimelineMoved unless the locked article's `timeline_version` is the expected one.

    None expects nothing: a program decides on no page.
    """
    if expected_version is not None and expected_version != article.timeline_version:
        moves = _newest_moves(article, article.timeline_version - expected_version, by)
        raise TimelineMoved(meanwhile="; ".join(moves))


def _newest_moves(article: Article, number: int, by: User) -> list[str]:
    """Who did what in the newest `number` moves, in the order in which they did it; of many, the last few."""
    entries = article.log.filter(verb__in=MOVES).select_related("by")[: max(0, min(number, MOST_MOVES))]
    return [_clause(entry, by) for entry in reversed(entries)] or [gettext("somebody has decided on it")]


def _clause(entry: LogEntry, by: User) -> str:
    """An entry of the log as a clause: "ada withdrew it (wrong bridge)"."""
    who = gettext("you") if entry.by_id == by.pk else entry.by or gettext("somebody who has left")
    return f"{who} {MOVES[entry.verb]}{f' ({entry.note})' if entry.note else ''}"
