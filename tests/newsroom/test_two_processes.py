"""Two processes publish, schedule and withdraw one story at once: it comes out as if they had stood in line.

Who comes second with the same verb is told that it is done. Of two different verbs the second acts on what the first
has left.
"""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles.editorial.publishing import NothingNew, NotLive
from articles.models.edition import Kind
from tests import builders
from tests.articles.editorial.test_two_writers import assert_no_overlap
from tests.newsroom.deeds import publish, schedule, withdraw

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

T = datetime(2026, 5, 21, 12, 30, tzinfo=UTC)
OUT, DOWN = (Kind.PUBLISHED, 0), (Kind.WITHDRAWN, 0)
DONE, DOWN_ALREADY = str(NothingNew()), str(NotLive())
DUE, SOONER = (Kind.PUBLISHED, 60), (Kind.PUBLISHED, 30)
# Two deeds with their arguments; then what may come of it: the entries from T on as (kind, minutes), and what is told.
ON_A_LIVE_STORY = [
    ((publish,), (publish,), [([OUT], [DONE])]),
    ((schedule,), (schedule,), [([DUE], [DONE])]),
    ((withdraw,), (withdraw,), [([DOWN], [DOWN_ALREADY])]),
    ((schedule,), (schedule, 30), [([DUE], []), ([SOONER], [])]),
    ((publish,), (schedule,), [([OUT], []), ([OUT, DUE], [])]),
    ((publish,), (withdraw,), [([OUT, DOWN], []), ([DOWN, OUT], [])]),
    ((schedule,), (withdraw,), [([DOWN], []), ([DOWN, DUE], [])]),
]
ON_A_DRAFT = [
    ((publish,), (publish,), [([OUT], [DONE])]),
    ((publish,), (withdraw,), [([OUT, DOWN], []), ([OUT], [DOWN_ALREADY])]),
    ((schedule,), (withdraw,), [([DUE], [DOWN_ALREADY])]),
]
ROUNDS = 3


def at_once(workers, article, deeds):
    """Let each process do its deed; returns why those were refused that were."""
    for worker, (deed, *arguments) in zip(workers, deeds, strict=True):
        worker.begin(deed, article.pk, *arguments)
    return [refused for _, refused in (worker.finish() for worker in workers) if refused]


def entries(article):
    """The story's timeline from T on: (kind, minutes after T) of each entry."""
    line = article.editions.filter(goes_live_at__gte=T).order_by("goes_live_at")
    return [(edition.kind, (edition.goes_live_at - T) // timedelta(minutes=1)) for edition in line]


def check(workers, article, *deeds, outcomes):
    """Fail unless one of the outcomes came of it, and the log says what was done, and readers see one edition."""
    logged = article.log.count()
    told = at_once(workers, article, deeds)
    assert (entries(article), told) in outcomes, deeds
    assert article.log.count() - logged == len(deeds) - len(told)
    assert_no_overlap(article)
    for minutes in (0, 30, 60):
        assert article.editions.current(timezone.now() + timedelta(minutes=minutes, microseconds=5)).count() <= 1


def test_two_processes_with_one_story_come_one_after_the_other(time_machine, start):
    time_machine.move_to(T - timedelta(hours=1), tick=False)
    workers = start(), start()
    for first, second, outcomes in ON_A_LIVE_STORY * ROUNDS:
        time_machine.move_to(T - timedelta(hours=1), tick=False)
        article = builders.live_article()
        builders.edited(article, dek="It was closed for two years.")
        time_machine.move_to(T, tick=False)
        check(workers, article, first, second, outcomes=outcomes)
    for first, second, outcomes in ON_A_DRAFT * ROUNDS:
        check(workers, builders.draft_article(), first, second, outcomes=outcomes)
