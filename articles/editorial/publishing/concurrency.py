"""Two people who decide on one story at once: one wins, the other is told what happened, and decides anew.

An article counts the verbs that moved its timeline; a screen hands the number back that it showed.
"""

from articles.editorial.refusals import Refusal

# The verbs of the log that move a timeline, once each, and how they are told of somebody.
MOVES = {
    "publish": "published it",
    "schedule": "scheduled it",
    "correct": "corrected it",
    "cancel": "cancelled what was scheduled",
    "withdraw": "withdrew it",
    "expire": "set the time of its end",
    "restore": "restored it",
    "republish": "published it again with the photo library's words",
    "redact": "removed words from it for legal reasons",
}
MOST_TOLD = 3


class Overtaken(Refusal):
    """The story's timeline has moved since the person looked at it; nothing was done."""

    def __init__(self, meanwhile):
        """Tell the actions, "ada withdrew it", in the order in which they were done."""
        super().__init__(
            f"Nothing was done, for the story is not what it was on your page: {'; '.join(meanwhile)}. "
            "Look at it as it is now, then decide."
        )


def require_seen(article, seen, by):
    """Raise Overtaken unless `seen` is the locked article's `timeline_version`, or None, from who looked at nothing."""
    if seen is not None and seen != article.timeline_version:
        raise Overtaken(_meanwhile(article, article.timeline_version - seen, by))


def _meanwhile(article, number, by):
    """Who did what in the newest `number` moves; of many, the last few."""
    moves = article.log.filter(verb__in=MOVES).select_related("by")[: max(0, min(number, MOST_TOLD))]
    return [_told(entry, by) for entry in reversed(moves)] or ["somebody has decided on it"]


def _told(entry, by):
    """An entry of the log as a clause."""
    who = "you" if entry.by_id == by.pk else entry.by or "somebody who has left"
    return f"{who} {MOVES[entry.verb]}{f' ({entry.note})' if entry.note else ''}"
