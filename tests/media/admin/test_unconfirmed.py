"""The library shows which words came with a file, and has them confirmed one by one or many at once."""

import pytest
from django.urls import reverse

from media import ingest
from media.models import Photo
from tests.media import files
from tests.media.admin.test_photo_screen import address

pytestmark = pytest.mark.django_db


def with_words(size=48):
    datasets = {"n120": "Пором у порту".encode("cp1251"), "n110": b"Bo Ray"}
    return ingest.ingest(files.with_segments(files.jpeg(size), (0xED, files.iim(**datasets))), by=None)


def test_list_says_what_waits_and_can_be_narrowed_to_it(client, editor, library):
    waiting, plain = with_words(), ingest.ingest(files.jpeg(70), by=None, caption="A bridge.")
    page = client.get(address("changelist")).text
    assert page.count("From the file, unconfirmed: Caption (letters guessed), Credit") == 1
    narrowed = client.get(address("changelist"), {"words": "unconfirmed"}).text
    assert waiting.caption in narrowed and plain.caption not in narrowed


def test_many_are_confirmed_at_once(client, editor, library):
    photos = [with_words(), with_words(60)]
    posted = {"action": "confirm_words", "_selected_action": [photo.pk for photo in photos]}
    page = client.post(address("changelist"), posted, follow=True).text
    assert "2 photos’ words are confirmed." in page
    assert not Photo.objects.exclude(unconfirmed={}).exists()


def test_describing_what_was_uploaded_confirms_what_was_shown(client, editor, library):
    photo = with_words()
    where = f"{reverse('admin:media_photo_describe')}?photos={photo.pk}"
    page = client.get(where).text
    assert "From the file: IIM, unconfirmed (letters guessed). Saving confirms it." in page
    assert "From the file: IIM, unconfirmed. Saving confirms it." in page
    words = {"alt": "A ferry.", "caption": photo.caption, "credit": photo.credit}
    client.post(where, {f"{photo.pk}-{name}": value for name, value in words.items()})
    photo.refresh_from_db()
    assert (photo.alt, photo.unconfirmed, photo.origins["credit"]) == ("A ferry.", {}, "IIM")
    assert "From the file: IIM. " not in client.get(where).text
