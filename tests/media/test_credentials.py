"""Content Credentials: read at upload, the verdict kept, trust told apart from validity, and nothing fetched."""

import socket

import pytest
from django.urls import reverse

from media import credentials, ingest, pixels
from media.models import CredentialsState, Photo
from tests.media import files, seals

AI = "trainedAlgorithmicMedia"


def broken():
    """A sealed picture whose pixels were changed afterwards."""
    data = bytearray(seals.sealed())
    data[-20] ^= 0xFF
    return bytes(data)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
def test_seal_that_holds_is_valid_but_not_trusted(format):
    verdict = credentials.read(seals.sealed(format), pixels.EXTENSIONS[format])
    assert verdict == (CredentialsState.VALID, seals.MAKER, seals.TOOL, "digitalCapture")


def test_seal_of_somebody_on_the_list_is_trusted(settings):
    settings.CREDENTIALS_ANCHORS = seals.chain()[0].decode()
    assert credentials.read(seals.sealed(), ".jpg").state == CredentialsState.TRUSTED


def test_changed_picture_is_told_and_its_history_not_believed(settings):
    settings.CREDENTIALS_ANCHORS = seals.chain()[0].decode()
    data = bytearray(seals.sealed(source_type=AI))
    data[-20] ^= 0xFF
    verdict = credentials.read(bytes(data), ".jpg")
    assert (verdict.state, verdict.source_type) == (CredentialsState.INVALID, "")


@pytest.mark.parametrize("format", files.ENCODABLE)
def test_file_without_credentials_has_no_verdict(format):
    assert credentials.read(files.encoded(files.picture(), format), pixels.EXTENSIONS[format]) == credentials.Verdict()


def test_credentials_that_cannot_be_read_are_a_finding_and_no_refusal(library):
    data = seals.sealed()
    at = data.index(b"jumb") + 40
    photo = ingest.ingest(data[:at] + bytes(60) + data[at + 60 :], by=None)
    assert photo.credentials in (CredentialsState.UNREADABLE, CredentialsState.INVALID)


def test_nothing_is_fetched_for_a_picture_that_names_an_address(monkeypatch, tmp_path):
    listening = socket.create_server(("127.0.0.1", 0))
    listening.settimeout(0.2)
    address = f"http://127.0.0.1:{listening.getsockname()[1]}/manifest.c2pa"
    packet = files.xmp(attributes=f'xmlns:dcterms="http://purl.org/dc/terms/" dcterms:provenance="{address}"')
    verdict = credentials.read(files.jpeg(xmp=packet), ".jpg")
    with pytest.raises(TimeoutError):
        listening.accept()
    listening.close()
    assert verdict.state in ("", CredentialsState.UNREADABLE)


def test_without_the_extra_nothing_is_read(monkeypatch, library):
    monkeypatch.setattr(credentials, "c2pa", None)
    assert ingest.ingest(seals.sealed(), by=None).credentials == ""


def test_verdict_is_kept_with_the_photo_and_follows_its_file(library):
    photo = ingest.ingest(seals.sealed(), by=None)
    assert (photo.credentials, photo.credentials_signer, photo.credentials_tool) == ("valid", seals.MAKER, seals.TOOL)
    assert ingest.replace(photo, broken(), by=None).credentials == CredentialsState.INVALID
    assert ingest.replace(photo, files.jpeg(), by=None).credentials_signer == ""


def test_sealed_word_that_ai_made_it_wins_over_the_unsealed(library):
    claim = "<Iptc4xmpExt:DigitalSourceType>" + seals.VOCABULARY + "compositeSynthetic</Iptc4xmpExt:DigitalSourceType>"
    plain = ingest.ingest(files.jpeg(xmp=files.xmp(claim)), by=None)
    assert (plain.source_type, plain.origins["source_type"]) == ("compositeSynthetic", "XMP")
    photo = ingest.ingest(seals.sealed(source_type=AI, data=files.jpeg(90, 60, xmp=files.xmp(claim))), by=None)
    assert (photo.source_type, photo.origins["source_type"]) == (AI, "Content Credentials")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("make", "words"),
    [
        (seals.sealed, f"who is not on the newsroom&#x27;s list, signed by {seals.MAKER}, with {seals.TOOL}."),
        (broken, "was changed after it was signed"),
        (files.jpeg, "None were found in the file."),
    ],
)
def test_photo_page_says_what_the_credentials_are_worth(admin_client, library, make, words):
    photo = ingest.ingest(make(), by=None)
    assert words in admin_client.get(reverse("admin:media_photo_change", args=[photo.pk])).text
    listed = admin_client.get(reverse("admin:media_photo_changelist"), {"credentials__exact": photo.credentials})
    assert str(photo) in listed.text and Photo.objects.count() == 1


def test_photo_page_says_where_nothing_can_be_read(admin_client, library, monkeypatch):
    monkeypatch.setattr(credentials, "c2pa", None)
    photo = ingest.ingest(seals.sealed(), by=None)
    page = admin_client.get(reverse("admin:media_photo_change", args=[photo.pk]))
    assert "Not looked for: the “credentials” extra is not installed." in page.text
