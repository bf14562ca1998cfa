"""Proofs: what staff see of a photo whatever its licence says."""

from django.contrib.auth import get_user_model
from django.utils import timezone

from media import ingest, renditions
from media.admin.proofs import proof_url
from tests.media import files


def test_proof_is_seen_by_staff_after_the_licence_has_ended_and_is_kept_by_nobody_else(client, editor, landscape):
    ended = ingest.update(landscape, None, licence_ends_at=timezone.now())
    response = client.get(proof_url(ended, 480))
    assert response.status_code == 200 and files.opened(response.content).size == (480, 288)
    assert response["Cache-Control"] == "private, no-store"
    assert client.get(renditions.url(ended, "original", 480, "webp")).status_code == 410


def test_proof_is_not_for_strangers(client, landscape):
    assert client.get(proof_url(landscape, 480)).status_code == 302
    client.force_login(get_user_model().objects.create_user("stranger", is_staff=True))
    assert client.get(proof_url(landscape, 480)).status_code == 403


def test_proof_of_a_lost_file_is_not_found(client, editor, landscape):
    landscape.original.storage.delete(landscape.original.name)
    assert client.get(proof_url(landscape, 480)).status_code == 404
