"""What the sheet asks while somebody writes: answers for writers, a status and a sentence for everybody else."""

import json
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from articles.models.article import Article
from articles.models.house_word import HouseWord
from articles.models.log_entry import LogEntry
from articles.models.person import Person
from articles.models.person_suggestion import PersonSuggestion
from articles.models.topic import Topic
from media.models import Photo
from tests.articles import wires
from tests.builders import a_person, a_photo, picture_bytes

pytestmark = pytest.mark.django_db
WRITTEN = (Article, Person, Topic, PersonSuggestion, LogEntry)
ASK = "/admin/articles/article/ask/"


def post(client, address, **sent):
    return client.post(ASK + address, json.dumps(sent), content_type="application/json")


def choices(client, **asked):
    """The options for what was typed: {label: what choosing it sets}."""
    options = client.get(ASK + "people/", asked).json()["options"]
    return {option["label"]: (option["person"], option["words"], option.get("add")) for option in options}


def test_people_are_found_by_name_and_alias(reporter):
    ana = a_person("Ana Diaz", role="mayor", aliases=["The Heron"])
    a_person("Bo Lind")
    option, _ = reporter.get(ASK + "people/", {"q": "heron"}).json()["options"]
    assert (option["person"], option["name"], option["note"]) == (ana.pk, "Ana Diaz", "mayor; also The Heron")
    assert list(choices(reporter)) == ["Ana Diaz", "Bo Lind"]


def test_person_comes_before_words_and_is_added_only_when_missing(reporter):
    ana = a_person("Ana Diaz")
    add = {"Add “ana” to people": (None, None, "ana")}
    assert choices(reporter, q=" ana ") == {"Ana Diaz": (ana.pk, None, None), **add}
    words = {"“ana”": (None, "ana", None)}
    assert list(choices(reporter, q="ana", free=1).items()) == list(
        {"Ana Diaz": (ana.pk, None, None), **words, **add}.items()
    )
    assert choices(reporter, q="ANA DIAZ") == {"Ana Diaz": (ana.pk, None, None)}


def test_speakers_words_may_be_changed_without_losing_them_and_the_link_taken_away(reporter):
    ana = a_person("Ana Diaz")
    shown = choices(reporter, q="the mayor", free=1, linked=ana.pk)
    assert shown["Ana Diaz, shown as “the mayor”"] == (ana.pk, "the mayor", None)
    assert "Ana Diaz, shown as “ana diaz”" not in choices(reporter, q="ana diaz", free=1, linked=ana.pk)
    assert list(choices(reporter, q="a guard", free=1, linked="")) == ["“a guard”", "Add “a guard” to people"]
    for linked in ("", ana.pk):
        assert choices(reporter, linked=linked) == {"Ana Diaz": (ana.pk, None, None), "Nobody": (None, None, None)}


def test_people_cost_the_same_queries_for_one_and_for_three(reporter, django_assert_num_queries):
    a_person("Ana One", aliases=["Nana One"])
    reporter.get(ASK + "people/")
    for number in (1, 3):
        with django_assert_num_queries(6):  # session, user, rights in two, people, aliases
            assert len(choices(reporter, q="ana")) == number + 1
        a_person("Ana Two")
        a_person("Ana Three")


def test_person_is_added_once(reporter):
    added = post(reporter, "people/", name="Tavi Brandt").json()
    assert Person.objects.get().pk == added["person"] and added["name"] == "Tavi Brandt"
    assert post(reporter, "people/", name="tavi brandt").json()["person"] == added["person"]


def test_name_that_is_none_or_could_be_two_peoples_is_refused_with_a_sentence(reporter):
    a_person("Jo Twin")
    a_person("Jo Twin")
    for name, sentence in (("…", "is no name"), ("Jo Twin", "Several people are called")):
        answer = post(reporter, "people/", name=name)
        assert answer.status_code == 400 and sentence in answer.json()["sentence"]


def test_names_are_counted_as_javascript_counts(reporter):
    ana = a_person("Ana Diaz")
    answer = post(reporter, "names/", lines=["", "🌉 Ana Diaz and Diaz"], mentioned=["x", "7"]).json()
    assert answer == {"people": {str(ana.pk): "Ana Diaz"}, "hits": [[], [[3, 11, ana.pk], [16, 20, ana.pk]]]}


def test_pasted_story_comes_back_in_parts_and_nothing_is_saved(reporter):
    answer = post(reporter, "pasted/", text=wires.story(), is_empty=True).json()
    parts = answer["fields"]
    assert (parts["headline"], parts["dek"]) == (wires.HEADLINE, wires.DEK)
    assert parts["lead_topic"] == parts["topics"] == list(answer["names"]["topics"])
    assert [*answer["names"]["topics"].values(), *answer["names"]["byline"].values()] == [wires.TOPIC, wires.BYLINE]
    assert f"<h2>{wires.FIRST}</h2>" in answer["body"] and parts["language"] == "en"
    assert f"<span>{wires.BYLINE}</span>" in answer["found"] and "SCROLL FOR NEXT" in answer["found"]
    assert 'data-found="place"' not in answer["found"]
    assert not Article.objects.exists()
    nobody = post(reporter, "pasted/", text=wires.story(topic=""), is_empty=True).json()
    assert nobody["fields"]["lead_topic"] == [] and "Lead topic" not in nobody["found"]


def autosave(client, fields, *, story="", **more):
    sheet = {"fields": fields, "sheet": str(uuid4()), **more}
    address = f"/admin/articles/article/{story}autosave/"
    return client.post(address, json.dumps(sheet), content_type="application/json")


def test_pasting_writes_nothing_and_autosaving_creates_those_it_names(reporter):
    before = {model: model.objects.count() for model in WRITTEN}
    parts = post(reporter, "pasted/", text=wires.story(), is_empty=True).json()["fields"]
    assert {model: model.objects.count() for model in WRITTEN} == before
    fields = {name: parts[name] for name in ("headline", "topics", "byline")} | {"lead_topic": parts["lead_topic"][0]}
    kept = autosave(reporter, fields).json()
    assert kept["refused"] == []
    article = Article.objects.get(pk=kept["article"])
    (byline,) = article.byline_rows.all()
    assert (byline.person.name, byline.person.on_staff) == (wires.BYLINE, True)
    assert str(article.lead_topic) == wires.TOPIC
    again = autosave(reporter, fields, story=f"{article.pk}/", version=kept["version"])
    assert again.json()["version"] == kept["version"]  # the names are found now, and nothing is new
    assert Person.objects.count() == Topic.objects.count() == 1


def test_saving_the_sheet_creates_new_people_and_topics_and_a_refused_save_does_not(reporter):
    typed = {"headline": "One", "language": "en", "byline": ["new:Ann Lee", "new:Bo Lind"], "lead_topic": "new:Bridges"}
    answer = reporter.post("/admin/articles/article/add/", {**typed, "byline": ["new:Ann Lee", "new:…"]})
    assert "is no name" in answer.content.decode()
    assert '<option value="new:Ann Lee" selected>Ann Lee</option>' in answer.content.decode()
    assert not Person.objects.exists() and not Topic.objects.exists()
    assert reporter.post("/admin/articles/article/add/", typed).status_code == 302
    article = Article.objects.get()
    assert [row.person.name for row in article.byline_rows.all()] == ["Ann Lee", "Bo Lind"]
    assert [str(row.tag) for row in article.topic_rows.all()] == ["Bridges"] and str(article.lead_topic) == "Bridges"
    stale = autosave(reporter, {"byline": ["new:Cy Oak"]}, story=f"{article.pk}/", version=article.version + 1)
    assert stale.status_code == 409 and Person.objects.count() == 2


def test_name_of_two_people_is_refused_in_its_field_and_the_rest_is_kept(reporter):
    a_person("Jo Twin")
    a_person("Jo Twin")
    kept = autosave(reporter, {"headline": "One", "byline": ["new:Jo Twin"]}).json()
    assert kept["refused"] == ["byline"] and "Several people are called" in kept["why"]
    assert Article.objects.get().headline == "One"


def test_what_is_pasted_into_a_story_comes_back_clean(reporter):
    html = "<p class=MsoNormal style='color:red' onclick='a()'>One<o:p></o:p></p>"
    clean = {"body": "<p>One</p>", "left_out": [], "is_story": False}
    assert post(reporter, "pasted/", text=wires.story(), html=html).json() == clean
    assert post(reporter, "pasted/", html=html, is_empty=True).json() == clean
    assert post(reporter, "pasted/", text=wires.story()).json() == {"body": "", "left_out": [], "is_story": True}


def test_photos_and_people_of_copied_blocks_are_told(reporter):
    ana, pier = a_person("Ana Diaz"), a_photo(alt="A pier", credit="AP")
    answer = post(reporter, "known/", photos=[str(pier.pk), "999"], people=[ana.pk, "x"]).json()
    assert answer["people"] == {str(ana.pk): "Ana Diaz"}
    assert [(number, photo["alt"]) for number, photo in answer["photos"].items()] == [(str(pier.pk), "A pier")]


def test_library_is_searched_by_every_word(reporter):
    bridge = a_photo(caption="The old bridge", credit="Ana Diaz")
    a_photo(caption="A new bridge")
    found = reporter.get(ASK + "photos/", {"q": "bridge diaz"}).json()["photos"]
    assert [photo["id"] for photo in found] == [bridge.pk]
    words = {"alt", "decorative", "caption", "credit", "name", "unconfirmed", "used"}
    assert found[0].keys() == {"id", "url", "width", "height", "ratio", "focus", "position"} | words
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


@pytest.mark.parametrize("address", ["people/", "photos/", "names/", "known/", "pasted/", "photos/1/"])
def test_signed_out_and_strangers_hear_a_status_and_a_sentence(enter, address):
    for client, status in ((Client(), 401), (enter("stranger"), 403)):
        answer = post(client, address, name="Somebody")
        assert answer.status_code == status and answer.json()["sentence"]
    assert not Person.objects.exists()


def test_picture_desk_asks_for_photos_and_adds_nobody(enter):
    client = enter("photo editor")
    assert client.get(ASK + "photos/").status_code == 200
    answer = post(client, "people/", name="Somebody")
    assert answer.status_code == 403 and answer.json()["sentence"]
    assert not Person.objects.exists()


@pytest.mark.parametrize("body", ["", "[]", "{"])
def test_question_that_is_none_is_refused(reporter, body):
    answer = reporter.post(ASK + "names/", body, content_type="application/json")
    assert answer.status_code == 400 and answer.json()["sentence"]


def test_post_without_a_token_is_refused(reporter):
    client = Client(enforce_csrf_checks=True)
    client.cookies = reporter.cookies
    assert post(client, "people/", name="Somebody").status_code == 403
    assert not Person.objects.exists()


def test_what_a_paste_did_not_bring_is_said_with_its_number(reporter):
    html = (
        "<p>Ferries carry <del>4,000</del><ins>400</ins> people.</p><p>Seen <s>by all of us</s> there.<img src=x></p>"
    )
    answer = post(reporter, "pasted/", html=html).json()
    assert answer["body"] == "<p>Ferries carry 400 people.</p><p>Seen there.</p>"
    assert [(each["kind"], each["number"]) for each in answer["left_out"]] == [("deletions", 2), ("pictures", 1)]
    assert answer["left_out"][0]["sentence"] == "2 deletions or struck-out passages, 5 words"
    whole = post(
        reporter,
        "pasted/",
        html="".join(f"<p>{line}</p>" for line in wires.story().split("\n\n")) + html,
        is_empty=True,
    )
    assert [each["kind"] for each in whole.json()["left_out"]] == ["deletions", "pictures"]


def test_what_cannot_be_read_is_refused_in_a_sentence(reporter):
    answer = post(reporter, "pasted/", html="<div>" * 10_000 + "x")
    assert answer.status_code == 400 and answer.json()["sentence"].endswith("can't be read.")


def test_house_words_are_told_with_what_the_house_writes(reporter):
    HouseWord.objects.create(wrong="judgement", right="judgment", reason="Dictionary")
    lines = [
        {"text": "🙂 A judgement."},
        {"text": "“Your judgement is wrong,” Bo Lind said."},
        {"text": "A judgement.", "quoted": True},
        {"text": "Nothing."},
    ]
    first, second, third, fourth = post(reporter, "house/", lines=lines, language="en").json()["slips"]
    said = "The house writes “judgment”, not “judgement” (Dictionary)."
    assert first == [{"start": 5, "end": 14, "right": "judgment", "quoted": False, "said": said}]
    assert (second[0]["quoted"], third[0]["quoted"], fourth) == (True, True, [])
    assert "stands in a quotation" in second[0]["said"]
