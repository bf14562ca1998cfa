"""The screens for the static pages and for who publishes."""

import pytest
from django.urls import reverse

from articles.models.publisher import Publisher, StaticPage
from media.signals import uses_of
from tests.articles.reader.page_checks import text_of
from tests.builders import a_photo, a_static_page

pytestmark = pytest.mark.django_db
ADD = "admin:articles_staticpage_add"
PAGE = {
    "title": "About us",
    "slug": "about",
    "description": "",
    "body": "<p>We <b>print</b>.</p>",
    "role": "",
    "position": "1",
    "is_public": "on",
}


def test_chief_writes_a_page_that_readers_see(chief, client):
    assert chief.post(reverse(ADD), PAGE).status_code == 302
    assert StaticPage.objects.get().body == "<p>We <strong>print</strong>.</p>"
    assert text_of(client.get("/about/"), "h1, section p") == ["About us", "We print."]
    page = StaticPage.objects.get()
    change = reverse("admin:articles_staticpage_change", args=[page.pk])
    assert f'href="{page.get_absolute_url()}"' in chief.get(change).text
    chief.post(change, PAGE | {"title": "About", "slug": "elsewhere", "is_public": ""})
    page.refresh_from_db()
    assert (page.title, page.slug, page.is_public) == ("About", "about", False)
    assert "View on site" not in chief.get(change).text


def test_address_that_is_taken_is_said_at_its_field(chief):
    response = chief.post(reverse(ADD), PAGE | {"slug": "topics"})
    assert "address of a page of the site" in response.text
    assert not StaticPage.objects.exists()


def test_publisher_is_one_page_of_facts(chief):
    logo = a_photo(300, 300)
    assert chief.get(reverse("admin:articles_publisher_changelist")).status_code == 302
    change = reverse("admin:articles_publisher_change", args=[1])
    facts = {"description": "A paper.", "logo": logo.pk, "social": "https://social.example/@paper"}
    assert chief.post(change, facts).status_code == 302
    assert Publisher.objects.get().logo == logo
    assert "no full web address" in chief.post(change, facts | {"social": "@paper"}).text


def test_name_and_icon_are_chosen_and_a_small_picture_is_refused_with_all_that_was_typed(chief):
    change = reverse("admin:articles_publisher_change", args=[1])
    small, icon = a_photo(300, 300), a_photo(600, 600)
    typed = {"name": "The Record", "description": "A paper.", "logo": "", "social": ""}
    refused = chief.post(change, typed | {"icon": small.pk}).text
    assert "at least 512 by 512 pixels" in refused and 'value="The Record"' in refused
    assert Publisher.objects.get().name == ""
    assert chief.post(change, typed | {"icon": icon.pk}).status_code == 302
    assert (Publisher.objects.get().name, Publisher.objects.get().icon) == ("The Record", icon)


@pytest.mark.parametrize("role", ["reporter", "editor", "photo editor"])
def test_nobody_else_changes_the_publisher(enter, role):
    page = a_static_page()
    client = enter(role)
    for name, args in (("publisher_change", [1]), ("staticpage_change", [page.pk]), ("staticpage_add", [])):
        assert client.get(reverse(f"admin:articles_{name}", args=args)).status_code == 403


def test_library_knows_the_photos_of_static_pages(chief):
    placed, logo = a_photo(), a_photo(300, 300)
    a_static_page(body=f'<p>We print.</p><figure data-photo="{placed.pk}"></figure>')
    icon = a_photo(600, 600)
    Publisher.objects.update(logo=logo, icon=icon)
    uses = uses_of([placed.pk, logo.pk, icon.pk])
    assert [(use.title, use.is_live) for use in uses[placed.pk]] == [("About us", True)]
    assert [use.state for use in uses[logo.pk] + uses[icon.pk]] == ["logo", "icon"]
    for photo in (placed, logo, icon):
        listed = chief.get(reverse("admin:media_photo_changelist"), {"used": "no"})
        assert f"/media/photo/{photo.pk}/" not in listed.text
