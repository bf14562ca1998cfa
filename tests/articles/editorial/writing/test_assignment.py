"""Ideas and slots: what an assignment says, and what is refused."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.editorial.permissions import Forbidden
from articles.editorial.writing.assignment import NoTitle, NoWriter, move_slot, plan_story, writers
from articles.models.article import Article
from articles.models.staff_message import StaffMessage, Told
from tests.builders import a_desk, draft_article, editor, reporter, stranger

pytestmark = pytest.mark.django_db


def test_idea_is_a_story_without_a_word_that_its_writer_is_told_of():
    ann, soon = reporter(), timezone.now() + timedelta(hours=3)
    idea = plan_story(" The bridge,\n a year on ", by=editor(), desk=a_desk(), brief="Ask.", to=ann, slot_at=soon)
    idea.refresh_from_db()
    assert (str(idea), idea.body, idea.editor_note) == ("The bridge, a year on", "", "Ask.")
    assert (idea.assigned_to, idea.slot_at, idea.due_at) == (ann, soon, None)
    assert StaffMessage.objects.get(kind=Told.ASSIGNED).user == ann
    assert [entry.verb for entry in idea.log.all()] == ["assign", "begin"]


@pytest.mark.parametrize("title", [" ", "x" * 121])
def test_idea_that_is_none_is_refused_and_leaves_nothing(title):
    with pytest.raises(NoTitle):
        plan_story(title, by=editor(), desk=None)
    assert not Article.objects.exists()


def test_writers_are_those_of_the_staff_who_may_write():
    ann, ida = reporter(first_name="Ann"), editor(first_name="Ida")
    stranger(first_name="Bo")
    assert list(writers()) == [ann, ida]


def test_idea_for_somebody_who_cannot_write_it_leaves_nothing():
    with pytest.raises(NoWriter):
        plan_story("The bridge", by=editor(), desk=None, to=stranger())
    with pytest.raises(Forbidden):
        plan_story("The bridge", by=reporter(), desk=None)
    assert not Article.objects.exists()


def test_slot_is_moved_and_taken_away_by_who_assigns():
    boss, story, soon = editor(), draft_article(), timezone.now() + timedelta(hours=3)
    assert move_slot(story, soon, by=boss).slot_at == soon
    assert move_slot(story, None, by=boss).slot_at is None
    with pytest.raises(Forbidden):
        move_slot(story, soon, by=reporter())
    assert [entry.verb for entry in story.log.filter(verb="plan")] == ["plan", "plan"]
