"""The photo library in the admin."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from media import ingest, pixels
from media.models import Photo
from tests.media import files
from tests.media.conftest import files_in

LIST, ADD = "admin:media_photo_changelist", "admin:media_photo_add"


@pytest.fixture
def editor(client, library):
    user = get_user_model().objects.create_user("editor", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="media"))
    client.force_login(user)
    return user


def upload(client, data, name="picture.jpg", **words):
    form = {"file": SimpleUploadedFile(name, data), "caption": "", "alt": "", "credit": "", **words}
    return client.post(reverse(ADD), form, follow=True)


def change(client, photo, **fields):
    form = {name: getattr(photo, name) or "" for name in ("caption", "alt", "credit", "creator", "copyright", "source")}
    form |= {"usage_terms": "", "focus_x": photo.focus_x, "focus_y": photo.focus_y, **fields}
    return client.post(reverse("admin:media_photo_change", args=[photo.pk]), form, follow=True)


def test_upload_goes_into_the_library(client, editor):
    page = upload(client, files.jpeg(), caption="A flag", alt="A flag in the wind", credit="Photo by A")
    photo = Photo.objects.get()
    assert (photo.caption, photo.alt, photo.credit, photo.uploaded_by) == (
        "A flag", "A flag in the wind", "Photo by A", editor,
    )  # fmt: skip
    assert "was added successfully" in page.text


def test_upload_says_that_a_location_was_removed(client, editor):
    assert "This photo held a location; it was removed" in upload(client, files.telling("JPEG")).text
    page = client.get(reverse("admin:media_photo_change", args=[Photo.objects.get().pk]))
    assert "This photo held a location; it was removed" in page.text


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (files.SVG, "a.jpg", "This is an SVG drawing"),
        (files.jpeg()[:300], "a.jpg", "damaged"),
        (b"words", "a.png", "not a picture"),
        (b"", "a.png", "empty"),
    ],
)
def test_upload_refused_says_why_and_leaves_nothing(client, editor, library, data, name, sentence):
    page = upload(client, data, name)
    assert page.status_code == 200 and sentence in page.text
    assert not Photo.objects.exists() and files_in(library) == []


def test_upload_too_large_is_refused_before_it_is_read(client, editor, monkeypatch):
    monkeypatch.setattr(pixels, "MAX_BYTES", 100)
    assert "A picture may have at most" in upload(client, files.jpeg()).text


def test_upload_of_a_decorative_picture_with_alt_text_is_refused(client, editor):
    page = upload(client, files.jpeg(), alt="A flag", decorative="on")
    assert "A decorative picture has no alt text" in page.text and not Photo.objects.exists()


def test_upload_of_a_picture_that_is_there_says_so(client, editor, landscape):
    page = upload(client, files.jpeg(1000, 600))
    assert "was in the library already" in page.text and Photo.objects.count() == 1


def test_list_shows_what_is_missing_and_finds_words(client, editor, landscape):
    ingest.ingest(files.jpeg(), by=None, caption="A wave")
    ingest.ingest(files.jpeg(9, 9), by=None, decorative=True)
    page = client.get(reverse(LIST)).text
    assert "<strong>No alt text</strong>" in page and ">Decorative<" in page
    assert page.count("/proof/") == 3 and '"/photos/' not in page
    assert "style=" not in page.split('id="result_list"')[1].split("</table>")[0]
    found = client.get(reverse(LIST), {"q": "Photo by A"}).text
    assert "A field" in found and "A wave" not in found


@pytest.mark.parametrize("count", [1, 3])
def test_list_costs_the_same_for_one_and_three(client, editor, count, django_assert_num_queries):
    for number in range(count):
        ingest.ingest(files.jpeg(40 + number), by=editor)
    with django_assert_num_queries(12):
        client.get(reverse(LIST))


def test_change_goes_through_the_library(client, editor, landscape):
    assert "was changed successfully" in change(client, landscape, alt="A meadow", focus_x="0.25").text
    photo = Photo.objects.get()
    assert (photo.alt, photo.focus_x, photo.changed_by) == ("A meadow", 0.25, editor)


def test_change_without_a_change_writes_nothing(client, editor, landscape):
    change(client, landscape)
    assert Photo.objects.get().changed_at == landscape.changed_at


def test_change_refuses_a_focus_outside(client, editor, landscape):
    assert "less than or equal to 1" in change(client, landscape, focus_x="1.5").text
    assert Photo.objects.get().focus_x == 0.5


def test_change_page_never_links_the_original(client, editor, landscape):
    page = client.get(reverse("admin:media_photo_change", args=[landscape.pk])).text
    assert landscape.original.name not in page and 'width="480" height="288"' in page
    assert "without repeating the caption" in page


def test_change_page_opens_for_who_may_only_look(client, library, landscape):
    viewer = get_user_model().objects.create_user("viewer", is_staff=True)
    viewer.user_permissions.add(Permission.objects.get(codename="view_photo"))
    client.force_login(viewer)
    page = client.get(reverse("admin:media_photo_change", args=[landscape.pk]))
    assert page.status_code == 200 and "A green field" in page.text and "_save" not in page.text
    assert change(client, landscape, alt="Mine").status_code == 403


def test_delete_removes_files_too(client, editor, library, landscape, portrait, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("admin:media_photo_delete", args=[landscape.pk]), {"post": "yes"})
    form = {"action": "delete_selected", "_selected_action": [portrait.pk], "post": "yes"}
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse(LIST), form)
    assert not Photo.objects.exists() and files_in(library / "uploads") == []


def test_stranger_sees_and_does_nothing(client, library, landscape):
    client.force_login(get_user_model().objects.create_user("stranger", is_staff=True))
    number = [landscape.pk]
    for name, args in (
        (LIST, []),
        (ADD, []),
        ("admin:media_photo_change", number),
        ("admin:media_photo_delete", number),
    ):
        assert client.get(reverse(name, args=args)).status_code == 403
