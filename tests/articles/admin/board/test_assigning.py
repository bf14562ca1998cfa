"""A story that nobody has begun is assigned: the form, who may, and that its writer finds it at home."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from lxml import html

from articles.models.article import Article
from articles.models.desk import Desk
from articles.models.staff_message import StaffMessage, Told
from articles.models.user import User
from tests import builders

pytestmark = pytest.mark.django_db
URL = "admin:articles_article_assign"


@pytest.fixture
def ann():
    return builders.reporter(username="ann", first_name="Ann", last_name="Lee", email="ann@example.org")


def test_idea_is_given_to_a_writer_with_all_that_the_desk_wants(editor, ann, enter):
    desk = builders.a_desk()
    wanted = {
        "title": "The bridge, a year on",
        "to": ann.pk,
        "desk": desk.pk,
        "word_budget": "3 min",
        "brief": "Ask the mayor.",
    }
    wanted |= {"due_at": "2026-12-01T18:00", "slot_at": "2026-12-02T06:00"}
    answer = editor.post(reverse(URL), wanted, follow=True)
    assert "Assigned: “The bridge, a year on”, Ann Lee." in answer.content.decode()
    assert "view=day&day=2026-12-02" in answer.redirect_chain[0][0]
    story = Article.objects.get()
    assert (story.assigned_to, story.desk, story.editor_note) == (ann, desk, "Ask the mayor.")
    assert story.word_budget == 690
    assert "690 words" in answer.content.decode()
    assert (story.due_at, story.slot_at) == (
        datetime(2026, 12, 1, 18, tzinfo=UTC),
        datetime(2026, 12, 2, 6, tzinfo=UTC),
    )
    assert (story.headline, story.body, str(story)) == ("", "", "The bridge, a year on")
    assert StaffMessage.objects.get(kind=Told.ASSIGNED).user == ann


def test_only_what_it_is_about_is_needed(editor):
    answer = editor.post(reverse(URL), {"title": "The bridge"}, follow=True)
    assert "Nobody yet" in answer.content.decode()
    assert Article.objects.get().assigned_to is None


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": ""}, "required"),
        ({"due_at": "soon"}, "valid date"),
        ({"word_budget": "long"}, "600, or 3 min"),
        ({"word_budget": "0"}, "600, or"),
    ],
)
def test_what_cannot_be_assigned_is_said_and_nothing_made(editor, wrong, said):
    page = editor.post(reverse(URL), {"title": "The bridge", **wrong}).content.decode()
    assert said in page
    assert not Article.objects.exists()


def test_somebody_who_may_not_write_it_is_refused(editor, ann):
    User.objects.filter(pk=ann.pk).update(is_staff=False)
    assert "valid choice" in editor.post(reverse(URL), {"title": "The bridge", "to": ann.pk}).content.decode()
    assert not Article.objects.exists()


def test_desks_to_choose_are_ones_own(editor):
    builders.a_desk("World")
    sport = builders.a_desk("Sport")
    page = html.fromstring(editor.get(reverse(URL)).content)
    assert len(page.xpath("//select[@name='desk']/option[@value!='']")) == Desk.objects.count() == 2
    editor.user.desks.set([sport])
    page = html.fromstring(editor.get(reverse(URL)).content)
    assert page.xpath("//select[@name='desk']/option[@value!='']/text()") == ["Sport"]


@pytest.mark.parametrize(
    ("role", "status"), [("reporter", 403), ("photo editor", 403), ("editor", 200), ("chief", 200)]
)
def test_assigning_is_for_those_who_decide(enter, role, status):
    assert enter(role).get(reverse(URL)).status_code == status
    home = html.fromstring(enter(role).get(reverse("admin:index")).content)
    assert bool(home.xpath(f"//a[@href='{reverse(URL)}' and contains(@class, 'desk-button')]")) == (status == 200)


def test_refusal_of_the_verb_is_said_on_the_form(editor):
    page = editor.post(reverse(URL), {"title": "\x7f\x7f"}).content.decode()
    assert "Say in a few words what the story is to be about" in page
    assert not Article.objects.exists()
