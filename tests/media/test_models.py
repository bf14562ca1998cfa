"""Facts about one photo, and what the database refuses."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from media.models import Photo, private_name

NOON = datetime.datetime(2026, 5, 1, 12, tzinfo=datetime.UTC)


def photo(**fields):
    return Photo(
        **{"original": "originals/x.jpg", "content_hash": "x", "width": 4, "height": 3, "tone": "#000000"} | fields
    )


def test_private_name_is_unguessable_and_keeps_only_the_ending():
    names = {private_name(None, "../../My secret source.jpg") for _ in range(3)}
    assert len(names) == 3
    assert all(name.startswith("originals/") and name.endswith(".jpg") and len(name) == 46 for name in names)


def test_is_portrait_when_taller_than_wide():
    assert [photo(width=w, height=h).is_portrait for w, h in ((4, 3), (3, 3), (3, 4))] == [False, False, True]


def test_has_alt_when_written_or_decorative():
    assert [photo(alt="A dog").has_alt, photo(decorative=True).has_alt, photo(alt=" ").has_alt] == [True, True, False]


def test_is_licensed_until_the_end():
    second = datetime.timedelta(seconds=1)
    assert photo().is_licensed(NOON)
    assert photo(licence_ends_at=NOON).is_licensed(NOON - second)
    assert not photo(licence_ends_at=NOON).is_licensed(NOON)


def test_str_is_the_caption_or_the_number():
    assert str(photo(pk=7)) == "Photo 7"
    assert str(photo(caption="A  dog\nruns " + "x" * 100)).startswith("A dog runs xxx")


@pytest.mark.parametrize(
    "fields",
    [
        {"decorative": True, "alt": "A dog"},
        {"focus_x": 1.01},
        {"focus_x": -0.01},
        {"focus_y": 1.01},
        {"focus_y": -0.01},
        {"width": 0},
        {"height": 0},
    ],
)
def test_database_refuses_what_cannot_be(db, fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        photo(**fields).save()


def test_database_refuses_the_same_bytes_twice(db):
    photo().save()
    with pytest.raises(IntegrityError), transaction.atomic():
        photo().save()
