"""The one way into the library."""

import hashlib
import io
import os

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.files.storage import FileSystemStorage
from django.core.management import call_command
from django.db import models, transaction

from media import ingest, renditions
from media.models import Photo
from media.refusals import InUse, RefusedPicture
from media.signals import photo_changed
from tests.media import files
from tests.media.conftest import files_in


@pytest.fixture
def reporter(db):
    return get_user_model().objects.create_user("reporter")


def test_ingest_keeps_the_original_privately(library, reporter):
    data = files.telling("JPEG")
    photo = ingest.ingest(data, by=reporter)
    assert photo.original.read() == data
    assert photo.content_hash == hashlib.sha256(data).hexdigest()
    assert (photo.width, photo.height, photo.had_location, photo.uploaded_by) == (640, 360, True, reporter)
    assert photo.tone.startswith("#") and photo.taken_at is not None
    assert Photo.objects.get() == photo
    assert files_in(library / "uploads") == [photo.original.name]


def test_ingest_measures_the_picture_upright(library):
    photo = ingest.ingest(files.jpeg(60, 40, exif=files.exif(orientation=6)), by=None)
    assert (photo.width, photo.height, photo.is_portrait) == (40, 60, True)


def test_ingest_names_the_file_by_what_it_is(library):
    assert ingest.ingest(files.encoded(files.picture(), "WEBP"), by=None).original.name.endswith(".webp")


def test_ingest_prefers_the_words_given(library):
    packet = files.xmp(
        files.alternatives("dc:description", x_default="Theirs")
        + files.alternatives("dc:rights", x_default="© They")
        + "<dc:creator><rdf:Seq><rdf:li>Ana</rdf:li></rdf:Seq></dc:creator>"
    )
    data = files.jpeg(xmp=packet)
    photo = ingest.ingest(data, by=None, caption="Ours ", alt="A flag")
    assert (photo.caption, photo.alt, photo.copyright) == ("Ours", "A flag", "© They")
    assert (photo.creator, photo.credit) == ("Ana", "Ana")


def test_ingest_of_a_decorative_picture_leaves_the_files_alt_text(library):
    packet = files.xmp(files.alternatives("Iptc4xmpCore:AltTextAccessibility", x_default="A wave"))
    photo = ingest.ingest(files.jpeg(xmp=packet), by=None, decorative=True)
    assert (photo.decorative, photo.alt) == (True, "")


def test_ingest_of_the_same_bytes_returns_the_photo_with_its_gaps_filled(library, reporter):
    first = ingest.ingest(files.jpeg(), by=None, caption="First")
    again = ingest.ingest(files.jpeg(), by=reporter, caption="Second", credit="Photo by A", alt="A flag")
    assert (again.pk, again.caption, again.credit, again.alt) == (first.pk, "First", "Photo by A", "A flag")
    assert again.changed_by == reporter and again.uploaded_by is None
    assert len(files_in(library / "uploads")) == 1


def test_ingest_of_the_same_bytes_does_not_undo_a_choice_about_alt_text(library):
    decorative = ingest.ingest(files.jpeg(), by=None, decorative=True)
    assert ingest.ingest(files.jpeg(), by=None, alt="A flag") == decorative
    assert ingest.ingest(files.jpeg(), by=None, alt="A flag").alt == ""
    described = ingest.ingest(files.jpeg(9, 9), by=None, alt="A flag")
    assert not ingest.ingest(files.jpeg(9, 9), by=None, decorative=True).decorative
    assert described.alt == "A flag"


def test_ingest_of_the_same_bytes_can_say_decorative_where_nothing_was_said(library):
    ingest.ingest(files.jpeg(), by=None)
    assert ingest.ingest(files.jpeg(), by=None, decorative=True).decorative


@pytest.mark.parametrize("data", [b"", b"words", files.SVG, files.jpeg()[:300], files.png_declaring(40000, 40000)])
def test_ingest_refused_leaves_nothing(library, data):
    with pytest.raises(RefusedPicture):
        ingest.ingest(data, by=None)
    assert not Photo.objects.exists() and files_in(library) == []


@pytest.mark.parametrize("words", [{"decorative": True, "alt": "A flag"}, {"credit": "x" * 501}])
def test_ingest_with_words_that_do_not_fit_leaves_nothing(library, words):
    with pytest.raises(ValidationError):
        ingest.ingest(files.jpeg(), by=None, **words)
    assert not Photo.objects.exists() and files_in(library) == []


def test_ingest_stopped_at_the_row_leaves_no_file(library, monkeypatch):
    def stop(*_args, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr(Photo, "save", stop)
    with pytest.raises(KeyboardInterrupt):
        ingest.ingest(files.jpeg(), by=None)
    assert files_in(library) == []


def test_ingest_stopped_at_the_file_leaves_no_row(library, monkeypatch):
    def full(*_args):
        raise OSError("No space left on device")

    monkeypatch.setattr(FileSystemStorage, "_save", full)
    with pytest.raises(OSError, match="No space"):
        ingest.ingest(files.jpeg(), by=None)
    assert not Photo.objects.exists()


def test_ingest_of_the_same_bytes_at_the_same_moment_makes_one_photo(library, monkeypatch):
    seen, find = [], ingest.find

    def find_nothing_at_first(data):
        seen.append(data)
        return None if len(seen) == 1 else find(data)

    first = ingest.ingest(files.jpeg(), by=None)
    monkeypatch.setattr(ingest, "find", find_nothing_at_first)
    assert ingest.ingest(files.jpeg(), by=None, alt="A flag") == first
    assert Photo.objects.get().alt == "A flag" and len(files_in(library / "uploads")) == 1


def test_update_changes_and_says_who(landscape, reporter):
    changed = ingest.update(landscape, reporter, alt="A meadow", focus_x=0.2)
    assert (changed.alt, changed.focus_x, changed.changed_by) == ("A meadow", 0.2, reporter)
    assert changed.changed_at > landscape.changed_at


def test_words_lose_what_databases_refuse(library):
    photo = ingest.ingest(files.jpeg(), by=None, caption="A\0 field\r\n\r\n in  May ", credit="Photo\0by\nA")
    assert (photo.caption, photo.credit) == ("A field\n\nin May", "Photo by A")
    assert ingest.update(photo, None, alt="\x07 A field\0").alt == "A field"


@pytest.mark.parametrize("fields", [{"focus_x": 2}, {"decorative": True}, {"credit": "x" * 501}])
def test_update_refuses_what_does_not_fit(landscape, fields):
    with pytest.raises(ValidationError):
        ingest.update(landscape, None, **fields)
    assert Photo.objects.get().focus_x == 0.5


def test_update_refuses_facts_about_the_file(landscape):
    with pytest.raises(TypeError, match="width"):
        ingest.update(landscape, None, width=1)


def test_update_throws_former_renditions_away(library, landscape, django_capture_on_commit_callbacks):
    renditions.content(landscape, "16x9", 480, "webp")
    with django_capture_on_commit_callbacks(execute=True):
        ingest.update(landscape, None, caption="A meadow")
    assert len(files_in(library / "renditions")) == 1
    with django_capture_on_commit_callbacks(execute=True):
        ingest.update(landscape, None, credit="Photo by B")
    assert files_in(library / "renditions") == []


def test_remove_deletes_the_row_and_every_file(library, landscape, django_capture_on_commit_callbacks):
    renditions.content(landscape, "16x9", 480, "webp")
    with django_capture_on_commit_callbacks(execute=True):
        ingest.remove(landscape)
    assert not Photo.objects.exists()
    assert files_in(library / "uploads") == files_in(library / "renditions") == []


def test_remove_of_a_photo_in_use_keeps_everything(library, landscape, monkeypatch):
    def refuse(photo):
        raise models.ProtectedError("in use", {photo})

    monkeypatch.setattr(Photo, "delete", refuse)
    with pytest.raises(InUse, match="something still refers to it"), transaction.atomic():
        ingest.remove(landscape)
    assert landscape.original.storage.exists(landscape.original.name)


def test_replace_stopped_half_way_leaves_everything_as_it_was(library, landscape, monkeypatch):
    def stop(_photo, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr(Photo, "save", stop)
    before = files_in(library / "uploads")
    with pytest.raises(KeyboardInterrupt):
        ingest.replace(landscape, files.jpeg(90, 60), by=None)
    assert files_in(library / "uploads") == before and Photo.objects.get().width == 1000


def test_replace_throws_former_renditions_away_and_keeps_the_former_file(
    library, landscape, django_capture_on_commit_callbacks
):
    renditions.content(landscape, "16x9", 480, "webp")
    told = []

    def hear(photo_id, **_):
        told.append(photo_id)

    photo_changed.connect(hear)
    with django_capture_on_commit_callbacks(execute=True):
        fresh = ingest.replace(landscape, files.jpeg(900, 600), by=None)
    assert files_in(library / "renditions") == [] and told == [fresh.pk]
    assert files_in(library / "uploads") == sorted([fresh.original.name, landscape.original.name])
    assert files.opened(renditions.content(fresh, "original", 480, "webp")).size == (480, 320)


def test_origins_tell_which_block_gave_a_word_until_somebody_writes_another(library):
    xmp = files.xmp(files.alternatives("dc:description", x_default="From XMP"))
    photo = ingest.ingest(files.jpeg(xmp=xmp, exif=files.exif("From EXIF")), by=None, alt="Mine")
    assert photo.origins["caption"] == "XMP" and photo.origins["taken_at"] == "EXIF" and "alt" not in photo.origins
    assert "caption" in ingest.update(photo, None, alt="Still mine", caption="From XMP").origins
    assert "caption" not in ingest.update(photo, None, caption="Mine").origins


def test_source_type_that_readers_need_not_know_is_left_out(library):
    def made(name, width):
        attributes = f'Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/{name}"'
        return ingest.ingest(files.jpeg(width, xmp=files.xmp(attributes=attributes)), by=None).source_type

    assert made("digitalCapture", 40) == "" and made("trainedAlgorithmicMedia", 41) == "trainedAlgorithmicMedia"


def test_sweep_removes_old_originals_without_a_row_and_nothing_else(library, landscape):
    assert ingest.sweep() == 0
    orphan = library / "uploads" / "originals" / "killed.jpg"
    orphan.write_bytes(files.jpeg())
    assert ingest.sweep() == 0, "it may be on its way"
    for path in orphan.parent.iterdir():
        os.utime(path, (0, 0))
    call_command("tidy_photos", stdout=(said := io.StringIO()))
    assert "Removed 0 former files of photos.\nRemoved 1 files" in said.getvalue()
    assert not orphan.exists() and landscape.original.storage.exists(landscape.original.name)


def test_sweep_of_an_empty_library_does_nothing(library):
    assert ingest.sweep() == 0
