"""Serving renditions."""

import datetime

import pytest
import time_machine
from django.utils import timezone

from media import ingest, renditions, signals
from tests.media import files


@pytest.fixture(autouse=True)
def out():
    """Readers see every photo, for all that the library is told."""

    def told(**_):
        return True

    signals.readers_see.connect(told)
    yield told
    signals.readers_see.disconnect(told)


@pytest.fixture
def not_out(out):
    """Readers see no photo."""
    signals.readers_see.disconnect(out)


@pytest.fixture
def address(landscape):
    return renditions.url(landscape, "16x9", 480, "avif")


@pytest.mark.parametrize(("format", "type"), [("avif", "image/avif"), ("webp", "image/webp"), ("jpeg", "image/jpeg")])
def test_rendition_is_served_for_ever(client, landscape, format, type):
    response = client.get(renditions.url(landscape, "16x9", 480, format))
    assert response.status_code == 200
    assert files.opened(response.content).size == (480, 270)
    assert response["Content-Type"] == type
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert int(response["Content-Length"]) == len(response.content)
    assert not response.cookies and "Vary" not in response


def test_rendition_costs_two_queries(client, address, django_assert_num_queries):
    """The photo, and whether readers see it."""
    with django_assert_num_queries(2):
        client.get(address)


@pytest.mark.usefixtures("not_out")
def test_what_readers_do_not_see_is_kept_by_no_cache_whatever_is_answered(client, landscape, address):
    ended = renditions.url(landscape, "16x9", 320, "jpeg")
    assert (client.get(address).status_code, client.get(address)["Cache-Control"]) == (200, "private, no-store")
    assert client.get(address).headers.get("ETag") is None
    ingest.update(landscape, None, credit="Photo by B")
    assert (client.get(address).status_code, client.get(address)["Cache-Control"]) == (302, "private, no-store")
    ingest.update(landscape, None, licence_ends_at=timezone.now())
    assert (client.get(ended).status_code, client.get(ended)["Cache-Control"]) == (410, "private, no-store")


def test_rendition_answers_head_without_a_body(client, address):
    response = client.head(address)
    assert (response.status_code, response.content) == (200, b"")
    assert int(response["Content-Length"]) > 0


def test_rendition_known_already_is_not_sent_again(client, address):
    etag = client.get(address)["ETag"]
    response = client.get(address, headers={"If-None-Match": etag})
    assert (response.status_code, response.content) == (304, b"")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_rendition_takes_no_other_method(client, address, method):
    assert getattr(client, method)(address).status_code == 405


@pytest.mark.parametrize(
    "tamper",
    [
        lambda url: url.replace("-480.", "-800."),
        lambda url: url.replace("-480.", "-99999."),
        lambda url: url.replace(".avif", ".jpg"),
        lambda url: url.replace("16x9", "original"),
        lambda url: url[:-1],
        lambda url: "/photos/" + "A" * 22 + "/" + url.rsplit("/", 1)[1],
        lambda url: "/photos/" + "é" * 22 + "/" + url.rsplit("/", 1)[1],
        lambda url: url + "/..",
    ],
)
def test_rendition_at_a_changed_address_is_not_found(client, address, tamper):
    assert client.get(address).status_code == 200
    assert client.get(tamper(address)).status_code == 404


def test_rendition_of_a_removed_photo_is_not_found(client, landscape, address):
    ingest.remove(landscape)
    assert client.get(address).status_code == 404


def test_rendition_of_a_former_version_redirects_to_the_present_one(client, landscape, address):
    present = ingest.update(landscape, None, credit="Photo by B")
    response = client.get(address)
    assert (response.status_code, response["Location"]) == (302, renditions.url(present, "16x9", 480, "avif"))
    assert response["Cache-Control"] == "public, max-age=60"


@pytest.mark.parametrize("damage", [b"", b"not a picture"])
def test_rendition_whose_original_is_lost_is_not_found_and_logged(client, landscape, address, caplog, damage):
    landscape.original.storage.delete(landscape.original.name)
    if damage:
        with landscape.original.storage.open(landscape.original.name, "wb") as file:
            file.write(damage)
    assert client.get(address).status_code == 404
    assert f"photo {landscape.pk}" in caplog.text


def test_original_has_no_address(client, landscape):
    for path in (landscape.original.name, f"photos/{landscape.original.name}", f"media/{landscape.original.name}"):
        assert client.get(f"/{path}").status_code == 404


@pytest.fixture
def ending(landscape):
    return ingest.update(landscape, None, licence_ends_at=timezone.now() + datetime.timedelta(hours=2))


@pytest.mark.parametrize("format", ["avif", "webp", "jpeg"])
def test_rendition_is_gone_at_the_very_second_at_which_its_licence_ends(client, ending, format):
    address, end = renditions.url(ending, "16x9", 480, format), ending.licence_ends_at
    with time_machine.travel(end - datetime.timedelta(seconds=1), tick=False):
        assert client.get(address).status_code == 200
    with time_machine.travel(end, tick=False):
        response = client.get(address)
    assert (response.status_code, response.text) == (410, "The licence for this picture has ended.")
    assert response["Cache-Control"] == "public, max-age=60"


def test_rendition_may_be_kept_until_its_licence_ends_and_no_longer(client, ending):
    address, end = renditions.url(ending, "16x9", 480, "webp"), ending.licence_ends_at
    with time_machine.travel(end - datetime.timedelta(seconds=90.5), tick=False):
        assert client.get(address)["Cache-Control"] == "public, max-age=90, must-revalidate"
    with time_machine.travel(end - datetime.timedelta(days=4000), tick=False):
        assert client.get(address)["Cache-Control"] == "public, max-age=31536000, must-revalidate"


def test_rendition_known_already_is_not_confirmed_after_the_end(client, ending):
    address = renditions.url(ending, "16x9", 480, "webp")
    etag = client.get(address)["ETag"]
    with time_machine.travel(ending.licence_ends_at, tick=False):
        assert client.get(address, headers={"If-None-Match": etag}).status_code == 410


def test_rendition_at_a_former_address_is_gone_too(client, landscape, address):
    ended = ingest.update(landscape, None, licence_ends_at=timezone.now())
    assert renditions.url(ended, "16x9", 480, "avif") != address
    assert client.get(address).status_code == 410
    ingest.update(landscape, None, licence_ends_at=None)
    assert client.get(address, follow=True).status_code == 200


def test_redirect_to_the_present_version_is_not_kept_beyond_the_licence(client, ending, address):
    with time_machine.travel(ending.licence_ends_at - datetime.timedelta(seconds=9), tick=False):
        assert client.get(address)["Cache-Control"] == "public, max-age=9"
