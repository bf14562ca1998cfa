"""Links to our own stories before one goes out: lines “Read more” block where they lead nowhere, words only warn."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.editorial.publishing import withdraw
from articles.editorial.publishing.readiness import blockers, blockers_of, warnings
from articles.editorial.readiness.findings import Spot
from tests.builders import a_person, a_topic, draft_article, live_article, put_out, system

pytestmark = pytest.mark.django_db


def linking(*stories, line=False):
    """A story ready to go out that links to these, by a word, or by lines of their own."""
    words = "".join(
        f'<p><a data-story="{pk}">The {"Dam" if line else "dam"}</a>{"" if line else " holds."}</p>' for pk in stories
    )
    return draft_article(body=f"<p>Rain.</p>{words}", lead_topic=a_topic(), bylines=[a_person()])


def sentences(findings):
    return [str(finding) for finding in findings]


def test_links_to_what_is_out_are_nothing_to_mend():
    live = live_article()
    for article in (linking(live.pk), linking(live.pk, line=True)):
        assert sentences(blockers(article)) == sentences(warnings(article)) == []


@pytest.mark.parametrize("line", [False, True])
def test_links_to_what_is_not_out_warn_and_lines_block(line):
    article = linking(draft_article().pk, 999, line=line)
    blocking, worth_a_look = blockers(article), warnings(article)
    if line:
        said = "“Read more” leads to “The Dam”, which readers can't see then: take the line out."
        assert (sentences(blocking), worth_a_look) == ([said] * 2, [])
        assert [finding.spot for finding in blocking] == [
            Spot(words="The Dam", block=1),
            Spot(words="The Dam", block=2),
        ]
    else:
        said = "“The dam” links to a story that readers can't see; until they can, the words are plain."
        assert (blocking, sentences(worth_a_look)) == ([], [said] * 2)


def test_line_to_a_story_that_will_be_out_by_then_may_be_scheduled():
    due = draft_article()
    put_out(due, at=timezone.now() + timedelta(hours=1))
    article = linking(due.pk, line=True)
    assert len(blockers(article)) == 1
    assert blockers(article, at=timezone.now() + timedelta(hours=2)) == []


def test_line_to_a_withdrawn_story_blocks():
    live = live_article()
    withdraw.withdraw(live, by=system(), notice="It was wrong.")
    assert len(blockers(linking(live.pk, line=True))) == 1


@pytest.mark.parametrize("number", [1, 3])
def test_links_of_many_stories_are_asked_for_at_once(number, django_assert_num_queries):
    live = live_article()
    articles = [linking(live.pk, 999 - each, line=True) for each in range(number)]
    with django_assert_num_queries(1):
        assert [len(found) for found in blockers_of(articles)] == [1] * number
