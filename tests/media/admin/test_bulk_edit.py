"""Editing photos together."""

import pytest
from django.urls import reverse

from media.models import Photo
from tests.media.admin.screens import LIST


def together(client, *photos, **form):
    chosen = {"action": "edit_together", "_selected_action": [photo.pk for photo in photos]}
    return client.post(reverse(LIST), chosen | form, follow=True)


def test_edit_together_changes_what_was_filled_in_and_nothing_else(client, editor, landscape, portrait):
    page = together(client, landscape, portrait).text
    assert page.count('name="_selected_action"') == 2 and "Change 2 photos" in page
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
        ({}, "Fill in what all these photos have in common"),
        ({"licence_ends_at": "2030-01-02T03:04", "without_end": "on"}, "choose one of the two"),
        ({"licence_ends_at": "soon"}, "Enter a valid date/time"),
    ],
)
def test_edit_together_says_what_is_wrong(client, editor, landscape, form, sentence):
    assert sentence in together(client, landscape, apply="1", **form).text


def test_edit_together_has_a_limit(client, editor, landscape, portrait, monkeypatch):
    monkeypatch.setattr("media.admin.bulk_edit.MAX_PHOTOS", 1)
    assert "At most 1 photos" in together(client, landscape, portrait).text
