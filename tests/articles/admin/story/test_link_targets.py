"""What a writer may link to: found by headline, name, words and address, and only what this person may read."""

import pytest
from django.contrib.auth.models import Permission

from articles.editorial.directory.merge_people import merge
from articles.editorial.writing import seal
from tests.builders import (
    a_person,
    a_topic,
    chief,
    draft_article,
    edited,
    live_article,
    put_out,
    system,
    user_in,
    withdrawn_article,
)

pytestmark = pytest.mark.django_db
ASK = "/admin/articles/article/ask/targets/"


def found(client, **asked):
    return [option["label"] for option in client.get(ASK, asked).json()["options"]]


def test_headline_comes_before_other_words(reporter):
    draft_article(headline="Rain", body="<p>The dam at Orsk holds.</p>")
    dam = draft_article(headline="Orsk Dam Is Safe")
    draft_article(headline="Elsewhere", body="<p>Rain at Orsk.</p>")
    assert found(reporter, q="dam orsk") == ["Orsk Dam Is Safe", "Rain"]
    assert found(reporter, q="nothing like it") == []
    assert found(reporter, q="dam", here=dam.pk) == ["Rain"]


def test_story_that_is_out_is_called_as_readers_know_it_with_date_and_desk(reporter):
    live = live_article(headline="Dam Holds")
    edited(live, headline="Dam Bursts")
    [option] = reporter.get(ASK, {"q": "dam"}).json()["options"]
    assert (option["label"], option["story"]) == ("Dam Holds", live.pk)
    assert option["note"].endswith(" · World")
    draft_article(headline="Late Dam", desk=None)
    assert [each["note"] for each in reporter.get(ASK, {"q": "late"}).json()["options"]] == ["not out"]


def test_address_of_ours_finds_its_story(reporter, settings):
    settings.SITE_URL = "https://news.example"
    path = put_out(draft_article(headline="Dam Holds")).path
    live_article(headline="Another")
    for typed in (path, f"https://news.example{path}?after=3"):
        assert found(reporter, q=typed) == ["Dam Holds"]
    assert found(reporter, q="/2020/01/nothing/") == found(reporter, q=f"https://other.example{path}") == []


def test_nothing_typed_offers_the_newest_after_what_is_linked(reporter):
    first = draft_article(headline="First")
    for number in range(9):
        draft_article(headline=f"Story {number}")
    assert found(reporter)[0] == "Story 8" and "First" not in found(reporter)
    assert found(reporter, linked=first.pk)[:2] == ["First", "Story 8"] and len(found(reporter, linked=first.pk)) == 8


def test_sealed_story_is_found_by_nobody_else(reporter, client):
    owner, inside = chief(), user_in("editor")
    story = draft_article(by=owner, headline="Secret Dam")
    seal.seal(story, by=owner, to=[inside])
    assert found(reporter, q="secret dam") == found(reporter) == found(reporter, linked=story.pk) == []
    client.force_login(inside)
    assert found(client, linked=story.pk) == [f"Sealed story {story.pk}"]


def test_who_may_not_look_at_stories_finds_none(client):
    client.force_login(user_in())
    draft_article(headline="Dam Holds", by=system())
    assert client.get(ASK, {"q": "dam"}).status_code == 403


def test_question_costs_the_same_for_one_and_for_three(reporter, django_assert_num_queries):
    live_article(headline="Dam One")
    found(reporter, q="dam")
    for number in (1, 3):
        with django_assert_num_queries(11):
            assert len(found(reporter, q="dam")) == number
        live_article(headline="Dam Two")
        draft_article(headline="Dam Three")


def kinds(client, **asked):
    """(label, kind) of what is found, in its order."""
    options = client.get(ASK, asked).json()["options"]
    return [
        (option["label"], next(kind for kind in ("story", "topic", "person") if kind in option)) for option in options
    ]


def test_topics_in_print_and_people_follow_the_stories_and_go_first_by_their_whole_name(reporter):
    dam, ana = a_topic("Orsk Dam"), a_person("Ana Orskaya", role="engineer")
    a_topic("Orsk Fair")  # which no story has
    live_article(headline="Rain at Orsk", topics=[dam])
    live_article(headline="Elsewhere", body="<p>Rain at Orsk.</p>")
    names = [("Orsk Dam", "topic"), ("Ana Orskaya", "person")]
    assert kinds(reporter, q="orsk") == [("Rain at Orsk", "story"), *names, ("Elsewhere", "story")]
    assert kinds(reporter, q="orsk dam")[0] == ("Orsk Dam", "topic")
    assert kinds(reporter, q="ÁNA orskaya")[0] == ("Ana Orskaya", "person")
    assert kinds(reporter, topic=dam.pk)[0] == ("Orsk Dam", "topic"), "what is linked now"
    assert kinds(reporter, person=ana.pk)[0] == ("Ana Orskaya", "person")
    [person] = reporter.get(ASK, {"q": "orskaya"}).json()["options"]
    assert (person["person"], person["note"]) == (ana.pk, "person · engineer")


def test_topic_that_was_merged_is_found_by_both_names(reporter):
    dam, weir = a_topic("Orsk Dam"), a_topic("Old Weir")
    for topic in (dam, weir):
        live_article(headline="Elsewhere", topics=[topic])
    merge(weir, into=dam, by=system())
    for asked in ({"q": "old weir"}, {"q": "orsk dam"}, {"topic": weir.pk}):
        assert ("Orsk Dam", "topic") in kinds(reporter, **asked), asked


def test_only_what_is_linked_now_says_so(reporter):
    story, dam = live_article(headline="Rain"), a_topic("Orsk Dam")
    assert [option["label"] for option in now(reporter, linked=story.pk)] == ["Rain"]
    assert now(reporter, topic=dam.pk) == now(reporter, linked=story.pk + 99) == now(reporter) == [], "in print is none"
    put_out(edited(story, topics=[dam]))
    assert [option["label"] for option in now(reporter, topic=dam.pk)] == ["Orsk Dam"]
    assert now(reporter, q="rain", linked=story.pk) == [], "what is typed is asked for"


def now(client, **asked):
    """The options that are what is linked now."""
    return [option for option in client.get(ASK, asked).json()["options"] if option.get("is_now")]


def test_story_that_is_out_no_more_says_so(reporter):
    withdrawn_article(headline="Dam Gone")
    [option] = reporter.get(ASK, {"q": "dam gone"}).json()["options"]
    assert option["note"].startswith("withdrawn · ")


def test_who_may_look_at_stories_only_is_offered_stories_only(client):
    looks = user_in()
    looks.user_permissions.set(Permission.objects.filter(codename__in=["view_article", "place_photos"]))
    a_person("Ana Orskaya")
    live_article(headline="Rain at Orsk", topics=[a_topic("Orsk Dam")])
    client.force_login(looks)
    assert kinds(client, q="orsk") == [("Rain at Orsk", "story")]
