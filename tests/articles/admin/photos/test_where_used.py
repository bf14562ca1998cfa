"""What stories and people tell the photo library."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from articles.editorial.directory import entries
from articles.editorial.directory.merge_people import merge
from articles.models.user import User
from media import ingest
from media.models import Photo
from media.refusals import InUse
from media.signals import conditions_of_use, links_to_people, uses_of
from tests.articles.reader.page_checks import queries
from tests.builders import (
    a_person,
    a_photo,
    a_topic,
    draft_article,
    edited,
    live_article,
    put_out,
    scheduled_article,
    system,
)

pytestmark = pytest.mark.django_db


def placed(photo):
    return f'<p>Text.</p><figure data-photo="{photo.pk}"><figcaption></figcaption></figure>'


def all_used():
    conditions = conditions_of_use()
    used = {pk for each in conditions for pk in Photo.objects.filter(each).values_list("pk", flat=True)}
    unused = set(Photo.objects.filter(*(~each for each in conditions)).values_list("pk", flat=True))
    assert used | unused == set(Photo.objects.values_list("pk", flat=True)) and not used & unused
    return used


def states(photo):
    return [(use.title, use.state, use.is_live) for use in uses_of([photo.pk])[photo.pk]]


def test_each_story_is_told_once_in_its_most_public_state():
    photo = a_photo()
    live_article(headline="Live", lead_photo=photo, body=placed(photo))
    scheduled_article(headline="To Come", body=placed(photo))
    draft_article(headline="Begun", lead_photo=photo)
    was = live_article(headline="Was", body=placed(photo))
    put_out(edited(was, body="<p>Other.</p>"))
    told = states(photo)
    assert told[0] == ("Live", "live", True) and len(told) == 4
    assert set(told[1:]) == {
        ("To Come", "scheduled", False),
        ("Begun", "draft", False),
        ("Was", "earlier edition", False),
    }


def test_use_leads_to_the_story_s_screen_and_to_the_person_s():
    photo = a_photo()
    article, person = draft_article(lead_photo=photo), a_person("Ana Diaz", portrait=photo)
    assert {use.url for use in uses_of([photo.pk])[photo.pk]} == {
        reverse("admin:articles_article_change", args=[article.pk]),
        reverse("admin:articles_person_change", args=[person.pk]),
    }
    assert states(photo)[0] == ("Ana Diaz", "portrait", True)


def test_picture_of_a_topic_and_the_portrait_of_somebody_merged_away_are_in_use():
    picture, portrait = a_photo(), a_photo()
    topic, ann, anne = a_topic("Bridges"), a_person("Ann", portrait=portrait), a_person("Anne", portrait=a_photo())
    topic.picture = picture
    entries.save_topic(topic, [], by=system())
    merge(ann, into=anne, by=system())
    [use], [was] = (uses_of([photo.pk])[photo.pk] for photo in (picture, portrait))
    assert (use.title, use.state, use.url) == ("Bridges", "topic", f"/admin/articles/topic/{topic.pk}/change/")
    assert (was.title, was.url) == ("Ann", f"/admin/articles/person/{anne.pk}/change/")
    assert {picture.pk, portrait.pk} <= all_used()
    for photo in (picture, portrait):
        with pytest.raises(InUse):
            ingest.remove(photo)


def test_number_that_begins_another_is_not_that_one():
    photo = a_photo()
    draft_article(body=f'<p>Text.</p><figure data-photo="{photo.pk}0"><figcaption></figcaption></figure>')
    assert states(photo) == []


def test_use_changes_with_time():
    photo = a_photo()
    article = scheduled_article(at=timezone.now() + timedelta(hours=1), lead_photo=photo)
    edited(article, lead_photo=None)
    assert [state for _, state, _ in states(photo)] == ["scheduled"]
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        assert [state for _, state, _ in states(photo)] == ["live"]


@pytest.mark.parametrize("count", [1, 3])
def test_use_costs_the_same_for_one_and_three(count, django_assert_num_queries):
    photos = [a_photo() for _ in range(count)]
    for photo in photos:
        live_article(lead_photo=photo)
    with django_assert_num_queries(6):
        assert all(uses_of([photo.pk for photo in photos]).values())


def test_use_is_told_of_many_photos_at_once():
    photo = a_photo()
    draft_article(headline="Begun", body=placed(photo))
    many = {photo.pk, *range(10**6, 10**6 + 3000)}
    assert [use.title for use in uses_of(many)[photo.pk]] == ["Begun"]


def test_what_a_story_no_longer_shows_since_it_was_changed_is_an_earlier_edition():
    photo = a_photo()
    article = live_article(headline="Out", body=placed(photo))
    edited(article, body="<p>Other.</p>")
    assert states(photo) == [("Out", "live", True)]
    put_out(article)
    assert states(photo) == [("Out", "earlier edition", False)] and photo.pk in all_used()
    draft = edited(article, body=placed(photo))
    assert states(photo) == [("Out", "draft", False)]
    put_out(draft)
    assert states(photo) == [("Out", "live", True)]


def test_used_photos_are_those_of_editions_drafts_and_portraits():
    published, lead, in_body, portrait, _idle = (a_photo() for _ in range(5))
    edited(live_article(lead_photo=published), lead_photo=None)
    draft_article(lead_photo=lead, body=placed(in_body))
    a_person(portrait=portrait)
    assert all_used() == {photo.pk for photo in (published, lead, in_body, portrait)}


def test_photo_in_a_draft_s_text_is_not_removed():
    photo = a_photo(caption="A bridge")
    article = draft_article(headline="Begun", body=placed(photo))
    with pytest.raises(InUse, match="“A bridge” can’t be deleted: it is in “Begun” \\(draft\\)"):
        ingest.remove(photo)
    edited(article, body="<p>Text.</p>")
    ingest.remove(photo)
    assert not Photo.objects.exists()


def test_people_shown_are_known_by_name_or_alias_and_not_when_two_share_it():
    ana = a_person("Ana Łuk", aliases=["Anna Luk"])
    a_person("Bo Chen"), a_person("Bo Chen")
    address = reverse("admin:articles_person_change", args=[ana.pk])
    assert links_to_people(["ana luk", "Anna Luk", "Bo Chen", "Nobody"]) == {"ana luk": address, "Anna Luk": address}


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ({}, 10),
        ({"q": "quokka"}, 11),
        ({"use": "used"}, 13),
        ({"use": "unused"}, 13),
        ({"use": "used", "q": "quokka"}, 14),
    ],
)
def test_library_takes_as_many_queries_for_three_photos_as_for_one(client, asked, number):
    client.force_login(User.objects.create_superuser("photos"))
    for count in (1, 2):
        for _ in range(count):
            live_article(lead_photo=a_photo(caption="Quokkas"))
            draft_article(body=placed(a_photo(caption="Quokkas")))
            a_person(portrait=a_photo(caption="Quokkas"))
            a_photo(caption="Quokkas, shown nowhere")
        with queries() as statements:
            page = client.get(reverse("admin:media_photo_changelist"), asked)
        shown = {"used": 3, "unused": 1}.get(asked.get("use"), 4)
        assert page.context["cl"].result_count == shown * (1 if count == 1 else 3)
        assert len(statements) == number, "\n".join(statements)


def test_drafts_that_show_a_photo_are_found_among_the_few_that_are_ahead():
    with queries() as statements:
        uses_of([a_photo().pk]), conditions_of_use()
    asked = [sql for sql in statements if 'FROM "articles_article"' in sql]
    assert len(asked) == 2 and all("NULLIF" in sql for sql in asked)  # as the index of those says it
