"""Keeping the pages of the house and the facts about who publishes."""

import io
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from PIL import Image

from articles.editorial import directory, house
from articles.editorial.permissions import Forbidden
from articles.models.house import House, HouseIcon, HousePage
from articles.models.log import LogEntry
from articles.signals import directory_changed
from media import icons
from media.ingest import ingest
from media.models import Photo
from tests.builders import a_desk, a_house_page, a_photo, chief, editor, picture_bytes, system

pytestmark = pytest.mark.django_db


def test_page_is_cleaned_logged_and_announced(django_capture_on_commit_callbacks):
    told = []

    def listen(**_):
        told.append(True)

    directory_changed.connect(listen)
    with django_capture_on_commit_callbacks(execute=True):
        page = a_house_page(body="<h1>Who</h1><p onclick=x>We <script>y</script>print.</p>")
    directory_changed.disconnect(listen)
    assert HousePage.objects.get().body == "<h2>Who</h2><p>We print.</p>"
    entry = LogEntry.objects.latest("pk")
    assert (entry.verb, entry.note, entry.article) == ("keep page", "about", None)
    assert (told, str(page), page.get_absolute_url()) == ([True], "About us", "/about/")


def test_address_of_a_page_never_changes():
    page = a_house_page()
    page.slug, page.title = "elsewhere", "About the paper"
    house.keep_page(page, by=chief())
    assert list(HousePage.objects.values_list("slug", "title")) == [("about", "About the paper")]


@pytest.mark.parametrize("slug", ["world", "2026", "topics", "about", "admin", ""])
def test_address_of_a_desk_a_page_or_the_site_is_refused(slug):
    a_desk("World"), a_house_page()
    with pytest.raises(ValidationError):
        a_house_page("Another", slug)


def test_desk_takes_no_address_of_a_page():
    a_house_page("Markets", "markets")
    with pytest.raises(directory.NameOfAPage, match="/markets/"):
        directory.desk_named("Markets", by=system())
    desk = a_desk("Trade")
    desk.slug = "markets"
    with pytest.raises(ValidationError, match="page of the house"):
        desk.full_clean()


def test_one_page_a_role():
    a_house_page(role="ethicsPolicy")
    a_house_page("Two", "two"), a_house_page("Three", "three")
    with pytest.raises(ValidationError, match="role"):
        a_house_page("Four", "four", role="ethicsPolicy")


def test_only_those_with_the_right_keep_the_house():
    page, by = a_house_page(), editor()
    for verb, thing in ((house.keep_page, page), (house.keep_house, House.objects.get())):
        with pytest.raises(Forbidden):
            verb(thing, by=by)


def test_house_has_one_row_a_logo_and_profiles():
    logo = a_photo(300, 300)
    row = House(description="A paper.", logo=logo, social="https://social.example/@paper\n https://video.example ")
    house.keep_house(row, by=chief())
    kept = House.objects.get()
    assert kept.profiles == ["https://social.example/@paper", "https://video.example"]
    assert kept.logo_path.startswith("/photos/")
    assert str(kept) == "The house"
    kept.logo = None
    assert house.keep_house(kept, by=chief()).logo_path == ""


def test_logo_may_not_end_and_a_profile_is_an_address():
    logo = a_photo()
    Photo.objects.filter(pk=logo.pk).update(licence_ends_at=timezone.now() + timedelta(days=900))
    logo.refresh_from_db()
    with pytest.raises(house.LogoEnds):
        house.keep_house(House(logo=logo), by=chief())
    with pytest.raises(ValidationError, match="no full web address"):
        house.keep_house(House(social="@paper"), by=chief())


def test_icon_is_encoded_anew_in_each_size_about_the_focus():
    photo = a_photo(1200, 600)
    ours, digest = House.objects.get(), house.keep_house(House(icon=photo), by=chief()).icon_digest
    assert {icon.side: Image.open(io.BytesIO(icon.png)).size for icon in HouseIcon.objects.all()} == {
        side: (side, side) for side in icons.SIDES
    }
    assert {(icon.digest, Image.open(io.BytesIO(icon.png)).format) for icon in HouseIcon.objects.all()} == {
        (digest, "PNG")
    }
    assert str(HouseIcon.objects.first()) == "32 pixels"
    other = ingest(picture_bytes(512, 512, "#00ff00"), by=system())
    house.keep_house(House(icon=other), by=chief())
    assert HouseIcon.objects.count() == len(icons.SIDES)
    assert not HouseIcon.objects.filter(digest=digest).exists()
    house.keep_house(House(), by=chief())
    ours.refresh_from_db()
    assert (ours.icon, ours.icon_digest, HouseIcon.objects.count()) == (None, "", 0)


def test_icon_that_ends_or_is_too_small_is_refused_and_nothing_is_kept():
    ends = a_photo(600, 600)
    Photo.objects.filter(pk=ends.pk).update(licence_ends_at=timezone.now() + timedelta(days=9))
    ends.refresh_from_db()
    for photo, refusal in ((ends, house.IconEnds), (a_photo(600, 511), house.IconTooSmall)):
        with pytest.raises(refusal):
            house.keep_house(House(name="Record", icon=photo), by=chief())
    assert (House.objects.get().name, HouseIcon.objects.count()) == ("", 0)


def test_name_of_the_site_is_one_line():
    assert house.keep_house(House(name=" The\n  Record "), by=chief()).name == "The Record"
