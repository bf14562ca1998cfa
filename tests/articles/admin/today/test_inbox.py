"""The inbox's screens, and the switcher: each person's own, and nothing of what they may not look at."""

import pytest
from django.test import Client

from articles.editorial.notifications.notify import notify
from articles.editorial.writing import review, seal
from articles.models.staff_message import StaffMessage, Told
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann():
    return builders.reporter(username="ann", email="ann@example.org")


def enter(user):
    client = Client()
    client.force_login(user)
    return client


def test_inbox_shows_what_was_said_and_counts_until_it_is_looked_at(ann):
    article = review.send_back(builders.submitted_article(by=ann), by=builders.editor(), note="Who says so?")
    client = enter(ann)
    assert client.get("/admin/inbox/unread/").json() == {"unread": 1}
    page = client.get("/admin/inbox/").content.decode()
    assert "was sent back by" in page and "Who says so?" in page and f"/{article.pk}/change/" in page
    assert client.get("/admin/inbox/unread/").json() == {"unread": 1}, "who asks writes nothing"
    client.post("/admin/inbox/")
    assert client.get("/admin/inbox/unread/").json() == {"unread": 0}


def test_empty_inbox_says_what_will_stand_there_and_a_long_one_has_pages(ann):
    client = enter(ann)
    assert "Nobody has told you anything yet" in client.get("/admin/inbox/").content.decode()
    article = builders.draft_article()
    for _number in range(51):
        notify([ann], Told.APPROVED, article, by=None)
    assert "Older" in client.get("/admin/inbox/").content.decode()
    assert "Newer" in client.get("/admin/inbox/?page=2").content.decode()
    notify([ann], Told.FAILED, None, by=None)
    assert "could not be reached" in client.get("/admin/inbox/").content.decode()


def test_inbox_of_a_sealed_story_shows_no_words(ann):
    article = seal.seal(builders.draft_article(by=ann, headline="Quandrelith"), by=ann)
    notify([ann], Told.COMMENTED, article, by=None)
    StaffMessage.objects.update(note="Quandrelith")
    page = enter(ann).get("/admin/inbox/").content.decode()
    assert "Sealed story" in page and "Quandrelith" not in page


def test_ways_of_being_told_are_chosen_on_a_screen(ann):
    client = enter(ann)
    assert client.get("/admin/inbox/told/").status_code == 200
    client.post("/admin/inbox/told/", {"sent_back": "digest", "approved": "pigeon"})
    ann.refresh_from_db()
    assert ann.told_by["sent_back"] == "digest" and "approved" not in ann.told_by
    assert "no mail address" in enter(builders.reporter()).get("/admin/inbox/told/").content.decode()


def found(client, words):
    groups = client.get("/admin/switch/", {"q": words}).json()["groups"]
    return {group["title"]: [entry["title"] for entry in group["entries"]] for group in groups}


def test_switcher_finds_stories_people_topics_photos_and_screens(ann):
    builders.draft_article(by=ann, headline="Ferries stop")
    builders.a_person("Ferrante Lee")
    builders.a_topic("Ferries")
    builders.a_photo(caption="A ferry at noon.", alt="A ferry.")
    words = found(enter(ann), "ferr")
    assert words["People"] == ["Ferrante Lee"] and words["Topics"] == ["Ferries"]
    assert found(enter(ann), "ferries")["Stories"] == ["Ferries stop"]
    assert len(found(enter(ann), "ferry")["Photos"]) == 1
    assert found(enter(ann), "inb") == {"Screens": ["Inbox"]}
    assert found(enter(ann), "quandrelith") == {}


def test_switcher_without_words_offers_what_was_changed_last_and_all_screens(ann):
    builders.draft_article(by=ann, headline="Ferries stop")
    assert found(enter(ann), "")["Stories"] == ["Ferries stop"]
    assert "New story" in found(enter(ann), "")["Screens"]
    assert found(enter(builders.stranger()), "") == {
        "Screens": ["The desk today", "Inbox", "How you hear of what", "Your account"]
    }


def test_switcher_finds_no_sealed_story_by_its_words(ann):
    article = seal.seal(builders.draft_article(by=ann, headline="Quandrelith"), by=ann)
    assert "Stories" not in found(enter(ann), "Quandrelith")
    assert found(enter(ann), "")["Stories"] == [f"Sealed story {article.pk}"]
    assert "Stories" not in found(enter(builders.chief()), "")
