"""The desk today: what each person finds on it, with one number of queries, and nothing of what is sealed to others."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.editorial.writing import drafts, presence, review, seal
from articles.editorial.writing.assignment import assign
from media.ingest import update
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann():
    return builders.reporter(username="ann", first_name="Ann", last_name="Lee")


def enter(user):
    client = Client()
    client.force_login(user)
    return client


def rows(client, name):
    """The numbers of the stories in a list of the desk."""
    page = client.get("/admin/").content.decode()
    found = re.search(rf'data-desk-list="{name}".*?</(?:section|ul)>', page, re.DOTALL)
    return [int(pk) for pk in re.findall(r'data-story-row="(\d+)"', found[0])] if found else []


def test_reporter_finds_their_own_what_was_sent_back_and_why(ann):
    mine = builders.draft_article(by=ann)
    back = review.send_back(builders.submitted_article(by=ann), by=builders.editor(), note="Who says so?")
    waiting = builders.submitted_article(by=ann)
    builders.draft_article()
    client = enter(ann)
    assert (rows(client, "mine"), rows(client, "sent-back"), rows(client, "waiting")) == (
        [mine.pk],
        [back.pk],
        [waiting.pk],
    )
    page = client.get("/admin/").content.decode()
    assert "Who says so?" in page
    assert 'href="/admin/articles/article/add/"' in page


def test_editor_finds_what_waits_on_their_desks_and_goes_out_today(ann):
    editor = builders.editor()
    editor.desks.add(builders.a_desk("World"))
    here = builders.submitted_article(by=ann, desk=builders.a_desk("World"))
    builders.submitted_article(by=ann, desk=builders.a_desk("Sport"))
    live = builders.live_article(desk=builders.a_desk("World"))
    client = enter(editor)
    assert rows(client, "waiting") == [here.pk]
    assert rows(client, "today") == [live.pk]
    assert rows(client, "changed") == []
    drafts.save(live, by=editor, version=live.version, headline="Newer")
    assert rows(client, "changed") == [live.pk]
    assert rows(enter(builders.editor()), "waiting")[0] == here.pk


def test_four_eyes_own_stories_wait_for_others(settings):
    settings.FOUR_EYES = True
    editor = builders.editor()
    builders.submitted_article(by=editor)
    assert rows(enter(editor), "waiting") == []


def test_what_is_due_is_planned_and_then_late(ann):
    chief, now = builders.chief(), timezone.now()
    late, planned = builders.draft_article(), builders.draft_article()
    assign(planned, ann, by=chief, due_at=now + timedelta(hours=3))
    assign(late, ann, by=chief, due_at=now - timedelta(hours=3))
    assert rows(enter(ann), "planned") == [late.pk, planned.pk]
    assert enter(ann).get("/admin/").content.decode().count("is-late") == 1


def test_what_has_a_slot_is_planned_and_what_was_approved_waits_for_who_publishes(ann):
    chief, now = builders.chief(), timezone.now()
    slot = builders.draft_article()
    assign(slot, ann, by=chief, slot_at=now + timedelta(hours=3))
    assert rows(enter(ann), "planned") == [slot.pk]
    approved = review.approve(builders.submitted_article(by=ann), by=chief)
    assert rows(enter(builders.editor()), "approved") == [approved.pk]
    assert rows(enter(ann), "approved") == []
    builders.put_out(approved)
    assert rows(enter(builders.editor()), "approved") == []


def test_picture_desk_finds_missing_pictures_and_licences_that_end(ann):
    bare = builders.submitted_article(by=ann)
    photo = builders.a_photo()
    live = builders.live_article(lead_photo=photo)
    update(photo, None, licence_ends_at=timezone.now() + timedelta(days=3))
    client = enter(builders.photo_editor())
    assert (rows(client, "pictures"), rows(client, "risk")) == ([bare.pk], [live.pk])


def test_who_writes_now_is_seen(ann):
    from uuid import uuid4  # as the browser makes it

    story = builders.draft_article(by=ann, headline="Ferries")
    presence.heartbeat(story, by=ann, sheet=uuid4())
    presence.heartbeat(story, by=ann, sheet=uuid4())
    client = enter(builders.editor())
    assert rows(client, "now") == [story.pk]
    assert "Ann Lee" in client.get("/admin/").content.decode()


def test_sealed_story_is_on_the_desk_of_those_who_are_in_and_says_nothing_there(ann):
    story = seal.seal(builders.draft_article(by=ann, headline="Quandrelith"), by=ann)
    page = enter(ann).get("/admin/").content.decode()
    assert f"Sealed story {story.pk}" in page and "Quandrelith" not in page
    assert f"Sealed story {story.pk}" not in enter(builders.chief()).get("/admin/").content.decode()


def test_fragment_is_the_lists_alone_and_unchanged_it_is_a_304(ann):
    builders.draft_article(by=ann, headline="Ferries")
    client = enter(ann)
    answer = client.get("/admin/today/")
    assert "Ferries" in answer.content.decode() and "<html" not in answer.content.decode()
    assert client.get("/admin/today/", headers={"If-None-Match": answer["ETag"]}).status_code == 304
    assert enter(builders.stranger()).get("/admin/today/").status_code == 403
    assert enter(builders.stranger()).get("/admin/").status_code == 200


def test_many_rows_are_counted_and_lead_to_the_rest(ann):
    for _number in range(9):
        builders.draft_article(by=ann)
    page = enter(ann).get("/admin/").content.decode()
    assert len(rows(enter(ann), "mine")) == 8
    assert re.search(r'<a href="/admin/articles/article/\?state=mine">All 9</a>', page)


@pytest.mark.parametrize("number", [1, 3])
def test_desk_takes_under_twelve_queries_however_much_is_on_it(django_assert_num_queries, number, ann):
    chief = builders.chief()
    chief.desks.add(builders.a_desk("World"))
    for _each in range(number):
        review.send_back(builders.submitted_article(by=chief), by=builders.editor(), note="Again.")
        builders.live_article(desk=builders.a_desk("World"))
        builders.a_suggestion(builders.submitted_article(by=ann, desk=builders.a_desk("World")))
    client = enter(chief)
    with django_assert_num_queries(11):
        client.get("/admin/")
