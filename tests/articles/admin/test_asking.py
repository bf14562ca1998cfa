"""What the sheet asks while somebody writes: answers for writers, a status and a sentence for everybody else."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from articles.models.article import Article
from articles.models.person import Person
from media.models import Photo
from tests.articles import wires
from tests.builders import a_person, a_photo, picture_bytes

pytestmark = pytest.mark.django_db
ASK = "/admin/articles/article/ask/"


def post(client, address, **sent):
    return client.post(ASK + address, json.dumps(sent), content_type="application/json")


def test_people_are_found_by_name_and_alias(reporter):
    ana = a_person("Ana Diaz", role="mayor", aliases=["The Heron"])
    a_person("Bo Lind")
    answer = reporter.get(ASK + "people/", {"q": "heron"}).json()
    assert answer == {
        "people": [{"id": ana.pk, "name": "Ana Diaz", "note": "mayor; also The Heron"}],
        "may_add": True,
    }
    assert [row["name"] for row in reporter.get(ASK + "people/").json()["people"]] == ["Ana Diaz", "Bo Lind"]


def test_people_cost_the_same_queries_for_one_and_for_three(reporter, django_assert_num_queries):
    a_person("Ana One", aliases=["Nana One"])
    reporter.get(ASK + "people/")
    for number in (1, 3):
        with django_assert_num_queries(6):  # session, user, rights in two, people, aliases
            assert len(reporter.get(ASK + "people/", {"q": "ana"}).json()["people"]) == number
        a_person("Ana Two")
        a_person("Ana Three")


def test_person_is_added_once(reporter):
    added = post(reporter, "people/", name="Tavi Brandt").json()
    assert Person.objects.get().pk == added["id"] and added["name"] == "Tavi Brandt"
    assert post(reporter, "people/", name="tavi brandt").json()["id"] == added["id"]


def test_name_that_is_none_or_could_be_two_peoples_is_refused_with_a_sentence(reporter):
    a_person("Jo Twin")
    a_person("Jo Twin")
    for name, sentence in (("…", "is no name"), ("Jo Twin", "Several people are called")):
        answer = post(reporter, "people/", name=name)
        assert answer.status_code == 400 and sentence in answer.json()["error"]


def test_names_are_counted_as_javascript_counts(reporter):
    ana = a_person("Ana Diaz")
    answer = post(reporter, "names/", lines=["", "🌉 Ana Diaz and Diaz"], mentioned=["x", "7"]).json()
    assert answer == {"people": {str(ana.pk): "Ana Diaz"}, "hits": [[], [[3, 11, ana.pk], [16, 20, ana.pk]]]}


def test_pasted_story_comes_back_in_parts_and_nothing_is_saved(reporter):
    parts = post(reporter, "pasted/", text=wires.story()).json()
    assert (parts["headline"], parts["dek"]) == (wires.HEADLINE, wires.DEK)
    assert parts["lead_topic"]["name"] == wires.TOPIC and parts["topics"] == [parts["lead_topic"]]
    assert [row["name"] for row in parts["byline"]] == [wires.BYLINE]
    assert f"<h2>{wires.FIRST}</h2>" in parts["body"] and parts["language"] == "en" and parts["notes"]
    assert not Article.objects.exists()
    assert post(reporter, "pasted/").json()["lead_topic"] is None


def test_library_is_searched_by_every_word(reporter):
    bridge = a_photo(caption="The old bridge", credit="Ana Diaz")
    a_photo(caption="A new bridge")
    found = reporter.get(ASK + "photos/", {"q": "bridge diaz"}).json()["photos"]
    assert [photo["id"] for photo in found] == [bridge.pk]
    assert found[0].keys() == {"id", "url", "alt", "decorative", "caption", "credit"}
    assert len(reporter.get(ASK + "photos/").json()["photos"]) == 2


def test_uploads_become_photos_in_order_and_what_is_none_is_said(reporter):
    files = [
        SimpleUploadedFile("one.jpg", picture_bytes()),
        SimpleUploadedFile("notes.jpg", b"no picture"),
        SimpleUploadedFile("two.jpg", picture_bytes()),
    ]
    answer = reporter.post(ASK + "photos/", {"files": files}).json()
    assert [photo["id"] for photo in answer["photos"]] == list(
        Photo.objects.order_by("pk").values_list("pk", flat=True)
    )
    assert len(answer["photos"]) == 2 and len(answer["refused"]) == 1 and answer["refused"][0].startswith("notes.jpg: ")


def test_photo_is_described_in_place(reporter):
    photo = a_photo(alt="")
    assert post(reporter, f"photos/{photo.pk}/", alt="A bridge.").json()["alt"] == "A bridge."
    answer = post(reporter, f"photos/{photo.pk}/", alt="A bridge.", decorative=True).json()
    assert (answer["alt"], answer["decorative"]) == ("", True)
    photo.refresh_from_db()
    assert photo.decorative and photo.changed_by == reporter.user
    assert post(reporter, "photos/9999/", alt="x").status_code == 404


@pytest.mark.parametrize("address", ["people/", "photos/", "names/", "pasted/", "photos/1/"])
def test_signed_out_and_strangers_hear_a_status_and_a_sentence(enter, address):
    for client, status in ((Client(), 401), (enter("stranger"), 403), (enter("photo editor"), 403)):
        answer = post(client, address, name="Somebody")
        assert answer.status_code == status and answer.json()["error"]
    assert not Person.objects.exists()


@pytest.mark.parametrize("body", ["", "[]", "{"])
def test_question_that_is_none_is_refused(reporter, body):
    answer = reporter.post(ASK + "names/", body, content_type="application/json")
    assert answer.status_code == 400 and answer.json()["error"]


def test_post_without_a_token_is_refused(reporter):
    client = Client(enforce_csrf_checks=True)
    client.cookies = reporter.cookies
    assert post(client, "people/", name="Somebody").status_code == 403
    assert not Person.objects.exists()
