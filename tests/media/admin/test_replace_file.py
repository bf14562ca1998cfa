"""Another file in a photo's place."""

from django.core.files.uploadedfile import SimpleUploadedFile

from media.models import Photo
from tests.media import files
from tests.media.admin.screens import address
from tests.media.conftest import files_in


def test_replace_keeps_the_place_and_shows_where_it_acts(
    client, editor, used, library, django_capture_on_commit_callbacks
):
    target = address("replace", used.pk)
    assert "The bridge</a> (live)" in client.get(target).text
    with django_capture_on_commit_callbacks(execute=True):
        sent = {"file": SimpleUploadedFile("new.png", files.encoded(files.picture(600, 900), "PNG"))}
        response = client.post(target, sent, follow=True)
    photo = Photo.objects.get()
    assert "The file was replaced" in response.text and (photo.pk, photo.width, photo.height) == (used.pk, 600, 900)
    assert (photo.alt, photo.credit, photo.changed_by) == ("A green field", "Photo by A", editor)
    assert len(files_in(library / "uploads")) == 2


def test_replace_refuses_what_is_no_picture_and_what_is_there(client, editor, landscape, portrait):
    target = address("replace", landscape.pk)
    for data, sentence in (
        (files.SVG, "This is an SVG drawing"),
        (files.jpeg(1000, 600), "the very file that is there"),
        (files.jpeg(600, 1000), f"“A tower” (photo {portrait.pk})"),
    ):
        assert sentence in client.post(target, {"file": SimpleUploadedFile("a.jpg", data)}).text
    assert Photo.objects.get(pk=landscape.pk).content_hash == landscape.content_hash


def test_replace_says_that_the_new_file_held_a_location(client, editor, landscape):
    sent = {"file": SimpleUploadedFile("a.jpg", files.telling("JPEG"))}
    assert "The new file held a location" in client.post(address("replace", landscape.pk), sent, follow=True).text
