"""Words that came with a file wait for a person to confirm them."""

import pytest

from media import ingest
from media.models import Photo
from tests.media import files

pytestmark = pytest.mark.django_db
CAPTION, CREDIT = "Пором у порту", "Оля Коваль"


def with_words(size=48, **given):
    datasets = {"n120": CAPTION.encode("cp1251"), "n110": CREDIT.encode()}
    data = files.with_segments(files.jpeg(size), (0xED, files.iim(**datasets)))
    return ingest.ingest(data, by=None, **given)


def test_words_from_a_file_are_unconfirmed_and_say_how_they_were_read():
    assert with_words().unconfirmed == {"caption": "guessed", "credit": "said"}


def test_words_given_with_a_file_are_a_person_s(library):
    assert with_words(caption="Mine.", credit="Me").unconfirmed == {}


def test_credit_made_of_the_creator_waits_as_the_creator_would(library):
    data = files.with_segments(files.jpeg(), (0xED, files.iim(n80="Köln".encode("mac_roman"))))
    assert ingest.ingest(data, by=None).unconfirmed == {"credit": "doubtful"}
    again = ingest.ingest(files.jpeg(60), by=None)
    again = ingest.update(again, None, creator="Bo Ray", credit="")
    assert ingest.replace(again, files.jpeg(70), by=None).unconfirmed == {}


def test_what_somebody_writes_is_confirmed_and_so_is_what_they_leave_as_it_is(library):
    photo = with_words()
    assert ingest.update(photo, None, caption="Written.").unconfirmed == {"credit": "said"}
    assert ingest.update(photo, None, credit=CREDIT).unconfirmed == {}
    assert Photo.objects.get().credit == CREDIT


def test_confirm_takes_many_and_counts_those_that_waited(library, django_user_model):
    user = django_user_model.objects.create_user("ana")
    photos = [with_words(), with_words(60), ingest.ingest(files.jpeg(70), by=None)]
    assert ingest.confirm(photos, user) == 2
    assert not Photo.objects.exclude(unconfirmed={}).exists()
    assert Photo.objects.get(pk=photos[0].pk).changed_by == user


def test_words_that_may_be_misread_are_not_credible_until_confirmed(library):
    data = files.with_segments(files.jpeg(), (0xED, files.iim(n110="Köln".encode("mac_roman"))))
    photo = ingest.ingest(data, by=None)
    assert photo.credit == "Köln" and not photo.has_credible("credit")
    ingest.confirm([photo], None)
    photo.refresh_from_db()
    assert photo.has_credible("credit") and not photo.has_credible("alt")


def test_file_that_comes_again_stays_as_unconfirmed_as_it_was(library):
    first = with_words()
    assert with_words().unconfirmed == first.unconfirmed


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ({"caption": "A ferry\ncomes in.", "alt": "x"}, "A ferry comes in."),
        ({"alt": "A ferry."}, "A ferry."),
        ({"file_name": "C/ferry.jpg"}, "ferry.jpg"),
        ({"caption": "x" * 100}, "x" * 80),
    ],
)
def test_photo_is_called_by_what_it_says_or_by_its_file(library, words, name):
    photo = ingest.ingest(files.jpeg(), by=None, **words)
    assert photo.name == str(photo) == name


def test_photo_without_any_words_is_called_by_its_number(library):
    photo = ingest.ingest(files.jpeg(), by=None)
    assert photo.name == f"Photo {photo.pk}"
