"""The files that photos had before: kept for thirty days, put back, then gone."""

import io
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from media import ingest, renditions
from media.models import FORMER_ARE_KEPT, FormerOriginal, Photo
from media.refusals import RefusedPicture
from media.signals import photo_changed, photo_handled
from tests.media import files
from tests.media.conftest import files_in


def speaking():
    """A file that says what it shows and who made it, and held a location."""
    words = files.alternatives("dc:description", x_default="A hill") + files.alternatives(
        "dc:rights", x_default="© They"
    )
    return files.jpeg(90, 60, xmp=files.xmp(words), exif=files.exif("They"))


def facts(photo):
    """All that a photo is, but for who changed it when."""
    told = Photo.objects.filter(pk=photo.pk).values().get()
    return {name: value for name, value in told.items() if name not in ("changed_at", "changed_by_id")}


@pytest.fixture
def replaced(landscape):
    """The landscape, in whose place another file came."""
    return ingest.replace(landscape, speaking(), by=None)


def test_photo_is_what_it_was_once_its_file_is_back(library, django_capture_on_commit_callbacks):
    photo = ingest.ingest(files.jpeg(1000, 600), by=None, alt="A field")
    before, address = facts(photo), renditions.url(photo, "16x9", 480, "webp")
    ingest.replace(photo, speaking(), by=None)
    assert facts(photo)["caption"] and facts(photo)["had_location"]
    told = []

    def hear(photo_id, **_):
        told.append(photo_id)

    photo_changed.connect(hear)
    with django_capture_on_commit_callbacks(execute=True):
        back = ingest.put_back(photo.former_originals.get(), by=None)
    assert facts(back) == before and renditions.url(back, "16x9", 480, "webp") == address
    assert told == [photo.pk] and files.opened(renditions.content(back, "original", 480, "webp")).size == (480, 288)


def test_file_that_was_there_is_kept_in_its_turn(library, replaced, landscape):
    held = replaced.original.name
    ingest.put_back(replaced.former_originals.get(), by=None)
    former = replaced.former_originals.get()
    assert former.original.name == held and (former.width, former.height) == (replaced.width, replaced.height)
    assert ingest.put_back(former, by=None).original.name == held
    assert files_in(library / "uploads") == sorted([held, landscape.original.name])


def test_words_that_somebody_wrote_meanwhile_stay(library):
    photo = ingest.ingest(files.jpeg(), by=None)
    replaced = ingest.replace(photo, speaking(), by=None)
    assert replaced.origins["caption"]
    ingest.update(replaced, None, caption="Mine")
    assert ingest.put_back(photo.former_originals.get(), by=None).caption == "Mine"


def test_credit_that_the_creator_gave_goes_with_the_file_that_named_the_creator(library):
    photo = ingest.ingest(files.jpeg(), by=None)
    creator = files.xmp("<dc:creator><rdf:Seq><rdf:li>Ana</rdf:li></rdf:Seq></dc:creator>")
    assert ingest.replace(photo, files.jpeg(50, xmp=creator), by=None).credit == "Ana"
    back = ingest.put_back(photo.former_originals.get(), by=None)
    assert (back.credit, back.creator, back.origins, back.unconfirmed) == ("", "", {}, {})


def test_what_is_not_kept_any_more_can_not_be_put_back(library, replaced, django_capture_on_commit_callbacks):
    former = replaced.former_originals.get()
    FormerOriginal.objects.all().delete()
    with pytest.raises(RefusedPicture, match="not kept any more"):
        ingest.put_back(former, by=None)
    former.original.storage.delete(former.original.name)
    with pytest.raises(RefusedPicture, match="not kept any more"):
        ingest.put_back(former, by=None)
    assert Photo.objects.get().original.name == replaced.original.name


def test_what_has_become_another_photo_can_not_be_put_back(library, replaced):
    other = ingest.ingest(files.jpeg(1000, 600), by=None)
    assert other.pk != replaced.pk
    with pytest.raises(RefusedPicture, match=f"photo {other.pk}"):
        ingest.put_back(replaced.former_originals.get(), by=None)
    assert replaced.former_originals.exists()


def test_former_files_go_after_thirty_days_and_not_before(library, replaced, django_capture_on_commit_callbacks):
    former = replaced.former_originals.get()
    end = former.replaced_at + FORMER_ARE_KEPT
    with django_capture_on_commit_callbacks(execute=True):
        assert ingest.forget_former(end - timedelta(microseconds=1)) == 0
    assert timedelta(days=30) == FORMER_ARE_KEPT and len(files_in(library / "uploads")) == 2
    with django_capture_on_commit_callbacks(execute=True):
        assert ingest.forget_former(end) == 1
    assert files_in(library / "uploads") == [replaced.original.name] and not FormerOriginal.objects.exists()


def test_tidying_leaves_those_that_are_kept(library, replaced, time_machine):
    time_machine.move_to(timezone.now() + timedelta(days=29), tick=False)
    call_command("tidy_photos", stdout=io.StringIO())
    assert len(files_in(library / "uploads")) == 2
    assert ingest.put_back(replaced.former_originals.get(), by=None).width == 1000


def test_former_files_go_with_their_photo(library, replaced, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        ingest.remove(replaced)
    assert files_in(library / "uploads") == [] and not FormerOriginal.objects.exists()


def test_each_deed_of_a_person_is_told(library, django_user_model):
    by, told = django_user_model.objects.create_user("somebody"), []

    def hear(photo_id, verb, note, **_):
        told.append((photo_id, verb, note))

    photo_handled.connect(hear)
    photo = ingest.ingest(files.jpeg(), by=by)
    ingest.update(photo, by, alt="A flag", focus_x=0.5)
    ingest.update(photo, by, alt="A flag")
    ingest.replace(photo, files.jpeg(50), by=by)
    former = photo.former_originals.get()
    assert str(former) == f"Former file of photo {photo.pk}"
    ingest.put_back(former, by=by)
    number = photo.pk
    ingest.remove(Photo.objects.get(), by=by)
    assert told == [
        (number, "change photo", "alt"),
        (number, "replace photo", ""),
        (number, "put back photo", ""),
        (number, "delete photo", ""),
    ]
