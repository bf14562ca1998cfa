"""A caption corrected in the library: which stories are offered to be published again, and that they are."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.editorial.publishing import schedule
from media.ingest import update
from media.signals import offers_for
from tests import builders

pytestmark = pytest.mark.django_db
WEST, EAST = "The bridge, from the west.", "The bridge, from the east."


def screen(*photos):
    return f"{reverse('admin:articles_article_photo_words')}?photos={','.join(str(photo.pk) for photo in photos)}"


@pytest.fixture
def enter(client):
    def log_in(user):
        client.force_login(user)
        return client

    return log_in


def shown_now(article):
    return builders.live_edition(article).placements.get().caption


def test_correcting_a_caption_in_the_library_offers_to_publish_its_stories_again(enter):
    photo = builders.a_photo(caption=WEST)
    builders.live_article(lead_photo=photo)
    client = enter(builders.chief())
    address = reverse("admin:media_photo_change", args=[photo.pk])
    form = client.get(address).context["adminform"].form
    words = {name: value for name, value in form.initial.items() if value not in (None, False)}
    assert "former caption" not in client.get(address).text
    page = client.post(address, words | {"caption": EAST, "_continue": "1"}, follow=True).text
    assert page.count(f'<a href="{screen(photo)}">') == 2, "in the message, and beside where it is used"


def test_together_and_described_pictures_make_the_same_offer(enter):
    photo = builders.reworded_article().lead_photo
    client = enter(builders.chief())
    form = {"action": "edit_together", "_selected_action": [photo.pk], "credit": "Photo: Bo", "apply": "1"}
    assert screen(photo) in client.post(reverse("admin:media_photo_changelist"), form, follow=True).text
    words = {f"{photo.pk}-caption": EAST, f"{photo.pk}-alt": "A bridge.", f"{photo.pk}-credit": "Photo: Bo"}
    address = f"{reverse('admin:media_photo_describe')}?photos={photo.pk}"
    assert screen(photo) in client.post(address, words, follow=True).text


def test_offer_counts_stories_out_and_due_and_no_others():
    photo = builders.a_photo(caption=WEST)
    assert offers_for([photo.pk]) == []
    builders.live_article(lead_photo=photo)
    builders.scheduled_article(lead_photo=photo)
    builders.live_article(lead_photo=photo, lead_caption="In our own words", lead_credit="Photo: Us")
    builders.draft_article(lead_photo=photo)
    builders.withdrawn_article(lead_photo=photo)
    update(photo, None, caption=EAST)
    other = builders.a_photo(70, caption=WEST)
    assert offers_for([photo.pk])[0].sentence == "2 stories still have the former caption or credit."
    assert offers_for([other.pk]) == []


def test_screen_shows_former_and_new_words_and_publishes_the_chosen(enter):
    photo = builders.a_photo(caption=f"{WEST} <3")
    first, second = (builders.live_article(headline=name, lead_photo=photo) for name in ("First", "Second"))
    update(photo, None, caption=EAST)
    client = enter(builders.editor())
    page = client.get(screen(photo)).text
    assert page.index("Second") < page.index("First")
    assert page.count(f"<del>{WEST} &lt;3 Photo: Ada Lens</del></bdi><br><bdi><ins>{EAST} Photo: Ada Lens</ins>") == 2
    said = client.post(screen(photo), {"stories": [first.pk]}, follow=True).text
    assert "Published again: 1." in said and "Second" in said
    assert (shown_now(first), shown_now(second)) == (EAST, f"{WEST} &lt;3")
    assert "Choose at least one story" in client.post(screen(photo), {}, follow=True).text
    client.post(screen(photo), {"stories": [second.pk]})
    assert "Every story has the library’s words" in client.get(screen(photo)).text


def test_story_that_moved_on_since_it_was_shown_is_told_of_and_left_alone(enter):
    article = builders.reworded_article()
    client = enter(builders.editor())
    page = html.fromstring(client.get(screen(article.lead_photo)).text)
    shown = {name: value for name, value in page.xpath("//form[.//ul]")[-1].form_values() if name.startswith("seen-")}
    schedule.expire(article, by=builders.chief(username="ada"), at=timezone.now() + timedelta(hours=1))
    said = client.post(screen(article.lead_photo), {"stories": [article.pk], **shown}, follow=True).text
    assert "ada set the time of its end" in said and shown_now(article) == WEST


def test_story_due_again_after_an_update_is_named_once(enter):
    article = builders.reworded_article(headline="Out")
    due = builders.edited(article, headline="Due")
    builders.put_out(due, at=timezone.now() + timedelta(hours=1))
    update(article.lead_photo, None, caption="From the north.")
    page = enter(builders.editor()).get(screen(article.lead_photo)).text
    assert page.count("former-story") == 1 and "Out" in page and "(live," in page


def test_who_may_not_publish_is_told_whom_to_ask_and_publishes_nothing(enter):
    article = builders.reworded_article()
    client = enter(builders.photo_editor())
    page = client.get(screen(article.lead_photo)).text
    assert "ask an editor of its desk" in page and "Publish the chosen" not in page and 'type="checkbox"' not in page
    said = client.post(screen(article.lead_photo), {"stories": [article.pk]}, follow=True).text
    assert "You may not publish this story" in said and shown_now(article) == WEST


def test_screen_is_not_for_strangers_and_takes_nonsense_calmly(enter):
    assert enter(builders.stranger()).get(screen()).status_code == 403
    address = reverse("admin:articles_article_photo_words")
    page = enter(builders.editor()).get(f"{address}?photos=x,,{'9' * 30}")
    assert page.status_code == 200 and "Every story has the library’s words" in page.text
