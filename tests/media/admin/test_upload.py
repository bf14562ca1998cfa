"""Uploading many pictures, and describing them."""

from django.contrib.auth import get_user_model

from media import ingest, pixels
from media.models import Photo
from media.signals import Use, where_used
from tests.media import files
from tests.media.admin.screens import address, upload
from tests.media.conftest import files_in
from tests.media.test_duplicates import scene

JSON = {"Accept": "application/json"}


def test_upload_of_many_redirects_to_their_descriptions_and_says_what_was_refused(client, editor):
    response = upload(client, files.jpeg(40), files.SVG, files.jpeg(41), follow=True)
    photos = Photo.objects.order_by("pk")
    assert response.redirect_chain[0][0] == f"{address('describe')}?photos={photos[0].pk},{photos[1].pk}"
    assert "1.jpg: This is an SVG drawing" in response.text
    assert response.text.count('alt="The photo to describe"') == 2


def test_upload_by_a_script_hears_of_each(client, editor, library, monkeypatch):
    assert upload(client, files.jpeg(), headers=JSON).json() == {"photos": [Photo.objects.get().pk], "refused": []}
    said = upload(client, files.jpeg()[:300], headers=JSON).json()
    assert said["photos"] == [] and "damaged" in said["refused"][0]
    monkeypatch.setattr(pixels, "MAX_BYTES", 100)
    assert "may have at most" in upload(client, files.jpeg(50), headers=JSON).json()["refused"][0]
    assert len(files_in(library / "uploads")) == 1


def test_upload_of_nothing_says_so(client, editor):
    assert "Choose at least one photo" in client.post(address("upload"), follow=True).text


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


def test_own_screens_are_not_for_strangers(client, landscape):
    client.force_login(get_user_model().objects.create_user("stranger", is_staff=True))
    for name, args in (("upload", []), ("describe", []), ("replace", [landscape.pk]), ("at_risk", [])):
        assert client.get(address(name, *args)).status_code == 403
