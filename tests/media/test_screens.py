"""The library's own screens: proofs, filters, uploads, descriptions, replacing, editing together, stories at risk."""

import datetime
import re

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from media import ingest, pixels, renditions
from media.models import Photo
from media.proofs import proof_url
from media.signals import Use, used_photos, where_used, who_are
from tests.media import files
from tests.media.conftest import files_in
from tests.media.test_likeness import scene

LIST = "admin:media_photo_changelist"
JSON = {"Accept": "application/json"}


@pytest.fixture
def editor(client, library):
    user = get_user_model().objects.create_user("editor", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="media"))
    client.force_login(user)
    return user


@pytest.fixture
def used(landscape):
    """The landscape, shown by a live story, a draft and a former edition, of an app that the library doesn't know."""
    uses = [
        Use("An old story", "/old/", "earlier edition", False),
        Use("A draft", "/draft/", "draft", False),
        Use("The bridge", "/bridge/", "live", True),
    ]

    def answer(photos, **_):
        return {landscape.pk: uses} if landscape.pk in photos else {}

    where_used.connect(answer)
    yield landscape
    where_used.disconnect(answer)


def address(name, *args):
    return reverse(f"admin:media_photo_{name}", args=args)


def upload(client, *pictures, **options):
    sent = [SimpleUploadedFile(f"{number}.jpg", data) for number, data in enumerate(pictures)]
    return client.post(address("upload"), {"files": sent}, **options)


# Proofs


def test_proof_is_seen_by_staff_after_the_licence_has_ended_and_is_kept_by_nobody_else(client, editor, landscape):
    ended = ingest.update(landscape, None, licence_ends_at=timezone.now())
    response = client.get(proof_url(ended, 480))
    assert response.status_code == 200 and files.opened(response.content).size == (480, 288)
    assert response["Cache-Control"] == "private, max-age=86400"
    assert client.get(renditions.url(ended, "original", 480, "webp")).status_code == 410


def test_proof_is_not_for_strangers(client, landscape):
    assert client.get(proof_url(landscape, 480)).status_code == 302
    client.force_login(get_user_model().objects.create_user("stranger", is_staff=True))
    assert client.get(proof_url(landscape, 480)).status_code == 403


def test_proof_of_a_lost_file_is_not_found(client, editor, landscape):
    landscape.original.storage.delete(landscape.original.name)
    assert client.get(proof_url(landscape, 480)).status_code == 404


# Finding


def found(client, **query):
    return [photo.caption for photo in client.get(reverse(LIST), query).context["cl"].queryset]


def test_list_finds_people_places_and_credit(client, editor, landscape, portrait):
    ingest.update(landscape, None, people="Ana Łuk\nBo Chen", place="Old Port, Orrel")
    assert found(client, q="Ana orrel") == ["A field"]
    assert sorted(found(client, q="photo by")) == ["A field", "A tower"] and found(client, q="nobody") == []


def test_list_narrows_to_days_both_included(client, editor, landscape, portrait):
    moments = {landscape: (2026, 3, 4, 23, 59), portrait: (2026, 3, 6, 0, 0)}
    for photo, moment in moments.items():
        Photo.objects.filter(pk=photo.pk).update(taken_at=datetime.datetime(*moment, tzinfo=datetime.UTC))
    assert found(client, **{"from": "2026-03-04", "until": "2026-03-04"}) == ["A field"]
    assert found(client, **{"from": "2026-03-05"}) == ["A tower"]
    assert found(client, until="2026-03-05", q="field") == ["A field"]
    page = client.get(reverse(LIST), {"q": "field", "until": "2026-03-05"}).text
    assert '<input type="hidden" name="q" value="field">' in page and 'name="until" value="2026-03-05"' in page


@pytest.mark.parametrize("day", ["yesterday", "2026-02-31", "0001-01-01", "9999-12-31"])
def test_list_leads_back_from_a_day_that_is_none(client, editor, day):
    assert client.get(reverse(LIST), {"from": day}).status_code == 302


def test_filters_stand_before_the_photos_behind_one_disclosure(client, editor, landscape):
    page = client.get(reverse(LIST)).text
    head, photos = page.split('<form id="changelist-form"')
    assert head.count("all-filters") == 1 and "By use" in head.partition("all-filters")[2]
    assert "changelist-filter" not in photos and "in force" not in head
    narrowed = client.get(reverse(LIST), {"use": "unused"}).text
    assert "Filters: some are in force" in narrowed and '<a href="?">Clear all filters</a>' in narrowed


def test_list_narrows_to_used_and_unused(client, editor, landscape, portrait):
    def answer(**_):
        return [Q(pk=landscape.pk)]

    used_photos.connect(answer)
    try:
        assert found(client, use="used") == ["A field"]
        assert found(client, use="unused") == ["A tower"]
    finally:
        used_photos.disconnect(answer)


def test_list_narrows_to_licences(client, editor, library):
    now = timezone.now()
    for name, days in (("ended", 0), ("soon", 30), ("later", 31), ("open", None)):
        end = None if days is None else now + datetime.timedelta(days=days)
        photo = ingest.ingest(files.jpeg(40 + (days or 0) + len(name)), by=None, caption=name)
        ingest.update(photo, None, licence_ends_at=end)
    with time_machine.travel(now, tick=False):
        for name in ("ended", "soon", "later", "open"):
            assert found(client, licence=name) == [name]
        page = client.get(reverse(LIST)).text
    assert page.count("<strong>Licence ended") == page.count("<strong>Licence ends") == 1


def test_list_narrows_to_what_lacks_alt_text(client, editor, landscape):
    ingest.ingest(files.jpeg(), by=None, caption="A wave")
    ingest.ingest(files.jpeg(9, 9), by=None, caption="A line", decorative=True)
    assert found(client, alt_text="missing") == ["A wave"]


# Uploading and describing


def test_upload_of_many_redirects_to_their_descriptions_and_says_what_was_refused(client, editor):
    response = upload(client, files.jpeg(40), files.SVG, files.jpeg(41), follow=True)
    photos = Photo.objects.order_by("pk")
    assert response.redirect_chain[0][0] == f"{address('describe')}?photos={photos[0].pk},{photos[1].pk}"
    assert "1.jpg: This is an SVG drawing" in response.text
    assert response.text.count('alt="The picture to describe"') == 2


def test_upload_by_a_script_hears_of_each(client, editor, library, monkeypatch):
    assert upload(client, files.jpeg(), headers=JSON).json() == {"photos": [Photo.objects.get().pk], "refused": []}
    said = upload(client, files.jpeg()[:300], headers=JSON).json()
    assert said["photos"] == [] and "damaged" in said["refused"][0]
    monkeypatch.setattr(pixels, "MAX_BYTES", 100)
    assert "may have at most" in upload(client, files.jpeg(50), headers=JSON).json()["refused"][0]
    assert len(files_in(library / "uploads")) == 1


def test_upload_of_nothing_says_so(client, editor):
    assert "Choose at least one picture" in client.post(address("upload"), follow=True).text


def test_describe_saves_all_or_nothing(client, editor):
    upload(client, files.jpeg(40), files.jpeg(41))
    one, two = Photo.objects.order_by("pk")
    target = f"{address('describe')}?photos={one.pk},{two.pk},nonsense,{'9' * 30}"
    words = {f"{one.pk}-alt": "A flag", f"{two.pk}-alt": "A wave", f"{two.pk}-decorative": "on"}
    assert "A decorative picture has no alt text" in client.post(target, words).text
    assert not Photo.objects.exclude(alt="").exists()
    words.pop(f"{two.pk}-decorative")
    assert "Described: 2." in client.post(target, words, follow=True).text
    assert list(Photo.objects.order_by("pk").values_list("alt", "changed_by")) == [
        ("A flag", editor.pk),
        ("A wave", editor.pk),
    ]


def test_describe_points_out_what_looks_the_same_with_its_use(client, editor, library):
    first = ingest.ingest(files.encoded(scene(1)), by=None, caption="A first frame")
    second = ingest.ingest(files.encoded(scene(1), quality=40), by=None)

    def answer(photos, **_):
        return {first.pk: [Use("The bridge", "/bridge/", "live", True)]} if first.pk in photos else {}

    where_used.connect(answer)
    try:
        page = client.get(f"{address('describe')}?photos={second.pk}").text
    finally:
        where_used.disconnect(answer)
    assert (
        "look like this one" in page and "A first frame" in page and '<a href="/bridge/">The bridge</a> (live)' in page
    )
    assert "There is nothing to describe" in client.get(address("describe")).text


# A photo's own screen


def test_change_page_shows_use_people_cuts_and_where_words_came_from(client, editor, used):
    ingest.update(used, None, people="Ana Łuk\nBo Chen")
    Photo.objects.filter(pk=used.pk).update(origins={"caption": "XMP", "taken_at": "EXIF", "former": "XMP"})

    def answer(names, **_):
        return {"Ana Łuk": "/ana/"} if "Ana Łuk" in names else {}

    who_are.connect(answer)
    try:
        page = client.get(address("change", used.pk)).text
    finally:
        who_are.disconnect(answer)
    assert page.index("The bridge</a> (live)") < page.index("An old story</a> (earlier edition)")
    assert '<a href="/ana/">Ana Łuk</a>, Bo Chen' in page
    assert page.count("From the file: XMP.") == 1
    assert page.count('class="crop crop-') == 5 and 'data-width="1000" data-height="600"' in page


def test_change_page_says_when_it_was_taken_and_by_which_block(client, editor, library):
    photo = ingest.ingest(files.telling("JPEG"), by=None)
    page = client.get(address("change", photo.pk)).text
    assert "taken 6 May 2024 (by its EXIF)" in page
    assert page.count("From the file: XMP.") == len(set(photo.origins) - {"taken_at"}) == 2


def test_list_says_what_is_in_use_and_only_what_is_wrong_with_the_rest(client, editor, used, portrait):
    cells = [
        re.findall(r'<td class="field-(\w+)[^"]*">(.*?)</td>', row)
        for row in re.findall(r'<th class="field-card.*?</tr>', client.get(reverse(LIST)).text, re.DOTALL)
    ]
    day = f"{timezone.localtime():%-d %b %Y}"
    assert [dict(row) for row in cells] == [
        {"credit": portrait.credit, "use": "Not used yet", "alt_state": "", "licence": "", "uploaded": day},
        {"credit": used.credit, "use": "In use: live, and 2 more", "alt_state": "", "licence": "", "uploaded": day},
    ]


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
    assert len(files_in(library / "uploads")) == 1


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


# Many at once


def together(client, *photos, **form):
    chosen = {"action": "edit_together", "_selected_action": [photo.pk for photo in photos]}
    return client.post(reverse(LIST), chosen | form, follow=True)


def test_edit_together_changes_what_was_filled_in_and_nothing_else(client, editor, landscape, portrait):
    page = together(client, landscape, portrait).text
    assert page.count('name="_selected_action"') == 2 and "Change 2 pictures" in page
    form = {"credit": "Photo: Bo", "licence_ends_at": "2030-01-02T03:04:05", "apply": "1"}
    assert "Changed: 2." in together(client, landscape, portrait, **form).text
    for photo in Photo.objects.all():
        assert (photo.credit, photo.licence_ends_at.isoformat()) == ("Photo: Bo", "2030-01-02T03:04:05+00:00")
        assert photo.alt and photo.changed_by == editor
    together(client, landscape, without_end="on", apply="1")
    assert Photo.objects.get(pk=landscape.pk).licence_ends_at is None


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({}, "Fill in what all these pictures shall have"),
        ({"licence_ends_at": "2030-01-02T03:04", "without_end": "on"}, "choose one of the two"),
        ({"licence_ends_at": "soon"}, "Enter a valid date/time"),
    ],
)
def test_edit_together_says_what_is_wrong(client, editor, landscape, form, sentence):
    assert sentence in together(client, landscape, apply="1", **form).text


def test_edit_together_has_a_limit(client, editor, landscape, portrait, monkeypatch):
    monkeypatch.setattr("media.screens.AT_ONCE", 1)
    assert "At most 1 pictures" in together(client, landscape, portrait).text


# Gone


def test_delete_of_what_is_shown_is_refused_kindly(client, editor, used, portrait):
    page = client.post(address("delete", used.pk), {"post": "yes"}, follow=True).text
    assert "“A field” can’t be deleted: it is in “The bridge” (live), and 2 more." in page
    form = {"action": "delete_selected", "_selected_action": [used.pk, portrait.pk], "post": "yes"}
    page = client.post(reverse(LIST), form).text
    assert "Nothing was deleted" in page and "it is in “The bridge” (live)" in page
    assert Photo.objects.count() == 2


def test_delete_of_what_was_placed_meanwhile_is_refused_too(client, editor, used, monkeypatch):
    answers = iter(["", "", "It is shown."])
    monkeypatch.setattr(ingest, "why_kept", lambda photo: next(answers))
    page = client.post(address("delete", used.pk), {"post": "yes"}, follow=True).text
    assert "It is shown." in page and Photo.objects.exists()


# At risk


def test_at_risk_lists_stories_by_the_end_of_the_licence(client, editor, used, portrait):
    assert "No story is at risk" in client.get(address("at_risk")).text
    now = timezone.now()
    for days, sentence in ((31, "No story is at risk"), (30, "ends <time"), (0, "<strong>ended</strong>")):
        ingest.update(used, None, licence_ends_at=now + datetime.timedelta(days=days))
        ingest.update(portrait, None, licence_ends_at=now)
        with time_machine.travel(now, tick=False):
            page = client.get(address("at_risk")).text
        assert sentence in page and "A tower" not in page
    assert "The bridge</a> (live)" in page and "A draft</a> (draft)" in page and "An old story" not in page


def test_at_risk_asks_in_batches_and_puts_what_is_to_come_first(client, editor, landscape, portrait, monkeypatch):
    monkeypatch.setattr("media.screens.BATCH", 1)
    monkeypatch.setattr("media.screens.AT_ONCE", 2)
    now, asked = timezone.now(), []
    square = ingest.ingest(files.jpeg(50, 50), by=None, caption="A square")
    for photo, days in ((landscape, -2), (portrait, -1), (square, 3)):
        ingest.update(photo, None, licence_ends_at=now + datetime.timedelta(days=days))

    def answer(photos, **_):
        asked.append(photos)
        return {pk: [Use("The bridge", "/bridge/", "live", True)] for pk in photos}

    where_used.connect(answer)
    try:
        page = client.get(address("at_risk")).text
    finally:
        where_used.disconnect(answer)
    assert asked == [{square.pk}, {portrait.pk}, {landscape.pk}]
    assert page.index("A square") < page.index("A tower") and "A field" not in page
    assert "There are more than these 2" in page


def test_own_screens_are_not_for_strangers(client, landscape):
    client.force_login(get_user_model().objects.create_user("stranger", is_staff=True))
    for name, args in (("upload", []), ("describe", []), ("replace", [landscape.pk]), ("at_risk", [])):
        assert client.get(address(name, *args)).status_code == 403
