"""Photos that readers see may be kept for ever; those of drafts, and of what is due, are in no cache."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.editorial.publishing.withdraw import withdraw
from articles.models.person import Person
from articles.models.publisher import Publisher
from articles.models.topic import Topic
from media import renditions
from tests import builders

pytestmark = pytest.mark.django_db
KEPT, NOT_KEPT = "public, max-age=31536000, immutable", "private, no-store"


@pytest.fixture
def photo():
    return builders.a_photo()


def kept(client, photo):
    """What caches are told of a rendition of the photo."""
    response = client.get(renditions.url(photo, "original", 320, "jpeg"))
    assert response.status_code == 200
    return response["Cache-Control"]


def placed(photo):
    return f'<p>One.</p><figure data-photo="{photo.pk}"></figure><p>Two.</p>'


@pytest.mark.parametrize("make", [builders.draft_article, builders.submitted_article, builders.withdrawn_article])
def test_photo_of_a_story_that_readers_do_not_have_is_kept_nowhere(client, photo, make):
    make(lead_photo=photo)
    assert kept(client, photo) == NOT_KEPT


def test_photo_of_no_story_is_kept_nowhere(client, photo):
    assert kept(client, photo) == NOT_KEPT


def test_photo_of_a_scheduled_story_is_kept_from_its_very_second(client, photo, time_machine):
    time_machine.move_to("2026-11-30 12:00:00Z", tick=False)
    at = timezone.now() + timedelta(hours=1)
    builders.scheduled_article(at, lead_photo=photo)
    time_machine.move_to(at - timedelta(seconds=1), tick=False)
    assert kept(client, photo) == NOT_KEPT
    time_machine.move_to(at, tick=False)
    assert kept(client, photo) == KEPT


@pytest.mark.parametrize("where", ["lead", "body"])
def test_photo_of_a_live_story_is_kept_for_ever_until_that_is_withdrawn(client, photo, where):
    words = {"lead_photo": photo} if where == "lead" else {"body": placed(photo)}
    article = builders.live_article(**words)
    assert kept(client, photo) == KEPT
    withdraw(article, by=builders.system(), notice="It was wrong.")
    assert kept(client, photo) == NOT_KEPT


def test_photo_that_only_the_working_copy_of_a_live_story_has_is_kept_nowhere(client, photo):
    builders.edited(builders.live_article(lead_photo=builders.a_photo()), lead_photo=photo)
    assert kept(client, photo) == NOT_KEPT


@pytest.mark.parametrize("kind", ["person", "topic"])
def test_picture_of_a_person_or_topic_is_kept_once_they_have_a_page(client, photo, kind):
    person, topic = builders.a_person("Ana Diaz"), builders.a_topic()
    if kind == "person":
        Person.objects.filter(pk=person.pk).update(portrait=photo)
    else:
        Topic.objects.filter(pk=topic.pk).update(picture=photo)
    assert kept(client, photo) == NOT_KEPT
    builders.live_article(bylines=[person], lead_topic=topic, topics=[topic])
    assert kept(client, photo) == KEPT


@pytest.mark.parametrize("field", ["logo", "icon"])
def test_logo_and_icon_are_kept(client, photo, field):
    Publisher.objects.update_or_create(pk=1, defaults={field: photo})
    assert kept(client, photo) == KEPT


@pytest.mark.parametrize(("is_public", "is_kept"), [(True, KEPT), (False, NOT_KEPT)])
def test_photo_of_a_static_page_is_kept_where_readers_have_that_page(client, photo, is_public, is_kept):
    builders.a_static_page(body=placed(photo), is_public=is_public)
    assert kept(client, photo) == is_kept


def test_photo_whose_number_begins_like_one_on_a_static_page_is_not_taken_for_it(client, photo):
    builders.a_static_page(body=f'<figure data-photo="{photo.pk}0"></figure><figure data-photo="1{photo.pk}"></figure>')
    assert kept(client, photo) == NOT_KEPT


def test_asking_costs_one_query_more_however_many_stories_show_it(client, photo, django_assert_num_queries):
    for _ in range(3):
        builders.live_article(lead_photo=photo)
    with django_assert_num_queries(2):
        kept(client, photo)
