"""SIGKILL in the middle of publishing: the story is as before or as after, and every list and the index agree."""

import itertools
import random
import select
import time
from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from articles.editorial.writing.working_copy import lock
from articles.models.search_entry import SearchEntry
from tests.articles.editorial.writing.test_two_writers import assert_no_overlap
from tests.newsroom import actions
from tests.walking import get

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

T = datetime(2026, 5, 21, 12, 30, tzinfo=UTC)
WORDS = ("Quandrelith", "Vorsamund")


def killed_while_publishing(worker, article, after):
    """Kill the process so many seconds after it was told to publish."""
    worker.run(actions.wake)
    worker.begin(actions.publish, article.pk)
    select.select([worker.process.stdout], [], [], after)  # by a clock that runs
    worker.end()
    with transaction.atomic():
        lock(article)  # which PostgreSQL may hold for the dead a little longer


def publishing_takes(worker, article):
    """How many seconds a process that has done nothing yet needs to publish."""
    worker.run(actions.wake)
    began = time.perf_counter()
    worker.run(actions.publish, article.pk)
    return time.perf_counter() - began


def assert_kept_whole(article, is_after, logged):
    """The rows behind the pages are all of one moment too: log, mark of the board, index."""
    article.refresh_from_db()
    assert article.log.filter(verb="publish").count() == logged + is_after
    assert (article.published_version == article.version) == is_after
    indexed = SearchEntry.objects.filter(article_id=article.pk).values_list("edition_id", flat=True)
    assert list(indexed) == [article.editions.latest("goes_live_at").pk]
    assert_no_overlap(article)


def publish_and_kill(told, start, time_machine, times):
    """Kill a process in each of so many publications; returns how many had been carried out by then."""
    time_machine.move_to(T + timedelta(minutes=1), tick=False)
    words, done = itertools.cycle(reversed(WORDS)), 0
    new = next(words)
    told.reword(new)
    takes = publishing_takes(start(), told.article)
    for minute in range(2, times + 2):
        time_machine.move_to(T + timedelta(minutes=minute), tick=False)
        old, new = new, next(words)
        logged = told.article.log.filter(verb="publish").count()
        told.reword(new)
        after = random.uniform(0, takes * 1.3)
        killed_while_publishing(start(), told.article, after)
        is_after = new in get(told.path).body
        says, never = (new, old) if is_after else (old, new)
        print(f"killed after {after:.4f} of {takes:.4f} s: {'published' if is_after else 'as before'}")
        told.check(actions.crawl(*told.starts(*WORDS)), says=says, never=never)
        assert_kept_whole(told.article, is_after, logged)
        done += is_after
        if not is_after:
            actions.publish(told.article.pk)  # nobody holds the row any more
    return done


def test_killed_publication_is_whole_or_nothing(start, time_machine):
    time_machine.move_to(T, tick=False)
    publish_and_kill(actions.Told(WORDS[0]), start, time_machine, times=3)


@pytest.mark.trial
def test_fifty_killed_publications_are_whole_or_nothing(start, time_machine):
    time_machine.move_to(T, tick=False)
    done = publish_and_kill(actions.Told(WORDS[0]), start, time_machine, times=50)
    assert 0 < done < 50, "kill at other moments"
