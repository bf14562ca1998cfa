"""Comments on the story's screen: what is asked of them by JSON, and what is answered."""

import json

import pytest
from django.test import Client
from django.utils import timezone

from articles.editorial.notifications.notify import notify
from articles.models.comment import Comment
from articles.models.staff_message import Told
from tests import builders

pytestmark = pytest.mark.django_db
ON_WORDS = {"field": "body", "exact": "was opened", "prefix": "The bridge ", "suffix": " on Monday"}


@pytest.fixture
def ann():
    return builders.reporter(username="ann", first_name="Ann", last_name="Lee")


@pytest.fixture
def story(ann):
    return builders.draft_article(by=ann)


def enter(user):
    client = Client()
    client.force_login(user)
    return client


def ask(client, story, **asked):
    address = f"/admin/articles/article/{story.pk}/comments/"
    answer = client.post(address, json.dumps(asked), content_type="application/json") if asked else client.get(address)
    return answer.status_code, answer.json()


def test_comment_is_said_answered_resolved_and_opened_again(ann, story):
    editor = enter(builders.editor())
    status, told = ask(editor, story, do="comment", text="Who says so?", **ON_WORDS)
    assert status == 200 and told["open"] == 1
    comment = Comment.objects.get()
    assert f'data-comment="{comment.pk}"' in told["html"] and "Who says so?" in told["html"]
    assert told["anchors"][0]["exact"] == "was opened"
    _status, told = ask(enter(ann), story, do="reply", comment=comment.pk, text="The <b>mayor</b>.")
    assert "The &lt;b&gt;mayor&lt;/b&gt;." in told["html"] and "Ann Lee" in told["html"]
    _status, told = ask(enter(ann), story, do="resolve", comment=comment.pk)
    assert told["open"] == 0 and f'data-resolved="{comment.pk}"' in told["html"]
    assert ask(enter(ann), story, do="reopen", comment=comment.pk)[1]["open"] == 1


def test_suggestion_is_shown_as_old_and_new_and_decided_on(ann, story):
    editor = enter(builders.editor())
    ask(editor, story, do="comment", text="", suggests=True, wording="opened", **ON_WORDS)
    comment = Comment.objects.get()
    html = ask(enter(ann), story)[1]["html"]
    assert "<del>was opened</del> <ins>opened</ins>" in html and 'data-do="accept"' in html
    assert 'data-do="accept"' not in ask(enter(builders.reporter()), story)[1]["html"]
    assert ask(enter(ann), story, do="refuse", comment=comment.pk)[1]["open"] == 0
    ask(editor, story, do="comment", text="", suggests=True, wording="", **ON_WORDS)
    newest = Comment.objects.order_by("pk").last()
    assert "Accepted" in ask(enter(ann), story, do="accept", comment=newest.pk)[1]["html"]


def test_lost_words_say_so_on_top(ann, story):
    client = enter(ann)
    ask(client, story, do="comment", text="First.", **ON_WORDS)
    ask(client, story, do="comment", text="Second.", field="body", exact="never stood here")
    ask(client, story, do="comment", text="Third.")
    html = ask(client, story)[1]["html"]
    assert "not in the text any more; they stood in paragraph 1" in html
    assert html.index("Second.") < html.index("Third.") < html.index("First.")


def test_opening_a_story_marks_what_was_told_of_it(ann, story):
    notify([ann], Told.APPROVED, story, by=None)
    ask(enter(ann), story, do="seen")
    assert enter(ann).get("/admin/inbox/unread/").json() == {"unread": 0}


def test_story_is_assigned_from_its_screen(ann, story):
    chief = enter(builders.chief())
    due = f"{timezone.now():%Y}-12-01T18:00"
    html = ask(chief, story, do="assign", to=ann.pk, due=due, slot=due)[1]["html"]
    assert "to be out at" in html
    assert "Ann Lee writes it" in html or "ann writes it" in html
    story.refresh_from_db()
    assert (story.assigned_to, story.due_at.hour, story.slot_at.hour) == (ann, 18, 18)
    ask(chief, story, do="assign")
    story.refresh_from_db()
    assert (story.assigned_to, story.due_at) == (None, None)
    assert ask(enter(ann), story, do="assign", to=ann.pk)[0] == 403


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"do": "comment", "text": ""}, 400),
        ({"do": "reply", "comment": 999, "text": "x"}, 400),
        ({"do": "fly"}, 400),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(ann, story, asked, status):
    got, told = ask(enter(ann), story, **asked)
    assert got == status and told["sentence"]


def test_nonsense_with_a_comment_that_is_there_is_refused(ann, story):
    ask(enter(ann), story, do="comment", text="Hm.")
    assert ask(enter(ann), story, do="fly", comment=Comment.objects.get().pk)[0] == 400


def test_comments_take_a_fixed_number_of_queries(ann, story, django_assert_num_queries):
    client = enter(ann)
    for number in range(3):
        ask(client, story, do="comment", text=str(number), **ON_WORDS)
    with django_assert_num_queries(6):
        ask(client, story)
