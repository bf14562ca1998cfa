"""Rebuilding the whole index: readers' entries, working copies and photos; and whether that is needed."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from articles.models.article import Article
from articles.search import index, photo_index, spelling, tables, working_copies
from media.models import Photo

# Raise it when other terms come of the same words, or other keys of the same spelling: each newsroom's index is then
# rebuilt at its next update.
RULES = 2

Progress = Callable[[int, int], None]


class IndexSize(NamedTuple):
    """How much is in the index."""

    editions: int
    articles: int
    photos: int


def is_stale(at: datetime) -> bool:
    """Whether the index was never written whole by today's RULES, or lacks what came in last before `at`."""
    return tables.rules_version() != RULES or index.is_stale(at) or working_copies.is_stale() or photo_index.is_stale()


def rebuild(progress: Progress = lambda done, of: None) -> IndexSize:
    """Write the whole index anew and return its IndexSize. `progress(done, of)` is called after each batch.

    Each batch is a transaction of its own, so that readers always search a whole index and verbs wait for one batch.
    """
    with tables.exclusive():
        return _rebuild(progress)


def rebuild_if_stale(progress: Progress = lambda done, of: None) -> None:
    """Write the whole index anew if it is stale. Of several processes one does so, and the others wait for it."""
    if is_stale(timezone.now()):
        with tables.exclusive():
            if is_stale(timezone.now()):
                _rebuild(progress)


def _rebuild(progress: Progress) -> IndexSize:
    """Write the index and then by which rules: a process that is killed leaves that undone."""

    def after_batch(done: int, of: int) -> None:
        progress(done, of)
        if done < of:
            tables.let_writers_in()

    spelling.update_keys()
    editions = index.rebuild(now=timezone.now(), progress=after_batch)
    size = IndexSize(editions, *_rebuild_editors_index(after_batch))
    tables.set_rules_version(RULES)
    return size


def _rebuild_editors_index(progress: Progress) -> tuple[int, int]:
    """Write the editors' tables anew; returns (working copies, photos).

    Each batch is a transaction of its own, which locks the rows it is made from.
    """
    articles = working_copies.working_copy_ids()
    photos = list(Photo.objects.order_by("pk").values_list("pk", flat=True))
    tasks = ((working_copies.rewrite_working_copies, articles), (photo_index.rewrite_photos, photos))
    done = 0
    for rewrite, keys in tasks:
        for start in range(0, len(keys), tables.BATCH):
            batch = keys[start : start + tables.BATCH]
            with transaction.atomic():
                rewrite(batch)
            done += len(batch)
            progress(done, len(articles) + len(photos))
    with transaction.atomic():
        tables.remove_strays(tables.WORKING, Article._meta.db_table)
        tables.remove_strays(tables.PHOTOS, Photo._meta.db_table)
    return len(articles), len(photos)
