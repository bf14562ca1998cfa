"""A whole import: what one story breaks stops no other, and a second run changes nothing."""

import pytest

from articles.editorial.importing.foresee import foresee
from articles.editorial.importing.outcome import Became
from articles.editorial.importing.run import run
from articles.editorial.importing.take_in import take_in
from articles.editorial.permissions import Forbidden
from articles.editorial.writing import drafts
from articles.exchange.incoming import Broken, Reading, Skipped, Status
from articles.models.article import Article
from articles.models.edition import Edition
from tests.articles.editorial.importing.incoming import incoming, wishes
from tests.builders import a_desk, editor, reporter

pytestmark = pytest.mark.django_db
ITEMS = (
    incoming(),
    incoming(source_id="2", status=Status.DRAFT),
    Skipped("trash", "3", "It is in the bin."),
    Broken("4", "It is cut off."),
    incoming(source_id="5" * 400),
    incoming(source_id="6", body="<p>a</p>" * 30_000),
)


def became(*items, **wished):
    """What became of each, in the end."""
    steps = list(run(Reading(iter(items)), wishes(**wished)))
    return sorted(str(step.outcome.became) for step in steps if step.is_last)


def test_everything_is_counted_once_and_a_second_run_changes_nothing():
    assert became(*ITEMS) == ["failed", "failed", "failed", "imported", "imported", "skipped"]
    assert (Article.objects.count(), Edition.objects.count()) == (2, 1)
    assert became(*ITEMS) == ["failed", "failed", "failed", "skipped", "unchanged", "unchanged"]
    assert (Article.objects.count(), Edition.objects.count()) == (2, 1)


def test_run_that_was_stopped_goes_on():
    steps = run(Reading(iter(ITEMS)), wishes())
    next(steps)
    steps.close()
    assert not Edition.objects.exists()
    assert became(*ITEMS) == ["changed", "failed", "failed", "failed", "imported", "skipped"]
    assert Edition.objects.count() == 1


def test_what_was_left_unsettled_by_another_file_is_settled_too():
    take_in(incoming(), wishes())
    assert became(incoming(source_id="2")) == ["changed", "imported"]


def test_story_that_may_not_be_published_is_a_draft_that_says_why():
    a_desk("World")
    of_another_desk = editor()
    of_another_desk.desks.add(a_desk("Sport"))
    steps = list(run(Reading(iter([incoming()])), wishes(by=of_another_desk)))
    assert steps[-1].outcome.became == Became.IMPORTED
    assert steps[-1].outcome.notes[-1].kind == "not published"
    assert not Edition.objects.exists()


def test_who_publishes_nothing_does_not_ask_for_it():
    with pytest.raises(Forbidden):
        list(run(Reading(iter([incoming()])), wishes(by=reporter())))
    assert not Article.objects.exists()


def test_foreseeing_writes_nothing_and_says_what_would_be():
    canceled = incoming(source_id="9", status=Status.CANCELED)
    private = incoming(source_id="8", status=Status.PRIVATE)
    said = [str(step.outcome.became) for _, step in foresee(Reading(iter([*ITEMS[:4], canceled, private])))]
    assert said == ["imported", "imported", "skipped", "failed", "skipped", "imported"]
    assert not Article.objects.exists()
    article = take_in(incoming(), wishes()).article
    changed = incoming(dek="Other")
    assert [str(step.outcome.became) for _, step in foresee(Reading(iter([incoming(), changed])))] == [
        "unchanged",
        "changed",
    ]
    drafts.save(article, by=editor(), version=article.version, dek="By hand.")
    assert [str(step.outcome.became) for _, step in foresee(Reading(iter([changed])))] == ["skipped"]
