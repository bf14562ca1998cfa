"""The whole index: whether it is right, and writing it anew, which one process at a time does."""

from typing import NamedTuple

from django.utils import timezone

from articles.search import index, spelling, tables, working_copies

# Raise it when other terms come of the same words, or other keys of the same spelling: each newsroom's index is then
# written anew at its next update.
RULES = 1


class Written(NamedTuple):
    """How much is in the index."""

    editions: int
    articles: int
    photos: int


def is_behind(at):
    """Whether the index was never written whole by today's RULES, or lacks what came in last before `at`."""
    return tables.rules() != RULES or index.is_behind(at) or working_copies.is_behind()


def rebuild(say=lambda done, of: None):
    """Write the whole index anew and return what is Written. `say(done, of)` hears of each batch.

    Each batch is a transaction of its own, so that readers always search a whole index and verbs wait for one batch.
    """
    with tables.alone():
        return _write_anew(say)


def catch_up(say=lambda done, of: None):
    """Write the whole index anew if it is behind. Of several processes one does so, and the others wait for it."""
    if is_behind(timezone.now()):
        with tables.alone():
            if is_behind(timezone.now()):
                _write_anew(say)


def _write_anew(tell):
    """Write the index and then by which rules: a process that is killed leaves that undone."""

    def say(done, of):
        tell(done, of)
        if done < of:
            tables.breathe()

    spelling.renew_keys()
    editions = index.rebuild(now=timezone.now(), say=say)
    written = Written(editions, *working_copies.rebuild(say=say))
    tables.set_rules(RULES)
    return written
