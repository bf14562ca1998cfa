"""Which pictures look alike."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageEnhance

from media import duplicates, ingest, pixels
from media.models import Photo
from tests.media import files

NUMBERS = st.tuples(*[st.integers(0, 65535)] * 4)


def scene(seed, width=480, height=320):
    """Return a picture of soft blobs, another one for each seed."""
    noise = Image.frombytes("RGB", (6, 4), bytes((seed * 7919 + place * place * 104729) % 251 for place in range(72)))
    return noise.resize((width, height), Image.Resampling.BICUBIC)


def stored(image, format="JPEG", **options):
    return ingest.ingest(files.encoded(image, format, **options), by=None, alt="A scene")


def test_look_survives_scaling_encoding_and_retouching():
    image = scene(1)
    look = duplicates.fingerprint_of(image)
    small = Image.open(io.BytesIO(files.encoded(image.resize((240, 160)), "JPEG", quality=40)))
    brighter = ImageEnhance.Brightness(image).enhance(1.2)
    signed = image.copy()
    ImageDraw.Draw(signed).text((380, 300), "Ada Lens", fill="white")
    for other in (small, brighter, signed):
        assert duplicates.bits_apart(look, duplicates.fingerprint_of(other)) <= duplicates.MOST_DIFFERENT
    assert duplicates.bits_apart(look, duplicates.fingerprint_of(scene(2))) > duplicates.MOST_DIFFERENT


@pytest.mark.parametrize("colour", ["white", "black", "red"])
def test_plain_surface_looks_like_nothing(colour):
    assert duplicates.fingerprint_of(Image.new("RGB", (99, 77), colour)) is None


@pytest.mark.django_db
def test_alike_finds_the_same_picture_in_other_files_the_likest_first(library):
    photo = stored(scene(1))
    same = stored(scene(1), "PNG")
    smaller = stored(scene(1, 240, 160), quality=50)
    stored(scene(2)), stored(Image.new("RGB", (40, 40), "red"))
    assert set(duplicates.similar_photos(photo)) == {same, smaller} and duplicates.similar_photos(photo, limit=1) == [
        same
    ]


@pytest.mark.django_db
def test_alike_of_a_plain_surface_is_nothing(library, django_assert_num_queries):
    photo = stored(Image.new("RGB", (40, 40), "red"))
    stored(Image.new("RGB", (40, 41), "red"))
    with django_assert_num_queries(0):
        assert duplicates.similar_photos(photo) == []


@pytest.mark.django_db
def test_alike_asks_once_and_uses_the_indexes(library, django_assert_num_queries):
    photo = stored(scene(1))
    with django_assert_num_queries(1):
        duplicates.similar_photos(photo)


@given(NUMBERS, st.sets(st.integers(0, 63), max_size=7))
def test_one_number_differs_by_one_bit_at_most_when_seven_bits_differ(look, flipped):
    other = list(look)
    for bit in flipped:
        other[bit // 16] ^= 1 << bit % 16
    assert duplicates.bits_apart(look, other) == len(flipped)
    assert min((left ^ right).bit_count() for left, right in zip(look, other, strict=True)) <= 1


def test_look_of_a_decoded_upload_is_that_of_its_pixels():
    photo = Photo(look_a=1, look_b=2, look_c=3)
    assert photo.look is None
    photo.look = duplicates.fingerprint_of(pixels.decode(files.encoded(scene(3))).image)
    assert (
        photo.look == duplicates.fingerprint_of(scene(3))
        or duplicates.bits_apart(photo.look, duplicates.fingerprint_of(scene(3))) < 3
    )
