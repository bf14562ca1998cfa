"""What is published in one process is on every page of every process at the very next request, and the old is gone."""

from datetime import UTC, datetime

import pytest

from tests.newsroom import actions

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

OLD, NEW, NEWER = "Quandrelith", "Vorsamund", "Blintuspek"


def crawled_by(workers, *starts):
    """What each of these processes answers, all at once."""
    for worker in workers:
        worker.begin(actions.crawl, *starts)
    return [worker.finish()[0] for worker in workers]


def test_published_words_are_on_all_pages_of_two_processes_at_the_next_request(time_machine, start):
    time_machine.move_to(datetime(2026, 5, 21, 12, 30, tzinfo=UTC), tick=False)
    told, workers = actions.Told(OLD), [start(), start()]
    for answers in crawled_by(workers, *told.starts(OLD, NEW)):  # whatever a process keeps, it keeps from now on
        told.check(answers, says=OLD, never=NEW)
    for minute, (worker, old, new) in enumerate(zip(workers, (OLD, NEW), (NEW, NEWER), strict=True), start=31):
        told.reword(new)
        time_machine.move_to(datetime(2026, 5, 21, 12, minute, tzinfo=UTC), tick=False)
        worker.run(actions.publish, told.article.pk)
        for answers in crawled_by(workers, *told.starts(old, new)):
            told.check(answers, says=new, never=old)
