"""The screens for the static pages and for who publishes."""

import pytest
from django.urls import reverse
from lxml import html

from articles.models.house_facts import HouseFacts
from articles.models.publisher import Publisher, StaticPage
from media.signals import uses_of
from tests.articles.reader.page_checks import queries, text_of
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


CHANGE = "/admin/articles/publisher/1/change/"


def house(client, **asked):
    """(what is said of the moment that was asked for, {fact: what it said}, the changes) of the house's screen."""
    page = html.fromstring(client.get(CHANGE, asked).text)
    told = [" ".join(each.text_content().split()) for each in page.xpath("//div[@class='house-then']/p")]
    facts = {
        each.xpath("./dt")[0].text: each.xpath("./dd")[0].text_content()
        for each in page.xpath("//div[@class='house-then']/dl/div")
    }
    changes = [" ".join(each.text_content().split()) for each in page.xpath("//ul[@class='house-changes']/li")]
    return told, facts, changes


@pytest.fixture
def changed_house(time_machine, enter):
    """A chief, who changed the house at ten and at eleven, and let it be found at twelve."""
    time_machine.move_to("2026-05-20T10:00Z", tick=False)
    chief, logo = enter("chief"), a_photo(300, 300)
    chief.post(CHANGE, {"name": "The Bridge", "logo": logo.pk})
    time_machine.move_to("2026-05-20T11:00Z", tick=False)
    chief.post(CHANGE, {"name": "The Ferry", "description": "A <i>paper</i>.", "logo": ""})
    time_machine.move_to("2026-05-20T12:00Z", tick=False)
    chief.post(CHANGE, {"name": "The Ferry", "description": "A <i>paper</i>.", "may_be_found": "True"})
    logo.delete()
    return chief


def test_changes_of_the_house_say_who_changed_which_facts_when(changed_house):
    who = changed_house.user
    assert house(changed_house) == (
        [],
        {},
        [
            f"20 May 2026, 12:00 {who} · Search engines may list the stories",
            f"20 May 2026, 11:00 {who} · Name of the site, Description and Logo",
            f"20 May 2026, 10:00 {who}",
        ],
    )


def test_house_is_shown_as_it_was_at_a_moment(changed_house):
    who = changed_house.user
    told, facts, _ = house(changed_house, at="2026-05-20T10:59", clock="UTC")
    assert told == [
        f"As it was 20 May 2026, 10:59 It said so from 20 May 2026, 10:00 until 20 May 2026, 11:00, set by {who}."
    ]
    gone = facts.pop("Logo")
    assert gone.startswith("Photo ") and gone.endswith(", which is gone")
    assert facts["Name of the site"] == "The Bridge" and facts["Description"] == "Nothing"
    assert facts["Search engines may list the stories"] == "Not said"
    told, facts, _ = house(changed_house, at="2026-05-20T12:00", clock="UTC")
    assert told == [f"As it was 20 May 2026, 12:00 It says so since 20 May 2026, 12:00, set by {who}."]
    assert facts["Search engines may list the stories"] == "Yes" and facts["Description"] == "A <i>paper</i>."


def test_what_was_not_kept_says_so_and_a_moment_that_is_none_is_told(changed_house):
    HouseFacts.objects.create(goes_live_at="2026-05-19T10:00Z")
    told, facts, changes = house(changed_house, at="2026-05-19T11:00", clock="UTC")
    assert told[0].endswith("Changed 19 May 2026, 10:00 by somebody who has left; what it said then was not kept.")
    assert facts == {} and changes[-1].endswith("somebody who has left · what it said then was not kept")
    told, _, _ = house(changed_house, at="2026-05-01T11:00", clock="UTC")
    assert told[0].endswith("What it said then was not kept.")
    assert "Enter a valid date" in changed_house.get(CHANGE, {"at": "soon"}).text
    HouseFacts.objects.all().delete()
    assert "Nobody has changed the house yet." in changed_house.get(CHANGE).text


def test_each_change_leads_to_the_house_as_it_was_from_then(changed_house):
    page = html.fromstring(changed_house.get(CHANGE).content)
    addresses = page.xpath("//ul[@class='house-changes']//a/@href")
    shown = [html.fromstring(changed_house.get(CHANGE + each.split("#")[0]).content) for each in addresses]
    names = [each.xpath("//div[@class='house-then']//dd")[0].text_content() for each in shown]
    assert names == ["The Ferry", "The Ferry", "The Bridge"]


def test_screen_asks_as_often_for_many_changes_as_for_few_and_lists_the_newest(changed_house, time_machine):
    def asked():
        with queries() as told:
            changed_house.get(CHANGE, {"at": "2026-05-20T12:00"})
        return len(told)

    few = asked()
    for minute in range(1, 12):
        time_machine.move_to(f"2026-05-20T12:{minute:02}Z", tick=False)
        changed_house.post(CHANGE, {"name": f"Number {minute}"})
    assert asked() == few
    assert len(house(changed_house)[2]) == 12
