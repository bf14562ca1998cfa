"""The library's screens for who may not change what readers have of a photo, and the screen of former files."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from media import ingest
from media.models import Photo
from media.signals import Refused, refused_changes
from tests.media import files
from tests.media.admin.screens import LIST, address
from tests.media.admin.test_photo_admin import change
from tests.media.test_former_originals import facts

WHY = "It is on the front page."
FIELDS = frozenset({ingest.FILE, "alt", "decorative", "credit", "licence_ends_at", "focus_x"})


@pytest.fixture
def live(landscape):
    """The landscape with a former file, on a page that the person who is signed in has no say in."""
    photo = ingest.replace(landscape, files.jpeg(700, 500), by=None)

    def answer(photos, **_):
        return {pk: Refused(FIELDS, WHY) for pk in photos & {photo.pk}}

    refused_changes.connect(answer)
    yield photo
    refused_changes.disconnect(answer)


def test_photo_s_screen_says_why_and_shows_the_words_without_fields(client, editor, live):
    page = client.get(address("change", live.pk)).text
    assert WHY in page and "Replace the file" not in page
    assert 'name="caption"' in page and 'name="alt"' not in page and 'name="licence_ends_at' not in page


def test_what_was_typed_is_refused_with_its_sentence_and_not_lost(client, editor, live):
    before = facts(live)
    page = change(client, live, alt="Mine", caption="Mine too").text
    assert WHY in page and "Mine too</textarea>" in page and "Mine</textarea>" in page
    assert facts(live) == before
    change(client, live, caption="Another caption")
    assert facts(live) == before | {"caption": "Another caption", "origins": {}}


def test_neither_another_file_nor_a_former_one_comes_in_its_place(client, editor, live):
    before, former = facts(live), live.former_originals.get()
    sent = {"file": SimpleUploadedFile("a.jpg", files.jpeg(40))}
    for answer in (client.get(address("replace", live.pk)), client.post(address("replace", live.pk), sent)):
        assert answer.status_code == 403 and WHY in answer.text and 'type="file"' not in answer.text
    page = client.get(address("former", live.pk)).text
    assert WHY in page and "Put this file back" not in page
    assert WHY in client.post(address("former", live.pk), {"former": former.pk}, follow=True).text
    assert facts(live) == before


def test_several_together_are_changed_all_or_none(client, editor, live, portrait):
    form = {"action": "edit_together", "_selected_action": [live.pk, portrait.pk], "credit": "Mine", "apply": "1"}
    page = client.post(reverse(LIST), form).text
    assert WHY in page and 'value="Mine"' in page
    assert set(Photo.objects.values_list("credit", flat=True)) == {"Photo by A"}


def test_describing_and_taking_in_again_change_nothing_of_it(client, editor, live):
    target, words = f"{address('describe')}?photos={live.pk}", {f"{live.pk}-alt": "Mine"}
    assert WHY in client.post(target, words).text
    Photo.objects.update(alt="")
    sent = {"file": SimpleUploadedFile("a.jpg", files.jpeg(700, 500)), "alt": "Mine"}
    assert WHY in client.post(reverse("admin:media_photo_add"), sent, follow=True).text
    assert Photo.objects.get().alt == ""


def test_former_files_are_shown_and_put_back(client, editor, landscape, portrait):
    photo = ingest.replace(landscape, files.jpeg(700, 500), by=editor)
    former = photo.former_originals.get()
    page = client.get(address("change", photo.pk)).text
    assert f'<a href="{address("former", photo.pk)}">1 former file</a>' in page
    page = client.get(address("former", photo.pk)).text
    assert "Put this file back" in page and "1000 × 600" in page and "Replaced by editor" in page
    answer = client.get(address("former_file", photo.pk, former.pk))
    assert files.opened(answer.content).size == (320, 192) and "no-store" in answer["Cache-Control"]
    assert client.post(address("former_file", photo.pk, former.pk)).status_code == 405
    page = client.post(address("former", photo.pk), {"former": former.pk}, follow=True).text
    assert "The former file is back" in page
    assert Photo.objects.get(pk=photo.pk).width == 1000
    for number in (former.pk, "x", ""):
        assert client.post(address("former", photo.pk), {"former": number}).status_code == 404
    other = photo.former_originals.get()
    assert client.post(address("former", portrait.pk), {"former": other.pk}).status_code == 404
    assert client.get(address("former_file", portrait.pk, other.pk)).status_code == 404
    other.original.storage.delete(other.original.name)
    assert client.get(address("former_file", photo.pk, other.pk)).status_code == 404
    assert "not kept any more" in client.post(address("former", photo.pk), {"former": other.pk}, follow=True).text


def test_who_only_looks_puts_nothing_back(client, editor, landscape):
    photo = ingest.replace(landscape, files.jpeg(700, 500), by=None)
    editor.user_permissions.set(editor.user_permissions.filter(codename="view_photo"))
    assert "Put this file back" not in client.get(address("former", photo.pk)).text
    assert client.post(address("former", photo.pk), {"former": photo.former_originals.get().pk}).status_code == 403
    assert Photo.objects.get().changed_at <= timezone.now() and Photo.objects.get().width == 700
