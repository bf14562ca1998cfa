"""Two processes publish, schedule and withdraw one story at once: one wins, and the other is told.

People decide on a story as they saw it: whoever comes second is told who did what. Programs decide on nothing that
they saw, so two of them come out as if they had stood in line.
"""

import itertools
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles.editorial.publishing.concurrency import MOVES
from articles.editorial.publishing.steps import NothingNew, NotLive
from articles.embargo import Kind
from tests import builders
from tests.articles.editorial.writing.test_two_writers import assert_no_overlap
from tests.newsroom.actions import DECISIONS, decide, publish, schedule, withdraw

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

T = datetime(2026, 5, 21, 12, 30, tzinfo=UTC)
OUT, DOWN = (Kind.PUBLISHED, 0), (Kind.WITHDRAWN, 0)
DONE, DOWN_ALREADY = str(NothingNew()), str(NotLive())
END = (Kind.EXPIRED, 60)
DUE, SOONER = (Kind.PUBLISHED, 60), (Kind.PUBLISHED, 30)
# Two actions, their arguments; then what may come of it: the entries from T on as (kind, minutes), and what is told.
ON_A_LIVE_STORY = [
    ((publish,), (publish,), [([OUT], [DONE])]),
    ((schedule,), (schedule,), [([DUE], [DONE])]),
    ((withdraw,), (withdraw,), [([DOWN], [DOWN_ALREADY])]),
    ((schedule,), (schedule, 30), [([DUE], []), ([SOONER], [])]),
    ((publish,), (schedule,), [([OUT], []), ([OUT], [DONE])]),
    ((publish,), (withdraw,), [([OUT, DOWN], []), ([DOWN, OUT], [])]),
    ((schedule,), (withdraw,), [([DOWN], []), ([DOWN, DUE], [])]),
]
ON_A_DRAFT = [
    ((publish,), (publish,), [([OUT], [DONE])]),
    ((publish,), (withdraw,), [([OUT, DOWN], []), ([OUT], [DOWN_ALREADY])]),
    ((schedule,), (withdraw,), [([DUE], [DOWN_ALREADY])]),
]
ROUNDS = 3


def at_once(workers, article, actions):
    """Let each process do its action; returns why those were refused that were."""
    for worker, (action, *arguments) in zip(workers, actions, strict=True):
        worker.begin(action, article.pk, *arguments)
    return [refused for _, refused in (worker.finish() for worker in workers) if refused]


def entries(article):
    """The story's timeline from T on: (kind, minutes after T) of each entry."""
    line = article.editions.filter(goes_live_at__gte=T).order_by("goes_live_at")
    return [(edition.kind, (edition.goes_live_at - T) // timedelta(minutes=1)) for edition in line]


def check(workers, article, *actions, outcomes):
    """Fail unless one of the outcomes came of it, and the log says what was done, and readers see one edition."""
    moves = article.log.filter(verb__in=MOVES)
    logged = moves.count()
    told = at_once(workers, article, actions)
    assert (entries(article), told) in outcomes, actions
    assert moves.count() - logged == len(actions) - len(told)
    assert_no_overlap(article)
    for minutes in (0, 30, 60):
        assert article.editions.current(timezone.now() + timedelta(minutes=minutes, microseconds=5)).count() <= 1


def test_of_two_people_who_decide_at_once_one_wins_and_the_other_is_told(time_machine, start):
    workers = start(), start()
    ada, ida = builders.chief(username="ada"), builders.chief(username="ida")
    left = {"publish": [OUT], "schedule": [DUE], "withdraw": [DOWN], "correct": [OUT], "expire": [END], "cancel": []}
    for verbs in itertools.combinations_with_replacement(DECISIONS, 2):
        article = a_story_with_a_future(time_machine)
        seen, logged = article.timeline_version, set(article.log.values_list("pk", flat=True))
        actions = [(decide, verb, by.username, seen) for verb, by in zip(verbs, (ada, ida), strict=True)]
        (told,) = at_once(workers, article, actions)
        action = article.log.exclude(pk__in=logged).get(verb__in=MOVES)
        assert (action.by, action.verb) in zip((ada, ida), verbs, strict=True)
        assert entries(article) == left[action.verb]
        assert told.startswith("Nothing was done") and f": {action.by} {MOVES[action.verb]}" in told
        assert_no_overlap(article)


def a_story_with_a_future(time_machine):
    """A live story with words to publish, whose former update is scheduled; it is T."""
    time_machine.move_to(T - timedelta(hours=1), tick=False)
    article = builders.live_article()
    builders.put_out(builders.edited(article, dek="It was closed."), at=T + timedelta(minutes=90))
    time_machine.move_to(T, tick=False)
    return builders.edited(article, dek="It was closed for two years.")


def test_two_programs_with_one_story_come_one_after_the_other(time_machine, start):
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
