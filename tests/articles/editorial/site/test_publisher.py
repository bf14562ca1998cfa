"""Saving the static pages and the facts about who publishes."""

import io
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from PIL import Image

from articles.editorial.directory import entries
from articles.editorial.permissions import Forbidden
from articles.editorial.site import publisher
from articles.models.log_entry import LogEntry
from articles.models.publisher import Publisher, SiteIcon, StaticPage
from articles.signals import directory_changed
from media import icons
from media.ingest import ingest
from media.models import Photo
from tests.builders import a_desk, a_photo, a_static_page, chief, editor, picture_bytes, system

pytestmark = pytest.mark.django_db


def test_page_is_cleaned_logged_and_announced(django_capture_on_commit_callbacks):
    told = []

    def listen(**_):
        told.append(True)

    directory_changed.connect(listen)
    with django_capture_on_commit_callbacks(execute=True):
        page = a_static_page(body="<h1>Who</h1><p onclick=x>We <script>y</script>print.</p>")
    directory_changed.disconnect(listen)
    assert StaticPage.objects.get().body == "<h2>Who</h2><p>We print.</p>"
    entry = LogEntry.objects.latest("pk")
    assert (entry.verb, entry.note, entry.article) == ("save page", "about", None)
    assert (told, str(page), page.get_absolute_url()) == ([True], "About us", "/about/")


def test_address_of_a_page_never_changes():
    page = a_static_page()
    page.slug, page.title = "elsewhere", "About the paper"
    publisher.save_static_page(page, by=chief())
    assert list(StaticPage.objects.values_list("slug", "title")) == [("about", "About the paper")]


@pytest.mark.parametrize("slug", ["world", "2026", "topics", "about", "admin", ""])
def test_address_of_a_desk_a_page_or_the_site_is_refused(slug):
    a_desk("World"), a_static_page()
    with pytest.raises(ValidationError):
        a_static_page("Another", slug)


def test_desk_takes_no_address_of_a_page():
    a_static_page("Markets", "markets")
    with pytest.raises(entries.ReservedAddress, match="/markets/"):
        entries.get_or_create_desk("Markets", by=system())
    desk = a_desk("Trade")
    desk.slug = "markets"
    with pytest.raises(ValidationError, match="page of the house"):
        desk.full_clean()


def test_one_page_a_role():
    a_static_page(role="ethicsPolicy")
    a_static_page("Two", "two"), a_static_page("Three", "three")
    with pytest.raises(ValidationError, match="role"):
        a_static_page("Four", "four", role="ethicsPolicy")


def test_only_those_with_the_right_change_the_publisher():
    page, by = a_static_page(), editor()
    for verb, thing in ((publisher.save_static_page, page), (publisher.save_publisher, Publisher.objects.get())):
        with pytest.raises(Forbidden):
            verb(thing, by=by)


def test_publisher_has_one_row_a_logo_and_profiles():
    logo = a_photo(300, 300)
    row = Publisher(description="A paper.", logo=logo, social="https://social.example/@paper\n https://video.example ")
    publisher.save_publisher(row, by=chief())
    kept = Publisher.objects.get()
    assert kept.profiles == ["https://social.example/@paper", "https://video.example"]
    assert kept.logo_path.startswith("/photos/")
    assert str(kept) == "The publisher"
    kept.logo = None
    assert publisher.save_publisher(kept, by=chief()).logo_path == ""


def test_logo_may_not_end_and_a_profile_is_an_address():
    logo = a_photo()
    Photo.objects.filter(pk=logo.pk).update(licence_ends_at=timezone.now() + timedelta(days=900))
    logo.refresh_from_db()
    with pytest.raises(publisher.LogoEnds):
        publisher.save_publisher(Publisher(logo=logo), by=chief())
    with pytest.raises(ValidationError, match="no full web address"):
        publisher.save_publisher(Publisher(social="@paper"), by=chief())


def test_icon_is_encoded_anew_in_each_size_about_the_focus():
    photo = a_photo(1200, 600)
    ours, digest = Publisher.objects.get(), publisher.save_publisher(Publisher(icon=photo), by=chief()).icon_digest
    assert {icon.side: Image.open(io.BytesIO(icon.png)).size for icon in SiteIcon.objects.all()} == {
        side: (side, side) for side in icons.SIDES
    }
    assert {(icon.digest, Image.open(io.BytesIO(icon.png)).format) for icon in SiteIcon.objects.all()} == {
        (digest, "PNG")
    }
    assert str(SiteIcon.objects.first()) == "32 pixels"
    other = ingest(picture_bytes(512, 512, "#00ff00"), by=system())
    publisher.save_publisher(Publisher(icon=other), by=chief())
    assert SiteIcon.objects.count() == len(icons.SIDES)
    assert not SiteIcon.objects.filter(digest=digest).exists()
    publisher.save_publisher(Publisher(), by=chief())
    ours.refresh_from_db()
    assert (ours.icon, ours.icon_digest, SiteIcon.objects.count()) == (None, "", 0)


def test_icon_that_ends_or_is_too_small_is_refused_and_nothing_is_kept():
    ends = a_photo(600, 600)
    Photo.objects.filter(pk=ends.pk).update(licence_ends_at=timezone.now() + timedelta(days=9))
    ends.refresh_from_db()
    for photo, refusal in ((ends, publisher.IconEnds), (a_photo(600, 511), publisher.IconTooSmall)):
        with pytest.raises(refusal):
            publisher.save_publisher(Publisher(name="Record", icon=photo), by=chief())
    assert (Publisher.objects.get().name, SiteIcon.objects.count()) == ("", 0)


def test_name_of_the_site_is_one_line():
    assert publisher.save_publisher(Publisher(name=" The\n  Record "), by=chief()).name == "The Record"
