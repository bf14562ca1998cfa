"""Two people at once on one story, over two connections: the row's lock lets one act, then the other decides again."""

import threading

import pytest
from django.db import connections
from django.utils import timezone

from articles.editorial.directory import entries
from articles.editorial.publishing import publish, steps, withdraw
from articles.editorial.refusals import Refusal
from articles.editorial.writing import drafts, working_copy
from articles.embargo import FAR_FUTURE
from articles.models.article import Article
from articles.models.person import Person
from tests.builders import draft_article, edited, live_article, put_out, system

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def at_once(*actions):
    """Run each action in a thread with a connection of its own; returns what each gave or the Refusal it raised.

    Any other error fails the test.
    """
    gate = threading.Barrier(len(actions))
    outcomes = [None] * len(actions)

    def run(place, action):
        try:
            gate.wait()
            outcomes[place] = action()
        except Exception as error:
            outcomes[place] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(actions)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for outcome in outcomes:
        if isinstance(outcome, Exception) and not isinstance(outcome, Refusal):
            raise outcome
    return outcomes


def assert_no_overlap(article):
    """The timeline's intervals touch, and the last is open."""
    line = list(article.editions.order_by("goes_live_at"))
    assert [edition.ends_at for edition in line] == [*(after.goes_live_at for after in line[1:]), FAR_FUTURE]


def test_publish_by_two_at_once_makes_one_edition_and_tells_the_other():
    article, by = draft_article(), system()
    outcomes = at_once(*[lambda: publish.publish(article, by=by)] * 2)
    assert [type(outcome) for outcome in sorted(outcomes, key=lambda o: isinstance(o, Refusal))][1:] == [
        steps.NothingNew
    ]
    assert article.editions.count() == 1


def test_publish_and_withdraw_at_once_leave_one_truth():
    article, by = live_article(), system()
    edited(article, headline="New words")
    at_once(lambda: publish.publish(article, by=by), lambda: withdraw.withdraw(article, by=by))
    assert_no_overlap(article)
    assert article.editions.current(timezone.now()).count() == 1


def test_two_stories_that_want_one_address_at_once_both_get_one():
    first, second, by = draft_article(headline="Same"), draft_article(headline="Same"), system()
    outcomes = at_once(lambda: publish.publish(first, by=by), lambda: publish.publish(second, by=by))
    assert len({edition.path for edition in outcomes}) == 2


def test_save_by_two_at_once_keeps_one_and_refuses_the_other():
    article, by = draft_article(), system()
    outcomes = at_once(
        *[(lambda words=words: drafts.save(article, by=by, version=1, headline=words)) for words in ("Mine", "Theirs")]
    )
    assert sorted(isinstance(outcome, working_copy.Stale) for outcome in outcomes) == [False, True]
    kept = next(outcome for outcome in outcomes if isinstance(outcome, Article))
    article.refresh_from_db()
    assert (article.headline, article.version) == (kept.headline, 2)


@pytest.mark.parametrize(
    "named", [entries.get_or_create_desk, entries.get_or_create_topic, entries.get_or_create_person]
)
def test_name_asked_for_by_many_at_once_is_made_once(named):
    by = system()
    outcomes = at_once(*[(lambda name=name: named(name, by=by)) for name in ("Ann Lee", "ANN  LEE") * 4])
    assert len({row.pk for row in outcomes}) == 1


def test_people_who_share_a_name_kept_at_once_get_an_address_each():
    by = system()
    outcomes = at_once(*[lambda: entries.save_entry(Person(name="Ann Lee"), by=by)] * 6)
    assert sorted(row.slug for row in outcomes) == ["ann-lee", *(f"ann-lee-{number}" for number in range(2, 7))]


def test_writers_wait_for_each_other_whatever_the_database():
    article, by = live_article(), system()

    def update(number):
        current = Article.objects.get(pk=article.pk)
        drafts.save(current, by=by, version=current.version, headline=f"Headline {number}")
        return put_out(current)

    at_once(*[(lambda number=number: update(number)) for number in range(6)])
    assert_no_overlap(article)
